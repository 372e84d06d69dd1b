import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { acceptancesIn } from './acceptances';
import { isOwned } from './app-objects';
import { Fingerprint } from './fingerprint';
import { RegisteredAgent } from './registered-agent';
import { showWarnings } from './show-warnings';
import { clusterOf } from './target';
import { Refusal, Verdict, verdictOf } from './verdict';
import type { Acceptance } from '../../checks/tools/acceptance';
import { Finding, withFacts } from '../../private/finding';
import { listUnder } from '../../private/list-under';
import type { Wire } from '../../private/wire';

/**
 * Everything that changes about the agents of an app. What follows from it is worked out once and kept until something changes: `App.synth`
 * asks every construct for its problems once for each chart. Objects of others change without notice, so they are compared once for each
 * chart, as cdk8s itself walks through the app.
 */
export class AppState {
  /** The state of the app that a construct belongs to. */
  public static of(scope: IConstruct): AppState {
    const root = scope.node.root as IConstruct & { [KEY]?: AppState };
    if (root[KEY] === undefined) {
      Object.defineProperty(root, KEY, { value: new AppState(root) });
    }
    return root[KEY]!;
  }

  /** Agents that were given the same, by what that is. */
  public readonly equalAgents = new Map<string, object>();
  private readonly agents: RegisteredAgent[] = [];
  /** The constructs at or below which there is an agent. */
  private readonly withAgents = new Set<IConstruct>();
  private readonly owners = new Set<IConstruct>();
  private readonly refusals: Refusal[] = [];
  /** What was worked out since the last change, by the function that works it out. */
  private known = new Map<() => unknown, unknown>();
  /** Objects that were made to be looked at and are written next, if nothing changes meanwhile. */
  private manifests = new Map<ApiObject, Wire>();
  private seen?: Fingerprint;
  /** The last verdict: what is written follows it, whatever changes meanwhile. */
  private judged?: Verdict;
  /** The verdict whose warnings were shown. */
  private shown?: Verdict;
  /** Which constructs are judged; all where nobody said so. */
  private judgedOnly?: (construct: IConstruct) => boolean;
  /** The plan of the agent that checks of features look at just now. */
  private reviewed?: object;

  private constructor(private readonly root: IConstruct) {
    // the root is validated before everything below it
    root.node.addValidation({ validate: () => this.noticeOthers() });
  }

  public addAgent(agent: RegisteredAgent): void {
    this.agents.push(agent);
    for (const scope of agent.construct.node.scopes) {this.withAgents.add(scope);}
    this.addOwner(agent.construct);
  }

  /** The objects of a namespace of a cluster. */
  public objectsIn(cluster: string, namespace: string): readonly ApiObject[] {
    return this.derived(this.byNamespace).get(`${cluster}\n${namespace}`) ?? [];
  }

  private readonly byNamespace = (): ReadonlyMap<string, readonly ApiObject[]> => {
    const objects = new Map<string, ApiObject[]>();
    for (const object of this.root.node.findAll()) {
      if (ApiObject.isApiObject(object)) {listUnder(objects, `${clusterOf(object)}\n${object.metadata.namespace}`).push(object);}
    }
    return objects;
  };

  /** Has the problems of a construct of this library shown at synth. */
  public addOwner(construct: IConstruct): void {
    this.changed();
    if (this.owners.has(construct)) {return;}
    this.owners.add(construct);
    construct.node.addValidation({ validate: () => [...this.verdict().errors.get(construct.node.path) ?? []] });
  }

  /** Keeps what was wrong with what a construct was given: nothing is written while there is any. */
  public refuse(construct: IConstruct, findings: readonly Finding[]): void {
    this.addOwner(construct);
    for (const found of findings) {this.refusals.push({ construct, found: withFacts(found, { constructPath: construct.node.path }) });}
    this.changed();
  }

  /** Leaves the other constructs out of the verdict. */
  public judgeOnly(isJudged: (construct: IConstruct) => boolean): void {
    this.judgedOnly = isJudged;
    this.changed();
  }

