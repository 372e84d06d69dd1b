import { Construct } from 'constructs';
import { LOG_DEFAULTS } from './defaults';
import { LogCollector } from './log-collector';
import { LogDestination } from './log-destination';
import { LogFileAccess } from './log-file-access';
import { LogFilter } from './log-filter';
import { LogInput } from './log-input';
import { LogMetadata } from './log-metadata';
import { LogPoolOptions } from './log-pool-options';
import { LogScale } from './log-scale';
import { LogState } from './log-state';
import { LogValue } from './log-value';
import { LogSetup } from './private/collector';
import { featuresOf, poolsOf, programsOfPools } from './private/log-pools';
import { logPreset } from './private/log-preset';
import { LogProgram } from './private/log-program';
import { nodeSystemOf } from './private/node-system';
import { withNoProxy } from './private/proxy';
import { AgentOptions } from '../agent/agent-options';
import { ContainerSecurity } from '../agent/container/container-security';
import { EnvValue } from '../agent/container/env-value';
import { Port } from '../agent/container/port';
import { Probe } from '../agent/container/probe';
import { Resources } from '../agent/container/resources';
import { NodeAgent } from '../agent/node-agent';
import { TargetCluster } from '../agent/target-cluster';
import { latePreset, PresetParts } from '../presets/late-preset';
import { MetricsAlerts } from '../presets/metrics-alerts';
import { MetricsScraping } from '../presets/metrics-scraping';
import { agentProps } from '../presets/preset';
import { valueOf } from '../private/default-row';
import { enter, problemOf } from '../private/doors/entrance';
import { guardClass } from '../private/doors/guard-class';

/**
 * What a log agent reads, what it adds, and where it sends it.
 *
 * These defaults differ from those of other agents:
 *
 * - `nodes`: `NodeCoverage.windows()` is for an agent of its own next to it, with Fluent Bit: image, paths and user are then those of
 *   Windows.
 * - `services`: a headless Service in front of the metrics. A list of your own takes its place; an empty one leaves none.
 * - `terminationGracePeriod`: 30 seconds, and always more than the collector takes to deliver what it holds.
 * - `podSecurityContext`: with LogFileAccess.nonRoot also the group of root, by which log files are then read.
 */
export interface LogAgentProps extends AgentOptions {
  /**
   * Where logs are sent. Each destination has a buffer of its own, so that one that is down does not hold up the others.
   */
  readonly destinations: LogDestination[];

  /**
   * The program that does it.
   *
   * @default LogCollector.fluentBit()
   */
  readonly collector?: LogCollector;

  /**
   * Where logs come from.
   *
   * @default - LogInput.containers(): the logs of every container, except the agent's own
   */
  readonly inputs?: LogInput[];

  /**
   * What happens to lines on their way, in this order: which are dropped, and what of them is added, renamed, removed, replaced or read.
   *
   * @default - lines are sent as they are
   */
  readonly filters?: LogFilter[];

  /**
   * What is known of the pod that wrote a line.
   *
   * @default LogMetadata.fromApi() - names and labels, by the right to `get` pods and nothing else
   */
  readonly metadata?: LogMetadata;

  /**
   * Fields that every record gets, by name: `{ cluster: LogValue.text('production') }`.
   *
   * @default - records are what was read, and what is known of the pod
   */
  readonly fields?: { [name: string]: LogValue };

  /**
   * Where positions and undelivered logs are kept.
   *
   * @default LogState.onNode() - in a directory of the node that is named after the agent and its namespace. LogState.withPod() on GKE
   * Autopilot, where nothing may be written to nodes: logs that are not delivered when a pod is replaced are lost there, and others are
   * sent twice
   */
  readonly state?: LogState;

  /**
   * With which rights log files are read.
   *
   * @default LogFileAccess.root() - user 0 without any capability. A non-root user with capabilities would run, be healthy and ship
   * nothing, because Kubernetes does not hand capabilities to such users
   */
  readonly access?: LogFileAccess;

  /**
   * The port of health and metrics. Configuration, probes and Service follow it.
   *
   * @default - the port that the collector is known by: 2020 for Fluent Bit
   */
  readonly port?: number;

  /**
   * How the Prometheus Operator finds the metrics of the collector. For more than one, or one of your own, there is `monitors`.
   *
   * @default MetricsScraping.none() - its custom resource definitions may not be there
   */
  readonly scraping?: MetricsScraping;

  /**
   * Alerts about the agent: when logs are dropped, when a destination does not take logs for 15 minutes, when less than a fifth of a buffer
   * is free, and when an agent reads nothing or does not answer.
   *
   * @default MetricsAlerts.none() - the custom resource definitions of the Prometheus Operator may not be there
   */
  readonly alerts?: MetricsAlerts;

  /**
   * How many nodes the cluster has.
   *
   * @default LogScale.standard()
   */
  readonly scale?: LogScale;

  /**
   * What is different on the nodes of `pools`, by the name of the pool. Such a pool has a configuration of its own, in a ConfigMap that is
   * named after it: a change of it rolls the pods of this pool alone. So has a pool with another memory limit, without any options here.
   *
   * @default - pools have the configuration of the agent, with buffers for their own memory limit
   */
  readonly poolOptions?: { [pool: string]: LogPoolOptions };

  /**
   * What the collector reserves and may use. How much of what waits on the disk is held in memory follows from the memory limit, in each
   * pool from that of the pool.
   *
   * @default - 50m of a processor and 64Mi of memory are reserved, 256Mi of memory is the most, and processors are not limited: a throttled
   * collector falls behind just when the node is busy, and the files that it has not read are rotated away
   */
  readonly resources?: Resources;

