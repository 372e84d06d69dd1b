import { KubeProxyMode } from './kube-proxy-mode';
import { AgentOptions } from '../../agent/agent-options';
import { Resources } from '../../agent/container/resources';
import { MetricsScraping } from '../../presets/metrics-scraping';
import { ApiServerAddress } from '../api-server-address';

/**
 * Options of KubeProxy, in addition to those of every agent.
 *
 * These defaults differ from those of other agents:
 *
 * - `namespace`: kube-system, where kubeadm keeps the configuration.
 * - `priority`: Priority.systemNodeCritical(), because no Service works on a new node without it.
 * - `dns`: Dns.node(), because the DNS of the cluster is itself a Service.
 */
export interface KubeProxyProps extends AgentOptions {
  /**
   * Where kube-proxy reaches the API server: the Service `kubernetes` works only when kube-proxy has made it work.
   *
   * @default - the kubeconfig in the ConfigMap `kube-proxy` of its namespace, key `kubeconfig.conf`, which kubeadm writes. On other
   * clusters pods would wait for that ConfigMap: give the address.
   */
  readonly apiServer?: ApiServerAddress;

  /**
   * How Services are implemented.
   *
   * @default KubeProxyMode.IPTABLES
   */
  readonly mode?: KubeProxyMode;

  /**
   * The addresses of pods, one range for each IP family: traffic from other addresses to Services is masqueraded.
   *
   * @default - traffic is not distinguished by its source
   */
  readonly clusterCidrs?: string[];

  /**
   * The ranges of addresses of nodes that accept connections to node ports: `['192.0.2.0/24']`.
   *
   * @default - every address of the node
   */
  readonly nodePortAddresses?: string[];

  /**
   * Whether nodes answer ARP requests for addresses of Services on the interface that has them only. MetalLB and kube-vip need it in the
   * mode ipvs.
   *
   * @default false
   */
  readonly strictArp?: boolean;

  /**
   * The port of the metrics.
   *
   * @default 10249
   */
  readonly metricsPort?: number;

  /**
   * Whether the metrics can be read from other machines. Prometheus needs it.
   *
   * @default false - on the loopback address of the node: with the metrics come the configuration and, if switched on, profiles
   */
  readonly metricsOnEveryAddress?: boolean;

  /**
   * The port of the health check, on every address: load balancers of clouds ask it.
   *
   * @default 10256
   */
  readonly healthPort?: number;

  /**
   * How the Prometheus Operator finds the metrics. Needs `metricsOnEveryAddress`.
   *
   * @default MetricsScraping.none() - its custom resource definitions may not be there
   */
  readonly scraping?: MetricsScraping;

  /**
   * Fields of KubeProxyConfiguration (`kubeproxy.config.k8s.io/v1alpha1`), laid upon what is written here: maps merge, everything else is
   * replaced.
   *
   * @default - the configuration is what the other properties say
   */
  readonly extraConfig?: { [field: string]: any };

  /**
   * The image.
   *
   * @default - registry.k8s.io/kube-proxy, with a patch release of the oldest Kubernetes version of the target cluster: kube-proxy may be
   * older than the API server by three minors, and never newer
   */
  readonly image?: string;

  /**
   * What kube-proxy reserves and may use.
   *
   * @default - 100m of a processor and 64Mi of memory are reserved, and nothing is limited
   */
  readonly resources?: Resources;

  /**
   * Fields of the container in the spelling of the Kubernetes API, laid upon what is written here: maps merge, everything else is replaced.
   *
   * @default - the container is what the other properties say
   */
  readonly overrides?: { [field: string]: any };
}