  /** Whether an object was written while the app was judged, so that it can be written again. */
  public canWrite(object: ApiObject): boolean {
    return isOwned(object) && !object.isPatched || this.judged?.written.wrote(object) === true;
  }

  public hasAgentBelow(scope: IConstruct): boolean {
    return this.withAgents.has(scope);
  }

  /** Forgets what followed from the app as it was. */
  public changed(): void {
    this.known = new Map();
    this.manifests = new Map();
    this.seen = undefined;
  }

  /** Forgets it if others added, removed or changed objects meanwhile, of which nobody is notified. */
  public noticeOthers(): string[] {
    if (this.seen?.holds !== true) {this.changed();}
    this.seen ??= new Fingerprint(this.root);
    return [];
  }

  /** What a function works out, once until something changes. @param again whether to work it out again all the same */
  public derived<T>(work: () => T, again: boolean = false): T {
    if (again || !this.known.has(work)) {
      const value = work();
      this.known.set(work, value);
      return value;
    }
    return this.known.get(work) as T;
  }

  /** Runs checks of features over an agent: contributing to it meanwhile is an error. */
  public reviewing<T>(plan: object, act: () => T): T {
    const before = this.reviewed;
    this.reviewed = plan;
    try {
      return act();
    } finally {
      this.reviewed = before;
    }
  }

  public isReviewing(plan: object): boolean {
    return this.reviewed === plan;
  }

  /** Whether cdk8s itself would do no more to plain objects than to sort their keys. */
  public get writesPlainly(): boolean {
    return this.derived(this.isPlain);
  }

  private readonly isPlain = (): boolean => !process.env.CDK8S_DISABLE_SORT && resolversOf(this.root) === BUILT_IN_RESOLVERS;

  /** Keeps an object as it was made to be looked at. */
  public keep(object: ApiObject, manifest: Wire): void {
    this.manifests.set(object, manifest);
  }

  /** The object as it was made to be looked at, for its one writer. */
  public take(object: ApiObject): Wire | undefined {
    const manifest = this.manifests.get(object);
    this.manifests.delete(object);
    return manifest;
  }

  /** What the checks find, whether or not synth shows it. */
  public findings(): readonly Finding[] {
    this.noticeOthers();
    return this.verdict().findings;
  }

  /** What was accepted below a construct, and why. */
  public acceptancesBelow(scope: IConstruct): Acceptance[] {
    this.noticeOthers();
    return acceptancesIn(this.verdict()).filter(({ maker }) => maker.node.scopes.includes(scope));
  }

  /**
   * What synth writes besides the objects themselves, once the app was judged: annotations of an object, and the warnings, which are shown
   * with the first object.
   */
  public publish(object: ApiObject): { readonly [key: string]: string } | undefined {
    const verdict = this.judged;
    if (verdict === undefined) {return undefined;}
    if (this.shown !== verdict) {
      this.shown = verdict;
      if (verdict.errors.size === 0) {showWarnings(verdict.warnings);}
    }
    return verdict.annotations.get(object);
  }

  private verdict(): Verdict {
    return this.derived(this.judge);
  }

  private readonly judge = (): Verdict => {
    this.agents.forEach(agent => agent.confirm());
    const all = this.root.node.findAll();
    this.judged = verdictOf(this.judgedOnly ? all.filter(this.judgedOnly) : all, this.agents, this.owners, this.refusals);
    this.seen ??= new Fingerprint(this.root);
    return this.judged;
  };
}

/** The resolvers that every app has: a user's own come on top. */
const BUILT_IN_RESOLVERS = ['LazyResolver', 'ImplicitTokenResolver', 'NumberStringUnionResolver'].join();

function resolversOf(root: IConstruct): string {
  const { resolvers = [] } = root as unknown as { resolvers?: object[] };
  return resolvers.map(resolver => resolver.constructor.name).join();
}

const KEY = Symbol.for('cdk8s-node-agents.AppState');
