import { HostMount, hostMountsIn } from '../../cluster/host-state/host-mounts';
import { parentsOf } from '../../cluster/host-state/state-collisions';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet, hostPath } from '../example';
import { standsStillWithout } from '../facts/node-critical';
import type { Rule } from '../rule';

export const sensitiveHostPath: Rule = {
  id: 'sensitive-host-path',
  level: 'warning',
  summary: 'A container sees secrets of its node, or a socket that makes it root there.',
  looksAt: '`hostPath` volumes that containers mount, read-only ones included: `/`, `/etc`, `/proc`, `/dev`, home directories, what the kubelet, etcd and container runtimes keep, their sockets, and '
    + 'every directory above these. `/sys`, `/boot`, `/lib` and `/usr` hold no secrets: see writable-host-path. What network, storage and device plugins are made for is left out.',
  why: 'Who takes over the agent has what it mounts: keys of the kubelet, Secrets of every pod of the node, or the runtime, which starts any container for it. The agent is on every node.',
  fix: 'Mount the narrowest path that will do, such as `/etc/os-release` or `/var/log/pods` (`KnownHostPath` lists them), and read-only. Where all of it is needed, as by exporters of file '
    + 'system statistics, acknowledge it.',
  example: () => {
    const volumeMounts = [{ name: 'host', mountPath: '/host', readOnly: true }];
    return {
      fails: [daemonSet({ volumes: [hostPath('host', '/etc')] }, { volumeMounts })],
      passes: [daemonSet({ volumes: [hostPath('host', '/etc/os-release')] }, { volumeMounts })],
    };
  },
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      if (!hostMountsIn(workload).some(isSensitive)) {continue;}
      const byPlace = new Map<string, HostMount[]>();
      for (const mount of hostMountsIn(workload)) {
        const key = `${mount.volumePath} ${mount.path}`;
        byPlace.set(key, [...byPlace.get(key) ?? [], mount]);
      }
      const isPlugin = byPlace.size > 0 && standsStillWithout(workload) !== undefined;
      for (const mounts of byPlace.values()) {
        const [{ path, volumePath, volume }] = mounts;
        const why = isPlugin && OF_PLUGINS.test(path) ? undefined : sensitivity(path);
        if (why === undefined) {continue;}
        const containers = [...new Set(mounts.map(({ container }) => container.name))];
        const asNobody = mounts.every(({ container: { container } }) => isNobody(workload.pod, container));
        yield findingOf(sensitiveHostPath, {
          about: workload, path: `${volumePath}.hostPath.path`, ...containers.length === 1 && { container: containers[0] },
          what: `${of(containers)} ${why}${asNobody ? ', as far as a user other than root may' : ''}`,
          given: `${volume.hostPath.path}, ${mounts.some(({ isWritable }) => isWritable) ? 'writable' : 'read-only'}`,
        });
      }
    }
  },
};

const RUNTIME = 'reaches the container runtime, and so is root on the node';
const FILES = 'sees the files of every container of the node';

/** What each of them gives away. What holds one of them gives it away as well: the first is told. */
const SENSITIVE: ReadonlyArray<readonly [path: string, why: string]> = [
  ['/', 'sees all files of the node, the keys of the kubelet and the Secrets of its pods among them'],
  ['/var/lib/kubelet/pki', 'sees the keys of the kubelet'],
  ['/var/lib/kubelet', 'sees the keys of the kubelet and the Secrets of all pods of the node'],
  ['/var/lib/kubelet/pods', 'sees the Secrets of all pods of the node'],
  ['/etc/kubernetes/pki', 'sees the keys of the control plane'],
  ['/etc/kubernetes', 'sees credentials of the kubelet, and on the control plane its keys'],
  ['/etc/shadow', 'sees the passwords of the node'],
  ['/etc/ssh', 'sees the keys of the node'],
  ['/etc', 'sees keys and passwords of the node'],
  ['/var/lib/etcd', 'sees every Secret of the cluster'],
  ['/root', 'sees the home directory of root'],
  ['/home', 'sees the home directories of the node'],
  ['/proc', 'sees the environment of every process of the node'],
  ['/dev', 'sees the devices of the node, its disks among them'],
  ['/run/containerd/containerd.sock', RUNTIME],
  ['/run/crio/crio.sock', RUNTIME],
  ['/run/cri-dockerd.sock', RUNTIME],
  ['/run/docker.sock', RUNTIME],
  ['/run/podman/podman.sock', RUNTIME],
  ['/run/k3s/containerd/containerd.sock', RUNTIME],
  ['/var/lib/containerd', FILES],
  ['/var/lib/containers', FILES],
  ['/var/lib/docker', FILES],
];

/** The same with the directories that hold them. */
const BY_PATH: ReadonlyMap<string, string> = new Map([
  ...SENSITIVE.filter(([path]) => path !== '/').flatMap(([path, why]) => ['', ...parentsOf(path)].map((parent): [string, string] => [parent, why])).reverse(), ...SENSITIVE,
]);

/** What plugins are made for: the volumes of pods, and devices. */
const OF_PLUGINS = /\/kubelet(\/pods)?$|^\/dev$/;

/** The kubelet has its directory in several places. */
const KUBELETS = /^\/var\/lib\/[^/]+\/kubelet(?=\/|$)|^\/var\/snap\/.*\/kubelet(?=\/|$)/;

function sensitivity(path: string): string | undefined {
  return BY_PATH.get(path.includes('kubelet') ? path.replace(KUBELETS, '/var/lib/kubelet') : path);
}

function isSensitive({ path }: HostMount): boolean {
  return sensitivity(path) !== undefined;
}

/** Whether a container is not root, who may read everything. */
function isNobody(pod: Wire, container: Wire): boolean {
  const { runAsUser, runAsNonRoot, privileged } = { ...pod.securityContext, ...container.securityContext };
  return privileged !== true && (runAsNonRoot === true || runAsUser > 0);
}

function of(containers: readonly string[]): string {
  return containers.length === 1 ? 'the container' : `each of the containers ${containers.join(', ')}`;
}
