import { contentsOf, placeOfContent } from './content-place';
import { Entry, isMap, namespaceOf } from '../../private/entry';
import { FindingKind, findingOf, ObjectFinding } from '../../private/finding';
import { nearest } from '../../private/nearest';
import type { CheckContext } from '../inventory/check-context';
import { objectsByName } from '../inventory/name-index';
import { writtenWorkloads } from '../inventory/written-workloads';

/** What such findings have in common. */
export const MISSING_KEY: FindingKind = {
  id: 'missing-key',
  level: 'error',
  refusedBy: 'kubelet',
  fix: 'Take the key that the finding names, add it to the object, or let the reference be `optional`.',
};

/** Keys that pods take from ConfigMaps and Secrets that do not have them: the pods wait for ever. */
export function* missingKeys(context: CheckContext): Generator<ObjectFinding> {
  const { inventory } = context;
  let keys: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  for (const workload of writtenWorkloads(context)) {
    const namespace = namespaceOf(workload);
    const reported = new Set<string>();
    for (const { kind, name, key, optional, where } of contentsOf(workload)) {
      if (key === undefined || optional) {continue;}
      const object = objectsByName(inventory, kind).get(namespace, name);
      if (object === undefined || hasKey(object, key) && !isFilledByOthers(object, context)) {continue;}
      keys ??= keysIn(context);
      const id = `${kind} ${namespace}/${name}`;
      const known = keys.get(id);
      if (known === undefined || known.has(key) || reported.has(`${id} ${key}`)) {continue;}
      reported.add(`${id} ${key}`);
      const meant = nearest(key, known);
      yield findingOf(MISSING_KEY, {
        about: workload, path: placeOfContent(workload, { kind, name, key }), given: key, allowed: meant ?? [...known].sort().join(', '),
        what: `${where()} comes from a key that the ${kind} '${name}' does not have`,
      });
    }
  }
}

/** The keys of all objects of which they are known. */
function keysIn(context: CheckContext): ReadonlyMap<string, ReadonlySet<string>> {
  const keys = new Map<string, ReadonlySet<string>>();
  for (const kind of ['ConfigMap', 'Secret']) {
    for (const entry of context.inventory.ofKind(kind)) {
      if (!isFilledByOthers(entry, context)) {keys.set(`${kind} ${namespaceOf(entry)}/${entry.name}`, keysOf(entry));}
    }
  }
  return keys;
}

function hasKey({ object: { data, binaryData, stringData } }: Entry, key: string): boolean {
  return isKeyOf(data, key) || isKeyOf(binaryData, key) || isKeyOf(stringData, key);
}

function isKeyOf(part: unknown, key: string): boolean {
  return isMap(part) && Object.prototype.hasOwnProperty.call(part, key);
}

function keysOf({ object: { data, binaryData, stringData } }: Entry): ReadonlySet<string> {
  return new Set([data, binaryData, stringData].flatMap(part => (isMap(part) ? Object.keys(part) : [])));
}

/**
 * Controllers put keys into objects that are marked for them, and into empty ones. An agent that gives its object keys gives it all of
 * them.
 */
function isFilledByOthers(entry: Entry, { own }: CheckContext): boolean {
  const { metadata, type } = entry.object;
  return type === 'kubernetes.io/service-account-token' || isEmpty(entry)
    || own?.has(entry) !== true && (isMarked(metadata?.labels) || isMarked(metadata?.annotations));
}

function isEmpty({ object: { data, binaryData, stringData } }: Entry): boolean {
  return [data, binaryData, stringData].every(part => !isMap(part) || Object.keys(part).length === 0);
}

function isMarked(texts: unknown): boolean {
  return isMap(texts) && Object.keys(texts).some(key => /inject|cert-manager\.io|reflect|replicat|sync/i.test(key));
}
