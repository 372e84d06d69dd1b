/**
 * Options of every device plugin that this library knows.
 */
export interface CommonDevicePluginOptions {
  /**
   * The image, with a tag other than `latest`, or a digest, or both.
   *
   * @default - the release of the project that is named in docs/defaults.md
   */
  readonly image?: string;
}
