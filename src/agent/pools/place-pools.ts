import { requireDisjointSelectors } from './disjoint-selectors';
import { divideNodes } from './divide-nodes';
import { NodePool } from './node-pool';
import { rolloutOf } from './pool-rollout';
import { fail, quote } from '../../private/agent-error';
import { fixedValue, valueOf } from '../../private/default-row';
import { AgentOptions } from '../agent-options';
import { ImageReference } from '../container/image-reference';
import { AGENT_DEFAULTS } from '../defaults';
import { NodeCoverage } from '../nodes/node-coverage';
import { IAgentFeature } from '../plan/agent-feature';
import { AgentPlan } from '../plan/agent-plan';
import { ContainerVariant, daemonSet, Placement, PodVariant } from '../plan/placement';
import { PoolPlacement } from '../plan/pool-placement';
import { Priority } from '../priority';
import { Rollout } from '../rollout';
import type { TargetCluster } from '../target-cluster';

/** An agent that is divided into pools. */
interface Divided {
  readonly given: AgentOptions & { readonly containerName?: string };
  /** What it is without pools. */
  readonly own: Placement;
  readonly rollout: Rollout;
}

/** The DaemonSets of an agent with pools: the rest first, which has the agent's own name, then the others in their order. */
export function placePools(pools: readonly NodePool[], { given, own, rollout }: Divided, cluster: TargetCluster): PoolPlacement[] {
  checkPools(pools);
  requireDisjointSelectors(pools, given.identity);
  checkPriorities([given.priority, ...pools.map(({ options }) => options?.priority)]);
  const containerName = given.containerName ?? valueOf(AGENT_DEFAULTS.containerName, cluster);
  const selections = divideNodes(pools, own.nodes._selection(cluster._facts));
  const placed = pools.map((pool, index): PoolPlacement => {
    const { name, options } = pool;
    if (options === undefined) {
      return pools.length === 1 ? own : { ...own, nodes: NodeCoverage._of(selections[index], own.nodes.tolerations), isPool: true };
    }
    return {
      suffix: name,
      identity: options.identity,
      workload: daemonSet(rolloutOf(pool, rollout, cluster)),
      nodes: NodeCoverage._of(selections[index], options.tolerations ?? options.nodes._said().tolerations ?? own.nodes.tolerations),
      isPool: true,
      pod: podOf(pool),
      features: featuresOf(pool),
      variants: { [containerName]: containerOf(pool) },
    };
  });
  return placed.sort((a, b) => Number(a.suffix !== undefined) - Number(b.suffix !== undefined));
}

function podOf({ kind, options }: NodePool): PodVariant {
  const { priority, terminationGracePeriod, runtimeClassName, podLabels, podAnnotations } = options!;
  const { key, canary } = fixedValue(AGENT_DEFAULTS.track);
  return {
    priority, terminationGracePeriod, runtimeClassName, annotations: podAnnotations,
    labels: { ...kind === 'canary' && { [key]: canary }, ...podLabels },
  };
}

function featuresOf({ options }: NodePool): IAgentFeature[] {
  const { files = [], features = [] } = options!;
  return [...files.length > 0 ? [{ contribute: (plan: AgentPlan) => plan.container.addFiles(...files) }] : [], ...features];
}

function containerOf({ options }: NodePool): ContainerVariant {
  const { image, resources, env, args } = options!;
  return { ...image !== undefined && { image: ImageReference.parse(image) }, resources, env, furtherArgs: args };
}

function checkPools(pools: readonly NodePool[]): void {
  const names = pools.map(({ name }) => name);
  const twice = pools.find(({ name }, index) => names.indexOf(name) < index);
  if (twice !== undefined) {
    fail(twice.kind === 'rest'
      ? { code: 'invalid-node-pool', what: 'an agent has one rest', given: 'NodePool.rest() twice', fix: 'leave one of them out' }
      : {
        code: 'invalid-node-pool', what: 'two pools of the agent have one name', given: quote(twice.name), allowed: 'a name for each pool',
        fix: 'rename the one that is new',
      });
  }
}

/** Classes of the agent are named after their value. */
function checkPriorities(priorities: ReadonlyArray<Priority | undefined>): void {
  const preempting = new Map<number, boolean>();
  for (const { value, _preempts } of priorities.flatMap(priority => priority ?? [])) {
    if (value === undefined) {continue;}
    if (preempting.get(value) === !_preempts) {
      fail({
        code: 'invalid-priority', what: 'two priority classes of the agent would have one name, and differ in whether they evict pods',
        given: `the value ${value} twice`,
        fix: 'give one of them another value',
      });
    }
    preempting.set(value, _preempts);
  }
}
