import { Construct } from 'constructs';
import { AGENT_DEFAULTS } from './defaults';
import { NodeAgentProps } from './node-agent-props';
import { NodeCoverage } from './nodes/node-coverage';
import { AgentConstruct } from './objects/agent-construct';
import { makerOf, PlaceAgent } from './objects/maker-of';
import { daemonSet, Placement } from './plan/placement';
import type * as Pools from './pools/place-pools';
import { Rollout } from './rollout';
import { valueOf } from '../private/default-row';
import { attempting } from '../private/doors/entrance';
import { guardClass } from '../private/doors/guard-class';

/**
 * A program that runs once on every node: a DaemonSet with everything around it.
 *
 * The defaults are those of an agent that a careful platform team would run: on every Linux node whatever its taints, without rights it did
 * not ask for, replaced on a tenth of the nodes at a time. Each can be changed, and each can be switched off so that nothing is written.
 *
 * @example
 * import { Chart } from 'cdk8s';
 * import { HostPath, NodeAgent, NodeCoverage } from 'cdk8s-node-agents';
 *
 * declare const chart: Chart;
 * new NodeAgent(chart, 'agent', {
 *   image: 'ghcr.io/your-org/agent:1.0.0',
 *   nodes: NodeCoverage.labelled({ nodepool: 'workers' }),
 *   hostPaths: [HostPath.readOnly('/var/log')],
 * });
 */
export class NodeAgent extends AgentConstruct {
  public constructor(scope: Construct, id: string, props: NodeAgentProps) {
    // subclasses have options of their own
    super(scope, id, makerOf('NodeAgent', scope, id, props, new.target !== NodeAgent, onNodes));
  }
}

guardClass({ NodeAgent });

const onNodes: PlaceAgent<NodeAgentProps> = (given, cluster, findings) => {
  const usual = Rollout.percent(valueOf(AGENT_DEFAULTS.rolloutPercent, cluster));
  const workload = attempting(findings, () => daemonSet(given.rollout ?? usual), () => daemonSet(usual));
  const own: Placement = { workload, nodes: given.nodes ?? NodeCoverage.linux() };
  const { pools = [] } = given;
  if (pools.length === 0) {return { given, own };}
  const divided = { given, own, rollout: given.rollout ?? usual };
  return { given, own, placements: attempting(findings, () => loadPools().placePools(pools, divided, cluster), () => [own]) };
};

/** Loaded for agents with pools alone. */
function loadPools(): typeof Pools {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./pools/place-pools');
}
