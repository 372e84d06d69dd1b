/** A version of the Pod Security Standards. */
export interface PolicyVersion {
  /** `latest` or `v1.30`. */
  readonly text: string;
  /** The minor that `podSecurityLevel` takes: Infinity for the latest. */
  readonly minor: number;
}

/** The newest rules that are known. */
export const LATEST: PolicyVersion = { text: 'latest', minor: Infinity };

/** Reads a version as the admission plugin does: `latest`, or `v1.` and a number. */
export function readPolicyVersion(text: string): PolicyVersion | undefined {
  if (text === LATEST.text) {return LATEST;}
  const minor = /^v1\.(0|[1-9]\d*)$/.exec(text)?.[1];
  return minor === undefined ? undefined : { text, minor: Number(minor) };
}

/** The newest minor whose rules are known apart from those to come. */
const NEWEST = 36;

/**
 * The minors by whose rules clusters judge, from the oldest on: an API server takes a version that is newer than its own for the latest
 * that it knows. Rules are loosened as well as tightened, so that no single version stands for all.
 */
export function minorsFrom(oldest: number, { minor }: PolicyVersion): readonly number[] {
  const [first, last] = [Math.min(oldest, minor), Math.min(minor, NEWEST)];
  return [...Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => first + index), ...minor > NEWEST ? [minor] : []];
}