  /**
   * Environment variables of the collector, such as a proxy: Fluent Bit reads `HTTP_PROXY` for every connection, with and without TLS, and
   * never `HTTPS_PROXY`. Of `NO_PROXY` it takes exact names alone. Those of the Kubernetes API and the kubelet are added, and the hosts of
   * destinations that an entry such as `.svc` is about.
   *
   * @default - the name of the node, and the credentials of the destinations
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * With which rights the collector runs, spelled out: for SELinux labels and the like.
   *
   * @default - what follows from `access`
   */
  readonly securityContext?: ContainerSecurity;

  /**
   * When the collector is restarted.
   *
   * @default - when its server does not answer within 5 seconds, six times in a row: a busy node must not restart its log agent
   */
  readonly livenessProbe?: Probe;

  /**
   * When the collector counts as ready, which is what a rollout waits for.
   *
   * @default - when its server answers, whether or not destinations do: an outage would otherwise stop the rollout that fixes it
   */
  readonly readinessProbe?: Probe;

  /**
   * Fields of the collector's container in the spelling of the Kubernetes API, laid upon what is written here: maps merge, everything else
   * is replaced.
   *
   * @default - the container is what the other properties say
   */
  readonly overrides?: { [field: string]: any };
}

/**
 * Reads the logs of every node and sends them where they are kept.
 *
 *     new LogAgent(chart, 'logs', { destinations: [LogDestination.loki({ url: 'https://loki.example.com' })] });
 *
 * The defaults are made so that a restart, a rollout or an outage of a destination loses nothing but what is rotated away meanwhile:
 * positions and buffers are on the node, logs are sent again until they are taken, and what may wait is bounded. The configuration rolls
 * the pods when it changes. Two agents that would share a directory of a node are an error, and so is a rollout that starts the new pod
 * next to the old one: both would write the same positions.
 *
 * @example
 * import { Chart } from 'cdk8s';
 * import { LogAgent, LogDestination, LogInput } from 'cdk8s-node-agents';
 *
 * declare const chart: Chart;
 * new LogAgent(chart, 'logs', {
 *   inputs: [LogInput.containers(), LogInput.journal()],
 *   destinations: [LogDestination.loki({ url: 'https://loki.example.com' })],
 * });
 */
export class LogAgent extends NodeAgent {
  public constructor(scope: Construct, id: string, props: LogAgentProps) {
    const cluster = TargetCluster.of(scope);
    super(
      scope, id, latePreset('LogAgent', enter('LogAgent', scope, id, props, new.target !== LogAgent), given => partsOf(given, cluster)),
    );
  }

  /**
   * The port of the metrics: for monitors and network policies.
   */
  public get metricsPort(): Port {
    return (this._sharedParts as LogParts).program.collector.metricsPort;
  }

  /**
   * The path of the metrics.
   */
  public get metricsPath(): string {
    return (this._sharedParts as LogParts).program.collector.metricsPath;
  }

  /** Adds a destination, for all pools that have none of their own. */
  public addDestination(destination: LogDestination): void {
    this.add(program => program.addDestination(destination));
  }

  /** Adds a filter behind those that are there, for all pools that have none of their own. */
  public addFilter(filter: LogFilter): void {
    this.add(program => program.addFilter(filter));
  }

  /** Adds an input, for all pools that have none of their own. */
  public addInput(input: LogInput): void {
    this.add(program => program.addInput(input));
  }

  private add(act: (program: LogProgram) => void): void {
    const { program, ofPools } = this._ownParts as LogParts;
    const found = problemOf(() => [program, ...ofPools].forEach(act));
    if (found) {this._refuse([found]);} else {this.plan.contentChanged();}
  }
}

guardClass({ LogAgent });

/** What an agent is made of, and the props that it becomes. */
interface LogParts extends PresetParts {
  readonly program: LogProgram;
  readonly ofPools: readonly LogProgram[];
}

function partsOf(given: Partial<LogAgentProps>, cluster: TargetCluster): LogParts {
  const chosen = given.collector ?? LogCollector.fluentBit();
  const program = new LogProgram(chosen, setupOf(given, cluster));
  const ofPools = programsOfPools(given, chosen, program);
  const { collector } = program;
  const preset = logPreset(program, featuresOf(program, ofPools), {
    scraping: given.scraping ?? MetricsScraping[valueOf(LOG_DEFAULTS.scraping, cluster)](),
    alerts: given.alerts ?? MetricsAlerts.none(),
  });
  const env = withNoProxy(given.env, collector.proxy, {
    ...collector.clusterHosts ?? { names: [], variables: {} },
    destinations: [
      program, ...ofPools,
    ].flatMap(({ setup: { destinations } }) => destinations.flatMap(destination => destination._host ?? [])),
  });
  return { program, ofPools, props: agentProps(preset, { ...given, env, pools: poolsOf(given, program, ofPools) }) };
}

function setupOf(given: Partial<LogAgentProps>, cluster: TargetCluster): LogSetup {
  return {
    inputs: given.inputs ?? [LogInput.containers()],
    destinations: given.destinations ?? [],
    filters: given.filters ?? [],
    metadata: given.metadata ?? LogMetadata[valueOf(LOG_DEFAULTS.metadata, cluster)](),
    fields: given.fields ?? {},
    // a platform that lets no agent write to its node leaves the state with the pod
    state: given.state
      ?? LogState[cluster.platform?.writesHostPaths === false ? valueOf(LOG_DEFAULTS.stateWithoutHostPaths, cluster) : 'onNode'](),
    access: given.access ?? LogFileAccess[valueOf(LOG_DEFAULTS.access, cluster)](),
    resources: given.resources ?? Resources.of(valueOf(LOG_DEFAULTS.resources, cluster)),
    scale: given.scale ?? LogScale.standard(),
    port: given.port,
    cluster,
    system: nodeSystemOf(given.nodes?.operatingSystem),
  };
}
