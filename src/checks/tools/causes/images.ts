import { Causes, each, ofContainer, Which } from '../cause';

/** Images that can change under their name. */
export function mutableImages(which: Which, isMutable: (image: string) => boolean): Causes {
  return each(which, container => {
    const image = String(container.container.image ?? '');
    return isMutable(image) ? ofContainer(container, 'image', `starts ${image}`, ['mutable-image']) : undefined;
  });
}

/** Images without a digest: those that can change under their name are accepted as that, the others are nothing that a rule speaks of. */
export function imagesWithoutDigest(which: Which): Causes {
  return each(which, container => {
    const image = String(container.container.image ?? '');
    return image.includes('@') ? undefined : ofContainer(container, 'image', `starts ${image}`, isUntagged(image) ? ['mutable-image'] : []);
  });
}

/** No tag, or the one that moves by its nature. */
export function isUntagged(image: string): boolean {
  const last = image.slice(image.lastIndexOf('/') + 1);
  return !image.includes('@') && (!last.includes(':') || last.endsWith(':latest'));
}
