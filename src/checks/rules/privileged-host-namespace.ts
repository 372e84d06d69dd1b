import { hostMountsIn } from '../../cluster/host-state/host-mounts';
import { containersIn } from '../../cluster/inventory/containers';
import type { Workload } from '../../cluster/inventory/workload';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import { daemonSet } from '../example';
import { standsStillWithout } from '../facts/node-critical';
import { actsOnNode } from '../facts/node-scripts';
import type { Rule } from '../rule';

export const privilegedHostNamespace: Rule = {
  id: 'privileged-host-namespace',
  level: 'note',
  summary: 'A privileged container shares the processes or the memory of its node.',
  looksAt: '`privileged` of containers in pods with `hostPID` or `hostIPC`. Agents of this library that have both with a reason are left '
    + 'out, and so is what acts on the node by its nature: network, storage and device plugins, pods whose commands enter the node or '
    + 'change its system (`nsenter`, `chroot`, `systemctl` and their like), pods that do their work once and then wait, programs '
    + 'that restart nodes, and those that load programs into the kernel (eBPF, modules).',
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
        || standsStillWithout(workload) !== undefined || actsOnNode(workload) || loadsPrograms(workload)) {continue;}
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

/** Where programs for the kernel are loaded: that takes root on the node, and its processes to say what was seen. */
const OF_KERNEL = /^\/sys\/(fs\/bpf|kernel\/(debug|tracing|security))(\/|$)|^\/(usr\/)?lib\/modules(\/|$)|^\/usr\/src(\/|$)/;

function loadsPrograms(workload: Workload): boolean {
  return hostMountsIn(workload).some(({ path }) => OF_KERNEL.test(path));
}
