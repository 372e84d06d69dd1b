import { containersOf } from './workload-facts';
import type { Wire } from '../private/wire';

/** A place where a pod takes something from a ConfigMap or Secret. */
export interface ContentReference {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  /** The key that is taken; absent for the whole object. */
  readonly key?: string;
  /** Whether the pod starts without it. */
  readonly optional: boolean;
  /** Where it stands, in words: made only when someone asks. */
  readonly where: () => string;
}

/** Everything that a pod takes from ConfigMaps and Secrets. */
export function contentReferences(pod: Wire): ContentReference[] {
  const found: ContentReference[] = [];
  const add = (kind: ContentReference['kind'], name: unknown, source: Wire | undefined, where: () => string, key?: string) => {
    if (typeof name === 'string') {found.push({ kind, name, key, optional: source?.optional === true, where });}
  };
  const addVolume = (kind: ContentReference['kind'], name: unknown, source: Wire | undefined, where: () => string) => {
    add(kind, name, source, where);
    for (const { key } of source?.items ?? []) {add(kind, name, source, where, key);}
  };
  for (const { name: container, env, envFrom } of containersOf(pod)) {
    for (const { name, valueFrom } of env ?? []) {
      if (valueFrom === undefined) {continue;}
      const { configMapKeyRef, secretKeyRef } = valueFrom;
      const where = () => `the variable ${name} of the container '${container}'`;
      add('ConfigMap', configMapKeyRef?.name, configMapKeyRef, where, configMapKeyRef?.key);
      add('Secret', secretKeyRef?.name, secretKeyRef, where, secretKeyRef?.key);
    }
    for (const { configMapRef, secretRef } of envFrom ?? []) {
      const where = () => `the variables of the container '${container}'`;
      add('ConfigMap', configMapRef?.name, configMapRef, where);
      add('Secret', secretRef?.name, secretRef, where);
    }
  }
  for (const { name, configMap, secret, projected } of pod.volumes ?? []) {
    const where = () => `a file of the volume '${name}'`;
    addVolume('ConfigMap', configMap?.name, configMap, where);
    addVolume('Secret', secret?.secretName, secret, where);
    for (const source of projected?.sources ?? []) {
      addVolume('ConfigMap', source.configMap?.name, source.configMap, where);
      addVolume('Secret', source.secret?.name, source.secret, where);
    }
  }
  return found;
}

/** Tells whether a pod takes anything from an object. */
export function readsContent(pod: Wire): (object: { readonly kind: string; readonly name: string }) => boolean {
  const read = new Set(contentReferences(pod).map(({ kind, name }) => `${kind} ${name}`));
  return ({ kind, name }) => read.has(`${kind} ${name}`);
}
