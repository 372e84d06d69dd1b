import { ImageReference } from '../../agent/container/image-reference';

/** The image for Windows nodes of a driver whose projects tell it apart by the end of the tag. A digest is that of another image. */
export function windowsImage(image: string, version: string, suffix: string): string {
  const { registry, repository, tag = `v${version}` } = ImageReference.parse(image);
  return `${registry === undefined ? '' : `${registry}/`}${repository}:${tag}${suffix}`;
}
