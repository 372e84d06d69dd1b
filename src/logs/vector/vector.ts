import { ALERT_QUERIES } from './alert-queries';
import { checkConfig } from './check-config';
import { checkLoops } from './check-loops';
import { checkPaths } from './check-paths';
import { checkStreams } from './check-streams';
import { VectorConfig } from './config';
import { VECTOR_DEFAULTS } from './defaults';
import { filterTransform, keeping } from './filters';
import { CONFIG_PATH, DIALECT, NAME, NODE_NAME_VARIABLE, POD_LOGS, SECRET_BACKENDS, STATE_PATH } from './layout';
import { releaseOf, VectorRelease } from './releases';
import { PROXY, requireKnown, requireSame, requireThreads } from './requirements';
import { globalOptions, metricsComponents, socketAddress, transferLimits } from './service';
import { Sink } from './sinks/sink';
import { sinkOf } from './sinks/sinks';
import { componentsOf, recordsOf, remap } from './sources';
import { VECTOR_SUPPORT } from './support';
import { VectorOptions } from './vector-options';
import { checkWhole, wholeConfigOf } from './whole-config';
import { SECRET, vectorYaml } from './yaml';
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
import { wholeSeconds } from '../../private/duration';
import { Finding } from '../../private/finding';
import { probeTimes } from '../../private/probe-times';
import { compact, mergeWire, Wire } from '../../private/wire';
import { LOG_DEFAULTS } from '../defaults';
import { LogDestination } from '../log-destination';
import { LogFilter } from '../log-filter';
import { LogInput } from '../log-input';
import { Collector, LogSetup } from '../private/collector';
import { withoutPlace } from '../private/config-findings';
import { DestinationContext } from '../private/destination-context';
import { versionIn } from '../private/image-version';
import { isOwnLog } from '../private/log-agents';
import { ignoredProxy } from '../private/proxy';
import { Remembered } from '../private/remembered';

/** Vector for one agent. Its configuration is written when all that goes into it is known. */
export class Vector implements Collector, IAgentCheck {
  public readonly dialect = DIALECT;
  public readonly support = VECTOR_SUPPORT;
  public readonly statePath = STATE_PATH;
  public readonly containerLogs = POD_LOGS;
  public readonly metricsPath = '/metrics';
  public readonly alertQueries = ALERT_QUERIES;
  public readonly metricsPort: Port;
  public readonly configArguments = {
    path: CONFIG_PATH, flags: ['-c', '-C', '--config', '--config-dir', '--config-json', '--config-toml', '--config-yaml'],
  };
  public readonly stopSeconds: number;
  public readonly hasOwnOutputs: boolean;
  private readonly inputs: LogInput[] = [];
  private readonly filters: LogFilter[] = [];
  private readonly sinks: Array<{ readonly destination: LogDestination; readonly sink: Sink }> = [];
  private readonly release: VectorRelease;
  private readonly apiPort?: Port;
  private readonly own = new Remembered(() => this.ownConfig());
  private readonly config = new Remembered(() => this.wholeConfig());
  private plan?: AgentPlan;

  public constructor(private readonly options: VectorOptions, private readonly setup: LogSetup) {
    const { cluster } = setup;
    this.metricsPort = Port.container('http-metrics', setup.port ?? valueOf(VECTOR_DEFAULTS.port, cluster));
    this.apiPort = options.apiPort === undefined ? undefined : Port.container('api', options.apiPort);
    this.stopSeconds = (options.shutdownGrace && wholeSeconds(options.shutdownGrace, '`shutdownGrace`'))
      ?? valueOf(VECTOR_DEFAULTS.shutdownGraceSeconds, cluster);
    const { sinks = {} } = options.wholeConfig ?? options.extraConfig ?? {};
    this.hasOwnOutputs = Object.values(sinks as { [id: string]: Wire }).some(sink => sink?.type !== 'prometheus_exporter');
    // what is wrong with the options is said where they are given, not when the configuration is written
    const tagged = versionIn(options.image ?? '');
    this.release = releaseOf(options.version ?? tagged ?? valueOf(VECTOR_DEFAULTS.version, cluster));
    requireSame(this.release, tagged);
    requireThreads(options.threads);
    socketAddress(options, this.metricsPort, cluster);
  }

  public get preset(): Preset {
    const { options, apiPort, setup: { cluster, inputs } } = this;
    const { name, variant, journalVariant } = valueOf(VECTOR_DEFAULTS.image, cluster);
    const readsJournal = inputs.some(({ kind }) => kind === 'journal');
    const probed = (times: Parameters<typeof probeTimes>[0]) => apiPort === undefined
      ? Probe.http(this.metricsPath, this.metricsPort, probeTimes(times)) : Probe.http('/health', apiPort, probeTimes(times));
    return {
      application: NAME,
      image: options.image ?? `${name}:${this.release.version}-${readsJournal ? journalVariant : variant}`,
      container: {
        args: ['--config', CONFIG_PATH],
        livenessProbe: probed(valueOf(LOG_DEFAULTS.livenessProbe, cluster)),
        readinessProbe: probed(valueOf(LOG_DEFAULTS.readinessProbe, cluster)),
      },
      files: [AgentFile.produced(CONFIG_PATH, { text: () => this.text() })],
    };
  }

