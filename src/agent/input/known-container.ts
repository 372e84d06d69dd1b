import { knownOptions, Names } from './known-options';
import { CONTAINER_SHAPES } from './option-shapes';
import type { ContainerProps } from '../container/container-props';

/** The options of a container but its name, which the agent's own container has from another option. */
export const CONTAINER: Names<Omit<ContainerProps, 'name'>> = {
  ...CONTAINER_SHAPES,
  apiAccess: true, image: true, imagePullPolicy: true, overrides: true, workingDir: true,
};

const CONTAINER_PROPS: Names<ContainerProps> = { ...CONTAINER, name: true };

/** A container beside the agent's own, if it has no option but those of containers, and no value of another shape. */
export function knownContainer(props: ContainerProps): ContainerProps {
  return knownOptions(props, CONTAINER_PROPS, 'a container');
}
