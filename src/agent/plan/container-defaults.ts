import { ContainerSecurity } from '../container/container-security';
import { ImagePullPolicy } from '../container/image-pull-policy';
import { LifecycleHook } from '../container/lifecycle-hook';
import { Probe } from '../container/probe';
import { Resources } from '../container/resources';

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

  /**
   * What is done as soon as the container has started.
   *
   * @default - as before
   */
  readonly postStart?: LifecycleHook;

  /**
   * What is done before the container is told to stop.
   *
   * @default - as before
   */
  readonly preStop?: LifecycleHook;

  /**
   * The program, in place of the entry point of the image.
   *
   * @default - as before
   */
  readonly command?: string[];

  /**
   * When the kubelet asks the registry for the image.
   *
   * @default - as before
   */
  readonly imagePullPolicy?: ImagePullPolicy;
}
