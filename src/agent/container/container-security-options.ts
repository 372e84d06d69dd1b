import { Capability } from './capability';
import { SeLinuxOptions } from './se-linux-options';
import { SecurityProfile } from './security-profile';

/**
 * What a privileged container can still choose: capabilities, seccomp and AppArmor have no effect on it.
 */
export interface PrivilegedSecurityOptions {
  /**
   * The group of the process.
   *
   * @default - the group of the image
   */
  readonly group?: number;

  /**
   * Whether the container cannot write to its own image layers.
   *
   * @default false - not written: who may write to every file of the node gains nothing by its own, and many such programs do
   */
  readonly readOnlyRootFilesystem?: boolean;

  /**
   * The SELinux labels of this container.
   *
   * @default - the labels that the runtime gives
   */
  readonly seLinux?: SeLinuxOptions;
}

/**
 * What a container that is not root asks for on top of its stance. Capabilities reach user 0 alone, so they are asked for with
 * ContainerSecurity.root.
 */
export interface ContainerSecurityOptions {
  /**
   * The group of the process.
   *
   * @default - the group of the image
   */
  readonly group?: number;

  /**
   * Whether the container writes to its own image layers. Prefer a writable volume.
   *
   * @default false - the root file system is read-only
   */
  readonly writableRootFilesystem?: boolean;

  /**
   * The SELinux labels of this container.
   *
   * @default - the labels that the runtime gives
   */
  readonly seLinux?: SeLinuxOptions;

  /**
   * The system call filter of this container.
   *
   * @default - the filter of the pod
   */
  readonly seccomp?: SecurityProfile;

  /**
   * The AppArmor profile of this container. Needs Kubernetes 1.30.
   *
   * @default - the profile of the runtime
   */
  readonly appArmor?: SecurityProfile;
}

/**
 * What a container of root asks for on top of its stance.
 */
export interface RootSecurityOptions extends ContainerSecurityOptions {
  /**
   * Capabilities that are added: after all others are dropped, unless `keepRuntimeCapabilities` keeps those of the runtime.
   *
   * @default - every capability is dropped
   */
  readonly capabilities?: Capability[];

  /**
   * Whether the capabilities stay that the container runtime gives every container, such as CHOWN, DAC_OVERRIDE, NET_BIND_SERVICE and
   * SETUID. What other projects write as `add: [NET_ADMIN]` without `drop` means those and NET_ADMIN.
   *
   * @default false - `drop: [ALL]` is written
   */
  readonly keepRuntimeCapabilities?: boolean;
}

/**
 * A security context spelled out by hand: what is not given is not written.
 */
export interface ExactContainerSecurity {
  /**
   * Whether a process may gain more privileges than its parent.
   *
   * @default - not written: allowed
   */
  readonly allowPrivilegeEscalation?: boolean;

  /**
   * Whether the container is privileged.
   *
   * @default - not written: not privileged
   */
  readonly privileged?: boolean;

  /**
   * Whether the root file system is read-only.
   *
   * @default - not written: writable
   */
  readonly readOnlyRootFilesystem?: boolean;

  /**
   * Whether the kubelet refuses to start the container as user 0.
   *
   * @default - not written: not checked
   */
  readonly runAsNonRoot?: boolean;

  /**
   * The user of the process.
   *
   * @default - the user of the image
   */
  readonly user?: number;

  /**
   * The group of the process.
   *
   * @default - the group of the image
   */
  readonly group?: number;

  /**
   * Capabilities that are added.
   *
   * @default - not written: those of the runtime stay
   */
  readonly capabilities?: Capability[];

  /**
   * Capabilities that are dropped.
   *
   * @default - not written: those of the runtime stay
   */
  readonly dropCapabilities?: string[];

  /**
   * The system call filter of this container.
   *
   * @default - not written: the filter of the pod
   */
  readonly seccomp?: SecurityProfile;

  /**
   * The AppArmor profile of this container. Needs Kubernetes 1.30.
   *
   * @default - not written: the profile of the runtime
   */
  readonly appArmor?: SecurityProfile;

  /**
   * The SELinux labels of this container.
   *
   * @default - not written: the labels that the runtime gives
   */
  readonly seLinux?: SeLinuxOptions;

  /**
   * What the agent needs it for: one line of at least three words. Required for privileged and for user 0.
   *
   * @default - allowed where neither is asked for
   */
  readonly reason?: string;
}
