import { checkConfig, FluentBitConfig } from './check-config';
import { checkLoops } from './check-loops';
import { checkStart } from './check-start';
import { checkStreams } from './check-streams';
import { filtersOf } from './filters';
import { FluentBitOptions } from './fluent-bit-options';
import { inputOf, OwnPods } from './inputs';
import { ALERT_QUERIES, CONFIG_PATH, DIALECT, NAME, PROGRAM_PATH, STATE_PATH } from './layout';
import { outputOf } from './outputs/outputs';
import { namesOf } from './own-fields';
import { multilineParsersOf, NO_PARSER, parsersOf } from './parsers';
import { checkProxy, PROXY } from './proxy';
import { requireRelease } from './release';
import { graceSeconds, serviceOf } from './service';
import { spelled } from './spelling';
import { FLUENT_BIT_SUPPORT } from './support';
import { filterParsersOf, keeping, matching, userFiltersOf } from './user-filters';
import { checkWhole, ownVariables, wholeConfigOf } from './whole-config';
import { ApiGrant } from '../../agent/companions/api-grant';
import { AgentFile } from '../../agent/container/agent-file';
import { EnvValue } from '../../agent/container/env-value';
import { PodField } from '../../agent/container/pod-field';
import { Port } from '../../agent/container/port';
import { Probe } from '../../agent/container/probe';
import { KubernetesVersion } from '../../agent/kubernetes-version';
import { IAgentCheck } from '../../agent/plan/agent-check';
import { AgentPlan } from '../../agent/plan/agent-plan';
import { AgentReview } from '../../agent/plan/agent-review';
import { Preset } from '../../presets/preset';
import { valueOf } from '../../private/default-row';
import { Finding } from '../../private/finding';
import { lookUp } from '../../private/look-up';
import { probeTimes } from '../../private/probe-times';
import { byText, compact, mergeWire, Wire } from '../../private/wire';
import { yamlText } from '../../private/yaml/yaml-text';
import { LOG_DEFAULTS } from '../defaults';
import { LogDestination } from '../log-destination';
import { LogFilter } from '../log-filter';
import { LogInput } from '../log-input';
import { Collector, LogSetup } from '../private/collector';
import { ConfigArguments } from '../private/config-arguments';
import { misplacedSettings, withoutPlace } from '../private/config-findings';
import { DestinationContext } from '../private/destination-context';
import { pathOn } from '../private/node-system';
import { Remembered } from '../private/remembered';

/** The flags by which it takes a configuration, or plugins and their keys one by one. */
const CONFIG_FLAGS = [
  '-c', '-C', '-i', '-F', '-o', '-p', '-R', '--config', '--custom', '--input', '--filter', '--output', '--prop', '--parser',
];

/** A destination, and what it is to Fluent Bit but for what it matches. */
interface Output {
  readonly destination: LogDestination;
  readonly wire: Wire;
}

/** Fluent Bit for one agent. Its configuration is written when all that goes into it is known. */
export class FluentBit implements Collector, IAgentCheck {
  public readonly dialect = DIALECT;
  public readonly support = FLUENT_BIT_SUPPORT;
  public readonly statePath: string;
  public readonly metricsPath = '/api/v2/metrics/prometheus';
  public readonly proxy = PROXY;
  public readonly alertQueries = ALERT_QUERIES;
  public readonly metricsPort: Port;
  public readonly configArguments: ConfigArguments;
  public readonly stopSeconds: number;
  public readonly hasOwnOutputs: boolean;
  private readonly inputs: LogInput[] = [];
  private readonly userFilters: LogFilter[] = [];
  private readonly outputs: Output[] = [];
  private readonly filters = new Remembered(() => this.makeFilters());
  private readonly config = new Remembered(() => this.makeConfig());
  private plan?: AgentPlan;

  public constructor(private readonly options: FluentBitOptions, private readonly setup: LogSetup) {
    this.statePath = pathOn(setup.system, STATE_PATH);
    this.metricsPort = Port.container('http-metrics', setup.port ?? valueOf(LOG_DEFAULTS.port, setup.cluster));
    this.configArguments = { path: pathOn(setup.system, CONFIG_PATH), flags: CONFIG_FLAGS };
    this.stopSeconds = graceSeconds(options, setup.cluster);
    const { wholeConfig, extraConfig } = options;
    this.hasOwnOutputs = (wholeConfig === undefined ? extraConfig?.outputs ?? [] : wholeConfigOf(wholeConfig).pipeline.outputs).length > 0;
    // what is wrong with the options is said where they are given, not when the configuration is written
    parsersOf(options.parsers ?? [], []);
    this.service();
    requireRelease(options.image ?? '');
  }

