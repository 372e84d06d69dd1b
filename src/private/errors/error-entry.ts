/** Who would refuse the manifest, or why it would not work, if we let it pass. */
export type RefusedBy = 'api-server' | 'kubelet' | 'never-works' | 'library';

/** What docs/errors says of a code. The messages themselves carry the values. */
export interface ErrorEntry {
  /** One sentence: what the code means. */
  readonly summary: string;
  /** Why it matters: what would happen on a cluster. */
  readonly why: string;
  /** What to do. */
  readonly fix: string;
  readonly refusedBy: RefusedBy;
}
