import { NameFilter } from '../name-filter';

/**
 * What can be said of systemd_exporter.
 */
export interface SystemdExporterOptions {
  /**
   * The release, which decides the image and which flags there are: `0.6.0`, which is the oldest.
   *
   * @default - what the tag of `image` says, else 0.7.0
   */
  readonly version?: string;

  /**
   * The image. Name `version` too where its tag does not begin with it.
   *
   * @default - quay.io/prometheuscommunity/systemd-exporter with the tag of `version`
   */
  readonly image?: string;

  /**
   * Which units get series: `NameFilter.only(['containerd\\.service', 'kubelet\\.service'])`.
   *
   * @default - all but those that end in `.automount`, `.device`, `.mount`, `.scope` and `.slice`, of which each pod has several
   */
  readonly units?: NameFilter;
}
