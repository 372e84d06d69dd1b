import { Construct } from 'constructs';
import { AGENT_DEFAULTS } from './defaults';
import { knownNodeAgent, shapedNodeAgent } from './input/known-node-agent';
import { NodeAgentProps } from './node-agent-props';
import { NodeCoverage } from './nodes/node-coverage';
import { AgentConstruct } from './objects/agent-construct';
import { daemonSet } from './plan/placement';
import { Rollout } from './rollout';
import { TargetCluster } from './target-cluster';
import { located } from '../private/agent-error';
import { valueOf } from '../private/default-row';

/**
 * A program that runs once on every node: a DaemonSet with everything around it.
 *
 * The defaults are those of an agent that a careful platform team would run: on every Linux node whatever its taints, without rights it did not ask for, replaced on a
 * tenth of the nodes at a time. Each can be changed, and each can be switched off so that nothing is written.
 */
export class NodeAgent extends AgentConstruct {
  public constructor(scope: Construct, id: string, props: NodeAgentProps) {
    // subclasses have options of their own
    const path = [scope.node.path, id].filter(Boolean).join('/');
    const known = (new.target === NodeAgent ? knownNodeAgent : shapedNodeAgent)(path, props);
    const usual = Rollout.percent(valueOf(AGENT_DEFAULTS.rolloutPercent, TargetCluster.of(scope)));
    super(scope, id, known, { workload: located(path, () => daemonSet(known.rollout ?? usual)), nodes: known.nodes ?? NodeCoverage.linux() });
  }
}
