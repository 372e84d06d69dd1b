import { guardClass } from '../../private/doors/guard-class';
import { Wire } from '../../private/wire';

/**
 * How the replicas of an agent are spread over the cluster.
 */
export class PodSpread {
  /** Over nodes as evenly as the scheduler can; a pod that has no free node shares one. */
  public static acrossNodes(): PodSpread {
    return new PodSpread('acrossNodes', [{ topologyKey: HOSTNAME, whenUnsatisfiable: 'ScheduleAnyway' }]);
  }

  /** Over zones first, then over nodes, as evenly as the scheduler can. */
  public static acrossZones(): PodSpread {
    return new PodSpread('acrossZones', [ZONE, HOSTNAME].map(topologyKey => ({ topologyKey, whenUnsatisfiable: 'ScheduleAnyway' })));
  }

  /** Evenly over nodes, or not at all: a pod stays Pending while it would make the difference between two nodes larger than one. */
  public static strictlyAcrossNodes(): PodSpread {
    return new PodSpread('strictlyAcrossNodes', [{ topologyKey: HOSTNAME, whenUnsatisfiable: 'DoNotSchedule' }]);
  }

  /** Nothing is written: the scheduler decides by its own constraints. */
  public static clusterDefault(): PodSpread {
    return new PodSpread('clusterDefault', []);
  }

  private constructor(
    /** `acrossNodes`, `acrossZones`, `strictlyAcrossNodes` or `clusterDefault`. */
    public readonly kind: string,
    private readonly constraints: readonly Wire[],
  ) {}

  /** @internal */
  public _toWire(selectorLabels: { readonly [key: string]: string }): Wire[] {
    return this.constraints.map(constraint => ({ maxSkew: 1, ...constraint, labelSelector: { matchLabels: selectorLabels } }));
  }
}

guardClass({ PodSpread });

const HOSTNAME = 'kubernetes.io/hostname';
const ZONE = 'topology.kubernetes.io/zone';
