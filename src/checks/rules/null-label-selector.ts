import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import type { Level } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { deployment } from '../example';
import type { Rule } from '../rule';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

export const nullLabelSelector: Rule = {
  id: 'null-label-selector',
  level: 'warning',
  summary: 'A rule about neighbours names no pods, and so means none.',
  looksAt: '`labelSelector` in `topologySpreadConstraints`, `podAffinity` and `podAntiAffinity` of workloads.',
  why: 'Without a selector the rule matches no pod, other than an empty one, which matches every pod. Spreading and keeping apart then do '
    + 'nothing, and the API server only warns. Pods that require a neighbour wait for ever.',
  fix: 'Name the labels of the pods that are meant.',
  example: () => ({
    fails: [spread({})],
    passes: [spread({ labelSelector: { matchLabels: { app: 'agent' } } })],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      const { affinity, topologySpreadConstraints } = workload.pod;
      const nullIn = function* (term: Wire | undefined, path: () => string, what: string, level: Level) {
        if (term && (term.labelSelector ?? undefined) === undefined) {
          yield findingOf(nullLabelSelector, { about: workload, path: `${workload.podPath}.${path()}.labelSelector`, what, level });
        }
      };
      for (const [index, each] of (topologySpreadConstraints ?? []).entries()) {
        yield* nullIn(each, () => `topologySpreadConstraints[${index}]`, 'the constraint counts no pod, and spreads nothing', 'warning');
      }
      if (!affinity) {continue;}
      for (const kind of ['podAffinity', 'podAntiAffinity']) {
        const { [REQUIRED]: required, [PREFERRED]: preferred } = affinity[kind] ?? {};
        const isAffinity = kind === 'podAffinity';
        for (const [index, term] of (required ?? []).entries()) {
          yield* nullIn(term, () => `affinity.${kind}.${REQUIRED}[${index}]`,
            isAffinity ? 'the pods wait for a neighbour that no pod can be' : 'the pods are kept apart from no pod',
            isAffinity ? 'error' : 'warning');
        }
        for (const [index, { podAffinityTerm }] of (preferred ?? []).entries()) {
          yield* nullIn(
            podAffinityTerm, () => `affinity.${kind}.${PREFERRED}[${index}].podAffinityTerm`, 'the preference is about no pod', 'warning',
          );
        }
      }
    }
  },
};

function spread(selector: Wire): Wire {
  return deployment({
    topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway', ...selector }],
  });
}
