import { SELECTOR_OVERLAP, selectorOverlaps } from '../../cluster/selectors/selector-overlaps';
import { daemonSet, deployment } from '../example';
import type { Rule } from '../rule';

export const selectorOverlap: Rule = {
  ...SELECTOR_OVERLAP,
  summary: 'A workload selects the pods of another one in its namespace.',
  looksAt: '`spec.selector` of DaemonSets, Deployments, StatefulSets and ReplicaSets against the labels of the pods of the others.',
  why: "Controllers adopt each other's orphaned pods and delete them as too many. What reads the same labels, such as Services, "
    + 'autoscalers, disruption budgets and `kubectl logs`, takes the '
    + 'pods of both for one.',
  example: () => {
    const labels = (own: object) => ({ selector: { matchLabels: own }, template: { metadata: { labels: own } } });
    return {
      fails: [
        daemonSet({}, {}, labels({ app: 'logs' })),
        deployment({}, {}, { name: 'gateway', ...labels({ app: 'logs', component: 'gateway' }) }),
      ],
      passes: [
        daemonSet({}, {}, labels({ app: 'logs', component: 'agent' })),
        deployment({}, {}, { name: 'gateway', ...labels({ app: 'logs', component: 'gateway' }) }),
      ],
    };
  },
  check: selectorOverlaps,
};
