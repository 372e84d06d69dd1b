import { ImageReference } from '../../agent/container/image-reference';
import { readPatchVersion, showVersion } from '../../presets/program-version';
import { fail, quote } from '../../private/agent-error';

/** The releases of a program whose manifests are known here. Another minor has other containers, variables or rights. */
export interface ReleaseRange {
  /** The program, for messages. */
  readonly program: string;
  /** The minors: `3.31`. */
  readonly minors: readonly string[];
  /** The release that is used where nobody names one. */
  readonly standard: string;
  /** What to do about a release that is not known, in place of the standard one. */
  readonly otherwise?: string;
}

/** A release of a known minor. */
export interface Release {
  /** All three numbers, without `v`. */
  readonly text: string;
  readonly minor: string;
  readonly patch: number;
}

/**
 * The release that was given, or that the tag of the image begins with, or the standard one.
 *
 * @throws unknown-network-version
 */
export function requireRelease(version: string | undefined, image: string
  | undefined, { program, minors, standard, otherwise = 'describe the program with Cni.of' }: ReleaseRange): Release {
  const tag = image === undefined ? undefined : ImageReference.parse(image).tag;
  const given = version ?? (image === undefined ? standard : tag ?? '');
  const read = readPatchVersion(given);
  const minor = read && showVersion([read[0], read[1]]);
  if (minor !== undefined && minors.includes(minor)) {return { text: given.replace(/^v/, ''), minor, patch: read![2]! };}
  return fail({
    code: 'unknown-network-version',
    what: minor === undefined ? `the release of ${program} is not known` : `the manifest of this release of ${program} is not known here`,
    given: quote(version ?? image ?? ''),
    allowed: `a release of ${minors.join(', ')}, such as ${standard}`,
    fix: `use ${standard}, or ${otherwise}`,
  });
}
