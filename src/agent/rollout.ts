import { Duration } from 'cdk8s';
import { requireHistory } from './revision-history';
import { fail } from '../private/agent-error';
import { guardClass } from '../private/doors/guard-class';
import { wholeSeconds } from '../private/duration';
import { isWholeNumber, MAX_INT32 } from '../private/whole-number';
import { compact, Wire } from '../private/wire';

/**
 * What every rollout can set.
 */
export interface RolloutOptions {
  /**
   * How long a new pod must be Ready before the next node's turn comes. With `Duration.seconds(0)` it counts as soon as it is Ready.
   *
   * @default - 30 seconds where no container has a readiness probe, else it counts as soon as it is Ready; nothing is written for
   * `onDelete` and `clusterDefault`
   */
  readonly minReady?: Duration;

  /**
   * How many old revisions are kept for a roll back.
   *
   * @default - 10, by the API server
   */
  readonly revisionHistoryLimit?: number;
}

/**
 * How a change of the agent reaches the nodes.
 */
export class Rollout {
  /**
   * Replaces the pods of a share of the nodes at a time; each node is without the agent while its pod is replaced.
   *
   * A node that is down counts as unavailable for as long as its pod is not gone, and once the dead nodes use up the share, the healthy
   * ones wait: a share grows with the fleet where a count of one stops at the first dead node. Kubernetes rounds up, so one node is always
   * enough to start.
   *
   * @param percent 1 to 100
   * @throws invalid-rollout
   */
  public static percent(percent: number, options: RolloutOptions = {}): Rollout {
    return new Rollout('RollingUpdate', { maxUnavailable: `${requireWhole(percent, 100, 'percent')}%` }, options);
  }

  /**
   * Replaces the pods of this many nodes at a time.
   *
   * @param nodes at least 1
   * @throws invalid-rollout
   */
  public static count(nodes: number, options: RolloutOptions = {}): Rollout {
    return new Rollout('RollingUpdate', { maxUnavailable: requireWhole(nodes, MAX_INT32, 'nodes') }, options);
  }

  /**
   * Starts the new pod next to the old one on a share of the nodes at a time: no gap, but twice the resources while it lasts. Refused where
   * both cannot run at once: host ports, ports on the host network, state with a single writer.
   *
   * @param percent 1 to 100
   * @throws invalid-rollout
   */
  public static surgePercent(percent: number, options: RolloutOptions = {}): Rollout {
    // the API server fills in maxUnavailable 1 and then refuses the pair
    return new Rollout('RollingUpdate', { maxSurge: `${requireWhole(percent, 100, 'percent')}%`, maxUnavailable: 0 }, options);
  }

  /**
   * Starts the new pod next to the old one on this many nodes at a time. See `surgePercent`.
   *
   * @param nodes at least 1
   * @throws invalid-rollout
   */
  public static surgeCount(nodes: number, options: RolloutOptions = {}): Rollout {
    return new Rollout('RollingUpdate', { maxSurge: requireWhole(nodes, MAX_INT32, 'nodes'), maxUnavailable: 0 }, options);
  }

  /**
   * Replaces a pod only when someone deletes it: for agents whose restart costs the node something,
   * such as mounts that die with the process that serves them.
   */
  public static onDelete(options: RolloutOptions = {}): Rollout {
    return new Rollout('OnDelete', undefined, options);
  }

  /**
   * Writes no strategy: the API server then replaces one pod at a time.
   */
  public static clusterDefault(options: RolloutOptions = {}): Rollout {
    return new Rollout(undefined, undefined, options);
  }

  private constructor(
    /** `RollingUpdate` or `OnDelete`; absent where no strategy is written. */
    public readonly type: string | undefined,
    private readonly rollingUpdate: Wire | undefined,
    private readonly options: RolloutOptions,
  ) {
    requireHistory(options.revisionHistoryLimit);
  }

  /**
   * Whether the new pod starts while the old one still runs.
   */
  public get isSurge(): boolean {
    return this.rollingUpdate?.maxSurge !== undefined;
  }

  /** @internal whether nobody said how long a new pod must be Ready, and it matters */
  public get _leavesMinReady(): boolean {
    return this.options.minReady === undefined && this.type === 'RollingUpdate';
  }

  /** @internal the fields of the DaemonSet's spec */
  public _toWire(): Wire {
    return compact({
      updateStrategy: this.type && compact({ type: this.type, rollingUpdate: this.rollingUpdate }),
      minReadySeconds: this.options.minReady && wholeSeconds(this.options.minReady, 'minReady') || undefined,
      revisionHistoryLimit: this.options.revisionHistoryLimit,
    });
  }
}

guardClass({ Rollout });

function requireWhole(value: number, max: number, unit: string): number {
  if (!isWholeNumber(value, 1, max)) {
    fail({
      code: 'invalid-rollout',
      what: 'a rollout cannot proceed by this much',
      given: `${value} ${unit}`,
      allowed: max === 100 ? 'a whole number of percent from 1 to 100' : 'a whole number of nodes, at least 1',
      fix: value === 0 ? 'with 0 no pod is ever replaced; use Rollout.onDelete() to replace them by hand' : 'round it into the range',
    });
  }
  return value;
}
