/** In which way a path of the node is mounted. */
export interface HostPathMountOptions {
  /**
   * Whether the container cannot write to it.
   *
   * @default - either is fine
   */
  readonly readOnly?: boolean;

  /**
   * `None`, `HostToContainer` or `Bidirectional`. A mount that says nothing has `None`.
   *
   * @default - any is fine
   */
  readonly propagation?: string;

  /**
   * What must be on the node: `Directory`, `DirectoryOrCreate`, `File`, `FileOrCreate`, `Socket`, `CharDevice`, `BlockDevice`; an empty
   * text where the kubelet does not look.
   *
   * @default - any is fine
   */
  readonly type?: string;

  /**
   * Where the container sees it.
   *
   * @default - anywhere
   */
  readonly mountPath?: string;

  /**
   * The container that mounts it.
   *
   * @default - any container, init containers included
   */
  readonly container?: string;
}
