import { Duration } from 'cdk8s';
import { CsiTokenRequestOptions } from './csi-token-request-options';
import { PodSecurityLevel } from '../agent/agent-namespace';

/**
 * How volumes of a CSI driver come to be.
 */
export enum VolumeLifecycleMode {
  /** By a persistent volume claim. */
  PERSISTENT = 'Persistent',
  /** Written into the pod, and gone with it. */
  EPHEMERAL = 'Ephemeral',
}

/**
 * Whether the kubelet changes owner and permissions of the files of a volume to the `fsGroup` of the pod that mounts it.
 */
export enum FsGroupPolicy {
  /** Only where the volume has a file system type and is mounted by one node alone: what Kubernetes assumes. */
  READ_WRITE_ONCE_WITH_FS_TYPE = 'ReadWriteOnceWithFSType',
  /** For every volume of the driver. */
  FILE = 'File',
  /** For none: the driver does it, or the server does not allow it. */
  NONE = 'None',
}

/**
 * What the CSIDriver object tells Kubernetes of a driver. What is not given is not written.
 */
export interface CsiDriverObjectOptions {
  /**
   * Whether volumes are attached to a node before they are mounted, by the controller side of the driver. It can never change on an object
   * that exists.
   *
   * @default - true, by the API server
   */
  readonly attachRequired?: boolean;

  /**
   * How volumes come to be. They can never change on an object that exists.
   *
   * @default - persistent volumes alone, by the API server
   */
  readonly volumeLifecycleModes?: VolumeLifecycleMode[];

  /**
   * Whether the driver receives name, namespace and service account of the pod with each mount. It cannot change on an object that exists
   * before Kubernetes 1.30.
   *
   * @default - false, by the API server
   */
  readonly podInfoOnMount?: boolean;

  /**
   * Whether the kubelet gives the files of a volume to the group of the pod. It cannot change on an object that exists before Kubernetes
   * 1.30.
   *
   * @default - FsGroupPolicy.READ_WRITE_ONCE_WITH_FS_TYPE, by the API server
   */
  readonly fsGroupPolicy?: FsGroupPolicy;

  /**
   * Whether the scheduler looks at the capacity that the driver reports. Needs a provisioner that reports it: without one every pod with
   * such a volume stays Pending.
   *
   * @default - false, by the API server
   */
  readonly storageCapacity?: boolean;

  /**
   * Tokens of the pod's service account that the driver gets with each mount, each for another audience.
   *
   * @default - the driver gets no token
   */
  readonly tokenRequests?: CsiTokenRequestOptions[];

  /**
   * Whether the kubelet asks for a mount again and again, so that the driver can renew what is in it.
   *
   * @default - false, by the API server
   */
  readonly requiresRepublish?: boolean;

  /**
   * Whether volumes are mounted with the SELinux label of the pod, in place of relabelling each file. Only for drivers each of whose
   * volumes is a file system of its own.
   *
   * @default - false, by the API server
   */
  readonly seLinuxMount?: boolean;

  /**
   * How often the kubelet asks again how many volumes the node takes: 10 seconds or more. Needs Kubernetes 1.35.
   *
   * @default - it asks once, when the driver registers
   */
  readonly nodeAllocatableUpdatePeriod?: Duration;

  /**
   * Whether the tokens are passed as secrets and not in the volume context, which drivers log. The driver must look for them there. Needs
   * `tokenRequests` and Kubernetes 1.35.
   *
   * @default - in the volume context; `false` is written from Kubernetes 1.36 on, whose API server warns where nothing is
   */
  readonly serviceAccountTokenInSecrets?: boolean;

  /**
   * Whether pods with such a volume wait until the driver has registered on the node. Needs Kubernetes 1.36 with the feature gate
   * VolumeLimitScaling.
   *
   * @default - they do not wait
   */
  readonly preventPodSchedulingIfMissing?: boolean;

  /**
   * The Pod Security level from which pods may have inline volumes of the driver on OpenShift: the label
   * `security.openshift.io/csi-ephemeral-volume-profile`. Other clusters do not read it.
   *
   * @default - no label, and OpenShift takes such volumes in privileged pods alone
   */
  readonly openShiftEphemeralProfile?: PodSecurityLevel;
}
