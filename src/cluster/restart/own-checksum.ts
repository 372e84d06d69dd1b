import { canonicalJson } from './content-hashes';
import { Entry, namespaceOf } from '../../private/entry';
import { contentHash } from '../../private/hash';
import type { Inventory } from '../inventory/inventory';
import type { Workload } from '../inventory/workload';
import { contentReferences } from '../references';

/** How many objects are tried in every combination. */
const FEW = 10;

/**
 * The objects whose content makes up the checksum of an agent of this library: found by computing it again, for all objects that the pods
 * read and for fewer of them. Undefined where none gives it: content that is in no object, or a checksum of someone else.
 */
export function coveredByChecksum(checksum: string, workload: Workload, inventory: Inventory): readonly Entry[] | undefined {
  const names = new Map(contentReferences(workload.pod).map(({ kind, name }) => [`${kind}/${name}`, { kind, name }]));
  const objects = [...names.values()].flatMap(({ kind, name }) => inventory.find(kind, '', name, namespaceOf(workload)) ?? []);
  const files = objects.find(({ kind, name }) => kind === 'ConfigMap' && name === `${workload.name}-config`);
  const others = objects.filter(object => object !== files);
  for (const first of files ? [[files], []] : [[]]) {
    for (const more of combinations(others)) {
      if (first.length + more.length > 0 && checksumOf(first[0], more) === checksum) {return [...first, ...more];}
    }
  }
  return undefined;
}

/** As agents are rendered: the files of the agent by their keys, and other objects as a whole. */
function checksumOf(files: Entry | undefined, objects: readonly Entry[]): string {
  const parts = objects.map(({ kind, name, object: { data, binaryData, stringData } }) =>
    [`object/${kind}/${name}`, canonicalJson({ data, binaryData, stringData })] as const);
  return contentHash({ ...files?.object.data, ...files?.object.binaryData, ...Object.fromEntries(parts) });
}

/** All of them first, then each smaller choice. */
function combinations(objects: readonly Entry[]): Entry[][] {
  if (objects.length > FEW) {return [[...objects], ...objects.map(left => objects.filter(each => each !== left)), []];}
  return objects.reduceRight<Entry[][]>((choices, object) => [...choices.map(choice => [object, ...choice]), ...choices], [[]]);
}
