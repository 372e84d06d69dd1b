import { containersIn } from '../../cluster/inventory/containers';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const unusedVolume: Rule = {
  id: 'unused-volume',
  level: 'note',
  summary: 'A pod has a volume that no container mounts.',
  looksAt: '`volumes` of workloads, and the mounts and devices of their containers.',
  why: 'The kubelet sets up every volume before it starts a container: a directory or ConfigMap that is missing keeps the pod waiting, '
    + 'though nobody needs it. A mount is often what was forgotten.',
  fix: 'Mount the volume, or remove it.',
  example: () => ({
    fails: [daemonSet({ volumes: [{ name: 'config', configMap: { name: 'agent' } }] })],
    passes: [daemonSet({ volumes: [{ name: 'config', configMap: { name: 'agent' } }] }, {
      volumeMounts: [{ name: 'config', mountPath: '/config' }],
    })],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      const { pod, podPath } = workload;
      if (!(pod.volumes?.length > 0)) {continue;}
      for (const [index, { name }] of pod.volumes.entries()) {
        if (!containersIn(workload).some(({ container }) => isUsing(container, name))) {
          yield findingOf(unusedVolume, {
            about: workload, path: `${podPath}.volumes[${index}]`, what: 'no container mounts the volume', given: name,
          });
        }
      }
    }
  },
};

function isUsing({ volumeMounts, volumeDevices, env }: Wire, volume: string): boolean {
  return volumeMounts?.some(({ name }: Wire) => name === volume) || volumeDevices?.some(({ name }: Wire) => name === volume)
    // files of variables are read from a volume without a mount
    || env?.some(({ valueFrom }: Wire) => valueFrom?.fileKeyRef?.volumeName === volume);
}
