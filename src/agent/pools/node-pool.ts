import { NodePoolOptions } from './node-pool-options';
import { guardClass } from '../../private/doors/guard-class';
import { requireAnnotations, requireLabels } from '../../private/metadata';
import { requireName } from '../../private/names';
import { ImageReference } from '../container/image-reference';

/**
 * A part of the nodes of an agent, on which the agent differs: larger nodes with more memory, a few nodes with the next version. Each pool
 * is a DaemonSet, and shares everything else: service account, rights, ConfigMap, Services, monitors and policies.
 *
 * A node that is in several pools belongs to the first of them, so that each node of the agent has exactly one pod.
 *
 * @example
 * import { Chart } from 'cdk8s';
 * import { LogAgent, LogDestination, NodeCoverage, NodePool, Resources } from 'cdk8s-node-agents';
 *
 * declare const chart: Chart;
 * new LogAgent(chart, 'logs', {
 *   destinations: [LogDestination.loki({ url: 'https://loki.example.com' })],
 *   pools: [
 *     NodePool.of('large', { nodes: NodeCoverage.labelled({ size: 'large' }), resources: Resources.of({ cpu: '500m', memory: '512Mi',
 *     memoryLimit: '1Gi' }) }), NodePool.rest(), ], });
 */
export class NodePool {
  /**
   * The nodes that a coverage asks for, without those of the pools before it.
   *
   * @param name what the DaemonSet is called after the agent: `logs-large`. Never change it on a cluster: the pool is removed and made
   * again
   * @throws invalid-name, mutable-image, invalid-image, invalid-label
   */
  public static of(name: string, options: NodePoolOptions): NodePool {
    return new NodePool('nodes', name, options);
  }

  /**
   * The nodes on which a new version is tried. Like `of`, but its pods are replaced one at a time, each a minute after the one before was
   * ready, unless `rollout` says otherwise or the agent replaces its pods only when someone deletes them; and they carry the label
   * `cdk8s-node-agents/track: canary`.
   *
   * List it first where its nodes are in other pools too. Files of the agent are those of all pools: their changes reach the canary and the
   * other nodes together.
   *
   * @param name what the DaemonSet is called after the agent: `logs-canary`
   * @throws invalid-name, mutable-image, invalid-image, invalid-label
   */
  public static canary(name: string, options: NodePoolOptions): NodePool {
    return new NodePool('canary', name, options);
  }

  /**
   * All nodes of the agent that are in no other pool, with what the agent itself says. It has the name and the selector of the agent
   * without pools, so that pools can be added to an agent that runs.
   */
  public static rest(): NodePool {
    return new NodePool('rest');
  }

  private constructor(
    /** `nodes`, `canary` or `rest`. */
    public readonly kind: string,
    /** What the DaemonSet is called after the agent; absent for the rest. */
    public readonly name?: string,
    /** The nodes, and what is different on them; absent for the rest. */
    public readonly options?: NodePoolOptions,
  ) {
    if (name !== undefined) {requireName(name, 'dns-label', 'a node pool');}
    if (options?.image !== undefined) {ImageReference.parse(options.image);}
    if (options?.runtimeClassName !== undefined) {requireName(options.runtimeClassName, 'dns-subdomain', 'the runtime class');}
    requireLabels(options?.podLabels);
    requireAnnotations(options?.podAnnotations);
  }
}

guardClass({ NodePool });
