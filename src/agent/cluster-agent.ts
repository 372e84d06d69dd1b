import { Construct } from 'constructs';
import { AGENT_DEFAULTS } from './defaults';
import { NodeCoverage } from './nodes/node-coverage';
import { VirtualNodes } from './nodes/virtual-nodes';
import { AgentConstruct } from './objects/agent-construct';
import { makerOf, PlaceAgent } from './objects/maker-of';
import { replicated } from './plan/placement';
import { ClusterAgentProps } from './replicas/cluster-agent-props';
import { ClusterWorkload } from './replicas/cluster-workload';
import { DisruptionBudget } from './replicas/disruption-budget';
import { PodSpread } from './replicas/pod-spread';
import { fail } from '../private/agent-error';
import { valueOf } from '../private/default-row';
import { attempting } from '../private/doors/entrance';
import { guardClass } from '../private/doors/guard-class';
import { isWholeNumber, MAX_INT32 } from '../private/whole-number';

/**
 * A program that runs with a number of replicas in the cluster, and not on each node: a Deployment with everything around it. Controllers
 * of drivers and exporters of the state of the cluster are such programs.
 *
 *     new ClusterAgent(chart, 'controller', { image: 'registry.example.com/controller:1.4.2', replicas: 2 });
 *
 * It is made as a NodeAgent is, with the same options for its pods and the same checks. The pods run on Linux nodes without taints unless
 * `nodes` says otherwise.
 *
 * @example
 * import { Chart } from 'cdk8s';
 * import { ApiGrant, ClusterAgent } from 'cdk8s-node-agents';
 *
 * declare const chart: Chart;
 * new ClusterAgent(chart, 'controller', {
 *   image: 'ghcr.io/your-org/controller:1.0.0',
 *   replicas: 2,
 *   grants: [ApiGrant.clusterWide(['nodes'], ['get', 'list', 'watch'])],
 * });
 */
export class ClusterAgent extends AgentConstruct {
  public constructor(scope: Construct, id: string, props: ClusterAgentProps) {
    super(scope, id, makerOf('ClusterAgent', scope, id, props, new.target !== ClusterAgent, inCluster(id)));
  }
}

guardClass({ ClusterAgent });

const inCluster = (id: string): PlaceAgent<ClusterAgentProps> => (given, cluster, findings) => {
  const usual = valueOf(AGENT_DEFAULTS.replicas, cluster);
  const { autoscaled = false, workload = ClusterWorkload.deployment(), nodes = clusterNodes() } = given;
  const replicas = attempting(
    findings, () => requireReplicas(given.replicas ?? usual, given.replicas !== undefined && autoscaled), () => usual,
  );
  const isMany = autoscaled || replicas > 1;
  const { spread = isMany ? PodSpread.acrossNodes() : PodSpread.clusterDefault() } = given;
  const { disruptionBudget = isMany ? DisruptionBudget.maxUnavailable(1) : DisruptionBudget.none() } = given;
  attempting(findings, () => requireDrains(disruptionBudget, replicas), () => undefined);
  return {
    given: { ...given, features: [{ contribute: plan => plan._addDisruptionBudget(disruptionBudget) }, ...given.features ?? []] },
    own: { workload: replicated(workload, autoscaled ? undefined : replicas, given.name ?? id), nodes, spread },
  };
};

function clusterNodes(): NodeCoverage {
  return NodeCoverage.linux({ tolerations: [], virtualNodes: VirtualNodes.included() });
}

function requireReplicas(replicas: number, isContradicted: boolean): number {
  if (isContradicted) {
    fail({
      code: 'invalid-replicas', what: 'an autoscaler decides how many pods run', given: `replicas: ${replicas}, autoscaled: true`,
      allowed: 'one of the two', fix: 'leave `replicas` out, or `autoscaled`',
    });
  }
  if (!isWholeNumber(replicas, 0, MAX_INT32)) {
    fail({
      code: 'invalid-replicas', what: 'this many pods cannot run', given: `replicas: ${replicas}`,
      allowed: `a whole number from 0 to ${MAX_INT32}`, fix: 'round it into the range',
    });
  }
  return replicas;
}

function requireDrains(budget: DisruptionBudget, replicas: number): void {
  if (budget._blocksDrains(replicas)) {
    fail({
      code: 'invalid-disruption-budget', what: 'no node that runs one of the pods could ever be drained',
      given: `DisruptionBudget.minAvailable with replicas: ${replicas}`, allowed: 'fewer pods than there are replicas',
      fix: 'use DisruptionBudget.maxUnavailable(1)',
    });
  }
}
