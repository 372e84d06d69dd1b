import type { CheckContext } from '../../cluster/inventory/check-context';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { namespaceFor } from '../../private/entry';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

const CRITICAL: ReadonlySet<unknown> = new Set(['system-node-critical', 'system-cluster-critical']);

export const criticalPriorityQuota: Rule = {
  id: 'critical-priority-quota',
  level: 'error',
  summary: 'The platform admits the priority class only where a ResourceQuota allows it, and the namespace has none.',
  looksAt: '`priorityClassName` of workloads outside of kube-system, and ResourceQuotas of their namespaces with a scope for it, on '
    + 'platforms that meter critical classes (`TargetCluster`, `--platform`).',
  why: 'GKE refuses every pod with `insufficient quota to match these scopes`: the DaemonSet is there, has no pods, and says so in an '
    + 'event alone.',
  fix: 'Add a ResourceQuota for the class to the namespace, as this library does for its agents, or take another class: '
    + '`Priority.dedicated(900000000)`.',
  example: () => ({
    platform: 'gke',
    fails: [daemonSet({ priorityClassName: 'system-node-critical' })],
    passes: [daemonSet({ priorityClassName: 'system-node-critical' }), quota()],
  }),
  *check(context) {
    if (context.platform?.criticalPriorityNeedsQuota !== true) {return;}
    for (const workload of writtenWorkloads(context)) {
      const { priorityClassName } = workload.pod;
      const namespace = namespaceFor(workload);
      if (!CRITICAL.has(priorityClassName) || namespace === undefined || namespace === 'kube-system'
        || hasQuota(context, namespace, priorityClassName)) {continue;}
      yield findingOf(criticalPriorityQuota, {
        about: workload, path: `${workload.podPath}.priorityClassName`, given: priorityClassName,
        what: `the class needs a ResourceQuota outside of kube-system on ${context.platform.name}, and the namespace '${namespace}' has `
          + 'none among the objects',
      });
    }
  },
};

function hasQuota({ inventory }: CheckContext, namespace: string, priorityClassName: string): boolean {
  return inventory.ofKind('ResourceQuota').some(entry => namespaceFor(entry) === namespace && allows(entry.object.spec, priorityClassName));
}

function allows(spec: Wire | undefined, priorityClassName: string): boolean {
  const scopes: readonly Wire[] = spec?.scopeSelector?.matchExpressions ?? [];
  return scopes.some(({ scopeName, operator, values }) =>
    scopeName === 'PriorityClass' && (operator === 'Exists' || operator === 'In' && values?.includes(priorityClassName) === true));
}

function quota(): Wire {
  return {
    apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'agent', namespace: 'agents' },
    spec: {
      hard: { pods: '1G' },
      scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: ['system-node-critical'] }] },
    },
  };
}
