import { CalicoAgentOptions } from './calico-agent-options';
import { CalicoForeignNetwork } from './calico-foreign-network';

/**
 * Options of Calico where others make the network, and Calico carries out network policies.
 */
export interface CalicoPolicyOptions extends CalicoAgentOptions {
  /**
   * Who makes the network.
   *
   * @default CalicoForeignNetwork.podCidrRoutes()
   */
  readonly network?: CalicoForeignNetwork;

  /**
   * Whether pods have IPv6 addresses, to which policies shall apply.
   *
   * @default false
   */
  readonly ipv6?: boolean;

  /**
   * The largest packet of pods, in bytes, from 1280 to 65535, where Calico connects them. With `CalicoForeignNetwork.flannel()` and VXLAN
   * it is 50 less than that of the network between the nodes: Calico does not look at the interface of flannel.
   *
   * @default - Calico finds it out from the interfaces of the node
   */
  readonly mtu?: number;
}
