import { CniInstallStep } from './cni-install-step';
import { OwnContainerOptions } from '../agent/container/container-props';

/**
 * A CNI plugin of your own: its container, and what puts it on the node.
 */
export interface CniOptions extends OwnContainerOptions {
  /**
   * What the plugin is called: a DNS label.
   */
  readonly name: string;

  /**
   * What it does on the network of the node: the reason for host networking, one line of at least three words.
   *
   * @default - it sets up the network of the node
   */
  readonly hostNetworkReason?: string;

  /**
   * The steps that put it on the node, in this order. The one that writes the configuration of the network comes last: it makes the node
   * ready.
   *
   * @default - the agent's own container does it
   */
  readonly install?: CniInstallStep[];
}
