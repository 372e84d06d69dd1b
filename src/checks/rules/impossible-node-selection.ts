import { IMPOSSIBLE_NODE_SELECTION, impossibleSelections } from '../../cluster/placement/impossible-selections';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const impossibleNodeSelection: Rule = {
  ...IMPOSSIBLE_NODE_SELECTION,
  summary: 'No node can meet what a workload asks of it.',
  looksAt: '`nodeSelector` and required node affinity of workloads, and the labels `kubernetes.io/os` and `kubernetes.io/arch`, whose '
    + 'values are known.',
  why: 'A label has one value: what asks for two of them, or for a system or processor by a name that Kubernetes does not use, runs '
    + 'nowhere. The DaemonSet then wants no pod at all, and counts as complete.',
  example: () => ({
    fails: [daemonSet({ nodeSelector: { 'kubernetes.io/arch': 'x86_64' } })],
    passes: [daemonSet({ nodeSelector: { 'kubernetes.io/arch': 'amd64' } })],
  }),
  check: impossibleSelections,
};
