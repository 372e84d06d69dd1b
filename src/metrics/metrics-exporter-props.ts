import { Exporter } from './exporter';
import { MetricsPoolOptions } from './metrics-pool-options';
import { MetricsProtection } from './metrics-protection';
import { AgentOptions } from '../agent/agent-options';
import { ContainerSecurity } from '../agent/container/container-security';
import { Probe } from '../agent/container/probe';
import { Resources } from '../agent/container/resources';
import { MetricsAlerts } from '../presets/metrics-alerts';
import { MetricsScraping } from '../presets/metrics-scraping';

/**
 * What can be said of a metrics exporter.
 *
 * These defaults differ from those of other agents:
 *
 * - `priority`: Priority.systemNodeCritical(), because a node is watched for the moment when it runs short, and that is when pods without a
 *   class are evicted. GKE and other clusters that meter the class admit it outside kube-system only where a ResourceQuota allows it: add
 *   one, or say Priority.none().
 * - `services`: a headless Service, which names the addresses and costs kube-proxy nothing. A list of your own takes its place; an empty
 *   one leaves none.
 * - `hostNamespaces` adds to what the exporter itself needs: the host network for node_exporter. It needs no process ids of the host,
 *   because it reads `/proc` below the root of the host.
 */
export interface MetricsExporterProps extends AgentOptions {
  /**
   * The program.
   *
   * @default Exporter.nodeExporter()
   */
  readonly exporter?: Exporter;

  /**
   * The port that is scraped. Arguments, probes, Service and monitor follow it.
   *
   * @default - the port that the exporter is known by: 9100 for node_exporter
   */
  readonly port?: number;

  /**
   * Whether the port is open on every address of the node.
   *
   * @default false - on the address that the pod is known by, which on the host network is the node's own: a second, public address of the
   * node serves no metrics
   */
  readonly listenOnEveryAddress?: boolean;

  /**
   * Who may read the metrics.
   *
   * @default MetricsProtection.none() - it needs nothing of the cluster; choose another where more than Prometheus reaches the nodes
   */
  readonly protection?: MetricsProtection;

  /**
   * How the Prometheus Operator finds the exporter. For more than one, or one of your own, there is `monitors`.
   *
   * @default MetricsScraping.none() - its custom resource definitions may not be there
   */
  readonly scraping?: MetricsScraping;

  /**
   * Whether the Cluster Autoscaler evicts the exporter before it removes a node, by the annotation
   * `cluster-autoscaler.kubernetes.io/enable-ds-eviction` of the pods. Its `safe-to-evict` has no effect on pods of a DaemonSet: they never
   * keep a node.
   *
   * @default - the autoscaler decides by its own flags: it evicts from nodes with other pods, and not from empty ones
   */
  readonly scaleDownEviction?: boolean;

  /**
   * Alerts about the exporter itself, and about what nobody but it sees. They are written for series that monitors of `scraping` label.
   *
   * @default MetricsAlerts.none() - the custom resource definitions of the Prometheus Operator may not be there
   */
  readonly alerts?: MetricsAlerts;

  /**
   * Arguments of the exporter, laid over those that are written here by the names of their flags: `--web.max-requests=10`,
   * `--no-collector.zfs`. A flag that the release does not know, and a pattern that it cannot compile, is an error.
   *
   * @default - those that follow from the other properties
   */
  readonly args?: string[];

  /**
   * What is different on the nodes of `pools`, by the name of the pool: collectors, filters, files. The port, and what protects it, is that
   * of the agent.
   *
   * @default - pools have the exporter of the agent
   */
  readonly poolOptions?: { [pool: string]: MetricsPoolOptions };

  /**
   * What the exporter reserves and may use.
   *
   * @default - for node_exporter 20m of a processor and 32Mi of memory are reserved, and 192Mi of memory is the most: on a small node it
   * was seen to take 25Mi, and 8 ms of a processor for a scrape. Processors are not limited: a throttled exporter takes minutes for a
   * scrape on just the node that is busy.
   */
  readonly resources?: Resources;

  /**
   * With which rights the exporter runs.
   *
   * @default - for node_exporter ContainerSecurity.nonRoot(65534): no capability either, since the kernel shows the clock to everyone
   */
  readonly securityContext?: ContainerSecurity;

  /**
   * When the exporter is restarted.
   *
   * @default - when its landing page does not answer within 5 seconds, three times in a row. Not with MetricsProtection.webConfig, or where
   * clients need a certificate.
   */
  readonly livenessProbe?: Probe;

  /**
   * When the exporter counts as ready, which is what a rollout waits for.
   *
   * @default - when its landing page answers; where the kubelet has no credentials, when the port is open
   */
  readonly readinessProbe?: Probe;

  /**
   * Fields of the exporter's container in the spelling of the Kubernetes API, laid upon what is written here: maps merge, everything else
   * is replaced.
   *
   * @default - the container is what the other properties say
   */
  readonly overrides?: { [field: string]: any };
}
