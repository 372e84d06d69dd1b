import { CustomResourceMetrics } from './custom-resource-metrics';
import { KubeStateMetricFilter } from './kube-state-metric-filter';
import { KubeStateProtection } from './kube-state-protection';
import { KubeStateResources } from './kube-state-resources';
import { KubeStateSharding } from './kube-state-sharding';
import { ContainerSecurity } from '../../agent/container/container-security';
import { Probe } from '../../agent/container/probe';
import { Resources } from '../../agent/container/resources';
import { NodeCoverage } from '../../agent/nodes/node-coverage';
import { ClusterWorkload } from '../../agent/replicas/cluster-workload';
import { WorkloadOptions } from '../../agent/workload-options';
import { MetricsAlerts } from '../../presets/metrics-alerts';
import { MetricsScraping } from '../../presets/metrics-scraping';

/**
 * What can be said of kube-state-metrics. All of it is optional.
 *
 * These defaults differ from those of other agents:
 *
 * - `services`: a headless Service in front of both ports. A list of your own takes its place; an empty one leaves none.
 * - `securityContext`: user 65534 without any capability.
 */
export interface KubeStateMetricsProps extends WorkloadOptions {
  /**
   * Which kinds of objects become metrics. The rights of the agent follow from it.
   *
   * @default KubeStateResources.standard()
   */
  readonly collected?: KubeStateResources;

  /**
   * The namespaces whose objects become metrics. The right to read kinds that are in namespaces is then granted in these namespaces alone,
   * by a Role in each.
   *
   * @default - all namespaces
   */
  readonly namespaces?: string[];

  /**
   * Which metrics of these kinds are exposed.
   *
   * @default KubeStateMetricFilter.all()
   */
  readonly metrics?: KubeStateMetricFilter;

  /**
   * Labels of objects that become labels of metrics such as `kube_pod_labels`, by kind: `{ pods: ['app.kubernetes.io/name'] }`. `*` as a
   * kind stands for all collected kinds and takes the place of all others, `*` as a label stands for all labels: each change of any label
   * then makes a new series.
   *
   * @default - labels of objects are in no metric
   */
  readonly labelMetrics?: { [resource: string]: string[] };

  /**
   * Annotations of objects that become labels of metrics such as `kube_pod_annotations`, by kind. See `labelMetrics`.
   *
   * @default - annotations of objects are in no metric
   */
  readonly annotationMetrics?: { [resource: string]: string[] };

  /**
   * Custom resources that become metrics.
   *
   * @default - no custom resource becomes a metric
   */
  readonly customResources?: CustomResourceMetrics[];

  /**
   * How the objects are divided among several pods.
   *
   * @default KubeStateSharding.none() - one pod
   */
  readonly sharding?: KubeStateSharding;

  /**
   * Who may read the metrics.
   *
   * @default KubeStateProtection.none() - it needs nothing of the cluster
   */
  readonly protection?: KubeStateProtection;

  /**
   * How the Prometheus Operator finds both ports. On the port of the metrics, labels of the metrics win over those of the target
   * (`honorLabels`), and `pod`, `service`, `endpoint`, `namespace` and `container` of the target are dropped.
   *
   * @default MetricsScraping.none() - its custom resource definitions may not be there
   */
  readonly scraping?: MetricsScraping;

  /**
   * Alerts about kube-state-metrics itself: when lists or watches of a kind keep failing, and, where the objects are divided among shards,
   * when pods disagree about the number of shards or a shard is missing. They need the series of the telemetry port.
   *
   * @default MetricsAlerts.none() - the custom resource definitions of the Prometheus Operator may not be there
   */
  readonly alerts?: MetricsAlerts;

  /**
   * The release, which decides about flags, kinds and the image.
   *
   * @default 2.20.0
   */
  readonly version?: string;

  /**
   * The image, where it is not that of the project. Its tag or `version` must name a release from 2.13 on.
   *
   * @default - registry.k8s.io/kube-state-metrics/kube-state-metrics of the release
   */
  readonly image?: string;

  /**
   * The port of the metrics.
   *
   * @default 8080
   */
  readonly port?: number;

  /**
   * The port of the metrics about kube-state-metrics itself.
   *
   * @default 8081
   */
  readonly telemetryPort?: number;

  /**
   * Arguments that are laid over those that are written here by the names of their flags. A flag that the release does not know, and a
   * value of another type, is an error.
   *
   * @default - those that follow from the other properties
   */
  readonly args?: string[];

  /**
   * What each pod reserves and may use.
   *
   * @default - 100m of a processor and 256Mi of memory are reserved, and 1Gi of memory is the limit. It holds all collected objects in
   * memory. Processors are not limited: its queue grows when it is throttled.
   */
  readonly resources?: Resources;

  /**
   * What each pod of the DaemonSet of KubeStateSharding.perNode() reserves and may use.
   *
   * @default - 10m of a processor and 32Mi of memory are reserved, and 128Mi of memory is the limit
   */
  readonly nodeResources?: Resources;

  /**
   * With which rights the program runs.
   *
   * @default ContainerSecurity.nonRoot(65534)
   */
  readonly securityContext?: ContainerSecurity;

  /**
   * When the program is restarted.
   *
   * @default - when `/livez` of the port of the metrics fails six times in a row: it asks the API server. With kube-rbac-proxy it is not
   * asked, since it listens on the loopback address
   */
  readonly livenessProbe?: Probe;

  /**
   * When a pod counts as ready.
   *
   * @default - when `/readyz` of the telemetry port answers
   */
  readonly readinessProbe?: Probe;

  /**
   * How pods are replaced. A Deployment that starts the new pod first shows every series twice for a moment; one that stops the old pod
   * first leaves a gap, which lasts when the new pod does not start. KubeStateSharding.auto() needs a StatefulSet.
   *
   * @default ClusterWorkload.deployment()
   */
  readonly workload?: ClusterWorkload;

  /**
   * The nodes that pods may run on, save those of the DaemonSet of KubeStateSharding.perNode(), which runs on every Linux node whatever
   * its taints.
   *
   * @default - every Linux node without a taint
   */
  readonly nodes?: NodeCoverage;
}
