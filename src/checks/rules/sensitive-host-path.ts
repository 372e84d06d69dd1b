import { csiPluginOf } from '../../cluster/csi/csi-plugins';
import { HostMount, hostMountsIn } from '../../cluster/host-state/host-mounts';
import { parentsOf } from '../../cluster/host-state/state-collisions';
import type { Workload } from '../../cluster/inventory/workload';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { usualKubeletPath } from '../../cluster/platforms/host-places';
import type { PlatformFacts } from '../../cluster/platforms/platform-facts';
import { findingOf } from '../../private/finding';
import { KUBELET_DIRECTORY } from '../../private/standard-values';
import type { Wire } from '../../private/wire';
import { daemonSet, hostPath } from '../example';
import { isOfControlPlane } from '../facts/control-plane';
import { standsStillWithout } from '../facts/node-critical';
import { platformOfWorkload } from '../facts/platform-of';
import type { Rule } from '../rule';

export const sensitiveHostPath: Rule = {
  id: 'sensitive-host-path',
  level: 'warning',
  summary: 'A container sees secrets of its node, or a socket that makes it root there.',
  looksAt: '`hostPath` volumes that containers mount, read-only ones included: `/`, `/etc`, `/proc`, `/dev`, home directories, what the '
    + 'kubelet, etcd, the control plane and container runtimes keep, kubeconfig files, keys of SSH, sockets of runtimes, and every '
    + 'directory above these. `/sys`, `/boot`, `/lib` and `/usr` hold '
    + 'no secrets: see writable-host-path. What network, storage and device plugins are made for is left out, and so are privileged '
    + 'containers, which are root on the node without it, and init containers that install something. Who mounts several of `/proc`, '
    + '`/sys`, `/dev` and `/` read-only measures the '
    + 'node: those four are what it needs.',
  why: 'Who takes over the agent has what it mounts: keys of the kubelet, Secrets of every pod of the node, or the runtime, which starts '
    + 'any container for it. The agent is on every node.',
  fix: 'Mount the narrowest path that will do, such as `/etc/os-release` or `/var/log/pods` (`KnownHostPath` lists them), and read-only. '
    + 'Where all of it is needed, as by exporters of file system statistics, acknowledge it.',
  example: () => {
    const volumeMounts = [{ name: 'host', mountPath: '/host', readOnly: true }];
    return {
      fails: [daemonSet({ volumes: [hostPath('host', '/etc')] }, { volumeMounts })],
      passes: [daemonSet({ volumes: [hostPath('host', '/etc/os-release')] }, { volumeMounts })],
    };
  },
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      const platform = platformOfWorkload(context, workload);
      if (!hostMountsIn(workload).some(({ path }) => sensitivity(path, platform) !== undefined)) {continue;}
      const byPlace = new Map<string, HostMount[]>();
      for (const mount of hostMountsIn(workload)) {
        if (isRootAnyway(mount)) {continue;}
        const key = `${mount.volumePath} ${mount.path}`;
        byPlace.set(key, [...byPlace.get(key) ?? [], mount]);
      }
      // on Windows a CSI plugin is known by its registrar: its directories have other separators
      const isPlugin = byPlace.size > 0 && (standsStillWithout(workload) !== undefined || csiPluginOf(workload) !== undefined);
      const measures = measuresNode(workload);
      for (const mounts of byPlace.values()) {
        const [{ path, volumePath, volume }] = mounts;
        const why = isPlugin && OF_PLUGINS.test(path) ? undefined : sensitivity(path, platform);
        if (why === undefined) {continue;}
        const isUsual = !mounts.some(({ isWritable }) => isWritable)
          && (measures && OF_METERS.has(path) || path.startsWith('/etc/kubernetes') && isOfControlPlane(workload));
        const containers = [...new Set(mounts.map(({ container }) => container.name))];
        const asNobody = mounts.every(({ container: { container } }) => isNobody(workload.pod, container));
        yield findingOf(sensitiveHostPath, {
          about: workload, path: `${volumePath}.hostPath.path`, ...isUsual && { isUsual }, ...containers.length === 1 && { container: containers[0] },
          what: `${of(containers)} ${why}${asNobody ? ', as far as a user other than root may' : ''}`,
          given: `${volume.hostPath.path}, ${mounts.some(({ isWritable }) => isWritable) ? 'writable' : 'read-only'}`,
        });
      }
    }
  },
};

/** A privileged container is root on the node without any mount, and an init container that writes there installs something. */
function isRootAnyway({ container: { container, role }, isWritable }: HostMount): boolean {
  return container.securityContext?.privileged === true || role === 'init' && isWritable;
}

/** What exporters of the usage of a node read. */
const OF_METERS: ReadonlySet<string> = new Set(['/', '/dev', '/proc', '/sys']);

function measuresNode(workload: Workload): boolean {
  const read = hostMountsIn(workload).filter(({ path, isWritable }) => !isWritable && OF_METERS.has(path));
  return new Set(read.map(({ path }) => path)).size > 1;
}

