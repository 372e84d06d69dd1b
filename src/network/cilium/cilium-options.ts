import { CiliumChaining } from './cilium-chaining';
import { CiliumEncryption } from './cilium-encryption';
import { CiliumEnvoy } from './cilium-envoy';
import { CiliumHubbleOptions } from './cilium-hubble-options';
import { CiliumIpam } from './cilium-ipam';
import { CiliumPolicyEnforcement } from './cilium-policy-enforcement';
import { CiliumPrivileges } from './cilium-privileges';
import { CiliumRouting } from './cilium-routing';
import type { MetricsScraping } from '../../presets/metrics-scraping';

/**
 * Options of Cilium.
 */
export interface CiliumOptions {
  /**
   * The release, of the minors 1.19 and 1.20.
   *
   * @default 1.20.0
   */
  readonly version?: string;

  /**
   * The registry and path in front of the images `cilium`, `operator-generic` and `cilium-envoy`.
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
   * Whether connections to Services are translated at the socket on the node alone, and packet by packet in pods: for Istio, KubeVirt and
   * gVisor.
   *
   * @default - at the socket everywhere
   */
  readonly socketLbHostNamespaceOnly?: boolean;

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
   * Whether pods have IPv4 addresses. `false` is for clusters of IPv6 alone.
   *
   * @default true
   */
  readonly ipv4?: boolean;

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
   * How packets between pods of different nodes are encrypted.
   *
   * @default - they are not
   */
  readonly encryption?: CiliumEncryption;

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
   * Where Envoy runs, which enforces policies of layer 7 and DNS.
   *
   * @default CiliumEnvoy.embedded()
   */
  readonly envoy?: CiliumEnvoy;

  /**
   * Records the traffic of each node, and serves metrics of it.
   *
   * @default - Hubble is off
   */
  readonly hubble?: CiliumHubbleOptions;

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
   * Whether pods send with the congestion control BBR. Needs `bandwidthManager`, and Linux 5.18.
   *
   * @default false
   */
  readonly bbr?: boolean;

  /**
   * Whether packets of chosen pods leave the cluster through a gateway node (CiliumEgressGatewayPolicy). Needs `bpfMasquerade`.
   *
   * @default false
   */
  readonly egressGateway?: boolean;

  /**
   * Whether nodes answer ARP for addresses of Services (CiliumL2AnnouncementPolicy). Needs `kubeProxyReplacement`. Each announced Service
   * has a Lease, which a
   * node renews every few seconds: raise `k8s-client-qps` with their number.
   *
   * @default false
   */
  readonly l2Announcements?: boolean;

  /**
   * Whether nodes speak BGP (CiliumBGPClusterConfig). Passwords of sessions are read from Secrets of the namespace of Cilium.
   *
   * @default false
   */
  readonly bgpControlPlane?: boolean;

  /**
   * Whether Cilium renames the CNI configurations of others on the node. `false` where Multus or another plugin calls it.
   *
   * @default true - false with `chaining`
   */
  readonly exclusive?: boolean;

  /**
   * The CNI plugin that Cilium adds itself to.
   *
   * @default - none: Cilium is the CNI plugin
   */
  readonly chaining?: CiliumChaining;

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
   * The taint that keeps pods from a node until Cilium runs there. Put it on the nodes of your node pools with the effect NoExecute:
   * cilium-operator takes
   * it away. The Cluster Autoscaler ignores keys that begin with `ignore-taint.cluster-autoscaler.kubernetes.io/`.
   *
   * @default node.cilium.io/agent-not-ready
   */
  readonly startupTaintKey?: string;

  /**
   * What the containers may do on the node.
   *
   * @default CiliumPrivileges.capabilities()
   */
  readonly privileges?: CiliumPrivileges;

  /**
   * Where control groups of version 2 are mounted on the node. Cilium then mounts none of its own.
   *
   * @default - /sys/fs/cgroup on Talos; elsewhere Cilium mounts its own at /run/cilium/cgroupv2
   */
  readonly hostCgroupRoot?: string;

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
   * How the Prometheus Operator finds the metrics of agents. Needs `metricsPort`.
   *
   * @default MetricsScraping.none() - its custom resource definitions may not be there
   */
  readonly scraping?: MetricsScraping;

  /**
   * Keys of cilium-config, laid over those that follow from the other properties. A key that agent and operator of the release do not
   * know, a value of the wrong
   * type, and a key that another property sets are errors: Cilium ignores what it does not know.
   *
   * @default - those that follow from the other properties
   */
  readonly extraConfig?: { [key: string]: string };
}
