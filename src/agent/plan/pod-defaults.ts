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
   * @default - as before
   */
  readonly terminationGracePeriod?: Duration;

  /**
   * Whom the pods may push aside on a full node.
   *
   * @default - as before
   */
  readonly priority?: Priority;

  /**
   * How the pods resolve names.
   *
   * @default - as before
   */
  readonly dns?: Dns;

  /**
   * What holds for all containers of the pods.
   *
   * @default - as before
   */
  readonly podSecurityContext?: PodSecurityContext;

  /**
   * The runtime that runs the pods.
   *
   * @default - as before
   */
  readonly runtimeClassName?: string;
}
