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
   * @default - not changed: the value of the preset, of an earlier feature, or the usual one
   */
  readonly resources?: Resources;

  /**
   * With which rights the container runs.
   *
   * @default - not changed: the value of the preset, of an earlier feature, or the usual one
   */
  readonly securityContext?: ContainerSecurity;

  /**
   * When the container is restarted.
   *
   * @default - not changed: the value of the preset, of an earlier feature, or the usual one
   */
  readonly livenessProbe?: Probe;

  /**
   * When the container counts as ready.
   *
   * @default - not changed: the value of the preset, of an earlier feature, or the usual one
   */
  readonly readinessProbe?: Probe;

  /**
   * When the container has started.
   *
   * @default - not changed: the value of the preset, of an earlier feature, or the usual one
   */
  readonly startupProbe?: Probe;

  /**
   * What is done as soon as the container has started.
   *
   * @default - not changed: the value of the preset, of an earlier feature, or the usual one
   */
  readonly postStart?: LifecycleHook;

  /**
   * What is done before the container is stopped.
   *
   * @default - not changed: the value of the preset, of an earlier feature, or the usual one
   */
  readonly preStop?: LifecycleHook;

  /**
   * The program, in place of the entry point of the image.
   *
   * @default - not changed: the value of the preset, of an earlier feature, or the usual one
   */
  readonly command?: string[];

  /**
   * When the kubelet asks the registry for the image.
   *
   * @default - not changed: the value of the preset, of an earlier feature, or the usual one
   */
  readonly imagePullPolicy?: ImagePullPolicy;
}
