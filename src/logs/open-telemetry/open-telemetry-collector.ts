import { Yaml } from 'cdk8s';
import { ALERT_QUERIES } from './alert-queries';
import { assemble, Assembled, Parts, Sink } from './assemble';
import { checkConfig, checkNames } from './check/check-config';
import { Distribution, distributionOf, idFor, IMAGES, Section, SECTIONS } from './components';
import { keeping } from './conditions';
import { inSpellingOf } from './config';
import { OPEN_TELEMETRY_DEFAULTS } from './defaults';
import { needsContrib, outputOf } from './exporters/exporters';
import { stepsOf } from './filters';
import { CONFIG_PATH, DIALECT, NAME, NODE_NAME, STATE_PATH } from './layout';
import { OpenTelemetryCollectorOptions } from './open-telemetry-collector-options';
import { receiverFor } from './receivers';
import { Release, releaseOf } from './release';
import { OPEN_TELEMETRY_SUPPORT } from './support';
import { checkWhole, wholeConfigOf } from './whole-config';
import { ApiGrant } from '../../agent/companions/api-grant';
import { AgentFile } from '../../agent/container/agent-file';
import { EnvValue } from '../../agent/container/env-value';
import { PodField } from '../../agent/container/pod-field';
import { Port } from '../../agent/container/port';
import { Probe } from '../../agent/container/probe';
import { IAgentCheck } from '../../agent/plan/agent-check';
import { AgentPlan } from '../../agent/plan/agent-plan';
import { AgentReview } from '../../agent/plan/agent-review';
import { Preset } from '../../presets/preset';
import { valueOf } from '../../private/default-row';
import { Finding } from '../../private/finding';
import { probeTimes } from '../../private/probe-times';
import { parseQuantity } from '../../private/quantity';
import { compact, Wire } from '../../private/wire';
import { LOG_DEFAULTS } from '../defaults';
import { LogDestination } from '../log-destination';
import { LogFilter } from '../log-filter';
import { LogInput } from '../log-input';
import { Collector, LogSetup } from '../private/collector';
import { misplacedSettings, withoutPlace } from '../private/config-findings';
import { DestinationContext } from '../private/destination-context';
import { Remembered } from '../private/remembered';

/** The OpenTelemetry Collector for one agent. Its configuration is written when all that goes into it is known. */
export class OpenTelemetryCollector implements Collector, IAgentCheck {
  public readonly support = OPEN_TELEMETRY_SUPPORT;
  public readonly dialect = DIALECT;
  public readonly statePath = STATE_PATH;
  public readonly containerLogs = '/var/log/pods';
  public readonly metricsPath = '/metrics';
  public readonly alertQueries = ALERT_QUERIES;
  public readonly metricsPort: Port;
  public readonly configArguments = { path: CONFIG_PATH, flags: ['--config', '-config', '--set', '-set'] };
  public readonly stopSeconds: number;
  public readonly hasOwnOutputs: boolean;
  private readonly healthPort: Port;
  private readonly release: Release;
  private readonly distribution: Distribution;
  private readonly inputs: LogInput[] = [];
  private readonly filters: LogFilter[] = [];
  private readonly sinks: Sink[] = [];
  private readonly assembled = new Remembered(() => this.assemble());
  private plan?: AgentPlan;

  public constructor(private readonly options: OpenTelemetryCollectorOptions, private readonly setup: LogSetup) {
    const { cluster, port } = setup;
    this.metricsPort = Port.container('http-metrics', port ?? valueOf(OPEN_TELEMETRY_DEFAULTS.port, cluster));
    this.healthPort = Port.container('health', options.healthPort ?? valueOf(OPEN_TELEMETRY_DEFAULTS.healthPort, cluster));
    this.stopSeconds = valueOf(OPEN_TELEMETRY_DEFAULTS.wait, cluster).timeoutSeconds;
    this.hasOwnOutputs = Object.keys((options.wholeConfig ?? options.extraConfig)?.exporters ?? {}).length > 0;
    this.release = releaseOf(options.version, cluster);
    this.distribution = distributionFor(options, setup);
  }

  public get preset(): Preset {
    const { options, setup: { cluster } } = this;
    const { repository, command } = IMAGES[this.distribution];
    return {
      application: NAME,
      image: options.image ?? `${repository}:${this.release.version}`,
      container: {
        command: [options.command ?? command],
        args: [`--config=${CONFIG_PATH}`, `--feature-gates=${this.featureGates().join(',')}`],
        livenessProbe: Probe.http('/', this.healthPort, probeTimes(valueOf(LOG_DEFAULTS.livenessProbe, cluster))),
        readinessProbe: Probe.http('/', this.healthPort, probeTimes(valueOf(LOG_DEFAULTS.readinessProbe, cluster))),
      },
      files: [AgentFile.produced(CONFIG_PATH, { text: () => this.text() })],
    };
  }

  public contribute(plan: AgentPlan): void {
    this.plan = plan;
    const { container } = plan;
    container.addPorts(this.healthPort);
    container.addEnv(NODE_NAME, EnvValue.field(PodField.NODE_NAME));
    const limit = this.memoryLimit();
    if (limit !== undefined) {container.addEnv('GOMEMLIMIT', EnvValue.of(limit));}
    plan.addCheck(this);
  }

  public addInput(input: LogInput, plan: AgentPlan): void {
    // what is wrong with an input is said where it is given, not when the configuration is written
    receiverFor(input, { namespace: plan.namespace, hasNames: true, cluster: plan.cluster });
    this.inputs.push(input);
    this.assembled.forget();
    const { metadata } = this.setup;
    if (input.kind !== 'containers' || metadata.source !== 'api') {return;}
    plan.container.addGrants(
      ApiGrant.clusterWide(['pods'], ['get', 'list', 'watch']),
      ...metadata._readsNamespaces ? [ApiGrant.clusterWide(['namespaces'], ['get', 'list', 'watch'])] : [],
    );
  }

