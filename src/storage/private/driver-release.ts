import { ImageReference } from '../../agent/container/image-reference';
import { isOlder, readPatchVersion, readVersion, showVersion } from '../../presets/program-version';
import { fail, quote } from '../../private/agent-error';
import { CsiSidecarImages } from '../csi-sidecar-images';

/** The releases of a driver that are known here, as data. Another minor has other sidecars, arguments or rights. */
export interface DriverReleases {
  /** The driver, for messages. */
  readonly driver: string;
  /** Where its images are, without a tag. */
  readonly repository: string;
  /** What stands before the numbers of a tag. */
  readonly tagPrefix?: string;
  /** The release that is used where nobody names one: a row of the driver's defaults. */
  readonly standard: string;
  /** The sidecars of each minor that is known, the newest last. What a minor does not say is the default of all drivers. */
  readonly minors: { readonly [minor: string]: CsiSidecarImages };
}

/** A release of a known minor. */
export interface DriverRelease {
  readonly image: string;
  /** All three numbers, without a prefix. */
  readonly version: string;
  /** The minor among those that are known: the newest of them for newer releases. */
  readonly minor: string;
  /** What the release was made with, and over it what the user names. */
  readonly sidecarImages: CsiSidecarImages;
}

/** What a user says of the release. */
interface Asked {
  readonly version?: string;
  readonly image?: string;
  readonly sidecarImages?: CsiSidecarImages;
}

/**
 * The release that was given, or that the tag of the image begins with, or the standard one. One that is newer than all that are known is
 * taken as the newest of them.
 *
 * @throws unknown-csi-driver-version
 */
export function driverRelease({ version, image, sidecarImages }: Asked, releases: DriverReleases): DriverRelease {
  const { driver, repository, tagPrefix = 'v', standard, minors } = releases;
  const asked = version ?? (image === undefined ? standard : ImageReference.parse(image).tag ?? '');
  const read = readPatchVersion(asked);
  const known = Object.keys(minors);
  const isUpTo = (each: string) => read !== undefined && !isOlder(readVersion(each)!, read);
  const minor = read === undefined ? undefined : known.find(isUpTo) ?? known[known.length - 1];
  if (minor === undefined || read === undefined || isOlder(read, readVersion(minor)!)) {
    return fail({
      code: 'unknown-csi-driver-version',
      what: read === undefined ? `the release of ${driver} is not known` : `the manifest of this release of ${driver} is not known here`,
      given: quote(version ?? image ?? ''),
      allowed: `a release of ${known.join(', ')}, such as ${standard}, or a newer one`,
      fix: `use ${standard}, say with \`version\` which of these the image is most like, or describe the driver with CsiDriver.of`,
    });
  }
  return {
    image: image ?? `${repository}:${tagPrefix}${asked.replace(/^v/, '')}`,
    version: showVersion(read), minor,
    sidecarImages: { ...minors[minor], ...sidecarImages },
  };
}
