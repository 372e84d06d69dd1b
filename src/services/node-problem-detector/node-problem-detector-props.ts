import { NodeProblemMonitor } from './node-problem-monitor';
import { AgentOptions } from '../../agent/agent-options';
import { ContainerSecurity } from '../../agent/container/container-security';
import { Probe } from '../../agent/container/probe';
import { Resources } from '../../agent/container/resources';
import { MetricsAlerts } from '../../presets/metrics-alerts';
import { MetricsScraping } from '../../presets/metrics-scraping';

/**
 * What can be said of node-problem-detector. All of it is optional.
 *
 * These defaults differ from those of other agents:
 *
 * - `priority`: Priority.systemNodeCritical(), because a node is watched for the moment when it fails. GKE and other clusters that meter
 *   the class admit it outside kube-system only where a ResourceQuota allows it: add one, or say Priority.none().
 * - `services`: a headless Service in front of the metrics. A list of your own takes its place; an empty one leaves none.
 * - `hostNamespaces` adds to what the monitors need.
 */
export interface NodeProblemDetectorProps extends AgentOptions {
  /**
   * What it looks at. A list of your own takes the place of the default.
   *
   * @default - NodeProblemMonitor.kernel() and NodeProblemMonitor.readonlyFilesystem()
   */
  readonly problemMonitors?: NodeProblemMonitor[];

  /**
   * Whether lasting problems become conditions of the Node. It needs the right to patch the status of nodes. Conditions stay on the Node
   * when the agent is removed.
   *
   * @default true
   */
  readonly reportConditions?: boolean;

  /**
   * Whether problems that pass, and changes of conditions, become events. It needs the right to create and patch events in
   * `eventNamespace`.
   *
   * @default true
   */
  readonly reportEvents?: boolean;

  /**
   * The namespace of the events.
   *
   * @default default - where the kubelet has its events about nodes
   */
  readonly eventNamespace?: string;

  /**
   * The port of the metrics. Arguments, probes, Service and monitor follow it.
   *
   * @default 20257
   */
  readonly port?: number;

  /**
   * How the Prometheus Operator finds the metrics.
   *
   * @default MetricsScraping.none() - its custom resource definitions may not be there
   */
  readonly scraping?: MetricsScraping;

  /**
   * Alerts about nodes with problems, and about agents that do not answer. They look at the metrics, which must be scraped.
   *
   * @default MetricsAlerts.none() - the custom resource definitions of the Prometheus Operator may not be there
   */
  readonly alerts?: MetricsAlerts;

  /**
   * The release, which decides the image: `1.35.1`. 1.34 is the oldest.
   *
   * @default - what the tag of `image` says, else 1.36.0
   */
  readonly version?: string;

  /**
   * The image. Name `version` too where its tag does not begin with it.
   *
   * @default - registry.k8s.io/node-problem-detector/node-problem-detector with the tag of `version`
   */
  readonly image?: string;

  /**
   * What the agent reserves and may use.
   *
   * @default - 10m of a processor and 48Mi of memory are reserved, 128Mi of memory is the most, and processors are not limited: with its
   * default monitors it was seen to take 45Mi
   */
  readonly resources?: Resources;

  /**
   * With which rights the agent runs.
   *
   * @default - privileged where a monitor reads the log of the kernel, root without capabilities where one reads the journal or uses the
   * socket of the runtime, with DAC_READ_SEARCH where one reads log files, and user 65534 otherwise
   */
  readonly securityContext?: ContainerSecurity;

  /**
   * When the agent is restarted.
   *
   * @default - when its metrics do not answer within 5 seconds, six times in a row
   */
  readonly livenessProbe?: Probe;

  /**
   * When the agent counts as ready, which is what a rollout waits for.
   *
   * @default - when its metrics answer
   */
  readonly readinessProbe?: Probe;

  /**
   * When the agent has started, so that the other probes begin.
   *
   * @default - when its metrics answer, within 2 minutes: for the first of them it may wait for the API server
   */
  readonly startupProbe?: Probe;

  /**
   * Fields of the agent's container in the spelling of the Kubernetes API, laid upon what is written here: maps merge, everything else is
   * replaced.
   *
   * @default - the container is what the other properties say
   */
  readonly overrides?: { [field: string]: any };
}
