/** The version in the tag of an image, such as `0.57.0-debian`; undefined where it has none. */
export function versionIn(image: string): string | undefined {
  return /:v?(\d+\.\d+\.\d+)(?:[-+][\w.-]+)?(?:@|$)/.exec(image)?.[1];
}