  public addFilter(filter: LogFilter): void {
    // so it is with filters, and with conditions of destinations
    stepsOf(filter._filter);
    this.filters.push(filter);
    this.assembled.forget();
  }

  public addDestination(destination: LogDestination, context: DestinationContext): void {
    const { options: { when } } = destination._destination;
    if (when !== undefined) {keeping(when._condition);}
    this.sinks.push({ destination, output: outputOf(destination._destination, { context, scale: this.setup.scale._settings }) });
    this.assembled.forget();
  }

  public check(review: AgentReview): void {
    const { env = [], envFrom = [] }: Wire = review.findContainer(NAME) ?? {};
    const { options, release } = this;
    const { wholeConfig } = options;
    const names = [
      ...checkNames('inputs', this.inputs.map(({ name }) => name)),
      ...checkNames('destinations', this.sinks.map(({ destination }) => destination.name)),
    ];
    [...names, ...wholeConfig === undefined
      ? this.checkOverrides()
      : this.checkWhole(wholeConfig), ...checkConfig(this.assembled.value.config, {
      release,
      variables: envFrom.length > 0 ? undefined : new Set(['HOSTNAME', ...env.map((variable: Wire) => variable.name)]),
      literals: new Set(env.filter((variable: Wire) => variable.valueFrom === undefined).map((variable: Wire) => variable.name)),
      distribution: options.image === undefined ? this.distribution : undefined,
      allowUnknown: options.extraConfig?.allowUnknownComponents ?? false,
      needsUse: (section, id) => this.needsUse(section, id),
    })].forEach(found => review.addError(found));
  }

  private assemble(): Assembled {
    const { options: { wholeConfig }, release } = this;
    return wholeConfig === undefined ? spelled(assemble(this.parts()), release.minor) : { config: wholeConfigOf(wholeConfig), ids: [] };
  }

  /** What the user added, and what leads from inputs to destinations: not where one of those was refused, which is said already. */
  private needsUse(section: Section, id: string): boolean {
    const { inputs, sinks, setup, options: { extraConfig, wholeConfig } } = this;
    // processors that no pipeline has are left alone in a file of the user's
    if (wholeConfig !== undefined) {return section !== 'processors';}
    const isComplete = inputs.length >= setup.inputs.length && sinks.length >= setup.destinations.length;
    const isAdded = Object.keys(extraConfig?.[section] ?? {}).some(given => idFor(section, given, this.release.minor) === id);
    return isAdded || isComplete && (section === 'receivers' || section === 'connectors');
  }

  private parts(): Parts {
    const { inputs, filters, sinks, setup, options, plan } = this;
    return { inputs, filters, sinks, setup, options, namespace: plan?.namespace, metricsPort: this.metricsPort.containerPort };
  }

  private text(): string {
    const { service, ...sections } = this.assembled.value.config;
    return Yaml.stringify({ ...compact(sections), service: { ...service, pipelines: mapped(service.pipelines) } });
  }

  private featureGates(): string[] {
    const given = this.options.featureGates ?? [];
    const own = valueOf(OPEN_TELEMETRY_DEFAULTS.synchronous, this.setup.cluster);
    return [...given.some(gate => gate.replace(/^[+-]/, '') === own) ? [] : [own], ...given];
  }

  /** In the units of Go's runtime. */
  private memoryLimit(): string | undefined {
    const { resources, cluster } = this.setup;
    const quantity = resources.limits?.memory;
    if (quantity === undefined) {return undefined;}
    const bytes = parseQuantity(quantity)!.nanos / 1_000_000_000n;
    return `${bytes * BigInt(valueOf(OPEN_TELEMETRY_DEFAULTS.memory, cluster).goPercentage) / 100n / 1048576n}MiB`;
  }

  private checkWhole(wholeConfig: Wire): Finding[] {
    const { sinks, filters, setup: { fields }, options: { extraConfig = {}, configOverrides } } = this;
    const { allowUnknownComponents: _, ...sections } = extraConfig;
    return [
      ...withoutPlace({
        destinations: sinks.length > 0, filters: filters.length > 0, fields: Object.keys(fields).length > 0,
        extraConfig: Object.keys(sections).length > 0, configOverrides: configOverrides !== undefined,
      }),
      ...checkWhole(wholeConfig, this.healthPort.containerPort),
    ];
  }

  private checkOverrides(): Finding[] {
    return misplacedSettings(
      Object.keys(this.options.configOverrides ?? {}), this.assembled.value.ids, 'correct the id, or add a component by `extraConfig`',
    );
  }
}

function spelled({ config, ids }: Assembled, minor: number): Assembled {
  return { config: inSpellingOf(config, minor), ids };
}

/** The smaller image, unless a component is in the other one alone. */
function distributionFor({ extraConfig, wholeConfig }: OpenTelemetryCollectorOptions, { destinations }: LogSetup): Distribution {
  const isContrib = (section: Section) => Object.keys((wholeConfig ?? extraConfig as Wire | undefined)?.[section] ?? {}).some(
    id => distributionOf(section, id) === 'contrib',
  );
  return destinations.some(({ _destination }) => needsContrib(_destination)) || SECTIONS.some(isContrib) ? 'contrib' : 'k8s';
}

function mapped(pipelines: { readonly [id: string]: object }): Wire {
  return Object.fromEntries(Object.entries(pipelines).map(([id, pipeline]) => [id, compact(pipeline)]));
}
