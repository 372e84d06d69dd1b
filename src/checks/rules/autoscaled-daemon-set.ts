import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import type { Rule } from '../rule';

export const autoscaledDaemonSet: Rule = {
  id: 'autoscaled-daemon-set',
  level: 'error',
  summary: 'A HorizontalPodAutoscaler is to scale a DaemonSet.',
  looksAt: '`scaleTargetRef` of HorizontalPodAutoscalers.',
  why: 'A DaemonSet has one pod a node and no scale: the autoscaler reports FailedGetScale for ever and changes nothing.',
  fix: 'Remove it. What grows with the node is set by requests, or by a VerticalPodAutoscaler.',
  example: () => ({
    fails: [autoscaler('DaemonSet')],
    passes: [autoscaler('Deployment')],
  }),
  *check({ inventory }) {
    for (const entry of inventory.ofKind('HorizontalPodAutoscaler', 'autoscaling')) {
      const { kind, name } = entry.object.spec?.scaleTargetRef ?? {};
      if (kind === 'DaemonSet') {
        yield findingOf(autoscaledDaemonSet, {
          about: entry, path: 'spec.scaleTargetRef.kind', what: 'a DaemonSet has no replicas to scale', given: `DaemonSet ${name}`,
        });
      }
    }
  },
};

function autoscaler(kind: string): Wire {
  return {
    apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata: { name: 'agent', namespace: 'agents' },
    spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind, name: 'agent' }, minReplicas: 1, maxReplicas: 3 },
  };
}
