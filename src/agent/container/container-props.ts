import { ContainerOptions } from './container-options';

/**
 * A container next to the agent's own.
 */
export interface ContainerProps extends ContainerOptions {
  /**
   * The name of the container, unique in the pod.
   */
  readonly name: string;

  /**
   * The image, with a tag other than `latest`, or a digest, or both.
   */
  readonly image: string;
}

/**
 * The agent's own container.
 */
export interface OwnContainerOptions extends ContainerOptions {
  /**
   * The image of the agent's own container, with a tag other than `latest`, or a digest, or both.
   */
  readonly image: string;

  /**
   * The name of the agent's own container.
   *
   * @default agent
   */
  readonly containerName?: string;
}
