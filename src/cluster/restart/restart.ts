import { isHashOf, looksHashed, nameBeforeHash } from './content-hashes';
import { coveredByChecksum } from './own-checksum';
import { quote } from '../../private/agent-error';
import { Entry, namespaceOf } from '../../private/entry';
import { nearest } from '../../private/nearest';
import { CONTENT_HASH } from '../../private/standard-values';
import { sortedEntries, Wire } from '../../private/wire';
import type { Inventory } from '../inventory/inventory';
import type { Workload } from '../inventory/workload';
import { ContentReference, contentReferences } from '../references';

/** Whether pods are replaced when what they read changes. */
export interface Restart {
  /**
   * `yes` where the manifests prove it, `likely` where they say so and it depends on something that they do not show, `unread` where no pod
   * reads it.
   */
  readonly verdict: 'yes' | 'likely' | 'no' | 'unread';
  /** The evidence for that, a sentence each. */
  readonly because: readonly string[];
}

/** Whether the pods of a workload are replaced when the content of a ConfigMap or Secret changes, as far as manifests tell. */
export function restartOf(workload: Workload, kind: string, name: string, inventory: Inventory): Restart {
  if (kind !== 'ConfigMap'
    && kind !== 'Secret') {throw new Error(`pods read ConfigMaps and Secrets; given: ${quote(kind)}; fix: name one of these kinds`);}
  const references = contentReferences(workload.pod).filter(each => each.kind === kind);
  const own = references.filter(each => each.name === name);
  if (own.length === 0) {return { verdict: 'unread', because: [unread(kind, name, references)] };}
  const object = inventory.find(kind, '', name, namespaceOf(workload));
  const byName = object && restartByName(object);
  if (byName) {return byName;}
  const annotations = Object.fromEntries(
    sortedEntries(workload.template.metadata?.annotations).map(([key, value]) => [key, String(value)]),
  );
  const covered = annotations[CONTENT_HASH] === undefined ? undefined : coveredByChecksum(annotations[CONTENT_HASH], workload, inventory);
  if (covered?.some(each => each.kind === kind && each.name === name)) {
    return { verdict: 'yes', because: [`the annotation ${CONTENT_HASH} of the pods is the hash of ${named(covered)}`] };
  }
  const open = Object.entries(annotations).filter(([key, value]) => !(covered && key === CONTENT_HASH) && isChecksum(key, value));
  const proven = object && open.find(([, value]) => isHashOf(value, object.object));
  if (proven) {return { verdict: 'yes', because: [`the annotation ${proven[0]} of the pods is a hash of its content`] };}
  const controller = reloaderOf(workload, kind, name);
  if (controller) {return { verdict: 'likely', because: [`${controller} restarts the pods, if its controller runs in the cluster`] };}
  if (open.length > 0) {
    return {
      verdict: 'likely', because: [
        `the pods have the annotation ${open[0][0]}, which looks like a hash; the manifests do not show of what`,
      ],
    };
  }
  return {
    verdict: 'no', because: [
      ...covered
        ? [`the annotation ${CONTENT_HASH} of the pods is the hash of ${named(covered)}, and not of this`]
        : ['nothing in the pods changes with its content'],
      ...looksHashed(name) ? ['its name ends as if kustomize had put a hash there, and it is not the hash of this content'] : [],
      fateOf(own),
    ],
  };
}

function unread(kind: string, name: string, references: readonly ContentReference[]): string {
  const names = [...new Set(references.map(each => each.name))].sort();
  const near = nearest(name, names);
  return names.length === 0
    ? `the pods read no ${kind}`
    : near === undefined ? `the pods read: ${names.join(', ')}` : `did you mean ${near}?`;
}

/** Other content under another name: the name is in the pods. */
function restartByName(object: Entry): Restart | undefined {
  if (object.object.immutable === true) {
    return { verdict: 'yes', because: ['it is immutable: other content needs another name, and the name is in the pods'] };
  }
  const before = nameBeforeHash(object);
  return before === undefined ? undefined : {
    verdict: 'yes', because: [`its name is ${before} and the hash of its content, as kustomize makes it, and the name is in the pods`],
  };
}

function isChecksum(key: string, value: string): boolean {
  return /checksum|hash|sha\d*sum|digest/i.test(key) && /^[0-9A-Za-z+/=_-]{7,}$/.test(value);
}

/** Controllers that restart pods, by the annotations that ask them to. */
const RELOADERS: ReadonlyArray<{ readonly name: string; readonly annotation: (kind: string) => string; readonly lists?: boolean }> = [
  { name: 'Reloader', annotation: () => 'reloader.stakater.com/auto' },
  { name: 'Reloader', annotation: kind => `${kind.toLowerCase()}.reloader.stakater.com/auto` },
  { name: 'Reloader', annotation: kind => `${kind.toLowerCase()}.reloader.stakater.com/reload`, lists: true },
  { name: 'Wave', annotation: () => 'wave.pusher.com/update-on-config-change' },
];

function reloaderOf({ object }: Workload, kind: string, name: string): string | undefined {
  const annotations: Wire = object.metadata?.annotations ?? {};
  const asks = ({ annotation, lists }: typeof RELOADERS[number]) => {
    const value = String(annotations[annotation(kind)] ?? '');
    return lists ? value.split(',').map(each => each.trim()).includes(name) : value === 'true';
  };
  const found = RELOADERS.find(asks);
  return found && `${found.name}, by the annotation ${found.annotation(kind)},`;
}

/** What becomes of new content in pods that are not replaced. */
function fateOf(references: readonly ContentReference[]): string {
  const [{ where }] = references;
  return `it is ${where()}: ${where().startsWith(
    'a file',
  ) ? 'mounted files follow within a minute or two, unless by subPath, and most programs read them once'
    : 'variables keep their values for as long as the pod lives'}`;
}

function named(objects: readonly Entry[]): string {
  return objects.map(({ kind, name }) => `${kind} ${name}`).join(', ') || 'other content';
}
