import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { acceptancesBelow } from './acceptances';
import { annotate } from './annotate';
import { findAppProblems } from './app-checks';
import { AppFinding, findAppFindings } from './app-findings';
import { Fingerprint } from './fingerprint';
import { RegisteredAgent } from './registered-agent';
import { findingLine, showWarnings } from './show-warnings';
import type { Acceptance } from '../../checks/tools/acceptance';
import { describeProblem } from '../../private/problem';

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
  private readonly owners = new Set<IConstruct>();
  private found?: Verdict;
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
    this.owners.add(construct);
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

  /** What the checks find, whether or not synth shows it. */
  public findings(): readonly AppFinding[] {
    if (this.found?.seen.holds === false) {this.found = undefined;}
    return this.look().findings;
  }

  /** What was accepted below a construct, and why. */
  public acceptancesBelow(scope: IConstruct): Acceptance[] {
    return acceptancesBelow(scope, this.findings(), this.agents);
  }

  private problemsOf(construct: IConstruct): string[] {
    if (this.asked.has(construct)) {
      this.asked = new Set();
      // objects of others come without a word
      if (this.found?.seen.holds === false) {this.found = undefined;}
    }
    this.asked.add(construct);
    const verdict = this.look();
    if (verdict.problems.size === 0 && !verdict.areWarningsShown) {
      verdict.areWarningsShown = true;
      showWarnings(verdict.findings.filter(({ isShown }) => isShown).map(({ shown }) => shown));
    }
    return verdict.problems.get(construct) ?? [];
  }

  private look(): Verdict {
    if (this.found?.revision !== this.revision) {
      const constructs = this.root.node.findAll();
      const objects = constructs.filter((each): each is ApiObject => ApiObject.isApiObject(each));
      const problems = new Map<IConstruct, string[]>();
      const known = new Set<string>();
      const note = (about: IConstruct, line: string) => {
        // what is nobody's of this library has nobody to show it
        const shownBy = this.owners.has(about) ? about : [...this.owners][0];
        problems.set(shownBy, [...problems.get(shownBy) ?? [], line]);
      };
      findAppProblems(objects, this.agents, (about, problem) => {
        known.add(`${problem.code} ${about.node.path}`);
        note(about, describeProblem(problem));
      });
      const findings = areChecksOff() ? [] : findAppFindings(constructs, objects);
      for (const { owner, shown, sameAs } of findings.filter(({ stops }) => stops)) {
        // constructs say the same in words of their own
        if (!sameAs.some(code => known.has(`${code} ${owner.node.path}`))) {note(owner, findingLine(shown));}
      }
      annotate(constructs, findings, this.agents);
      this.found = { revision: this.revision, seen: new Fingerprint(this.root), problems, findings, areWarningsShown: false };
    }
    return this.found!;
  }
}

/** For who wants nothing but the manifests, as soon as can be. What constructs themselves say stays. */
function areChecksOff(): boolean {
  return process.env.NODE_AGENTS_CHECKS === 'off';
}

/** What was found at one look at the app. */
interface Verdict {
  readonly revision: number;
  readonly seen: Fingerprint;
  /** Lines that stop the synth, by the construct that shows them. */
  readonly problems: ReadonlyMap<IConstruct, string[]>;
  readonly findings: readonly AppFinding[];
  areWarningsShown: boolean;
}

/** The resolvers that every app has: a user's own come on top. */
const BUILT_IN_RESOLVERS = ['LazyResolver', 'ImplicitTokenResolver', 'NumberStringUnionResolver'].join();

function resolversOf(root: IConstruct): string {
  const { resolvers = [] } = root as unknown as { resolvers?: object[] };
  return resolvers.map(resolver => resolver.constructor.name).join();
}

const KEY = Symbol.for('cdk8s-node-agents.AppRegistry');

