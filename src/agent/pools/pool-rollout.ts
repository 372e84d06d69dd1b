import { Duration } from 'cdk8s';
import { NodePool } from './node-pool';
import { valueOf, FlagSource } from '../../private/default-row';
import { AGENT_DEFAULTS } from '../defaults';
import { Rollout } from '../rollout';

/** How a change reaches the nodes of a pool of an agent with this rollout. */
export function rolloutOf({ kind, options }: NodePool, ofAgent: Rollout, cluster: FlagSource): Rollout {
  if (options?.rollout !== undefined) {return options.rollout;}
  // where the restart of a pod costs its node something, a canary costs the same
  if (kind !== 'canary' || ofAgent.type === 'OnDelete') {return ofAgent;}
  const { nodes, minReadySeconds } = valueOf(AGENT_DEFAULTS.canaryRollout, cluster);
  return Rollout.count(nodes, { minReady: Duration.seconds(minReadySeconds) });
}
