import { Construct } from 'constructs';
import { AgentOptions } from './agent-options';
import { AgentWorkload } from './agent-workload';
import { knownNodeAgent, shapedNodeAgent } from './input/known-node-agent';
import { NodeAgentProps } from './node-agent-props';
import { WorkloadShape } from './render/workload-shape';
import { Rollout } from './rollout';
import { WorkloadOptions } from './workload-options';

/**
 * A program that runs once on every node: a DaemonSet with everything around it.
 *
 * The defaults are those of an agent that a careful platform team would run: on every Linux node whatever its taints, without rights it did not ask for, replaced on a
 * tenth of the nodes at a time. Each can be changed, and each can be switched off so that nothing is written.
 */
export class NodeAgent extends AgentWorkload {
  public constructor(scope: Construct, id: string, props: NodeAgentProps) {
    // subclasses have options of their own
    super(scope, id, (new.target === NodeAgent ? knownNodeAgent : shapedNodeAgent)([scope.node.path, id].filter(Boolean).join('/'), props));
  }

  /** @internal */
  protected _shapeOf(props: WorkloadOptions): WorkloadShape {
    const rollout = (props as AgentOptions).rollout ?? Rollout.percent(10);
    return { apiVersion: 'apps/v1', kind: 'DaemonSet', definition: 'DaemonSetSpec', fields: rollout._toWire() };
  }
}
