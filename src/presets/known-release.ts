import { ProgramVersion, isOlder, readVersion, showVersion } from './program-version';
import { ImageReference } from '../agent/container/image-reference';
import { fail, quote } from '../private/agent-error';

/** The releases of a program that are known here. */
export interface KnownReleases {
  /** The program, for messages. */
  readonly program: string;
  readonly oldest: ProgramVersion;
  readonly newest: ProgramVersion;
  /** The release that is used where nobody names one. */
  readonly standard: string;
  /** Reads a release, where it is not the first two numbers of what is given. */
  readonly read?: (text: string) => ProgramVersion | undefined;
}

/**
 * A release as images are tagged with it: all three numbers, without `v`.
 *
 * @throws unknown-exporter-version
 */
export function requireRelease(version: string, { program, standard, read = readVersion }: KnownReleases): string {
  const plain = version.replace(/^v/, '');
  if (!/^\d+\.\d+\.\d+/.test(plain) || read(plain) === undefined) {
    fail({
      code: 'unknown-exporter-version',
      what: `there is no image of this release of ${program}`,
      given: quote(version),
      allowed: `all three numbers, such as ${standard}`,
      fix: 'spell the version out, or name the `image`',
    });
  }
  return plain;
}

/**
 * The release of an image, by what was given or by its tag.
 *
 * @throws unknown-exporter-version
 */
export function releaseOf(image: string, given: string | undefined, releases: KnownReleases): ProgramVersion {
  const { program, oldest, newest, standard, read = readVersion } = releases;
  const tag = ImageReference.parse(image).tag;
  const version = read(given ?? tag ?? '');
  if (version === undefined) {
    fail({
      code: 'unknown-exporter-version',
      what: `the release of ${program} is not known, and with it which flags there are`,
      given: quote(given ?? image),
      allowed: `a version such as ${standard}, or a tag that begins with one`,
      fix: 'set `version` in addition to the image',
    });
  }
  if (isOlder(version, oldest)) {
    fail({
      code: 'unknown-exporter-version',
      what: `this release of ${program} is older than what is supported`,
      given: quote(given ?? image),
      allowed: `${showVersion(oldest)} to ${showVersion(newest)}, and newer ones`,
      fix: `use ${standard}`,
    });
  }
  return version;
}

/** What a user says of the program that runs. */
export interface ReleaseOptions {
  readonly version?: string;
  readonly image?: string;
}

/** The image of a program and its release. */
export interface ProgramRelease {
  readonly image: string;
  readonly version: ProgramVersion;
}

/**
 * By `image`, else by the project's image and `version`.
 *
 * @param tag what its images are tagged with: `v` stands before the numbers, or nothing
 * @throws unknown-exporter-version
 */
export function programRelease({ version, image }: ReleaseOptions, releases: KnownReleases, repository: string, tag: 'v'
  | '' = 'v'): ProgramRelease {
  const used = image ?? `${repository}:${tag}${requireRelease(version ?? releases.standard, releases)}`;
  return { image: used, version: releaseOf(used, version, releases) };
}
