import type { CheckContext } from '../../cluster/inventory/check-context';
import type { Workload } from '../../cluster/inventory/workload';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import type { DefaultPodSecurity } from '../../cluster/platforms/platform-facts';
import { podSecurityLevel as levelOf, podSecurityViolations } from '../../cluster/pod-security';
import { namespaceOf } from '../../private/entry';
import { findingOf, ObjectFinding } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import { enforcementsIn } from '../facts/pod-security-labels';
import type { Rule } from '../rule';

export const podSecurityLevel: Rule = {
  id: 'pod-security-level',
  level: 'error',
  summary: 'The namespace of a workload refuses its pods.',
  looksAt: 'The label `pod-security.kubernetes.io/enforce` of Namespaces, and its version, against the pods of workloads in them. Talos '
    + 'enforces `baseline` where a namespace has no label (`TargetCluster`, `--platform`).',
  why: 'Pod Security admission judges pods alone: the DaemonSet is taken, every one of its pods is refused with `violates PodSecurity`, '
    + 'and no pod appears on any node. The only trace is a FailedCreate event.',
  fix: 'Give the namespace the level that the pods need, or move them to one that has it: AgentNamespace writes the labels.',
  refusedBy: 'api-server',
  example: () => ({
    fails: [namespace('baseline'), daemonSet({ hostNetwork: true })],
    passes: [namespace('privileged'), daemonSet({ hostNetwork: true })],
  }),
  *check(context) {
    const enforced = enforcementsIn(context.inventory);
    const usual = context.platform?.podSecurity;
    if (enforced.size === 0 && usual === undefined) {return;}
    for (const workload of writtenWorkloads(context)) {
      const found = enforced.get(namespaceOf(workload));
      if (workload.kind === 'PodTemplate') {continue;}
      if (found === undefined) {
        if (usual !== undefined) {yield* byDefault(workload, usual, context);}
        continue;
      }
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

/** Where the API server enforces a level by itself. A namespace that is not among the objects may have its labels from somewhere else. */
function* byDefault(
  workload: Workload, { level, exemptNamespaces }: DefaultPodSecurity, { inventory, minor, platform }: CheckContext,
): Iterable<ObjectFinding> {
  const place = namespaceOf(workload);
  if (exemptNamespaces.includes(place)) {return;}
  const template = { metadata: workload.template.metadata, spec: workload.pod };
  const violations = podSecurityViolations(template, level, minor);
  if (violations.length === 0) {return;}
  const isHere = inventory.find('Namespace', '', place) !== undefined;
  yield findingOf(podSecurityLevel, {
    about: workload, path: workload.podPath, given: violations.map(({ message }) => message).join('; '),
    ...!isHere && { level: 'warning', refusedBy: 'nobody' },
    allowed: `pods of the level ${level}, or a namespace with the label pod-security.kubernetes.io/enforce: `
      + `${levelOf(template, minor).level}`,
    what: isHere ? `the namespace '${place}' has no label for its level, so that ${platform!.name} enforces ${level} and refuses the pods`
      : `the namespace '${place}' is not among the objects: unless it has a label for its level, ${platform!.name} enforces ${level} and `
        + 'refuses the pods',
  });
}

function namespace(level: string): Wire {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'agents', labels: { 'pod-security.kubernetes.io/enforce': level } } };
}
