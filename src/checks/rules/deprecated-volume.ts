import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

/** Kinds of volumes that left Kubernetes, with the minors from which they work no more. */
const GONE: ReadonlyArray<readonly [source: string, since: number, instead: string]> = [
  ['cephfs', 31, 'a persistentVolumeClaim or csi volume of cephfs.csi.ceph.com'],
  ['flocker', 25, 'a persistentVolumeClaim'],
  ['gitRepo', 33, 'an init container that clones into an emptyDir'],
  ['glusterfs', 26, 'a persistentVolumeClaim'],
  ['photonPersistentDisk', 16, 'a persistentVolumeClaim'],
  ['quobyte', 25, 'a persistentVolumeClaim'],
  ['rbd', 31, 'a persistentVolumeClaim or csi volume of rbd.csi.ceph.com'],
  ['scaleIO', 22, 'a persistentVolumeClaim'],
  ['storageos', 25, 'a persistentVolumeClaim'],
];

const SOURCES = new Set(GONE.map(([source]) => source));

export const deprecatedVolume: Rule = {
  id: 'deprecated-volume',
  level: 'error',
  summary: 'A volume is of a kind that Kubernetes can mount no more.',
  looksAt: 'The sources of volumes of workloads.',
  why: 'The API server still takes the field and only warns. The kubelet has no plugin for it any more, so the pods wait in '
    + 'ContainerCreating for ever; gitRepo is switched off by default since 1.33, as it lets a repository run commands on the node. Where '
    + 'the oldest cluster still has the plugin it is a warning: the pods stop to start with the upgrade.',
  fix: 'Use a CSI driver, or an emptyDir that an init container fills.',
  example: () => ({
    fails: [withVolume({ gitRepo: { repository: 'https://example.com/config.git' } })],
    passes: [withVolume({ emptyDir: {} })],
    minor: 33,
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      for (const [index, volume] of (workload.pod.volumes ?? []).entries()) {
        if (!isOfGoneKind(volume)) {continue;}
        for (const [source, since, instead] of GONE) {
          if (!volume[source]) {continue;}
          const isGone = context.minor >= since;
          yield findingOf(deprecatedVolume, {
            about: workload, path: `${workload.podPath}.volumes[${index}].${source}`, allowed: instead, level: isGone ? 'error' : 'warning',
            what: `the kubelet mounts no ${source} volumes ${isGone ? 'since' : 'from'} Kubernetes 1.${since}${isGone ? '' : ' on'}`,
          });
        }
      }
    }
  },
};

function isOfGoneKind(volume: Wire): boolean {
  for (const source in volume) {
    if (SOURCES.has(source)) {return true;}
  }
  return false;
}

function withVolume(source: Wire): Wire {
  return daemonSet({ volumes: [{ name: 'config', ...source }] }, { volumeMounts: [{ name: 'config', mountPath: '/config' }] });
}