  public get keepsRefused(): Collector['keepsRefused'] {
    return this.options.keepRejected;
  }

  public get clusterHosts(): Collector['clusterHosts'] {
    const { metadata: { source } } = this.setup;
    return {
      names: source === 'api' ? ['kubernetes.default.svc'] : source === 'kubelet' ? ['kubernetes.default.svc', '$(NODE_IP)'] : [],
      variables: source === 'kubelet' ? { NODE_IP: EnvValue.field(PodField.HOST_IP) } : {},
    };
  }

  public get preset(): Preset {
    // not /api/v2/health: it turns bad when a destination is down, and would stop the rollout that fixes it
    const { cluster, system } = this.setup;
    const { path: configPath } = this.configArguments;
    return {
      application: NAME,
      image: this.options.image ?? valueOf(system.isWindows ? LOG_DEFAULTS.windowsImage : LOG_DEFAULTS.image, cluster),
      container: {
        command: [pathOn(system, system.isWindows ? `${PROGRAM_PATH}.exe` : PROGRAM_PATH)],
        args: [`--config=${configPath}`],
        livenessProbe: Probe.http('/', this.metricsPort, probeTimes(valueOf(LOG_DEFAULTS.livenessProbe, cluster))),
        readinessProbe: Probe.http('/', this.metricsPort, probeTimes(valueOf(LOG_DEFAULTS.readinessProbe, cluster))),
      },
      files: [AgentFile.produced(configPath, { text: () => this.text() })],
    };
  }

  public contribute(plan: AgentPlan): void {
    this.plan = plan;
    plan.container.addEnv('NODE_NAME', EnvValue.field(PodField.NODE_NAME));
    if (this.options.listenAddress === undefined) {plan.container.addEnv('POD_IP', EnvValue.field(PodField.POD_IP));}
    plan.addCheck(this);
  }

  public addInput(input: LogInput, plan: AgentPlan): void {
    inputOf(input, { namespace: plan.namespace, ...this.setup }, this.setup.fields);
    this.inputs.push(input);
    this.forget();
    if (input.kind === 'containers' && this.inputs.filter(({ kind }) => kind === 'containers').length === 1) {this.askForMetadata(plan);}
  }

  public addFilter(filter: LogFilter): void {
    this.userFilters.push(filter);
    this.forget();
  }

  public addDestination(destination: LogDestination, context: DestinationContext): void {
    this.outputs.push({ destination, wire: outputOf(destination._destination, context) });
    this.forget();
  }

  public check(review: AgentReview): void {
    const container: Wire = review.findContainer(NAME) ?? {};
    const { env = [], envFrom = [] } = container;
    const config = this.config.value;
    const { wholeConfig, extraConfig, configOverrides } = this.options;
    const own = ownVariables(wholeConfig ?? {});
    [
      ...wholeConfig === undefined ? this.checkOverrides() : this.checkWhole(wholeConfig),
      ...checkProxy(env, this.clusterHosts?.names ?? []),
      // what `includeOwnLogs` does with a destination on standard output is found whatever the collector is
      ...this.asksForLoop() ? [] : checkLoops(config, this.plan!.namespace),
      ...checkStreams(config, ({ alias }) => alias === undefined || spelled(lookUp(configOverrides, alias))?.labels !== undefined
        || !this.outputs.some(({ destination: { name } }) => name === alias)),
      ...checkStart(config, container),
      ...checkConfig(config, {
        literals: new Set([...own.literals, ...env.filter(({ valueFrom }: Wire) => valueFrom === undefined).map(({ name }: Wire) => name)]),
        variables: envFrom.length > 0 ? undefined : new Set(['HOSTNAME', ...own.names, ...env.map(({ name }: Wire) => name)]),
        allowUnknownKeys: extraConfig?.allowUnknownKeys ?? false,
        // an input that was refused has its own finding
        lacksInputs: this.inputs.length < this.setup.inputs.length,
      }),
    ].forEach(found => review.addError(found));
  }

  private checkWhole(wholeConfig: Wire): Finding[] {
    const { outputs, userFilters, setup: { fields }, options: { extraConfig = {}, configOverrides, parsers } } = this;
    const { allowUnknownKeys: _, ...sections } = extraConfig;
    return [
      ...withoutPlace({
        destinations: outputs.length > 0, filters: userFilters.length > 0, fields: Object.keys(fields).length > 0,
        parsers: parsers !== undefined,
        extraConfig: Object.keys(sections).length > 0, configOverrides: configOverrides !== undefined,
      }),
      ...checkWhole(wholeConfig, this.metricsPort.containerPort),
    ];
  }

