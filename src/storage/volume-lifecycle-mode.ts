/**
 * How volumes of a CSI driver come to be.
 */
export enum VolumeLifecycleMode {
  /** By a persistent volume claim. */
  PERSISTENT = 'Persistent',
  /** Written into the pod, and gone with it. */
  EPHEMERAL = 'Ephemeral',
}
