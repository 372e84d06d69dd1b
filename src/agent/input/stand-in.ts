import type { Construct } from 'constructs';
import { slug } from '../../private/names';
import type { ContainerProps } from '../container/container-props';

/** An image that nothing ever runs: an app with something wrong in it is not written. */
export const STAND_IN_IMAGE = 'stand-in.invalid/image:0';

/** A container in place of one that cannot be made, so that the lines of the app after it go on. */
export function standInContainer(given: Partial<ContainerProps> = {}): ContainerProps {
  const { env, args } = given;
  return { ...env && { env }, ...args && { args }, name: 'stand-in', image: STAND_IN_IMAGE };
}

/** Options with which an agent can be made whatever it was given. */
export function standInOptions(owner: Construct): { readonly name: string; readonly namespace: string; readonly image: string } {
  return { name: slug(owner.node.id), namespace: 'stand-in', image: STAND_IN_IMAGE };
}
