import { ContainerSecurity } from './container-security';
import { Probe } from './probe';
import { Resources } from './resources';

/**
 * What a feature sets on a container where the user said nothing.
 */
export interface ContainerDefaults {
  /**
   * What the container reserves and may use.
   *
   * @default - as before
   */
  readonly resources?: Resources;

  /**
   * With which rights the container runs.
   *
   * @default - as before
   */
  readonly securityContext?: ContainerSecurity;

  /**
   * When the container is restarted.
   *
   * @default - as before
   */
  readonly livenessProbe?: Probe;

  /**
   * When the container counts as ready.
   *
   * @default - as before
   */
  readonly readinessProbe?: Probe;

  /**
   * When the container has started.
   *
   * @default - as before
   */
  readonly startupProbe?: Probe;
}
