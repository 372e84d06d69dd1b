import { findSelectorCollisions } from '../../cluster/collisions/selector-collisions';
import { describeEntry, namespaceOf } from '../../private/entry';
import type { Workload } from '../../cluster/inventory/workload';
import { describeSelector } from '../../cluster/label-selector';
import type { Wire } from '../../private/wire';
import { daemonSet, deployment } from '../example';
import { writtenWorkloads } from '../facts/written-workloads';
import type { Rule } from '../rule';

export const selectorOverlap: Rule = {
  id: 'selector-overlap',
  level: 'warning',
  summary: 'A workload selects the pods of another one in its namespace.',
  looksAt: '`spec.selector` of DaemonSets, Deployments, StatefulSets and ReplicaSets against the labels of the pods of the others.',
  why: "Controllers adopt each other's orphaned pods and delete them as too many. What reads the same labels, such as Services, autoscalers, disruption budgets and `kubectl logs`, takes the "
    + 'pods of both for one.',
  fix: 'Give each workload a label of its own in its selector and on its pods, such as `app.kubernetes.io/component` (`identity`). A selector cannot be changed: the workload is made anew.',
  sameAs: ['selector-collision'],
  example: () => {
    const labels = (own: object) => ({ selector: { matchLabels: own }, template: { metadata: { labels: own } } });
    return {
      fails: [daemonSet({}, {}, labels({ app: 'logs' })), deployment({}, {}, { name: 'gateway', ...labels({ app: 'logs', component: 'gateway' }) })],
      passes: [
        daemonSet({}, {}, labels({ app: 'logs', component: 'agent' })), deployment({}, {}, { name: 'gateway', ...labels({ app: 'logs', component: 'gateway' }) }),
      ],
    };
  },
  check: (context, report) => {
    const told = new Set<string>();
    const selecting = writtenWorkloads(context).filter(({ apiVersion, object }) => apiVersion.startsWith('apps/') && object.spec?.selector).map(asSelecting);
    findSelectorCollisions(selecting, {
      placeOf: ({ workload }) => namespaceOf(workload),
      // of two objects of one kind and name there is one in the end
      areTwo: (one, other) => one.workload.name !== other.workload.name || one.workload.kind !== other.workload.kind,
    }, (one, other) => {
      const place = namespaceOf(one.workload);
      // that both select each other is one thing to mend
      const [mine, theirs] = [one, other].map(({ workload: { kind, name } }) => `${kind} ${name}`);
      if (told.has(`${place}\n${theirs}\n${mine}`)) {return;}
      told.add(`${place}\n${mine}\n${theirs}`);
      report({
        about: one.workload, path: 'spec.selector', what: `the selector also selects the pods of ${describeEntry(other.workload)}`, given: describeSelector(one.selector),
      });
    });
  },
};

interface Selecting {
  readonly workload: Workload;
  readonly selector: Wire;
  readonly podLabels: Wire;
}

function asSelecting(workload: Workload): Selecting {
  return { workload, selector: workload.object.spec.selector, podLabels: workload.template.metadata?.labels ?? {} };
}
