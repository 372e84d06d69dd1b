import { CalicoDataplane } from './calico-dataplane';

/**
 * Options of Calico, whether it makes the network or carries out policies alone.
 */
export interface CalicoAgentOptions {
  /**
   * The release, of the minors 3.31 and 3.32. All images have it as their tag; rights, variables and mounts are those of its manifest.
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
   * What carries out network policies, and with CalicoDataplane.EBPF Services too.
   *
   * @default - iptables with 3.31; with 3.32 nftables where kube-proxy uses it, else iptables
   */
  readonly dataplane?: CalicoDataplane;

  /**
   * How many pods of Typha stand between the nodes and the API server, so that not every node watches it: from 1 to 1000. Advised above 50
   * nodes and needed above 100: one for each 100 to 200 nodes, and at least 3.
   *
   * @default - no Typha: every node watches the API server
   */
  readonly typhaReplicas?: number;

  /**
   * The port on which each node serves metrics of Felix, on every address. Its own default is 9091.
   *
   * @default - no metrics are served
   */
  readonly metricsPort?: number;

  /**
   * The port on which Felix says whether it is healthy, on the loopback address of the node.
   *
   * @default 9099 - OpenShift uses this port itself: 9199 there
   */
  readonly healthPort?: number;

  /**
   * Whether packets between nodes are encrypted with WireGuard (UDP port 51820, and 51821 for IPv6).
   *
   * @default false
   */
  readonly wireguard?: boolean;

  /**
   * Parameters of Felix by the names of FelixConfiguration, whatever their case: `{ logSeverityScreen: 'Warning' }`. They become variables,
   * which win over FelixConfiguration objects. Names and values are checked, because Felix ignores what it does not know; a parameter that
   * another option sets is refused.
   *
   * @default - those that follow from the other properties
   */
  readonly felix?: { [parameter: string]: string };
}
