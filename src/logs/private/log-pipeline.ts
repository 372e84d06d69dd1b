import { Collector, LogSetup } from './collector';
import { Condition, sourcesOf } from './condition';
import { DestinationContext } from './destination-context';
import { checkDiskBudget } from './disk-budget';
import { isKnown } from './log-source';
import { hostPathsOf, mountState, writtenPathsOf } from './node-access';
import { OWN_FIELDS } from './own-fields';
import { sharedStreams } from './shared-streams';
import { IAgentCheck } from '../../agent/plan/agent-check';
import { IAgentFeature } from '../../agent/plan/agent-feature';
import { AgentPlan } from '../../agent/plan/agent-plan';
import { AgentReview } from '../../agent/plan/agent-review';
import { AgentError, fail, quote } from '../../private/agent-error';
import { problemOf } from '../../private/doors/entrance';
import { Finding, finding } from '../../private/finding';
import { Wire } from '../../private/wire';
import { LogDestination } from '../log-destination';
import { LogFilter } from '../log-filter';
import { LogInput } from '../log-input';
import { refusedDestination, refusedFilter, refusedInput, refusedMetadata } from '../support/refusals';

/**
 * What one agent reads and where it sends it, as far as it is the same for every collector: mounts, credentials, and whether it all fits.
 */
export class LogPipeline implements IAgentFeature, IAgentCheck {
  public readonly inputs: LogInput[] = [];
  private readonly filters: LogFilter[] = [];
  private readonly destinations: LogDestination[] = [];
  private readonly secretVariables = new Map<string, string>();
  private plan?: AgentPlan;

  public constructor(private readonly collector: Collector, private readonly setup: LogSetup) {}

  public contribute(plan: AgentPlan): void {
    const { collector, setup } = this;
    this.plan = plan;
    mountState(plan, setup, collector.statePath);
    plan.container.addPorts(collector.metricsPort);
    plan.addCheck(this);
    collector.contribute(plan);
    const add = (act: () => void) => {
      const found = problemOf(act);
      if (found) {plan.addError(found);}
    };
    add(() => refuseIf(refusedMetadata(collector.support, setup.metadata)));
    add(() => requireFree(Object.keys(setup.fields)));
    setup.inputs.forEach(input => add(() => this.addInput(input)));
    setup.filters.forEach(filter => add(() => this.addFilter(filter)));
    setup.destinations.forEach(destination => add(() => this.addDestination(destination)));
  }

  public addInput(input: LogInput): void {
    // an agent that could not be made reads nothing
    if (this.plan === undefined) {return;}
    refuseIf(refusedInput(this.collector.support, input, this.plan.cluster));
    this.collector.addInput(input, this.plan);
    this.inputs.push(input);
    this.plan.container.addHostPaths(...hostPathsOf(input, this.setup.system, this.collector.containerLogs));
    input._filters.forEach(filter => this.addFilter(filter));
  }

  public addFilter(filter: LogFilter): void {
    if (this.plan === undefined) {return;}
    refuseIf(refusedFilter(this.collector.support, filter, this.plan.cluster));
    const { kind, does } = filter._filter;
    if (kind === 'keep') {this.requireKnown(does.condition, `a filter '${kind}'`);}
    this.collector.addFilter(filter);
    this.filters.push(filter);
  }

  /** Refuses a condition that looks at what is not known of the pods. */
  private requireKnown(condition: Condition, where: string): void {
    const { setup: { metadata }, plan } = this;
    if (!sourcesOf(condition).every(source => isKnown(source, metadata, plan!.cluster))) {
      fail({
        code: 'unmatched-log-route',
        what: `the condition of ${where} looks at what is not known of the pods, so it never holds`,
        given: `metadata: ${metadata.source}`,
        allowed: 'LogMetadata.fromApi, fromKubelet; for names also fromFileName',
        fix: 'choose another `metadata`, or another condition',
      });
    }
  }

