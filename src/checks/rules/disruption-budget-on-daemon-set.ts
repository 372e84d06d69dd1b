import { isDaemonSet, Workload } from '../../cluster/inventory/workload';
import { selectsLabels } from '../../cluster/label-selector';
import { podIndexIn, podLabelsOf } from '../../cluster/selectors/pod-index';
import { describeEntry, namespaceOf } from '../../private/entry';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const disruptionBudgetOnDaemonSet: Rule = {
  id: 'disruption-budget-on-daemon-set',
  level: 'note',
  summary: 'A disruption budget is set for the pods of a DaemonSet, which it does not protect.',
  looksAt: 'Selectors of PodDisruptionBudgets that select pods of DaemonSets alone.',
  why: 'A drain passes the pods of DaemonSets by, and the controller deletes them in a rollout without asking for a budget. '
    + '`maxUnavailable` and percentages need a controller with a scale, which a DaemonSet does not have.',
  fix: 'Remove the budget. How many pods a rollout takes at a time is `updateStrategy.rollingUpdate.maxUnavailable`.',
  example: () => ({
    fails: [daemonSet(), budget('agent')],
    passes: [daemonSet(), budget('server')],
  }),
  *check(context) {
    const budgets = context.inventory.ofKind('PodDisruptionBudget', 'policy');
    if (budgets.length === 0) {return;}
    const pods = podIndexIn(context.inventory);
    for (const entry of budgets) {
      const selector = entry.object.spec?.selector ?? {};
      const selected = pods.withLabels(namespaceOf(entry), selector.matchLabels ?? {}).filter(workload => selects(selector, workload));
      if (selected.length > 0 && selected.every(isDaemonSet)) {
        yield findingOf(disruptionBudgetOnDaemonSet, {
          about: entry, path: 'spec.selector', what: `the budget does not hold for the pods of ${describeEntry(selected[0])}`,
        });
      }
    }
  },
};

function selects({ matchLabels, matchExpressions }: Wire, workload: Workload): boolean {
  return selectsLabels({ matchLabels: matchLabels ?? {}, matchExpressions: matchExpressions ?? [] }, podLabelsOf(workload));
}

function budget(app: string): Wire {
  return {
    apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name: app, namespace: 'agents' },
    spec: { maxUnavailable: 1, selector: { matchLabels: { app } } },
  };
}
