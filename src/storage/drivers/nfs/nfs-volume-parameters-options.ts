/**
 * What becomes of the directory of an NFS volume when the volume is deleted.
 */
export enum NfsOnDelete {
  /** It is deleted with everything in it. */
  DELETE = 'delete',
  /** It stays as it is. */
  RETAIN = 'retain',
  /** It stays under another name, which begins with `archived-`. */
  ARCHIVE = 'archive',
}

/**
 * Where volumes of the NFS driver are made.
 */
export interface NfsVolumeParameters {
  /**
   * The name or address of the server, such as `nfs.example.com`.
   */
  readonly server: string;

  /**
   * The share, such as `/exports/volumes`.
   */
  readonly share: string;

  /**
   * The directory of a volume below the share: `${pvc.metadata.namespace}/${pvc.metadata.name}` and `${pv.metadata.name}` are filled in by
   * the driver.
   *
   * @default - the name of the volume
   */
  readonly subDirectory?: string;

  /**
   * What becomes of the directory when the volume is deleted.
   *
   * @default NfsOnDelete.DELETE - by the driver
   */
  readonly onDelete?: NfsOnDelete;

  /**
   * The permissions that the root of each volume is set to after it is mounted, 1 to 0o7777.
   *
   * @default - they are left as the server has them
   */
  readonly mountPermissions?: number;
}
