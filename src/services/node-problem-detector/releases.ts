import { DETECTOR_DEFAULTS } from './defaults';
import { KnownReleases, releaseOf, requireRelease } from '../../presets/known-release';
import { FlagSource, valueOf } from '../../private/default-row';

/** What was said of the program that runs. */
interface Given {
  readonly version?: string;
  readonly image?: string;
}

/**
 * The image, where its release has the flags and monitors that are written here: all of them have been the same since 1.34.
 *
 * @throws unknown-exporter-version
 */
export function detectorImage({ version, image }: Given, cluster: FlagSource): string {
  const releases: KnownReleases = {
    program: 'node-problem-detector', oldest: [1, 34], newest: [1, 36], standard: valueOf(DETECTOR_DEFAULTS.version, cluster),
  };
  const reference = image ?? `${valueOf(DETECTOR_DEFAULTS.repository, cluster)}:v${requireRelease(version ?? releases.standard, releases)}`;
  releaseOf(reference, version, releases);
  return reference;
}
