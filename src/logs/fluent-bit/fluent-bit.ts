import { Yaml, Duration } from 'cdk8s';
import { checkConfig, FluentBitConfig } from './check-config';
import { filtersOf } from './filters';
import { FluentBitOptions } from './fluent-bit-options';
import { inputOf } from './inputs';
import { CONFIG_PATH, NAME, STATE_PATH } from './layout';
import { OutputContext } from './output-context';
import { outputOf } from './outputs/output-of';
import { multilineParsersOf, parsersOf } from './parsers';
import { graceSeconds, serviceOf } from './service';
import { tagOf, tagPrefixOf } from './tags';
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
import { ours, Problem, quote } from '../../private/problem';
import { byText, compact, mergeWire, Wire } from '../../private/wire';
import { LogDestination } from '../log-destination';
import { LogInput } from '../log-input';
import { Collector, LogSetup } from '../private/collector';
import { hostPathsOf, mountState } from '../private/node-access';

const IMAGE = 'cr.fluentbit.io/fluent/fluent-bit:5.1.1';

/** A destination, and what it is to Fluent Bit but for what it matches. */
interface Output {
  readonly destination: LogDestination;
  readonly wire: Wire;
}

/** Fluent Bit for one agent. Its configuration is written when all that goes into it is known. */
export class FluentBit implements Collector, IAgentCheck {
  public readonly application = NAME;
  public readonly metricsPath = '/api/v2/metrics/prometheus';
  public readonly metricsPort: Port;
  public readonly stopSeconds: number;
  public readonly inputs: LogInput[] = [];
  private readonly outputs: Output[] = [];
  private readonly secretVariables = new Set<string>();
  private plan?: AgentPlan;

  public constructor(private readonly options: FluentBitOptions, private readonly setup: LogSetup) {
    this.metricsPort = Port.container('http-metrics', setup.port ?? 2020);
    this.stopSeconds = graceSeconds(options);
    // what is wrong with the options is said where they are given, not when the configuration is written
    parsersOf(options.parsers ?? [], []);
    serviceOf(options, setup.resources.limits?.memory, this.metricsPort.containerPort);
  }

  public get pod(): Collector['pod'] {
    // not /api/v2/health: it turns bad when a destination is down, and would stop the rollout that mends it
    const probe = { period: Duration.seconds(10), timeout: Duration.seconds(5) };
    return {
      image: this.options.image ?? IMAGE,
      command: ['/fluent-bit/bin/fluent-bit'],
      args: [`--config=${CONFIG_PATH}`],
      livenessProbe: Probe.http('/', this.metricsPort, { ...probe, initialDelay: Duration.seconds(10), failureThreshold: 6 }),
      readinessProbe: Probe.http('/', this.metricsPort, { ...probe, initialDelay: Duration.seconds(5) }),
    };
  }

  public contribute(plan: AgentPlan): void {
    this.plan = plan;
    const { container } = plan;
    mountState(plan, this.setup.state, this.setup.access, STATE_PATH);
    container.addPorts(this.metricsPort);
    container.addEnv('NODE_NAME', EnvValue.field(PodField.NODE_NAME));
    this.setup.inputs.forEach(input => this.addInput(input));
    this.setup.destinations.forEach(destination => this.addDestination(destination));
    container.addFiles(AgentFile.produced(CONFIG_PATH, { text: () => this.text() }));
    plan.addCheck(this);
  }

  public addInput(input: LogInput): void {
    inputOf(input, this.plan!, this.setup.fields);
    this.inputs.push(input);
    this.plan!.container.addHostPaths(...hostPathsOf(input));
    if (input.kind === 'containers' && this.inputs.filter(({ kind }) => kind === 'containers').length === 1) {this.askForMetadata(this.plan!);}
  }

  public addDestination(destination: LogDestination): void {
    const context = new OutputContext(destination.name, this.setup.metadata, this.plan!, this.secretVariables);
    this.outputs.push({ destination, wire: outputOf(destination._spec, context) });
  }

  public check(review: AgentReview): void {
    const { env = [], envFrom = [] }: Wire = review.findContainer(NAME) ?? {};
    const literals = new Set<string>(env.filter((variable: Wire) => variable.valueFrom === undefined).map((variable: Wire) => variable.name));
    [...this.checkPipeline(), ...this.checkCredentials(literals), ...checkConfig(this.config(), {
      literals,
      variables: envFrom.length > 0 ? undefined : new Set(['HOSTNAME', ...env.map((variable: Wire) => variable.name)]),
      allowUnknownKeys: this.options.extraConfig?.allowUnknownKeys ?? false,
    })].forEach(problem => review.addError(ours(problem)));
  }

