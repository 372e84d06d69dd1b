import { Duration } from 'cdk8s';
import { CsiSidecarOptions } from './csi-sidecar-options';
import { fail } from '../private/agent-error';
import { guardClass } from '../private/doors/guard-class';

/**
 * When a driver counts as ready. It is asked the same as by the liveness probe.
 */
export interface CsiReadinessOptions {
  /**
   * How long after its start the driver is first asked.
   *
   * @default - at once
   */
  readonly initialDelay?: Duration;

  /**
   * How often it is asked.
   *
   * @default - every 10 seconds, by the API server
   */
  readonly period?: Duration;

  /**
   * How long the answer may take: more than one second.
   *
   * @default - as long as for the liveness probe
   */
  readonly timeout?: Duration;

  /**
   * How many failures in a row count.
   *
   * @default - 3, by the API server
   */
  readonly failureThreshold?: number;
}

/**
 * How the driver is asked whether it still answers.
 */
export interface CsiLivenessOptions extends CsiSidecarOptions {
  /**
   * How long after its start the driver is first asked.
   *
   * @default Duration.seconds(30)
   */
  readonly initialDelay?: Duration;

  /**
   * How often it is asked.
   *
   * @default Duration.seconds(30)
   */
  readonly period?: Duration;

  /**
   * How long the answer may take: more than one second. The sidecar gives up one second earlier, so that its own error is what the events
   * show.
   *
   * @default Duration.seconds(10) - three seconds, the sidecar's own default, are too few on a busy node
   */
  readonly timeout?: Duration;

  /**
   * How many failures in a row have the driver restarted.
   *
   * @default 5
   */
  readonly failureThreshold?: number;

  /**
   * Whether the driver is asked to be ready too, which is what a rollout waits for.
   *
   * @default - it counts as ready as soon as it runs
   */
  readonly readiness?: CsiReadinessOptions;
}

/**
 * Whether a sidecar asks the driver how it is, so that the kubelet restarts a driver that no longer answers.
 */
export class CsiLiveness {
  /**
   * By the sidecar livenessprobe of kubernetes-csi.
   *
   * @throws invalid-probe
   */
  public static sidecar(options: CsiLivenessOptions = {}): CsiLiveness {
    const short = [options.timeout, options.readiness?.timeout].find(timeout => timeout !== undefined && timeout.toSeconds() < 2);
    if (short !== undefined) {
      fail({
        code: 'invalid-probe',
        what: 'the sidecar has no time left to ask the driver',
        given: `timeout: ${short.toSeconds()} s`,
        allowed: 'two seconds or more',
        fix: 'use Duration.seconds(10), or leave it out',
      });
    }
    return new CsiLiveness(true, options);
  }

  /** Nothing asks. For drivers that do not implement the call, or are watched otherwise. */
  public static none(): CsiLiveness {
    return new CsiLiveness(false, {});
  }

  private constructor(
    /** Whether there is a sidecar that asks. */
    public readonly isProbed: boolean,
    /** @internal */
    public readonly _options: CsiLivenessOptions,
  ) {}
}

guardClass({ CsiLiveness });
