import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { podSecurityLevel as levelOf, podSecurityViolations } from '../../cluster/pod-security';
import { namespaceOf } from '../../private/entry';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import { enforcementsIn } from '../facts/pod-security-labels';
import type { Rule } from '../rule';

export const podSecurityLevel: Rule = {
  id: 'pod-security-level',
  level: 'error',
  summary: 'The namespace of a workload refuses its pods.',
  looksAt: 'The label `pod-security.kubernetes.io/enforce` of Namespaces, and its version, against the pods of workloads in them.',
  why: 'Pod Security admission judges pods alone: the DaemonSet is taken, every one of its pods is refused with `violates PodSecurity`, and no pod appears on any '
    + 'node. The only trace is a FailedCreate event.',
  fix: 'Give the namespace the level that the pods need, or move them to one that has it: AgentNamespace writes the labels.',
  refusedBy: 'api-server',
  example: () => ({
    fails: [namespace('baseline'), daemonSet({ hostNetwork: true })],
    passes: [namespace('privileged'), daemonSet({ hostNetwork: true })],
  }),
  *check(context) {
    const enforced = enforcementsIn(context.inventory);
    if (enforced.size === 0) {return;}
    for (const workload of writtenWorkloads(context)) {
      const found = enforced.get(namespaceOf(workload));
      if (found === undefined || workload.kind === 'PodTemplate') {continue;}
      const template = { metadata: workload.template.metadata, spec: workload.pod };
      const minor = Math.min(found.minor ?? context.minor, context.minor);
      const violations = podSecurityViolations(template, found.level, minor);
      if (violations.length === 0) {continue;}
      const needed = levelOf(template, minor).level;
      yield findingOf(podSecurityLevel, {
        about: workload, path: workload.podPath, given: violations.map(({ message }) => message).join('; '),
        allowed: `pods of the level ${found.level}, or a namespace that enforces ${needed}`,
        what: `the namespace ${found.namespace.name} enforces ${found.level} and refuses the pods`,
      });
    }
  },
};

function namespace(level: string): Wire {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'agents', labels: { 'pod-security.kubernetes.io/enforce': level } } };
}