  public contribute(plan: AgentPlan): void {
    const { options, setup: { cluster } } = this;
    this.plan = plan;
    const { container } = plan;
    container.addEnv(NODE_NAME_VARIABLE, EnvValue.field(PodField.NODE_NAME));
    container.addEnv('VECTOR_SELF_POD_NAME', EnvValue.field(PodField.POD_NAME));
    container.addEnv('VECTOR_SELF_POD_NAMESPACE', EnvValue.field(PodField.POD_NAMESPACE));
    container.addEnv('VECTOR_GRACEFUL_SHUTDOWN_LIMIT_SECS', EnvValue.of(String(this.stopSeconds)));
    container.addEnv('VECTOR_LOG', EnvValue.of(options.logLevel ?? valueOf(VECTOR_DEFAULTS.logLevel, cluster)));
    container.addEnv('VECTOR_THREADS', EnvValue.of(String(options.threads ?? valueOf(VECTOR_DEFAULTS.threads, cluster))));
    if (this.apiPort !== undefined) {container.addPorts(this.apiPort);}
    plan.addCheck(this);
  }

  public addInput(input: LogInput, plan: AgentPlan): void {
    this.componentsOf(input);
    this.inputs.push(input);
    this.forget();
    const options = input._containers;
    if (options === undefined) {return;}
    const { metadata } = this.setup;
    requireKnown(metadata);
    // its own source leaves out pods with this label, and does not list them at all
    if (!options.includeOwnLogs) {plan.addPodLabel('vector.dev/exclude', 'true');}
    if (metadata.source !== 'api') {return;}
    plan.container.addGrants(ApiGrant.clusterWide(['nodes', 'pods'], ['list', 'watch']));
    if (metadata._readsNamespaces) {plan.container.addGrants(ApiGrant.clusterWide(['namespaces'], ['list', 'watch']));}
  }

  public addFilter(filter: LogFilter): void {
    this.filters.push(filter);
    this.forget();
  }

  public addDestination(destination: LogDestination, context: DestinationContext): void {
    this.sinks.push({ destination, sink: sinkOf(destination._destination, context, this.release) });
    this.forget();
  }

  public check(review: AgentReview): void {
    const { options, release, inputs } = this;
    const container: Wire = review.findContainer(NAME) ?? {};
    const { image = '', env = [], envFrom = [] } = container;
    const config = this.config.value;
    const { wholeConfig } = options;
    const extra = wholeConfig === undefined ? options.extraConfig ?? {} : config;
    const found = checkConfig(config, {
      release,
      image,
      ids: this.ids(),
      readsJournal: inputs.some(({ kind }) => kind === 'journal'),
      allowUnknownKeys: options.extraConfig?.allowUnknownKeys ?? false,
      own: Object.keys({ ...extra.sources, ...extra.transforms, ...extra.sinks }),
      overridden: Object.keys(options.configOverrides ?? {}),
      raw: { extraConfig: options.extraConfig, configOverrides: options.configOverrides, wholeConfig: options.wholeConfig },
      interpolates: env.some(({ name, value }: Wire) => name === 'VECTOR_DANGEROUSLY_ALLOW_ENV_VAR_INTERPOLATION' && value === 'true'),
      variables: envFrom.length > 0 ? undefined : new Set(env.map(({ name }: Wire) => name)),
      lacksInputs: this.inputs.length < this.setup.inputs.length,
    });
    // what `includeOwnLogs` does with a destination on standard output is found whatever the collector is
    const asksForLoop = inputs.some(input => input._containers?.includeOwnLogs)
      && this.sinks.some(({ destination: { kind } }) => kind === 'stdout');
    const loops = asksForLoop ? [] : checkLoops(config, this.plan!.namespace);
    const ownLabels = [
      ...Object.keys(extra.sinks ?? {}),
      ...Object.entries(options.configOverrides ?? {}).filter(([, over]) => over?.labels !== undefined).map(([id]) => id),
    ];
    [
      ...wholeConfig === undefined ? [] : this.checkWhole(wholeConfig), ...found, ...loops,
      ...checkPaths(config, container), ...checkStreams(config, ownLabels), ...ignoredProxy(env, PROXY, DIALECT.program),
    ].forEach(each => review.addError(each));
  }

  private checkWhole(wholeConfig: Wire): Finding[] {
    const { sinks, filters, setup: { fields }, options: { extraConfig = {}, configOverrides } } = this;
    const { allowUnknownKeys: _, ...sections } = extraConfig;
    return [
      ...withoutPlace({
        destinations: sinks.length > 0, filters: filters.length > 0, fields: Object.keys(fields).length > 0,
        extraConfig: Object.keys(sections).length > 0, configOverrides: configOverrides !== undefined,
      }),
      ...checkWhole(wholeConfig, this.metricsPort.containerPort, this.apiPort?.containerPort),
    ];
  }

