import { Duration } from 'cdk8s';
import * as fc from 'fast-check';
import { maybe } from './values';
import { ClusterAgentOptions, ClusterWorkload, DisruptionBudget, PodSpread } from '../../../src';

const workload = fc.record({
  minReady: maybe(fc.integer({ min: 0, max: 60 })), revisionHistoryLimit: maybe(fc.nat({ max: 20 })),
  maxUnavailable: maybe(fc.nat({ max: 3 })),
  maxSurge: maybe(fc.integer({ min: 1, max: 3 })), kind: fc.constantFrom('deployment', 'recreatedDeployment', 'statefulSet'),
}).map(({ kind, minReady, maxUnavailable, maxSurge, ...options }) => {
  const common = { ...options, minReady: minReady === undefined ? undefined : Duration.seconds(minReady) };
  return kind === 'deployment'
    ? ClusterWorkload.deployment({ ...common, maxUnavailable, maxSurge })
    : ClusterWorkload[kind as 'statefulSet'](common);
});

/** Where and how often a ClusterAgent runs. */
export const replicatedOptions: fc.Arbitrary<Pick<ClusterAgentOptions, 'replicas' | 'autoscaled' | 'workload' | 'spread'
  | 'disruptionBudget'>> = fc.record({
  replicas: fc.integer({ min: 0, max: 5 }),
  autoscaled: fc.boolean(),
  workload: maybe(workload),
  spread: fc.constantFrom(
    undefined, PodSpread.acrossNodes(), PodSpread.acrossZones(), PodSpread.strictlyAcrossNodes(), PodSpread.clusterDefault(),
  ),
  disruptionBudget: fc.constantFrom(undefined, DisruptionBudget.none(), DisruptionBudget.maxUnavailable(2)),
}).map(({ autoscaled, replicas, ...options }) => ({ ...options, ...autoscaled ? { autoscaled } : { replicas } }));
