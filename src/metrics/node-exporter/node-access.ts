/** What the exporter can see, as far as it decides which collectors tell the truth. */
export interface NodeAccess {
  /** Whether it runs as user 0; undefined where the image decides. */
  readonly isRoot: boolean | undefined;
  readonly seesHostRoot: boolean;
  readonly sharesHostNetwork: boolean;
}
