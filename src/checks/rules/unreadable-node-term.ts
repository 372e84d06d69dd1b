import { UNREADABLE_NODE_TERM, unreadableTerms } from '../../cluster/placement/unreadable-terms';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';

export const unreadableNodeTerm: Rule = {
  ...UNREADABLE_NODE_TERM,
  summary: 'A term of a node affinity is empty or cannot be read, and matches no node.',
  looksAt: 'Required and preferred node affinities of workloads: terms without a condition, `Gt` and `Lt` with anything but a whole '
    + 'number.',
  why: 'The API server takes both. The scheduler and the DaemonSet controller then pass the term over in silence: with no other term the '
    + 'agent runs on no node at all. Where another term can be read it is a warning, and so it is for preferences.',
  example: () => ({
    fails: [withTerms([{ matchExpressions: [{ key: 'example.com/memory-gib', operator: 'Gt', values: ['15.5'] }] }])],
    passes: [withTerms([{ matchExpressions: [{ key: 'example.com/memory-gib', operator: 'Gt', values: ['15'] }] }])],
  }),
  check: unreadableTerms,
};

function withTerms(nodeSelectorTerms: Wire[]): Wire {
  return daemonSet({ affinity: { nodeAffinity: { [REQUIRED]: { nodeSelectorTerms } } } });
}
