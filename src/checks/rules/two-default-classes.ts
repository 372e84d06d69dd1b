import type { Inventory } from '../../cluster/inventory/inventory';
import { Entry, describeEntry } from '../../private/entry';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import type { Rule } from '../rule';

const OF_STORAGE = ['storageclass.kubernetes.io/is-default-class', 'storageclass.beta.kubernetes.io/is-default-class'];
const OF_SNAPSHOTS = ['snapshot.storage.kubernetes.io/is-default-class'];

export const twoDefaultClasses: Rule = {
  id: 'two-default-classes',
  level: 'warning',
  summary: 'Two classes of storage are the default, or two classes of snapshots of one driver.',
  looksAt: 'The annotations `storageclass.kubernetes.io/is-default-class` of StorageClasses, and '
    + '`snapshot.storage.kubernetes.io/is-default-class` of VolumeSnapshotClasses.',
  why: 'A claim without a class gets the newest default class, so where its data is depends on the order in which classes were made; '
    + 'before Kubernetes 1.26 the claim is refused. A snapshot without a class fails with `default snapshot class ambiguous`.',
  fix: 'Leave one of them the default: remove the annotation from the others (`isDefault`), also from that which the cloud has made.',
  example: () => ({
    fails: [storageClass('fast', true), storageClass('shared', true)],
    passes: [storageClass('fast', true), storageClass('shared', false)],
  }),
  *check({ inventory }) {
    yield* doubled(inventory, 'StorageClass', 'storage.k8s.io', OF_STORAGE, () => '');
    yield* doubled(inventory, 'VolumeSnapshotClass', 'snapshot.storage.k8s.io', OF_SNAPSHOTS, ({ object }) => String(object.driver));
  },
};

function* doubled(inventory: Inventory, kind: string, group: string, annotations: readonly string[], scopeOf: (entry: Entry) => string) {
  const first = new Map<string, Entry>();
  for (const about of inventory.ofKind(kind, group)) {
    const annotation = annotations.find(key => about.object.metadata?.annotations?.[key] === 'true');
    if (annotation === undefined) {continue;}
    const other = first.get(scopeOf(about));
    if (other === undefined) {
      first.set(scopeOf(about), about);
    } else {
      yield findingOf(twoDefaultClasses, {
        about, path: `metadata.annotations['${annotation}']`, given: `${about.name} and ${other.name}`, allowed: 'one default',
        what: `the default is ${describeEntry(other)} too`,
      });
    }
  }
}

function storageClass(name: string, isDefault: boolean): Wire {
  return {
    apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name, annotations: { [OF_STORAGE[0]]: String(isDefault) } },
    provisioner: 'disk.csi.example.com',
  };
}
