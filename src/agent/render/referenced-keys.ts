import { containersOf } from '../../cluster/workload-facts';
import { nearest } from '../../private/nearest';
import { Problem, quote } from '../../private/problem';
import type { Wire } from '../../private/wire';
import type { ManifestObject } from '../objects/manifest-object';

/** A key that a pod needs before it starts. */
interface KeyReference {
  readonly where: () => string;
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  readonly key: string;
}

/** Keys that a pod takes from ConfigMaps and Secrets of its agent, patches included, which do not have them: the pod would wait for ever. */
export function missingKeys(spec: Wire, objects: readonly ManifestObject[], namespace: string | undefined): Problem[] {
  if (!objects.some(object => object.kind === 'ConfigMap' || object.kind === 'Secret')) {return [];}
  const references = referencesIn(spec.template?.spec ?? {});
  const problems: Problem[] = [];
  for (const { where, kind, name, key } of references) {
    const object = objects.find(each => each.kind === kind && each.apiVersion === 'v1' && each.name === name && each.metadata.namespace === namespace);
    const keys = object && keysOf(object);
    if (keys === undefined || keys.includes(key)) {continue;}
    const meant = nearest(key, keys);
    problems.push({
      code: 'unknown-key',
      what: `${where()} is taken from a key that the ${kind} '${name}' of the agent does not have`,
      given: quote(key),
      allowed: keys.join(', ') || `the ${kind} is empty`,
      fix: meant === undefined ? 'add the key, or let the reference be `optional`' : `did you mean ${meant}?`,
    });
  }
  return problems;
}

function referencesIn(pod: Wire): KeyReference[] {
  const found: KeyReference[] = [];
  const add = (where: () => string, kind: KeyReference['kind'], reference: Wire | undefined) => {
    if (reference?.name && reference.key && !reference.optional) {found.push({ where, kind, name: reference.name, key: reference.key });}
  };
  for (const { name: container, env } of containersOf(pod)) {
    for (const { name, valueFrom } of env ?? []) {
      if (valueFrom === undefined) {continue;}
      const where = () => `the variable ${name} of the container '${container}'`;
      add(where, 'ConfigMap', valueFrom.configMapKeyRef);
      add(where, 'Secret', valueFrom.secretKeyRef);
    }
  }
  for (const { name, configMap, secret, projected } of pod.volumes ?? []) {
    const addItems = (kind: KeyReference['kind'], object: string | undefined, source: Wire | undefined) => {
      for (const { key } of source?.items ?? []) {add(() => `a file of the volume '${name}'`, kind, { name: object, key, optional: source!.optional });}
    };
    addItems('ConfigMap', configMap?.name, configMap);
    addItems('Secret', secret?.secretName, secret);
    for (const source of projected?.sources ?? []) {
      addItems('ConfigMap', source.configMap?.name, source.configMap);
      addItems('Secret', source.secret?.name, source.secret);
    }
  }
  return found;
}

/** Undefined where they are not known: an object that cannot be written is reported by itself, and one without any may be filled by others. */
function keysOf(object: ManifestObject): string[] | undefined {
  try {
    const { data, binaryData, stringData } = object.toJson();
    return data || binaryData || stringData ? Object.keys({ ...data, ...binaryData, ...stringData }) : undefined;
  } catch {
    return undefined;
  }
}
