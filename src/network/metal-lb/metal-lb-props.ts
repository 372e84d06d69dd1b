import { MetalLbBgp } from './metal-lb-bgp';
import { MetalLbLogLevel } from './metal-lb-log-level';
import { Resources } from '../../agent/container/resources';
import { NodeCoverage } from '../../agent/nodes/node-coverage';
import { MetricsScraping } from '../../presets/metrics-scraping';
import { NetworkAgentOptions } from '../network-agent-options';

/**
 * The Deployment of MetalLB that gives Services their addresses. One pod runs: two would each give out addresses.
 */
export interface MetalLbControllerOptions {
  /**
   * The nodes that it may run on.
   *
   * @default - every Linux node without a taint, nodes of the control plane, and nodes that are set aside for add-ons
   */
  readonly nodes?: NodeCoverage;

  /**
   * What it reserves and may use.
   *
   * @default - 50m of a processor and 100Mi of memory are reserved, and memory is limited to 512Mi
   */
  readonly resources?: Resources;
}

/**
 * Options of MetalLB, in addition to those of every agent. The options of agents are those of the speaker, which runs on each node; labels,
 * annotations, pull secrets and `apiServer` are those of the controller too.
 *
 * These defaults differ from those of other agents:
 *
 * - `namespace`: metallb-system. In another one the definition of BGPPeer must be changed: it names the Service that converts old objects
 *   with its namespace.
 * - `nodes`: NodeCoverage.linux(), with every taint tolerated: a Service with `externalTrafficPolicy: Local` whose pods run on a tainted
 *   node without a speaker is announced by nobody.
 * - `priority`: Priority.systemNodeCritical(), because addresses of Services move to another node, or are gone, while a speaker does not
 *   run.
 * - `dns`: Dns.node(), because the speaker asks for no name.
 * - `terminationGracePeriod`: 2 seconds, as in the manifest.
 */
export interface MetalLbProps extends NetworkAgentOptions {
  /**
   * The release. Releases of 0.16 are known.
   *
   * @default 0.16.1
   */
  readonly version?: string;

  /**
   * Where the images `speaker` and `controller` are.
   *
   * @default quay.io/metallb
   */
  readonly repository?: string;

  /**
   * What speaks BGP.
   *
   * @default MetalLbBgp.native()
   */
  readonly bgp?: MetalLbBgp;

  /**
   * Interfaces of nodes on which nothing is announced by ARP or NDP, as regular expressions (RE2) of their names. They take the place of
   * the default: a bridge of pods that answers would draw traffic of other pods to itself.
   *
   * @default - interfaces of container runtimes, CNI plugins, IPVS and virtual machines, as in the manifest; an empty list excludes none
   */
  readonly excludedInterfaces?: string[];

  /**
   * Whether speakers watch each other by gossip (memberlist), so that an address of layer 2 moves within seconds from a node that is gone,
   * and not when Kubernetes notices. Without it a speaker must run on every node. The key of the gossip is a Secret that the controller
   * makes, named after the agent: `metallb-memberlist`.
   *
   * @default true
   */
  readonly memberlist?: boolean;

  /**
   * The port of the gossip, TCP and UDP, on the address of the node.
   *
   * @default 7946
   */
  readonly memberlistPort?: number;

  /**
   * Services that MetalLB looks after: those with this `loadBalancerClass`, and no others.
   *
   * @default - those without a class
   */
  readonly loadBalancerClass?: string;

  /**
   * Whether nodes with the label `node.kubernetes.io/exclude-from-external-load-balancers` announce addresses too. kubeadm sets the label
   * on nodes of the control plane: where they are all nodes there are, no address is announced without this.
   *
   * @default false
   */
  readonly announceOnExcludedNodes?: boolean;

  /**
   * The port of the metrics of speaker and controller, on every address. They are served by TLS, to those who may get `/metrics`.
   *
   * @default 9120
   */
  readonly metricsPort?: number;

  /**
   * The port of the health check of the speaker, on the loopback address of the node, and of the controller.
   *
   * @default 17472
   */
  readonly healthPort?: number;

  /**
   * How the Prometheus Operator finds the metrics of speaker and controller. Where it does, both may ask the API server whose token it is.
   *
   * @default MetricsScraping.none() - its custom resource definitions may not be there
   */
  readonly scraping?: MetricsScraping;

  /**
   * How much speaker and controller log.
   *
   * @default MetalLbLogLevel.INFO
   */
  readonly logLevel?: MetalLbLogLevel;

  /**
   * The Deployment that gives Services their addresses.
   *
   * @default - one pod
   */
  readonly controller?: MetalLbControllerOptions;
}
