import { isAtOrBelow } from '../../cluster/host-state/host-directories';
import { hostMountsIn } from '../../cluster/host-state/host-mounts';
import type { PlacedContainer } from '../../cluster/inventory/containers';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import { KUBELET_DIRECTORY } from '../../private/standard-values';
import { daemonSet, hostPath } from '../example';
import { standsStillWithout } from '../facts/node-critical';
import type { Rule } from '../rule';

export const writableHostPath: Rule = {
  id: 'writable-host-path',
  level: 'warning',
  summary: 'A container may write what belongs to its node.',
  looksAt: '`readOnly` of mounts of `hostPath` volumes: system directories, `/etc`, log directories, and what the kubelet and the '
    + 'container runtimes keep. A directory of the agent\'s own below `/var/lib` and the like is meant to be written, and so are devices, '
    + 'kernel settings below `/proc/sys` and `/sys`, and the directories in which plugins are installed. Privileged containers and init '
    + 'containers, which install something, are left out.',
  why: 'Who takes over the agent becomes root on every node by a line in one file: a unit of systemd, a static pod, a program that others '
    + 'run. Log directories are enough: the kubelet follows links in them.',
  fix: 'Set `readOnly: true` on the mount (`HostPath.readOnly`), and keep positions and buffers in a directory of the agent\'s own '
    + '(`HostPath.state`).',
  example: () => {
    const volumes = [hostPath('logs', '/var/log')];
    const mount = { name: 'logs', mountPath: '/var/log' };
    return {
      fails: [daemonSet({ volumes }, { volumeMounts: [mount] })],
      passes: [daemonSet({ volumes }, { volumeMounts: [{ ...mount, readOnly: true }] })],
    };
  },
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      const writable = hostMountsIn(workload).filter(({ isWritable, mount, path, container }) =>
        isWritable && mount.mountPropagation !== 'Bidirectional' && belongsToNode(path) && !isMeantToWrite(container));
      const isPlugin = writable.length > 0 && standsStillWithout(workload) !== undefined;
      for (const { container, mountPath, path, volume } of writable) {
        if (isPlugin && /\/kubelet$/.test(path)) {continue;}
        yield findingOf(writableHostPath, {
          about: workload, container: container.name, path: `${mountPath}.readOnly`,
          what: 'the container may write what belongs to the node', given: volume.hostPath.path,
          allowed: 'readOnly: true',
          ...context.own?.knowledgeOf(workload)?.statePaths.includes(volume.hostPath.path) && { fix: MOVE_STATE },
        });
      }
    }
  },
};

/** A privileged container is root on the node without any mount, and an init container that writes there installs something. */
function isMeantToWrite({ container, role }: PlacedContainer): boolean {
  return role === 'init' || container.securityContext?.privileged === true;
}

/** What is kept in a directory of the agent's own is in the wrong place. */
const MOVE_STATE = 'Keep it below `/var/lib`, in a directory that only this agent uses: `HostPath.state(\'/var/lib/NAME\')`.';

/** Directories of which every file belongs to the node. */
const WHOLE = [
  '/bin', '/boot', '/etc', '/home', '/lib', '/lib64', '/root', '/sbin', '/usr', '/var/lib/docker', '/var/lib/containerd',
  '/var/lib/containers', '/var/lib/etcd',
];

/** Directories in which others have some of their own. */
const ITSELF = new Set([
  '/', '/opt', '/proc', '/run', '/sys', '/var', '/var/lib', KUBELET_DIRECTORY, '/var/log', '/var/log/containers', '/var/log/journal',
  '/var/log/pods', '/run/log', '/run/log/journal',
]);

/** Where agents install what the kubelet and the runtime call. */
const INSTALLED = ['/etc/cni', '/etc/cdi', '/etc/kubernetes/volumeplugins', '/etc/nri', '/home/kubernetes/bin', '/usr/libexec/kubernetes'];

function belongsToNode(path: string): boolean {
  return ITSELF.has(path) || /\/kubelet$/.test(path)
    || WHOLE.some(directory => isAtOrBelow(path, directory)) && !INSTALLED.some(directory => isAtOrBelow(path, directory));
}