  public addDestination(destination: LogDestination): void {
    if (this.plan === undefined) {return;}
    const { collector, setup: { metadata }, secretVariables } = this;
    refuseIf(refusedDestination(collector.support, destination, this.plan.cluster));
    const { options: { when } } = destination._destination;
    if (when !== undefined) {this.requireKnown(when._condition, `the destination '${destination.name}'`);}
    collector.addDestination(
      destination, new DestinationContext(destination.name, metadata, collector.dialect, this.plan, secretVariables),
    );
    this.destinations.push(destination);
    this.plan.container.addHostPaths(...writtenPathsOf(destination));
  }

  public check(review: AgentReview): void {
    [...this.checkRoutes(), ...this.checkCredentials(review), ...this.checkDisk(review)].forEach(found => review.addError(found));
  }

  private checkRoutes(): Finding[] {
    const { inputs, filters, destinations, collector, setup } = this;
    const known = new Set(inputs.map(input => input.name));
    return [
      ...destinations.length + setup.destinations.length > 0 || collector.hasOwnOutputs ? [] : [noDestination()],
      ...[
        ...filters.map(({ kind, _filter: { options } }) => ({ who: `a filter '${kind}'`, asked: options.inputs })),
        ...destinations.map(({ name, _destination: { options } }) => ({ who: `the destination '${name}'`, asked: options.inputs })),
      ].flatMap(({ who, asked = [] }) => asked.filter(input => !known.has(input))
        .map((input): Finding => finding({
          code: 'unmatched-log-route',
          what: `${who} asks for the logs of an input that the agent does not have`,
          given: quote(input),
          allowed: [...known].join(', '),
          fix: 'correct the name, or add the input',
        }))),
      ...this.feedsItself() ? [endlessLog()] : [],
      ...destinations.flatMap(destination => sharedStreams(destination._destination, inputs)),
    ];
  }

  private feedsItself(): boolean {
    return this.destinations.some(({ kind }) => kind === 'stdout') && this.inputs.some(input => input._containers?.includeOwnLogs);
  }

  private checkDisk(review: AgentReview): Finding[] {
    const { destinations, collector, setup: { state, cluster } } = this;
    const { resources }: Wire = review.findContainer(collector.preset.application) ?? {};
    return checkDiskBudget({ destinations, cluster, kept: collector.keepsRefused }, {
      state, ephemeralStorage: resources?.limits?.['ephemeral-storage'],
    });
  }

  /** A credential that is replaced by a text would be in the YAML. */
  private checkCredentials(review: AgentReview): Finding[] {
    const { env = [] }: Wire = review.findContainer(this.collector.preset.application) ?? {};
    const literals: string[] = env.filter((variable: Wire) => variable.valueFrom === undefined).map((variable: Wire) => variable.name);
    return [...this.secretVariables.keys()].filter(name => literals.includes(name)).map(name => finding({
      code: 'literal-credential',
      what: `the variable ${name} is a credential, which everyone could read in the YAML`,
      given: `env: { ${name}: EnvValue.of(...) }`,
      fix: 'leave it out: it comes from the Secret that the destination names',
    }));
  }
}

/** Refuses fields that would take the place of what the agent reads. */
function requireFree(names: readonly string[]): void {
  const taken = ['log', ...OWN_FIELDS];
  names.filter(name => taken.includes(name)).forEach(name => fail({
    code: 'invalid-log-text',
    what: 'a field of every record cannot have the name of what is read',
    given: `fields: { ${quote(name)}: ... }`,
    allowed: `another name than ${taken.join(', ')}`,
    fix: 'choose another name',
  }));
}

function refuseIf(found: Finding | undefined): void {
  if (found) {throw new AgentError(found);}
}

function noDestination(): Finding {
  return finding({
    code: 'missing-log-destination',
    what: 'the agent reads logs and sends them nowhere',
    given: '`destinations` is empty',
    fix: 'add a destination, such as LogDestination.stdout() for a first try',
  });
}

function endlessLog(): Finding {
  return finding({
    code: 'log-loop',
    what: 'the agent would read its own log and write every line of it into its own log again',
    given: '`includeOwnLogs: true` with LogDestination.stdout()',
    fix: 'leave out one of them',
  });
}
