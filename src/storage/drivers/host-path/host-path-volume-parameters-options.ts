/**
 * What a StorageClass tells the host path driver of each volume.
 */
export interface HostPathVolumeParameters {
  /**
   * The kind of room that the volumes take: a name of the driver's `capacity`.
   *
   * @default - the room without a name
   */
  readonly kind?: string;
}
