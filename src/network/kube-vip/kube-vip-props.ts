import { Duration } from 'cdk8s';
import { KubeVipAddressFamily } from './kube-vip-address-family';
import { KubeVipLogLevel } from './kube-vip-log-level';
import { KubeVipMode } from './kube-vip-mode';
import { MetricsScraping } from '../../presets/metrics-scraping';
import { NetworkAgentOptions } from '../network-agent-options';

/**
 * How the nodes agree on the one that has the address: by a Lease. A shorter duration moves the address sooner from a node that is gone,
 * and costs the API server more.
 */
export interface KubeVipLeaderElectionOptions {
  /**
   * The name of the Lease for the address of the control plane, in the namespace of the agent.
   *
   * @default plndr-cp-lock
   */
  readonly leaseName?: string;

  /**
   * How long other nodes wait for the leader before one of them takes the address. Longer than `renewDeadline`.
   *
   * @default Duration.seconds(15)
   */
  readonly leaseDuration?: Duration;

  /**
   * How long the leader tries to renew the Lease before it gives the address up. Longer than 1.2 times `retryPeriod`.
   *
   * @default Duration.seconds(10)
   */
  readonly renewDeadline?: Duration;

  /**
   * How long a node waits between two tries.
   *
   * @default Duration.seconds(2)
   */
  readonly retryPeriod?: Duration;
}

/**
 * Options of kube-vip, in addition to those of every agent.
 *
 * These defaults differ from those of other agents:
 *
 * - `namespace`: kube-system.
 * - `nodes`: NodeCoverage.controlPlane() where it announces the address of the control plane, else NodeCoverage.linux(). Every taint is
 *   tolerated.
 * - `priority`: Priority.systemNodeCritical(), because the API server is reached by its address.
 * - `dns`: Dns.node(), because the DNS of the cluster needs the API server.
 * - `rollout`: Rollout.count(1).
 *
 * Where kube-proxy does not run before kube-vip, `apiServer` leads it to an API server that is not behind its own address, such as the one
 * of its node.
 */
export interface KubeVipProps extends NetworkAgentOptions {
  /**
   * The address of the control plane: an address of IPv4 or IPv6, one of each with a comma between, or a DNS name that leads to them.
   *
   * @default - the control plane gets no address
   */
  readonly address?: string;

  /**
   * Whether `address` is announced as that of the API servers.
   *
   * @default - true where there is an `address`
   */
  readonly controlPlane?: boolean;

  /**
   * Whether the addresses of Services of the type LoadBalancer are announced. Something else gives Services their addresses: the cloud
   * provider of kube-vip, or the annotation `kube-vip.io/loadbalancerIPs`.
   *
   * @default false
   */
  readonly announceServices?: boolean;

  /**
   * How addresses are announced.
   *
   * @default KubeVipMode.arp()
   */
  readonly mode?: KubeVipMode;

  /**
   * The release. Releases of 1.2 are known.
   *
   * @default 1.2.3
   */
  readonly version?: string;

  /**
   * The image without its tag.
   *
   * @default ghcr.io/kube-vip/kube-vip
   */
  readonly repository?: string;

  /**
   * The interface that gets the addresses, at most 15 bytes.
   *
   * @default - that of the default route of each node
   */
  readonly interfaceName?: string;

  /**
   * The interface that gets the addresses of Services.
   *
   * @default - `interfaceName`
   */
  readonly servicesInterfaceName?: string;

  /**
   * The port of the API servers.
   *
   * @default 6443
   */
  readonly port?: number;

  /**
   * The length of the prefix with which `address` is given to the interface. Only for one address, not for a DNS name.
   *
   * @default - the address alone: 32 for IPv4, 128 for IPv6
   */
  readonly prefixLength?: number;

  /**
   * Which addresses of a DNS name are taken. Only where `address` is one.
   *
   * @default KubeVipAddressFamily.FIRST
   */
  readonly addressFamily?: KubeVipAddressFamily;

  /**
   * How nodes agree on the one that has the address. With KubeVipMode.bgp and KubeVipMode.routingTable every node announces it, unless this
   * is given.
   *
   * @default - as client-go has it: 15, 10 and 2 seconds
   */
  readonly leaderElection?: KubeVipLeaderElectionOptions;

  /**
   * The name of the Lease for the addresses of Services. Needs `announceServices`.
   *
   * @default plndr-svcs-lock
   */
  readonly servicesLeaseName?: string;

  /**
   * Whether nodes agree on each Service by itself, so that the load is spread, and `externalTrafficPolicy: Local` leads to nodes with pods.
   * The Leases are in the namespaces of the Services. Needs `announceServices`.
   *
   * @default false - one node has the addresses of all Services
   */
  readonly servicesElection?: boolean;

  /**
   * The class of the Services that are looked after, and of no others. Needs `announceServices`.
   *
   * @default - Services without a class, and those of the class `kube-vip.io/kube-vip-class`
   */
  readonly loadBalancerClass?: string;

  /**
   * The port of the metrics.
   *
   * @default 2112
   */
  readonly metricsPort?: number;

  /**
   * Whether the metrics can be read from other machines. Prometheus needs it.
   *
   * @default false - on the loopback address of the node, because they are served to everyone
   */
  readonly metricsOnEveryAddress?: boolean;

  /**
   * How the Prometheus Operator finds the metrics. Needs `metricsOnEveryAddress`.
   *
   * @default MetricsScraping.none() - its custom resource definitions may not be there
   */
  readonly scraping?: MetricsScraping;

  /**
   * How much is logged.
   *
   * @default KubeVipLogLevel.INFO
   */
  readonly logLevel?: KubeVipLogLevel;

  /**
   * More variables of kube-vip, by their names: `{ vip_arpRate: '5000' }`. Names and values are checked, because kube-vip ignores what it
   * does not know.
   *
   * @default - those that follow from the other properties
   */
  readonly extraEnv?: { [name: string]: string };
}
