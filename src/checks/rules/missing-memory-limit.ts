import { isDaemonSet, Workload } from '../../cluster/inventory/workload';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { fieldPath } from '../../private/field-path';
import { findingOf } from '../../private/finding';
import { daemonSet } from '../example';
import { isOfControlPlane } from '../facts/control-plane';
import { mainContainersIn } from '../facts/helper-containers';
import { workingContainersIn } from '../facts/idle-containers';
import { hasLimit } from '../facts/limit-ranges';
import { standsStillWithout } from '../facts/node-critical';
import { isScriptOrExample } from '../facts/node-scripts';
import type { Rule } from '../rule';

export const missingMemoryLimit: Rule = {
  id: 'missing-memory-limit',
  level: 'warning',
  summary: 'A container may take all the memory of its node.',
  looksAt: '`resources.limits.memory` of containers of DaemonSets that work for as long as the pod runs: not of init containers, nor of '
    + 'those that only wait, as `pause` does, nor of small helpers. Network, storage and device plugins, and what is critical for its '
    + 'node, are left out: when they are killed, more is lost than memory. So are scripts that change their node and wait. The '
    + 'resources of the pod and a LimitRange of the namespace '
    + 'count. A limit of processor '
    + 'time is not asked for: it slows an agent down when it has most to do.',
  why: 'A leak, or a backlog while the destination is down, grows until the kernel kills something on the node, and that need not be the '
    + 'agent. An agent has that leak on every node.',
  fix: 'Set `resources.limits.memory` well above what the agent uses when it is busy (`Resources`). Where an agent that is killed takes '
    + 'the node with it, such as a network agent, acknowledge it.',
  together: containers => `${containers} have no limit of memory`,
  example: () => ({
    fails: [daemonSet({
      containers: [{ name: 'agent', image: 'example.com/agent:1.0.0', resources: { requests: { cpu: '50m', memory: '64Mi' } } }],
    })],
    passes: [daemonSet({}, { resources: { limits: { memory: '256Mi' } } })],
  }),
  *check(context) {
    const has = hasLimit(context);
    for (const workload of writtenWorkloads(context)) {
      for (const placed of workingContainersIn(workload)) {
        const { container, name, path } = placed;
        if (has(workload, container, 'memory')) {continue;}
        const isUsual = !isDaemonSet(workload) || isOfNode(workload) || !mainContainersIn(workload).includes(placed);
        yield findingOf(missingMemoryLimit, {
          about: workload, ...isUsual && { isUsual }, container: name, path: fieldPath(path, container, 'resources', 'limits', 'memory'),
          what: 'the container has no limit of memory', allowed: 'limits.memory',
        });
      }
    }
  },
};

/** Whether more is lost than the memory that is saved when the agent is killed. */
function isOfNode(workload: Workload): boolean {
  return standsStillWithout(workload) !== undefined || isOfControlPlane(workload) || isScriptOrExample(workload)
    || workload.pod.priorityClassName === 'system-node-critical';
}
