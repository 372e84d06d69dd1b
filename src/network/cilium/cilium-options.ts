import { CiliumIpam } from './cilium-ipam';
import { CiliumPolicyEnforcement } from './cilium-policy-enforcement';
import { CiliumRouting } from './cilium-routing';

/**
 * Options of Cilium.
 */
export interface CiliumOptions {
  /**
   * The release, of the minor 1.20.
   *
   * @default 1.20.0
   */
  readonly version?: string;

  /**
   * The registry and path in front of the images `cilium` and `operator-generic`.
   *
   * @default quay.io/cilium
   */
  readonly repository?: string;

  /**
   * Whether Cilium takes the place of kube-proxy, which must not run then. Needs `apiServer`.
   *
   * @default false
   */
  readonly kubeProxyReplacement?: boolean;

  /**
   * How packets get from node to node.
   *
   * @default CiliumRouting.vxlan()
   */
  readonly routing?: CiliumRouting;

  /**
   * Where the addresses of pods come from.
   *
   * @default CiliumIpam.clusterPool()
   */
  readonly ipam?: CiliumIpam;

  /**
   * Whether pods have IPv6 addresses too.
   *
   * @default false
   */
  readonly ipv6?: boolean;

  /**
   * Whether packets of pods that leave the cluster get the address of the node.
   *
   * @default true
   */
  readonly masquerade?: boolean;

  /**
   * Whether eBPF masquerades in place of iptables. Needs `kubeProxyReplacement`.
   *
   * @default false
   */
  readonly bpfMasquerade?: boolean;

  /**
   * The largest packet of pods, in bytes, from 1280 to 65535.
   *
   * @default - Cilium finds it out from the interfaces of the node
   */
  readonly mtu?: number;

  /**
   * Whether packets between pods of different nodes are encrypted with WireGuard (UDP port 51871 between nodes).
   *
   * @default false
   */
  readonly wireguard?: boolean;

  /**
   * The interfaces that face other nodes and clients, with `+` at the end for all that begin so: `['eth+']`.
   *
   * @default - Cilium finds them out
   */
  readonly devices?: string[];

  /**
   * Which pods network policies isolate.
   *
   * @default CiliumPolicyEnforcement.DEFAULT
   */
  readonly policyEnforcement?: CiliumPolicyEnforcement;

  /**
   * Whether network policies are enforced on nodes too.
   *
   * @default false
   */
  readonly hostFirewall?: boolean;

  /**
   * Whether the bandwidth of pods is limited by the annotation `kubernetes.io/egress-bandwidth`.
   *
   * @default false
   */
  readonly bandwidthManager?: boolean;

  /**
   * Whether Cilium renames the CNI configurations of others on the node. `false` where Multus or another plugin calls it.
   *
   * @default true
   */
  readonly exclusive?: boolean;

  /**
   * The name of the cluster in a mesh: at most 32 lower case letters, digits and `-`.
   *
   * @default default
   */
  readonly clusterName?: string;

  /**
   * The number of the cluster in a mesh, from 1 to 255. Needs `clusterName`.
   *
   * @default 0 - the cluster is in no mesh
   */
  readonly clusterId?: number;

  /**
   * The taint that keeps pods from a node until Cilium runs there. Put it on the nodes of your node pools with the effect NoExecute: cilium-operator takes
   * it away.
   *
   * @default node.cilium.io/agent-not-ready
   */
  readonly startupTaintKey?: string;

  /**
   * How many pods of cilium-operator run.
   *
   * @default 2
   */
  readonly operatorReplicas?: number;

  /**
   * The port on which each node serves metrics, on every address.
   *
   * @default - no metrics of the agent are served; those of cilium-operator are on port 9963
   */
  readonly metricsPort?: number;

  /**
   * Keys of cilium-config, laid over those that follow from the other properties. A key that is close to a known one but not the same, and a value of the wrong
   * type, are errors: Cilium ignores what it does not know.
   *
   * @default - those that follow from the other properties
   */
  readonly extraConfig?: { [key: string]: string };
}
