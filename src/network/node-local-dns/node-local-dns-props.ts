import { AgentOptions } from '../../agent/agent-options';
import { Resources } from '../../agent/container/resources';
import { MetricsScraping } from '../../presets/metrics-scraping';

/**
 * Options of NodeLocalDns, in addition to those of every agent.
 *
 * These defaults differ from those of other agents:
 *
 * - `priority`: Priority.systemNodeCritical(), because pods of the node resolve no names while the cache does not run.
 * - `dns`: Dns.node(), because the cache itself cannot ask the DNS of the cluster for the addresses of its upstream servers.
 */
export interface NodeLocalDnsProps extends AgentOptions {
  /**
   * The address of the cache on each node, IPv4 or IPv6. It must not be in use on a node, and belongs to no network: a link-local address
   * for IPv4, a unique local address for IPv6.
   *
   * @default 169.254.20.10
   */
  readonly localAddress?: string;

  /**
   * The address of the Service `kube-dns` (`kubectl get service -n kube-system kube-dns`). The cache listens on it too, so that pods use
   * the cache without any change of the kubelets. Only where kube-proxy runs in the mode iptables or nftables: in the mode ipvs the address
   * belongs to kube-proxy.
   *
   * @default - the cache listens on `localAddress` alone, and kubelets need `clusterDNS: [<localAddress>]` for pods to use it
   */
  readonly clusterDnsAddress?: string;

  /**
   * The domain of the cluster.
   *
   * @default cluster.local
   */
  readonly clusterDomain?: string;

  /**
   * The name servers for all other domains, as addresses with an optional port.
   *
   * @default - those of /etc/resolv.conf of the node
   */
  readonly upstreamServers?: string[];

  /**
   * Domains that have name servers of their own, with their addresses: `{ 'corp.example.com': ['192.0.2.53'] }`.
   *
   * @default - no domain has
   */
  readonly stubDomains?: { [domain: string]: string[] };

  /**
   * Server blocks in the language of CoreDNS, written after the others as they are.
   *
   * @default - no block is added
   */
  readonly extraConfig?: string;

  /**
   * The label that the pods of the DNS of the cluster carry, in the namespace of the cache.
   *
   * @default { 'k8s-app': 'kube-dns' } - that of CoreDNS and kube-dns as kubeadm, EKS, GKE and AKS install them
   */
  readonly clusterDnsLabels?: { [key: string]: string };

  /**
   * The port of the metrics of CoreDNS, on every address of the node.
   *
   * @default 9253
   */
  readonly metricsPort?: number;

  /**
   * How the Prometheus Operator finds the metrics.
   *
   * @default MetricsScraping.none() - its custom resource definitions may not be there
   */
  readonly scraping?: MetricsScraping;

  /**
   * The image, with a tag that begins with the version.
   *
   * @default registry.k8s.io/dns/k8s-dns-node-cache:1.26.4
   */
  readonly image?: string;

  /**
   * What the cache reserves and may use.
   *
   * @default - 25m of a processor and 32Mi of memory are reserved. Memory is not limited: a cache that is killed leaves the node without
   * DNS until it runs again.
   */
  readonly resources?: Resources;

  /**
   * Fields of the container in the spelling of the Kubernetes API, laid upon what is written here: maps merge, everything else is replaced.
   *
   * @default - the container is what the other properties say
   */
  readonly overrides?: { [field: string]: any };
}
