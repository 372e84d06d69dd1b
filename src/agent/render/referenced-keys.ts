import { contentReferences } from '../../cluster/references';
import { nearest } from '../../private/nearest';
import { Finding, finding } from '../../private/finding';
import { quote } from '../../private/problem';
import type { Wire } from '../../private/wire';
import type { ManifestObject } from '../objects/manifest-object';

/** Keys that a pod takes from ConfigMaps and Secrets of its agent, patches included, which do not have them: the pod would wait for ever. */
export function missingKeys(spec: Wire, objects: readonly ManifestObject[], namespace: string | undefined): Finding[] {
  if (!objects.some(object => object.kind === 'ConfigMap' || object.kind === 'Secret')) {return [];}
  const problems: Finding[] = [];
  for (const { where, kind, name, key, optional } of contentReferences(spec.template?.spec ?? {})) {
    if (!key || optional) {continue;}
    const object = objects.find(each => each.kind === kind && each.apiVersion === 'v1' && each.name === name && each.metadata.namespace === namespace);
    const keys = object && keysOf(object);
    if (keys === undefined || keys.includes(key)) {continue;}
    const meant = nearest(key, keys);
    problems.push(finding({
      code: 'unknown-key',
      what: `${where()} is taken from a key that the ${kind} '${name}' of the agent does not have`,
      given: quote(key),
      allowed: keys.join(', ') || `the ${kind} is empty`,
      fix: meant === undefined ? 'add the key, or let the reference be `optional`' : `did you mean ${meant}?`,
    }));
  }
  return problems;
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
