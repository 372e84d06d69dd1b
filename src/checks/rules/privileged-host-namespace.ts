import { containersIn } from '../../cluster/inventory/containers';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import { daemonSet } from '../example';
import { standsStillWithout } from '../facts/node-critical';
import type { Rule } from '../rule';

export const privilegedHostNamespace: Rule = {
  id: 'privileged-host-namespace',
  level: 'note',
  summary: 'A privileged container shares the processes or the memory of its node.',
  looksAt: '`privileged` of containers in pods with `hostPID` or `hostIPC`. Agents of this library that have both with a reason are left '
    + 'out, and so are network, storage and device plugins, which act on the node.',
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
        || standsStillWithout(workload) !== undefined) {continue;}
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
