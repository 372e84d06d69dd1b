import { containersIn } from '../../cluster/inventory/containers';
import { programOf } from '../../cluster/inventory/programs';
import type { Workload } from '../../cluster/inventory/workload';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import { workingContainersIn } from '../facts/idle-containers';
import { standsStillWithout } from '../facts/node-critical';
import type { Rule } from '../rule';

export const privilegedHostNamespace: Rule = {
  id: 'privileged-host-namespace',
  level: 'note',
  summary: 'A privileged container shares the processes or the memory of its node.',
  looksAt: '`privileged` of containers in pods with `hostPID` or `hostIPC`. Agents of this library that have both with a reason are left '
    + 'out, and so is what acts on the node by its nature: network, storage and device plugins, pods whose commands enter the node or '
    + 'change its system (`nsenter`, `chroot`, `systemctl` and their like), pods that do their work once and then wait, and programs '
    + 'that restart nodes.',
  why: 'Whoever takes over the container is root on the node with one command: `nsenter --target 1 --all`. Pod Security has no level that '
    + 'allows one of the two and not the other, so nothing else points at the pair.',
  fix: 'Keep one of the two: to read `/proc` of other processes, hostPID and the capability SYS_PTRACE are enough. Where the agent is to '
    + 'run programs of the node, acknowledge it.',
  example: () => ({
    fails: [daemonSet({ hostPID: true }, { securityContext: { privileged: true } })],
    passes: [daemonSet({ hostPID: true }, { securityContext: { capabilities: { add: ['SYS_PTRACE'] } } })],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      const namespaces = ['hostPID', 'hostIPC'].filter(field => workload.pod[field] === true);
      if (namespaces.length === 0) {continue;}
      const privileged = containersIn(workload).filter(({ container }) => container.securityContext?.privileged === true);
      const asked = context.own?.knowledgeOf(workload)?.rights ?? [];
      if (privileged.length === 0 || namespaces.every(field => asked.some(({ name }) => name === field))
        || standsStillWithout(workload) !== undefined || actsOnNode(workload)) {continue;}
      yield findingOf(privilegedHostNamespace, {
        about: workload, path: `${workload.podPath}.${namespaces[0]}`,
        ...privileged.length === 1 && { container: privileged[0].name },
        what: `${privileged.length === 1 ? `the container '${privileged[0].name}' is` : 'the containers '
          + `${privileged.map(({ name }) => name).join(', ')} are`} privileged, and ${namespaces.includes('hostPID')
          ? 'can enter every process of the node' : 'share the memory of processes of the node'}`,
        given: ['privileged', ...namespaces].join(', '),
      });
    }
  },
};

/** Programs of the node, by which scripts enter it or change its system. */
const OF_NODE = /\b(nsenter|chroot|systemctl|journalctl|systemd-run|sysctl|modprobe|insmod|iptables|ip6tables|nft|apt-get|apt|dnf|yum|zypper|reboot)\b/;

const RESTARTS_NODES = /(^|[/-])(kured|draino|node-update-agent|update-operator)(-|$)/;

/** Whether a pod is there to change its node: both rights are what it needs. */
function actsOnNode(workload: Workload): boolean {
  const containers = containersIn(workload);
  return workingContainersIn(workload).length === 0 || containers.some(({ container: { image, command, args, env } }) =>
    RESTARTS_NODES.test(programOf(image) ?? '')
    || [...texts(command), ...texts(args), ...(env ?? []).map(({ value }: Wire) => value)].some(text => OF_NODE.test(String(text))));
}

function texts(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list : [];
}
