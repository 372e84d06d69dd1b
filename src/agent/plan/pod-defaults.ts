import { Duration } from 'cdk8s';
import { Dns } from '../dns';
import { PodSecurityContext } from '../pod-security-context';
import { Priority } from '../priority';

/**
 * What a feature sets for the pods where the user said nothing.
 */
export interface PodDefaults {
  /**
   * How long the pods have to stop.
   *
   * @default - not changed: the value of the preset, of an earlier feature, or the usual one
   */
  readonly terminationGracePeriod?: Duration;

  /**
   * Which pods they preempt on a full node.
   *
   * @default - not changed: the value of the preset, of an earlier feature, or the usual one
   */
  readonly priority?: Priority;

  /**
   * How the pods resolve names.
   *
   * @default - not changed: the value of the preset, of an earlier feature, or the usual one
   */
  readonly dns?: Dns;

  /**
   * The security context of the pods.
   *
   * @default - not changed: the value of the preset, of an earlier feature, or the usual one
   */
  readonly podSecurityContext?: PodSecurityContext;

  /**
   * The runtime that runs the pods.
   *
   * @default - not changed: the value of the preset, of an earlier feature, or the usual one
   */
  readonly runtimeClassName?: string;
}
