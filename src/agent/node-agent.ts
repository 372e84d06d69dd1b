import { Construct } from 'constructs';
import { AGENT_DEFAULTS } from './defaults';
import { NodeAgentProps } from './node-agent-props';
import { NodeCoverage } from './nodes/node-coverage';
import { AgentConstruct } from './objects/agent-construct';
import { AgentMaker, AgentStart } from './objects/agent-maker';
import { daemonSet } from './plan/placement';
import { Rollout } from './rollout';
import { TargetCluster } from './target-cluster';
import { valueOf } from '../private/default-row';
import { attempting, carrying, enter, Entrance } from '../private/doors/entrance';
import { guardClass } from '../private/doors/guard-class';
import { lateIn } from '../private/late-props';

/**
 * A program that runs once on every node: a DaemonSet with everything around it.
 *
 * The defaults are those of an agent that a careful platform team would run: on every Linux node whatever its taints, without rights it did not ask for, replaced on a
 * tenth of the nodes at a time. Each can be changed, and each can be switched off so that nothing is written.
 */
export class NodeAgent extends AgentConstruct {
  public constructor(scope: Construct, id: string, props: NodeAgentProps) {
    // subclasses have options of their own
    super(scope, id, makerOf(scope, id, props, new.target !== NodeAgent));
  }
}

guardClass({ NodeAgent });

function makerOf(scope: Construct, id: string, props: NodeAgentProps, isOpen: boolean): AgentMaker {
  const late = lateIn(props);
  if (late === undefined) {
    const entrance = enter('NodeAgent', scope, id, props, isOpen);
    return { kind: 'NodeAgent', given: entrance.props, findings: entrance.findings, start: () => startOf(scope, entrance, undefined) };
  }
  return {
    ...late,
    start: () => {
      const parts = late.make();
      return startOf(scope, enter('NodeAgent', scope, id, carrying(parts.props, late.findings), true), parts);
    },
  };
}

function startOf(scope: Construct, { props, findings: found }: Entrance<NodeAgentProps>, parts: unknown): AgentStart {
  const findings = [...found];
  const usual = Rollout.percent(valueOf(AGENT_DEFAULTS.rolloutPercent, TargetCluster.of(scope)));
  const workload = attempting(findings, () => daemonSet(props.rollout ?? usual), () => daemonSet(usual));
  return { given: props, own: { workload, nodes: props.nodes ?? NodeCoverage.linux() }, findings, parts };
}
