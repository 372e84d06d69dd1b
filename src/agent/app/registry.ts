import type { IConstruct } from 'constructs';
import { findAppProblems } from './app-checks';
import { Fingerprint } from './fingerprint';
import { RegisteredAgent } from './registered-agent';
import { describeProblem, Problem } from '../../private/problem';

/**
 * All agents of an app, and what is wrong with them and between them.
 *
 * `App.synth` asks every construct for its problems once for each chart, so they are found once and kept until something changes. Whether others changed
 * something is counted once for each chart, as cdk8s itself walks through the app.
 */
export class AppRegistry {
  /** The registry of the app that a construct belongs to. */
  public static of(scope: IConstruct): AppRegistry {
    const root = scope.node.root as IConstruct & { [KEY]?: AppRegistry };
    if (root[KEY] === undefined) {
      Object.defineProperty(root, KEY, { value: new AppRegistry(root) });
    }
    return root[KEY]!;
  }

  private readonly agents: RegisteredAgent[] = [];
  private revision = 0;
  private isPlain?: boolean;
  private found?: { readonly revision: number; readonly seen: Fingerprint; readonly problems: Map<IConstruct, string[]> };
  /** Who was asked since the app was last looked at: who is asked again is asked for another chart or synth. */
  private asked = new Set<IConstruct>();

  private constructor(private readonly root: IConstruct) {}

  public addAgent(agent: RegisteredAgent): void {
    this.agents.push(agent);
    this.addOwner(agent.construct);
  }

  /** Has the problems of a construct of this library shown at synth. */
  public addOwner(construct: IConstruct): void {
    this.touch();
    construct.node.addValidation({ validate: () => this.problemsOf(construct) });
  }

  /** Says that something changed. */
  public touch(): void {
    this.revision += 1;
  }

  /** Grows with every change of any agent. */
  public get currentRevision(): number {
    return this.revision;
  }

  /** Whether cdk8s itself would do no more to plain objects than to sort their keys. */
  public get writesPlainly(): boolean {
    this.isPlain ??= !process.env.CDK8S_DISABLE_SORT && resolversOf(this.root) === BUILT_IN_RESOLVERS;
    return this.isPlain;
  }

  public hasAgentBelow(scope: IConstruct): boolean {
    return this.agents.some(agent => agent.construct.node.scopes.includes(scope));
  }

  private problemsOf(construct: IConstruct): string[] {
    if (this.asked.has(construct)) {
      this.asked = new Set();
      // objects of others come without a word
      if (this.found?.seen.holds === false) {this.found = undefined;}
    }
    this.asked.add(construct);
    if (this.found?.revision !== this.revision) {
      const problems = new Map<IConstruct, string[]>();
      findAppProblems(this.root, this.agents, (about: IConstruct, problem: Problem) => {
        const lines = problems.get(about) ?? [];
        lines.push(describeProblem(problem));
        problems.set(about, lines);
      });
      this.found = { revision: this.revision, seen: new Fingerprint(this.root), problems };
    }
    return this.found!.problems.get(construct) ?? [];
  }
}

/** The resolvers that every app has: a user's own come on top. */
const BUILT_IN_RESOLVERS = ['LazyResolver', 'ImplicitTokenResolver', 'NumberStringUnionResolver'].join();

function resolversOf(root: IConstruct): string {
  const { resolvers = [] } = root as unknown as { resolvers?: object[] };
  return resolvers.map(resolver => resolver.constructor.name).join();
}

const KEY = Symbol.for('cdk8s-node-agents.AppRegistry');

