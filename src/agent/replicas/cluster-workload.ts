import { Duration } from 'cdk8s';
import { fail } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { wholeSeconds } from '../../private/duration';
import { isWholeNumber, MAX_INT32 } from '../../private/whole-number';
import { compact, Wire } from '../../private/wire';
import { requireHistory } from '../revision-history';

/**
 * What any workload with a number of replicas can set.
 */
export interface ClusterWorkloadOptions {
  /**
   * How long a new pod must be Ready before it counts as available.
   *
   * @default - it counts as soon as it is Ready
   */
  readonly minReady?: Duration;

  /**
   * How many old revisions are kept for a rollback.
   *
   * @default - 10, set by the API server
   */
  readonly revisionHistoryLimit?: number;
}

/**
 * How a Deployment replaces its pods.
 */
export interface RollingDeploymentOptions extends ClusterWorkloadOptions {
  /**
   * How many pods may be missing during a rollout.
   *
   * @default - 25 % of the replicas, rounded down: none of three or fewer
   */
  readonly maxUnavailable?: number;

  /**
   * How many pods may run in addition to the replicas during a rollout.
   *
   * @default - 25 % of the replicas, rounded up: one of four or fewer
   */
  readonly maxSurge?: number;
}

/**
 * The kind of workload that runs an agent with a number of replicas, and how it replaces its pods.
 */
export class ClusterWorkload {
  /**
   * A Deployment that starts new pods before it stops old ones.
   *
   * @throws invalid-rollout
   */
  public static deployment(options: RollingDeploymentOptions = {}): ClusterWorkload {
    const { maxUnavailable, maxSurge } = options;
    const numbers = [requireCount(maxUnavailable, 'maxUnavailable'), requireCount(maxSurge, 'maxSurge')];
    if (numbers.every(number => number === 0)) {
      fail({
        code: 'invalid-rollout', what: 'a rollout of the Deployment could never replace a pod', given: 'maxUnavailable: 0, maxSurge: 0',
        allowed: 'at least one of them above 0', fix: 'set maxSurge: 1',
      });
    }
    const rolling = compact({ maxUnavailable, maxSurge });
    const isDefault = Object.keys(rolling).length === 0;
    return new ClusterWorkload('Deployment', isDefault ? {} : { strategy: { type: 'RollingUpdate', rollingUpdate: rolling } }, options);
  }

  /** A Deployment that stops all old pods before it starts new ones: for programs of which two must never run at once. */
  public static recreatedDeployment(options: ClusterWorkloadOptions = {}): ClusterWorkload {
    return new ClusterWorkload('Deployment', { strategy: { type: 'Recreate' } }, options);
  }

  /**
   * A StatefulSet: each pod keeps its number and its name. All pods start at once, and a rollout replaces them one by one. Its
   * `serviceName` is the name of the agent, which is also that of the first Service of the agent.
   */
  public static statefulSet(options: ClusterWorkloadOptions = {}): ClusterWorkload {
    return new ClusterWorkload('StatefulSet', { podManagementPolicy: 'Parallel' }, options);
  }

  private constructor(
    /** `Deployment` or `StatefulSet`. */
    public readonly kind: string,
    private readonly fields: Wire,
    private readonly options: ClusterWorkloadOptions,
  ) {
    requireHistory(options.revisionHistoryLimit);
  }

  /** @internal the fields of the spec besides selector and template */
  public _toWire(replicas: number | undefined, serviceName: string): Wire {
    const { minReady, revisionHistoryLimit } = this.options;
    return compact({
      replicas,
      ...this.fields,
      serviceName: this.kind === 'StatefulSet' ? serviceName : undefined,
      minReadySeconds: minReady && wholeSeconds(minReady, 'minReady') || undefined,
      revisionHistoryLimit,
    });
  }
}

guardClass({ ClusterWorkload });

function requireCount(value: number | undefined, name: string): number | undefined {
  if (value !== undefined && !isWholeNumber(value, 0, MAX_INT32)) {
    fail({
      code: 'invalid-rollout', what: 'a rollout of the Deployment cannot proceed by this much', given: `${name}: ${value}`,
      allowed: 'a whole number of pods, at least 0', fix: 'round it into the range',
    });
  }
  return value;
}
