/** What a snapshot leaves out, so that it stays the same through changes that it is not about. */
export interface SnapshotOptions {
  /**
   * Leave out tags and digests of images: new versions of agents change nothing.
   *
   * @default false
   */
  readonly maskImages?: boolean;

  /**
   * Leave out checksums in annotations of pods, and those that kustomize puts behind names: a new configuration changes its own lines and
   * no others.
   *
   * @default false
   */
  readonly maskChecksums?: boolean;

  /**
   * The kinds of objects that are shown.
   *
   * @default - every kind
   */
  readonly kinds?: string[];
}
