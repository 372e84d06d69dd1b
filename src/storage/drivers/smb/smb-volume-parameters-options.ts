/**
 * What becomes of the directory of an SMB volume when the volume is deleted.
 */
export enum SmbOnDelete {
  /** It is deleted with everything in it. */
  DELETE = 'delete',
  /** It stays as it is. */
  RETAIN = 'retain',
  /** It stays under another name, which begins with `archived-`. */
  ARCHIVE = 'archive',
}

/**
 * Where volumes of the SMB driver are made.
 */
export interface SmbVolumeParameters {
  /**
   * The share, such as `//files.example.com/volumes`.
   */
  readonly source: string;

  /**
   * The Secret with the keys `username` and `password`, and `domain` where there is one. With tickets of Kerberos it has a key such as
   * `krb5cc_1000`.
   */
  readonly secretName: string;

  /**
   * The namespace of the Secret.
   */
  readonly secretNamespace: string;

  /**
   * Whether a directory is made for each volume. Without it all volumes are the share itself, and are never deleted.
   *
   * @default true
   */
  readonly makesDirectories?: boolean;

  /**
   * The directory of a volume below the share: `${pvc.metadata.namespace}`, `${pvc.metadata.name}` and `${pv.metadata.name}` are filled in
   * by the driver.
   *
   * @default - the name of the volume
   */
  readonly subDirectory?: string;

  /**
   * What becomes of the directory when the volume is deleted.
   *
   * @default - the setting of the driver
   */
  readonly onDelete?: SmbOnDelete;
}