  private forget(): void {
    this.own.forget();
    this.config.forget();
  }

  /** The whole configuration, before it is put in order. */
  private wholeConfig(): VectorConfig {
    const { setup: { cluster }, options, options: { wholeConfig, extraConfig: extra = {} } } = this;
    if (wholeConfig !== undefined) {return wholeConfigOf(wholeConfig);}
    const { sources, transforms, sinks } = this.own.value;
    const config: VectorConfig = {
      global: {}, sources: { ...sources, ...extra.sources }, transforms: { ...transforms, ...extra.transforms },
      sinks: { ...sinks, ...extra.sinks },
    };
    const global = { ...globalOptions(options, this.apiPort, cluster), ...this.usesSecrets(config) && { secret: SECRET_BACKENDS } };
    return { ...config, global: this.overridden('global', mergeWire(global, extra.global)) };
  }

  /** The components of the agent, without those that the user adds. */
  private ownConfig(): VectorConfig {
    const { setup: { resources, scale, cluster } } = this;
    const metrics = metricsComponents(this.options, this.metricsPort, cluster);
    const limits = transferLimits({ memoryLimit: resources.limits?.memory, destinations: this.sinks.length, scale: scale._settings });
    const config: VectorConfig = { global: {}, sources: {}, transforms: {}, sinks: {} };
    const add = (section: keyof VectorConfig, components: { readonly [id: string]: Wire }) => {
      for (const [id, wire] of Object.entries(components)) {config[section][id] = this.overridden(id, compact(wire));}
    };
    for (const input of this.inputs) {
      const { source, transforms } = this.componentsOf(input);
      add('sources', { [input.name]: source });
      add('transforms', transforms);
    }
    // the component that gives the records of each input, which every filter replaces
    const heads = new Map(this.inputs.map(input => [input.name, recordsOf(input)]));
    this.filters.forEach(({ _filter: filter }, index) => {
      for (const { name } of this.inputs.filter(input => filter.options.inputs?.includes(input.name) ?? true)) {
        const id = `${name}-filter-${index + 1}`;
        const { type, ...rest } = filterTransform(filter);
        add('transforms', { [id]: { type, inputs: [heads.get(name)!], ...rest } });
        heads.set(name, id);
      }
    });
    for (const { destination, sink: { program, wire: { type, ...wire } } } of this.sinks) {
      const { inputs: names, when } = destination._destination.options;
      let prepared = this.inputs.filter(({ name }) => names?.includes(name) ?? true).map(({ name }) => heads.get(name)!);
      if (when !== undefined) {
        add('transforms', { [`${destination.name}-when`]: { ...keeping(when._condition), inputs: prepared } });
        prepared = [`${destination.name}-when`];
      }
      if (program !== undefined) {
        add('transforms', { [`${destination.name}-record`]: { ...remap(program), inputs: prepared } });
        prepared = [`${destination.name}-record`];
      }
      add('sinks', { [destination.name]: { type, inputs: prepared, ...mergeWire(wire, limits(type)) } });
    }
    add('sources', metrics.sources);
    add('sinks', metrics.sinks);
    return config;
  }

  /** The ids of all components, also of those that others of the same id replace in the configuration. */
  private ids(): string[] {
    const { inputs, sinks, options: { extraConfig: extra = {}, wholeConfig } } = this;
    if (wholeConfig !== undefined) {
      return Object.values({ ...wholeConfigOf(wholeConfig), global: {} }).flatMap(section => Object.keys(section));
    }
    const own = metricsComponents(this.options, this.metricsPort, this.setup.cluster);
    return [
      ...inputs.map(({ name }) => name), ...sinks.map(({ destination: { name } }) => name),
      ...Object.keys({ ...own.sources, ...own.sinks }),
      ...Object.keys(this.own.value.transforms),
      ...[extra.sources, extra.transforms, extra.sinks].flatMap(section => Object.keys(section ?? {})),
    ];
  }

  private text(): string {
    const { global, ...components } = this.config.value;
    return vectorYaml(compact({ ...global, ...components }));
  }

  private componentsOf(input: LogInput): ReturnType<typeof componentsOf> {
    const { metadata, fields, cluster, namespace } = { namespace: this.plan?.namespace, ...this.setup };
    const sinks: Wire[] = [...this.sinks.map(({ sink: { wire } }) => wire), ...Object.values(this.options.extraConfig?.sinks ?? {})];
    const writesToStdout = sinks.some(sink => isOwnLog(sink?.type, sink?.path, ['console']));
    return componentsOf(input, { metadata, fields, cluster, namespace, writesToStdout });
  }

  private usesSecrets({ sinks }: VectorConfig): boolean {
    return SECRET.test(JSON.stringify(sinks));
  }

  private overridden(id: string, wire: Wire): Wire {
    const over = this.options.configOverrides;
    return mergeWire(wire, over !== undefined && Object.hasOwn(over, id) ? over[id] : undefined);
  }
}
