import { Duration } from 'cdk8s';
import { NameFilter } from '../name-filter';

/**
 * What can be said of smartctl_exporter.
 */
export interface SmartctlExporterOptions {
  /**
   * The release, which decides the image and which flags there are: `0.13.0`. 0.11 is the oldest.
   *
   * @default - what the tag of `image` says, else 0.14.0
   */
  readonly version?: string;

  /**
   * The image. Name `version` too where its tag does not begin with it.
   *
   * @default - quay.io/prometheuscommunity/smartctl-exporter with the tag of `version`
   */
  readonly image?: string;

  /**
   * Which of the disks that smartctl finds get series, by the names that its series have, without `/dev/`:
   * `NameFilter.excluding(['loop.*'])`.
   *
   * @default - all of them
   */
  readonly devices?: NameFilter;

  /**
   * How often each disk is asked: at least a second. In between, scrapes get what it said last.
   *
   * @default - every minute, by the exporter
   */
  readonly interval?: Duration;
}