const RUNTIME = 'reaches the container runtime, and so is root on the node';
const FILES = 'sees the files of every container of the node';

const KUBELET = 'sees the keys of the kubelet';
const CONTROL_PLANE = 'sees the keys of the control plane';
const ADMINISTRATOR = 'sees the credentials of an administrator of the cluster';
const ETCD = 'sees every Secret of the cluster';

/** What each of them gives away. What holds one of them gives it away as well: the first is reported. */
const SENSITIVE: ReadonlyArray<readonly [path: string, why: string]> = [
  ['/', 'sees all files of the node, the keys of the kubelet and the Secrets of its pods among them'],
  [`${KUBELET_DIRECTORY}/pki`, KUBELET],
  [KUBELET_DIRECTORY, 'sees the keys of the kubelet and the Secrets of all pods of the node'],
  [`${KUBELET_DIRECTORY}/pods`, 'sees the Secrets of all pods of the node'],
  ['/etc/kubernetes/pki', CONTROL_PLANE],
  ['/etc/rancher/k3s', ADMINISTRATOR],
  ['/etc/rancher/rke2', ADMINISTRATOR],
  ['/var/lib/rancher/k3s/server', CONTROL_PLANE],
  ['/var/lib/rancher/rke2/server', CONTROL_PLANE],
  ['/var/lib/k0s/pki', CONTROL_PLANE],
  ['/etc/kubernetes', 'sees credentials of the kubelet, and on the control plane its keys'],
  ['/etc/shadow', 'sees the passwords of the node'],
  ['/etc/ssh', 'sees the keys of the node'],
  ['/etc', 'sees keys and passwords of the node'],
  ['/var/lib/etcd', ETCD],
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
  ...SENSITIVE.filter(([path]) => path !== '/')
    .flatMap(([path, why]) => ['', ...parentsOf(path)].map((parent): [string, string] => [parent, why])).reverse(), ...SENSITIVE,
]);

/** What plugins are made for: the volumes of pods, and devices. */
const OF_PLUGINS = /[\\/]kubelet([\\/]pods)?$|^\/dev$/;

/** Files and directories below those of the table that give the same away. Certificates and public keys are for anyone to read. */
const BELOW: ReadonlyArray<readonly [path: RegExp, why: string]> = [
  [/^\/etc\/kubernetes\/(?:super-)?admin\.conf$|^\/etc\/rancher\/(?:k3s\/k3s|rke2\/rke2)\.yaml$/, ADMINISTRATOR],
  [/^\/etc\/kubernetes\/(?:controller-manager|scheduler)\.conf$/, 'sees the credentials of the control plane'],
  [
    /^\/etc\/kubernetes\/(?:bootstrap-)?kubelet(?:\.conf|-?kubeconfig|\.kubeconfig)$|^\/var\/lib\/kubelet\/(?:bootstrap-)?kubeconfig$/,
    'sees the credentials of the kubelet',
  ],
  [/^\/etc\/kubernetes\/pki\/.+(?<!\.crt|\.pub)$/, CONTROL_PLANE],
  [/^\/var\/lib\/rancher\/(?:k3s|rke2)\/server\/(?:cred|db|etc|tls|token|node-token|agent-token)(?:\/.+)?(?<!\.crt|\.pub)$/, CONTROL_PLANE],
  [/^\/var\/lib\/k0s\/pki\/.+(?<!\.crt|\.pub)$/, CONTROL_PLANE],
  [/^\/var\/lib\/kubelet\/pki\/.+(?<!\.crt)$/, KUBELET],
  [/^\/var\/lib\/(?:etcd|k0s\/etcd)(?:\/|$)/, ETCD],
  [/^\/(?:root|home\/[^/]+)\/\.(?:aws|docker|gnupg|kube|ssh)(?:\/|$)/, 'sees credentials of users of the node'],
  [/^\/var\/lib\/kubelet\/config\.json$/, 'sees the credentials of the kubelet for registries'],
  [/^\/etc\/(?:g?shadow-?$|ssh\/ssh_host_\w+_key$)/, 'sees keys and passwords of the node'],
];

function sensitivity(path: string, platform: PlatformFacts | undefined): string | undefined {
  const usual = path.includes('kubelet') ? usualKubeletPath(path, platform) : path;
  return BY_PATH.get(usual) ?? BELOW.find(([below]) => below.test(usual))?.[1];
}

/** Whether a container is not root, who may read everything. */
function isNobody(pod: Wire, container: Wire): boolean {
  const { runAsUser, runAsNonRoot, privileged } = { ...pod.securityContext, ...container.securityContext };
  return privileged !== true && (runAsNonRoot === true || runAsUser > 0);
}

function of(containers: readonly string[]): string {
  return containers.length === 1 ? 'the container' : `each of the containers ${containers.join(', ')}`;
}