  private asksForLoop(): boolean {
    return this.inputs.some(input => input._containers?.includeOwnLogs)
      && this.outputs.some(({ destination: { kind } }) => kind === 'stdout');
  }

  private askForMetadata(plan: AgentPlan): void {
    const { container } = plan;
    const { metadata } = this.setup;
    if (metadata.source === 'api') {container.addGrants(ApiGrant.readPods());}
    if (metadata._readsNamespaces) {container.addGrants(ApiGrant.readNamespaces());}
    if (metadata.source !== 'kubelet') {return;}
    container.addEnv('NODE_IP', EnvValue.field(PodField.HOST_IP));
    container.addGrants(ApiGrant.clusterWide([metadata._options.grantNodesProxy ? 'nodes/proxy' : 'nodes/pods'], ['get']));
    if (!metadata._options.grantNodesProxy) {
      plan.requireVersion(KubernetesVersion.V1_33, 'metadata from the kubelet by the right to nodes/pods',
        'use LogMetadata.fromApi(), or LogMetadata.fromKubelet({ grantNodesProxy: true }), which lets the agent run commands in every pod');
    }
  }

  private forget(): void {
    this.filters.forget();
    this.config.forget();
  }

  /** The whole configuration, in the order in which a person reads it. */
  private makeConfig(): FluentBitConfig {
    const { options, setup, plan } = this;
    if (options.wholeConfig !== undefined) {return wholeConfigOf(options.wholeConfig);}
    const extra = options.extraConfig ?? {};
    const own = (name: 'inputs' | 'filters' | 'filtersBefore' | 'outputs'): Wire[] => (extra[name] ?? []).map(spelled);
    const outputs = [...this.outputs.map(output => this.overridden(output.destination.name, this.routed(output))), ...own('outputs')];
    const filters = [
      ...own('filtersBefore'), ...this.filters.value.map(filter => this.overridden(filter.alias, filter)), ...own('filters'),
    ];
    const writesToStdout = [...filters, ...outputs].some(plugin => plugin.name === 'stdout');
    const unparsed = filters.some(({ merge_parser: parser }) => parser === NO_PARSER.name);
    const pods: OwnPods = { namespace: plan!.namespace, cluster: setup.cluster, system: setup.system, writesToStdout };
    return {
      service: this.overridden('service', this.service()),
      parsers: [
        ...parsersOf(options.parsers ?? [], this.inputs), ...unparsed ? [NO_PARSER] : [],
        ...filterParsersOf(this.userFilters), ...extra.parsers ?? [],
      ],
      multiline_parsers: [...multilineParsersOf(this.inputs), ...extra.multilineParsers ?? []],
      pipeline: {
        inputs: [...this.inputs.map(input => this.overridden(input.name, inputOf(input, pods, setup.fields))), ...own('inputs')],
        filters,
        outputs,
      },
    };
  }

  private text(): string {
    const { pipeline, ...rest } = this.config.value;
    // what is in it twice would be written once and referred to, which Fluent Bit does not read
    return yamlText(JSON.parse(JSON.stringify({ ...compact(rest), pipeline: compact(pipeline) })));
  }

  private overridden(alias: string, wire: Wire): Wire {
    return mergeWire(wire, spelled(lookUp(this.options.configOverrides, alias)));
  }

  private makeFilters(): Wire[] {
    const { inputs, setup: { metadata, fields, cluster, system } } = this;
    const claimed = [...new Set(this.outputs.flatMap(({ wire }) => namesOf(wire)))].sort(byText);
    return [
      ...inputs.flatMap(input => filtersOf(input, { metadata, fields, claimed, cluster, system })),
      ...userFiltersOf(this.userFilters, inputs, claimed),
    ];
  }

  private routed({ destination, wire: { name, ...rest } }: Output): Wire {
    const { inputs, when } = destination._destination.options;
    const chosen = when === undefined
      ? rest
      : { ...rest, processors: { logs: [keeping(when._condition), ...rest.processors?.logs ?? []] } };
    return { name, alias: destination.name, ...matching(inputs, this.inputs), ...chosen };
  }

  private service(): Wire {
    const { setup, options, metricsPort } = this;
    return serviceOf(options, setup.resources.limits?.memory, metricsPort.containerPort, setup);
  }

  private checkOverrides(): Finding[] {
    const { inputs, outputs, options } = this;
    const aliases = ['service', ...new Set(inputs.map(input => input.name)), ...this.filters.value.map(filter => filter.alias as string),
      ...outputs.map(({ destination }) => destination.name)];
    return misplacedSettings(Object.keys(options.configOverrides ?? {}), aliases, 'correct the alias');
  }
}
