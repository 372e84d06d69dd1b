import type { Workload } from '../../cluster/inventory/workload';
import { writtenDaemonSets } from '../../cluster/inventory/written-workloads';
import { selectsLabels } from '../../cluster/label-selector';
import { podLabelsOf } from '../../cluster/selectors/pod-index';
import { namespaceOf } from '../../private/entry';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const HOSTNAME = 'kubernetes.io/hostname';

export const spreadOnDaemonSet: Rule = {
  id: 'spread-on-daemon-set',
  level: 'warning',
  summary: 'A DaemonSet asks for neighbours or distances that its controller does not look at.',
  looksAt: 'Required `podAffinity` and `podAntiAffinity`, and `topologySpreadConstraints` with DoNotSchedule, of DaemonSets.',
  why: 'The controller makes a pod for every node that its selectors and tolerations allow, and looks at no other pods. The scheduler '
    + 'does: where the rule is not met the pod stays Pending, counts as unavailable, and a rollout stops at it. Pods of one DaemonSet that '
    + 'keep away from each other by zone leave one in each zone, and by node stop every rollout with `maxSurge`: these are errors.',
  fix: 'Choose the nodes by labels. A DaemonSet has one pod a node without any rule.',
  example: () => ({
    fails: [apart({ 'example.com/noisy': 'true' })],
    passes: [daemonSet({ nodeSelector: { 'example.com/quiet': 'true' } })],
  }),
  *check(context) {
    for (const workload of writtenDaemonSets(context)) {
      const { affinity, topologySpreadConstraints } = workload.pod;
      const place = `${workload.podPath}.affinity`;
      for (const [index, term] of (affinity?.podAffinity?.[REQUIRED] ?? []).entries()) {
        if (isOwn(term, workload)) {continue;}
        yield findingOf(spreadOnDaemonSet, {
          about: workload, path: `${place}.podAffinity.${REQUIRED}[${index}]`, given: `topologyKey ${term.topologyKey}`,
          what: 'on nodes without such a neighbour the pods stay Pending',
        });
      }
      for (const [index, term] of (affinity?.podAntiAffinity?.[REQUIRED] ?? []).entries()) {
        const isSelf = isOwn(term, workload);
        const isByNode = term.topologyKey === HOSTNAME;
        if (isSelf && isByNode && !workload.facts.surges || !isMapped(term)) {continue;}
        yield findingOf(spreadOnDaemonSet, {
          about: workload, path: `${place}.podAntiAffinity.${REQUIRED}[${index}]`, given: `topologyKey ${term.topologyKey}`,
          level: isSelf ? 'error' : 'warning',
          what: !isSelf ? 'on nodes with such a neighbour the pods stay Pending'
            : isByNode
              ? 'the new pod of a rollout may not start next to the old one, which waits for it'
              : `of the pods of each ${term.topologyKey} all but one stay Pending`,
        });
      }
      for (const [index, { whenUnsatisfiable, topologyKey }] of (topologySpreadConstraints ?? []).entries()) {
        if (whenUnsatisfiable !== 'DoNotSchedule' || topologyKey === HOSTNAME) {continue;}
        yield findingOf(spreadOnDaemonSet, {
          about: workload, path: `${workload.podPath}.topologySpreadConstraints[${index}]`, given: `topologyKey ${topologyKey}`,
          what: 'where groups of nodes differ in size, pods of the larger ones stay Pending',
        });
      }
    }
  },
};

/** A selector that is not there matches no pod. */
function isMapped({ labelSelector }: Wire): boolean {
  return typeof labelSelector === 'object' && labelSelector !== null;
}

/** Whether a rule is about the pods of the DaemonSet itself. */
function isOwn(term: Wire, workload: Workload): boolean {
  const { labelSelector, namespaces, namespaceSelector } = term;
  const isSameNamespace = namespaceSelector || !namespaces?.length || namespaces.includes(namespaceOf(workload));
  if (!isMapped(term) || !isSameNamespace) {return false;}
  const { matchLabels, matchExpressions } = labelSelector;
  return selectsLabels({ matchLabels: matchLabels ?? {}, matchExpressions: matchExpressions ?? [] }, podLabelsOf(workload));
}

function apart(matchLabels: Wire): Wire {
  return daemonSet({ affinity: { podAntiAffinity: { [REQUIRED]: [{ labelSelector: { matchLabels }, topologyKey: HOSTNAME }] } } });
}
