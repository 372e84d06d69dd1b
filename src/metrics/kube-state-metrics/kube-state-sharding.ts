import { fail } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { isWholeNumber } from '../../private/whole-number';

/** More shards than any cluster was reported to need: each of them still receives every object. */
const MOST_SHARDS = 100;

/**
 * How the objects of a large cluster are divided among several pods of kube-state-metrics. Two pods without sharding would expose every
 * series twice.
 */
export class KubeStateSharding {
  /** One pod has everything. It needs no more than memory: about 2 MiB for each node of a cluster with ordinary workloads. */
  public static none(): KubeStateSharding {
    return new KubeStateSharding('none', 1);
  }

  /**
   * A Deployment for each shard. A rollout replaces shard by shard, without a gap.
   *
   * @param shards 2 to 100
   * @throws invalid-sharding
   */
  public static fixed(shards: number): KubeStateSharding {
    return new KubeStateSharding('fixed', requireShards(shards));
  }

  /**
   * A StatefulSet whose pods find their shard by their own number. To change the number of shards is to scale it. It is experimental in
   * kube-state-metrics, and a rollout leaves each shard without metrics for a moment.
   *
   * @param shards 2 to 100
   * @throws invalid-sharding
   */
  public static auto(shards: number): KubeStateSharding {
    return new KubeStateSharding('auto', requireShards(shards));
  }

  /**
   * A DaemonSet for the pods of each node, a Deployment for pods that have no node yet, and the Deployment for all other objects: for
   * clusters with thousands of nodes. Needs kube-state-metrics 2.14. Pods of nodes where the DaemonSet does not run, such as Fargate, have
   * no metrics.
   */
  public static perNode(): KubeStateSharding {
    return new KubeStateSharding('perNode', 1);
  }

  private constructor(
    /** `none`, `fixed`, `auto` or `perNode`. */
    public readonly kind: string,
    /** How many pods divide the objects among themselves; 1 with `none` and `perNode`. */
    public readonly shards: number,
  ) {}
}

guardClass({ KubeStateSharding });

function requireShards(shards: number): number {
  if (!isWholeNumber(shards, 2, MOST_SHARDS)) {
    fail({
      code: 'invalid-sharding', what: 'objects cannot be divided among this number of shards', given: String(shards),
      allowed: `a whole number from 2 to ${MOST_SHARDS}`, fix: shards === 1 ? 'use KubeStateSharding.none()' : 'round it into the range',
    });
  }
  return shards;
}