  private checkCredentials(literals: Set<string>): Problem[] {
    return [...this.secretVariables].filter(name => literals.has(name)).map(name => ({
      code: 'literal-credential',
      what: `the variable ${name} is a credential, which everyone could read in the YAML`,
      given: `env: { ${name}: EnvValue.of(...) }`,
      fix: 'leave it out: it comes from the Secret that the destination names',
    }));
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

  /** The whole configuration, in the order in which a person reads it. */
  private config(): FluentBitConfig {
    const { options, setup, plan } = this;
    const extra = options.extraConfig ?? {};
    return {
      service: this.overridden('service', serviceOf(options, setup.resources.limits?.memory, this.metricsPort.containerPort)),
      parsers: [...parsersOf(options.parsers ?? [], this.inputs), ...extra.parsers ?? []],
      multiline_parsers: [...multilineParsersOf(this.inputs), ...extra.multilineParsers ?? []],
      pipeline: {
        inputs: [...this.inputs.map(input => this.overridden(input.name, inputOf(input, plan!, setup.fields))), ...extra.inputs ?? []],
        filters: [...this.filters().map(filter => this.overridden(filter.alias, filter)), ...extra.filters ?? []],
        outputs: [...this.outputs.map(output => this.overridden(output.destination.name, this.routed(output))), ...extra.outputs ?? []],
      },
    };
  }

  private text(): string {
    const { pipeline, ...rest } = this.config();
    return Yaml.stringify({ ...compact(rest), pipeline: compact(pipeline) });
  }

  private overridden(alias: string, wire: Wire): Wire {
    return mergeWire(wire, this.options.overrides?.[alias]);
  }

  private filters(): Wire[] {
    return this.inputs.flatMap(input => filtersOf(input, this.setup.metadata));
  }

  private routed({ destination, wire: { name, ...rest } }: Output): Wire {
    return { name, alias: destination.name, ...this.matching(destination._spec.options.inputs), ...rest };
  }

  private matching(names: string[] | undefined): Wire {
    if (names === undefined) {return { match: '*' };}
    const chosen = this.inputs.filter(input => names.includes(input.name));
    return chosen.length === 1 ? { match: tagOf(chosen[0]) } : { match_regex: `^(${chosen.map(tagPrefixOf).sort(byText).join('|')})\\.` };
  }

  private checkPipeline(): Problem[] {
    const { inputs, outputs, options } = this;
    const known = new Set(inputs.map(input => input.name));
    const aliases = ['service', ...known, ...this.filters().map(filter => filter.alias as string), ...outputs.map(({ destination }) => destination.name)];
    return [
      ...outputs.length + (options.extraConfig?.outputs?.length ?? 0) > 0 ? [] : [NO_DESTINATION],
      ...outputs.flatMap(({ destination }) => (destination._spec.options.inputs ?? []).filter(name => !known.has(name)).map((name): Problem => ({
        code: 'unmatched-log-route',
        what: `the destination '${destination.name}' asks for the logs of an input that the agent does not have`,
        given: quote(name),
        allowed: [...known].join(', '),
        fix: 'correct the name, or add the input',
      }))),
      ...Object.keys(options.overrides ?? {}).filter(alias => !aliases.includes(alias)).map((alias): Problem => ({
        code: 'invalid-collector-config',
        what: 'settings are laid upon something that is not there',
        given: quote(alias),
        allowed: aliases.join(', '),
        fix: 'correct the alias',
      })),
      ...this.feedsItself() ? [FEEDS_ITSELF] : [],
    ];
  }

  private feedsItself(): boolean {
    return this.outputs.some(({ destination }) => destination.kind === 'stdout') && this.inputs.some(input => input._spec.containers?.includeOwnLogs);
  }
}

const NO_DESTINATION: Problem = {
  code: 'missing-log-destination',
  what: 'the agent reads logs and sends them nowhere',
  given: '`destinations` is empty',
  fix: 'add a destination, such as LogDestination.stdout() for a first try',
};

const FEEDS_ITSELF: Problem = {
  code: 'unsupported-by-collector',
  what: 'the agent would read its own log and write every line of it into its own log again',
  given: '`includeOwnLogs: true` with LogDestination.stdout()',
  fix: 'leave out one of them',
};
