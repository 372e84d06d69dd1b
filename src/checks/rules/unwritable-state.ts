import { isAtOrBelow } from '../../cluster/host-state/host-directories';
import { containersIn, PlacedContainer } from '../../cluster/inventory/containers';
import { Workload } from '../../cluster/inventory/workload';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import { givenOwnersOf } from '../facts/given-owners';
import { ProcessUser, processUserOf, userText } from '../facts/process-user';
import type { Rule } from '../rule';

/** What the kubelet makes where it is missing, with the permissions that it gives. */
const MADE_BY_KUBELET = new Map([['DirectoryOrCreate', 'root:root, 0755'], ['FileOrCreate', 'root:root, 0644']]);

export const unwritableState: Rule = {
  id: 'unwritable-state',
  level: 'error',
  summary: 'A container cannot write what the kubelet makes for it on the node.',
  looksAt: 'Volumes of the kind hostPath and the types DirectoryOrCreate and FileOrCreate, and containers that mount them to write and are '
    + 'certainly not root. Init containers that mount the same path or a parent of it to write, and may be root, count as those that give '
    + 'it to the user, unless they give it to another one (`chown -R 1000 /data`).',
  why: 'The kubelet makes the directory with the user root, the group root and the permissions 0755. No other user can write there, and '
    + '`fsGroup` has no effect on host paths: the agent fails on its first write, on every node.',
  fix: 'Give the directory to the user first: name the user (`ContainerSecurity.nonRoot`), and use `StateDirectory.ownedBy` in `features`, '
    + 'which adds an init container. Or run as root (`ContainerSecurity.root` with a reason). Where nodes have the directory with the '
    + 'right owner, use the type Directory (`HostPathType.DIRECTORY`).',
  example: () => ({
    fails: [withState({ securityContext: { runAsNonRoot: true, runAsUser: 65534 } })],
    passes: [withState({ securityContext: { runAsUser: 0 } })],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      const volumes: Wire[] = (workload.pod.volumes ?? [])
        .filter(({ hostPath }: Wire) => MADE_BY_KUBELET.has(hostPath?.type) && String(hostPath.path).startsWith('/'));
      if (volumes.length === 0 || workload.pod.os?.name === 'windows') {continue;}
      for (const placed of containersIn(workload)) {
        const user = processUserOf(workload.pod, placed.container);
        if (!user.isNotRoot) {continue;}
        for (const [index, { name, mountPath }] of writtenMounts(placed)) {
          const volume = volumes.find(each => each.name === name);
          if (volume === undefined) {continue;}
          const before = initsBefore(workload, placed, volume.hostPath.path);
          if (before.some(init => gives(init, user))) {continue;}
          const { path, type } = volume.hostPath;
          const [other] = before;
          yield findingOf(unwritableState, {
            about: workload, container: placed.name, path: `${placed.path}.volumeMounts[${index}]`,
            what: `${userText(user)} cannot write to ${mountPath}, which ${other === undefined
              ? `the kubelet makes as ${MADE_BY_KUBELET.get(type)}`
              : `the init container '${other.name}' gives to user ${givenOwnersOf(other.container)!.join(', ')}`}`,
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

/** The init containers that may be root and had the path before, by the same volume or by one of a parent. */
function initsBefore(workload: Pick<Workload, 'pod' | 'podPath'>, placed: PlacedContainer, path: string): PlacedContainer[] {
  const { pod } = workload;
  const all = containersIn(workload);
  const before = placed.role === 'main' ? all : all.slice(0, all.indexOf(placed));
  const volumes: Wire[] = pod.volumes ?? [];
  const holding = new Set(volumes.filter(({ hostPath }) => typeof hostPath?.path === 'string'
    && isAtOrBelow(path, hostPath.path.replace(/(?<=.)\/+$/, ''))).map(({ name }) => name));
  return before.filter(each => each.role === 'init' && !processUserOf(pod, each.container).isNotRoot
    && writtenMounts(each).some(([, { name }]) => holding.has(name)));
}

/** Whether an init container may give a directory to this user. */
function gives({ container }: PlacedContainer, { user }: ProcessUser): boolean {
  const owners = givenOwnersOf(container);
  return owners === undefined || user === undefined || owners.includes(user);
}

function withState(container: Wire): Wire {
  return daemonSet(
    { volumes: [{ name: 'state', hostPath: { path: '/var/lib/agent', type: 'DirectoryOrCreate' } }] },
    { volumeMounts: [{ name: 'state', mountPath: '/var/lib/agent' }], ...container },
  );
}
