import { AgentFile } from './agent-file';
import { ContainerSecurity } from './container-security';
import { EnvSource } from './env-source';
import { EnvValue } from './env-value';
import { HostPath } from './host-path';
import { ImagePullPolicy } from './image-pull-policy';
import { LifecycleHook } from './lifecycle-hook';
import { Port } from './port';
import { Probe } from './probe';
import { Resources } from './resources';
import { VolumeMount } from './volume-mount';
import { ApiGrant } from '../companions/api-grant';

/**
 * Options common to every container.
 */
export interface ContainerOptions {
  /**
   * The program, in place of the image's entry point.
   *
   * @default - the entry point of the image
   */
  readonly command?: string[];

  /**
   * The arguments. `$(NAME)` stands for a variable of the container's environment. Line ends become LF, so that the same text gives the
   * same YAML on every machine.
   *
   * @default - the arguments of the image
   */
  readonly args?: string[];

  /**
   * The working directory.
   *
   * @default - the one of the image
   */
  readonly workingDir?: string;

  /**
   * Environment variables, by name. They are written in alphabetical order, a variable before those that refer to it with `$(NAME)`.
   *
   * @default - the container sees the variables of its image alone
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * ConfigMaps and Secrets whose keys all become environment variables. Of two that set the same variable the later one wins.
   *
   * @default - no object becomes variables
   */
  readonly envFrom?: EnvSource[];

  /**
   * The ports that the container listens on.
   *
   * @default - no port is declared
   */
  readonly ports?: Port[];

  /**
   * Files and directories of the node. One path is one volume of the pod, however many containers mount it.
   *
   * @default - the container sees nothing of the node
   */
  readonly hostPaths?: HostPath[];

  /**
   * Other volumes.
   *
   * @default - no other volume is mounted
   */
  readonly volumeMounts?: VolumeMount[];

  /**
   * Files that are given here, or by a Secret or ConfigMap of the cluster.
   *
   * @default - the container sees the files of its image alone
   */
  readonly files?: AgentFile[];

  /**
   * What the container reserves and may use.
   *
   * @default - 50m of a processor and 64Mi of memory are reserved, 256Mi of memory is the most, and processors are not limited:
   * without a request the pod is the first to be evicted, with a processor limit it falls behind just when the node is busy. Measure yours.
   */
  readonly resources?: Resources;

  /**
   * With which rights the container runs.
   *
   * @default ContainerSecurity.leastPrivilege()
   */
  readonly securityContext?: ContainerSecurity;

  /**
   * When the container is restarted.
   *
   * @default - when its process ends
   */
  readonly livenessProbe?: Probe;

  /**
   * When the container counts as ready, which is what a rollout waits for. Let it not depend on a back end: an outage would then stop the
   * rollout that fixes it.
   *
   * @default - as soon as it runs
   */
  readonly readinessProbe?: Probe;

  /**
   * When the container has started, so that the other probes begin.
   *
   * @default - at once
   */
  readonly startupProbe?: Probe;

  /**
   * What runs just after the start.
   *
   * @default - the container just starts
   */
  readonly postStart?: LifecycleHook;

  /**
   * What runs just before the container is stopped, within the grace period of the pod.
   *
   * @default - the container gets its stop signal at once
   */
  readonly preStop?: LifecycleHook;

  /**
   * When the kubelet asks the registry for the image.
   *
   * @default - when the node does not have it, by the API server
   */
  readonly imagePullPolicy?: ImagePullPolicy;

  /**
   * Whether the container gets a token for the Kubernetes API.
   *
   * @default - when something is granted to it. Say `true` for rights that hang on a service account of your own.
   */
  readonly apiAccess?: boolean;

  /**
   * What the container may do with the Kubernetes API. It gets a token of limited life, mounted where client libraries look for it;
   * containers without grants get none.
   *
   * @default - the container gets no token
   */
  readonly grants?: ApiGrant[];

  /**
   * Fields of the container in the spelling of the Kubernetes API, laid upon what is written here: maps merge, everything else is replaced.
   * To remove a field use a JSON patch on the object.
   *
   * @default - the container is what the typed options say
   */
  readonly overrides?: { [field: string]: any };
}
