import { CalicoAddressDetection } from './calico-address-detection';
import { CalicoDataplane } from './calico-dataplane';
import { CalicoEncapsulation } from './calico-encapsulation';

/**
 * Options of Calico.
 */
export interface CalicoOptions {
  /**
   * The release, of the minor 3.32. All images have it as their tag.
   *
   * @default 3.32.1
   */
  readonly version?: string;

  /**
   * The registry and path in front of the images `node`, `cni`, `kube-controllers` and `typha`.
   *
   * @default quay.io/calico
   */
  readonly repository?: string;

  /**
   * The IPv4 addresses of pods, within those of the cluster. Read only when there is no IP pool yet.
   *
   * @default - what kubeadm was given as the subnet of pods, else 192.168.0.0/16: Calico looks it up
   */
  readonly podCidr?: string;

  /**
   * The IPv6 addresses of pods, for clusters with both families.
   *
   * @default - pods have IPv4 addresses alone
   */
  readonly ipv6PodCidr?: string;

  /**
   * The length of the prefix of the blocks that nodes take from the IPv4 addresses, from 20 to 32.
   *
   * @default 26 - 64 addresses in a block
   */
  readonly blockSize?: number;

  /**
   * Whether packets of pods that leave the cluster get the address of the node.
   *
   * @default true
   */
  readonly natOutgoing?: boolean;

  /**
   * How packets get from node to node.
   *
   * @default CalicoEncapsulation.ipInIp() - as in the manifest of Calico; with CalicoDataplane.EBPF CalicoEncapsulation.vxlan()
   */
  readonly encapsulation?: CalicoEncapsulation;

  /**
   * What carries out network policies.
   *
   * @default CalicoDataplane.IPTABLES
   */
  readonly dataplane?: CalicoDataplane;

  /**
   * The largest packet of pods and tunnels, in bytes, from 1280 to 65535.
   *
   * @default - Calico finds it out from the interfaces of the node
   */
  readonly mtu?: number;

  /**
   * Which address of a node is used.
   *
   * @default CalicoAddressDetection.firstFound()
   */
  readonly addressDetection?: CalicoAddressDetection;

  /**
   * Whether packets between nodes are encrypted with WireGuard (UDP port 51820, and 51821 for IPv6).
   *
   * @default false
   */
  readonly wireguard?: boolean;

  /**
   * How many pods of Typha stand between the nodes and the API server, so that not every node watches it. Advised above 50 nodes and needed
   * above 100: one for each 100 to 200 nodes, and at least 3.
   *
   * @default 0 - every node watches the API server
   */
  readonly typhaReplicas?: number;

  /**
   * The port on which each node serves metrics of Felix, on every address.
   *
   * @default - no metrics are served
   */
  readonly metricsPort?: number;

  /**
   * Parameters of Felix by the names of FelixConfiguration, whatever their case: `{ logSeverityScreen: 'Warning' }`. They become variables, which
   * win over FelixConfiguration objects. Names and values are checked, because Felix ignores what it does not know.
   *
   * @default - those that follow from the other properties
   */
  readonly felix?: { [parameter: string]: string };
}
