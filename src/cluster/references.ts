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
  /** The volume whose files it becomes; absent for variables. */
  readonly volume?: string;
  /** Where it stands, in words: made only when someone asks. */
  readonly where: () => string;
  /** Where it is in the spec of the pod: `containers[0].env[1]`, `volumes[0]`. */
  readonly path: () => string;
}

/** Everything that a pod takes from ConfigMaps and Secrets. */
export function contentReferences(pod: Wire): ContentReference[] {
  const found: ContentReference[] = [];
  const add = (kind: ContentReference['kind'], name: unknown, source: Wire
    | undefined, place: Pick<ContentReference, 'where' | 'path' | 'volume'>, key?: string) => {
    if (typeof name === 'string') {found.push({ kind, name, key, optional: source?.optional === true, ...place });}
  };
  const addVolume = (kind: ContentReference['kind'], name: unknown, source: Wire
    | undefined, place: Pick<ContentReference, 'where' | 'path' | 'volume'>) => {
    add(kind, name, source, place);
    for (const { key } of source?.items ?? []) {add(kind, name, source, place, key);}
  };
  for (const container of containersOf(pod)) {
    const { name: owner, env, envFrom } = container;
    for (const variable of env ?? []) {
      if (!variable.valueFrom) {continue;}
      const { configMapKeyRef, secretKeyRef } = variable.valueFrom;
      if (!configMapKeyRef && !secretKeyRef) {continue;}
      const place = {
        where: () => `the variable ${variable.name} of the container '${owner}'`,
        path: () => `${placeOf(pod, container)}.env[${env.indexOf(variable)}]`,
      };
      add('ConfigMap', configMapKeyRef?.name, configMapKeyRef, place, configMapKeyRef?.key);
      add('Secret', secretKeyRef?.name, secretKeyRef, place, secretKeyRef?.key);
    }
    for (const source of envFrom ?? []) {
      const place = {
        where: () => `the variables of the container '${owner}'`,
        path: () => `${placeOf(pod, container)}.envFrom[${envFrom.indexOf(source)}]`,
      };
      add('ConfigMap', source.configMapRef?.name, source.configMapRef, place);
      add('Secret', source.secretRef?.name, source.secretRef, place);
    }
  }
  for (const volume of pod.volumes ?? []) {
    const { name, configMap, secret, projected } = volume;
    if (!configMap && !secret && !projected) {continue;}
    const place = { volume: name, where: () => `a file of the volume '${name}'`, path: () => `volumes[${pod.volumes.indexOf(volume)}]` };
    addVolume('ConfigMap', configMap?.name, configMap, place);
    addVolume('Secret', secret?.secretName, secret, place);
    for (const source of projected?.sources ?? []) {
      addVolume('ConfigMap', source.configMap?.name, source.configMap, place);
      addVolume('Secret', source.secret?.name, source.secret, place);
    }
  }
  return found;
}

function placeOf({ initContainers = [], containers = [] }: Wire, container: Wire): string {
  return initContainers.includes(container)
    ? `initContainers[${initContainers.indexOf(container)}]`
    : `containers[${containers.indexOf(container)}]`;
}

/** Tells whether a pod takes anything from an object. */
export function readsContent(pod: Wire): (object: { readonly kind: string; readonly name: string }) => boolean {
  const read = new Set(contentReferences(pod).map(({ kind, name }) => `${kind} ${name}`));
  return ({ kind, name }) => read.has(`${kind} ${name}`);
}
