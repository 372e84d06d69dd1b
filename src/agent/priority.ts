import { fail } from '../private/agent-error';
import { guardClass } from '../private/doors/guard-class';
import { requireName } from '../private/names';

/**
 * How the agent ranks among the pods of its node.
 */
export class Priority {
  /**
   * The highest class there is: the agent is placed before, and evicted after, everything else, and is the only kind of pod that a kubelet
   * under disk or process pressure still admits. On its first rollout it evicts workloads from full nodes. Clusters that meter it by quota
   * (GKE) admit it outside kube-system only where a ResourceQuota allows it.
   */
  public static systemNodeCritical(): Priority {
    return new Priority('system-node-critical');
  }

  /** The second highest class: for what the cluster cannot do without, but a single node can. */
  public static systemClusterCritical(): Priority {
    return new Priority('system-cluster-critical');
  }

  /**
   * A class that exists in the cluster.
   *
   * @throws invalid-name
   */
  public static named(className: string): Priority {
    return new Priority(requireName(className, 'dns-subdomain', 'the priority class'));
  }

  /**
   * A class of the agent's own, made next to it and named after it. Pods of lower priority are evicted when the agent finds no room.
   *
   * @param value up to 1,000,000,000: pods of a higher value go first
   * @throws invalid-priority
   */
  public static dedicated(value: number): Priority {
    return Priority.ofValue(value, true);
  }

  /**
   * A class of the agent's own that evicts no pod: the agent waits until it finds room.
   *
   * @param value up to 1,000,000,000: pods of a higher value go first
   * @throws invalid-priority
   */
  public static dedicatedWithoutPreemption(value: number): Priority {
    return Priority.ofValue(value, false);
  }

  /** No class: the agent ranks with ordinary workloads, and stays Pending on a full node. */
  public static none(): Priority {
    return new Priority();
  }

  private static ofValue(value: number, preempts: boolean): Priority {
    if (!Number.isInteger(value) || Math.abs(value) > 1_000_000_000) {
      fail({
        code: 'invalid-priority', what: 'a priority class cannot have this value', given: String(value),
        allowed: 'a whole number up to 1000000000', fix: 'for more use Priority.systemNodeCritical()',
      });
    }
    return new Priority(undefined, value, preempts);
  }

  private constructor(
    /** The class, where it exists already. */
    public readonly className?: string,
    /** The value, where the class is made. */
    public readonly value?: number,
    /** @internal */
    public readonly _preempts: boolean = true,
  ) {}
}

guardClass({ Priority });
