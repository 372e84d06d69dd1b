import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { fieldPath } from '../../private/field-path';
import { findingOf } from '../../private/finding';
import { daemonSet } from '../example';
import { mainContainersIn } from '../facts/helper-containers';
import { hasRequest } from '../facts/limit-ranges';
import { isScriptOrExample } from '../facts/node-scripts';
import type { Rule } from '../rule';

const RESOURCES = ['cpu', 'memory'];

export const missingRequests: Rule = {
  id: 'missing-requests',
  level: 'warning',
  summary: 'A container requests no processor time or no memory.',
  looksAt: '`resources.requests` of containers that work for as long as the pod runs: not of init containers, nor of those that '
    + 'only wait, as `pause` does, nor of small helpers, such as registrars and proxies of metrics. A limit counts as a request, and so '
    + 'do the resources of the pod and a LimitRange of the '
    + 'namespace.',
  why: 'The scheduler sets nothing aside for it: nodes are filled to the last, and the agent starves when they are busy. What uses more '
    + 'memory than it requested is evicted first, and autoscalers do not count it on new nodes.',
  fix: 'Set `resources.requests` to what the agent uses on a usual node (`Resources`).',
  together: containers => `${containers} do not request all of processor time and memory`,
  example: () => ({
    fails: [daemonSet({ containers: [{ name: 'agent', image: 'example.com/agent:1.0.0' }] })],
    passes: [daemonSet({}, { resources: { requests: { cpu: '50m', memory: '64Mi' } } })],
  }),
  *check(context) {
    const has = hasRequest(context);
    for (const workload of writtenWorkloads(context)) {
      for (const { container, name, path } of mainContainersIn(workload)) {
        const missing = RESOURCES.filter(resource => !has(workload, container, resource));
        if (missing.length === 0) {continue;}
        yield findingOf(missingRequests, {
          about: workload, container: name, ...isScriptOrExample(workload) && { isUsual: true },
          path: fieldPath(path, container, 'resources', 'requests', ...missing.length === 1 ? missing : []),
          what: `the container requests no ${missing.join(' and no ')}`,
          allowed: missing.map(resource => `requests.${resource}`).join(', '),
        });
      }
    }
  },
};
