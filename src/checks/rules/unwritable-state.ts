import { containersIn, PlacedContainer } from '../../cluster/inventory/containers';
import { Workload } from '../../cluster/inventory/workload';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import { processUserOf, userText } from '../facts/process-user';
import type { Rule } from '../rule';

/** What the kubelet makes where it is missing, with the permissions that it gives. */
const MADE_BY_KUBELET = new Map([['DirectoryOrCreate', 'root:root, 0755'], ['FileOrCreate', 'root:root, 0644']]);

export const unwritableState: Rule = {
  id: 'unwritable-state',
  level: 'error',
  summary: 'A container cannot write what the kubelet makes for it on the node.',
  looksAt: 'Volumes of the kind hostPath and the types DirectoryOrCreate and FileOrCreate, and containers that mount them to write and are '
    + 'certainly not root. Init containers that mount the same volume to write, and may be root, count as those that give it to the user.',
  why: 'The kubelet makes the directory with the user root, the group root and the permissions 0755. No other user can write there, and '
    + '`fsGroup` has no effect on host paths: the agent fails on its first write, on every node. It is an error where the user is written '
    + 'down, and a warning where only the image knows it.',
  fix: 'Give the directory to the user first (`StateDirectory.ownedBy` in `features` does, with an init container), or run as root '
    + '(`ContainerSecurity.root` with a reason). Where nodes have the directory with the right owner, use the type Directory '
    + '(`HostPathType.DIRECTORY`).',
  example: () => ({
    fails: [withState({ securityContext: { runAsNonRoot: true, runAsUser: 65534 } })],
    passes: [withState({ securityContext: { runAsUser: 0 } })],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      const volumes: Wire[] = (workload.pod.volumes ?? []).filter(({ hostPath }: Wire) => MADE_BY_KUBELET.has(hostPath?.type));
      if (volumes.length === 0 || workload.pod.os?.name === 'windows') {continue;}
      for (const placed of containersIn(workload)) {
        const user = processUserOf(workload.pod, placed.container);
        if (!user.isNotRoot) {continue;}
        for (const [index, { name, mountPath }] of writtenMounts(placed)) {
          const volume = volumes.find(each => each.name === name);
          if (volume === undefined || isPrepared(workload, placed, name)) {continue;}
          const { path, type } = volume.hostPath;
          yield findingOf(unwritableState, {
            about: workload, container: placed.name, path: `${placed.path}.volumeMounts[${index}]`,
            // the user of an image may be one that the nodes have the directory for
            ...user.user === undefined && { level: 'warning' as const },
            what: `${userText(user)} cannot write to ${mountPath}, which the kubelet makes as ${MADE_BY_KUBELET.get(type)}`,
            given: `${path}, type ${type}`,
          });
        }
      }
    }
  },
};

function writtenMounts({ container }: PlacedContainer): Array<[index: number, mount: Wire]> {
  return [...(container.volumeMounts ?? []).entries()].filter(([, mount]: [number, Wire]) => mount.readOnly !== true);
}

/** Whether an init container that may be root had the volume before. */
function isPrepared(workload: Pick<Workload, 'pod' | 'podPath'>, placed: PlacedContainer, volume: string): boolean {
  const inits = containersIn(workload).filter(({ role }) => role === 'init');
  const before = placed.role === 'main' ? inits : inits.slice(0, inits.findIndex(({ name }) => name === placed.name) + 1);
  const mayBeRoot = (init: PlacedContainer) => init !== placed && !processUserOf(workload.pod, init.container).isNotRoot;
  return before.some(init => mayBeRoot(init) && writtenMounts(init).some(([, { name }]) => name === volume));
}

function withState(container: Wire): Wire {
  return daemonSet(
    { volumes: [{ name: 'state', hostPath: { path: '/var/lib/agent', type: 'DirectoryOrCreate' } }] },
    { volumeMounts: [{ name: 'state', mountPath: '/var/lib/agent' }], ...container },
  );
}
