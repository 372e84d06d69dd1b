import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { annotationsFor } from './annotations';
import { findAppProblems } from './app-checks';
import { AppFinding, findAppFindings } from './app-findings';
import { RegisteredAgent } from './registered-agent';
import { findingLine } from './show-warnings';
import { errorLine } from '../../private/problem';

/** What was found at one look at an app. */
export interface Verdict {
  /** Lines that stop the synth, by the construct that shows them. */
  readonly problems: ReadonlyMap<IConstruct, readonly string[]>;
  readonly findings: readonly AppFinding[];
  /** Annotations that say what was accepted, of objects below constructs of which someone asked for that. */
  readonly annotations: ReadonlyMap<ApiObject, { readonly [key: string]: string }>;
}

/** Judges the constructs of an app. Nothing is changed, shown or written. */
export function verdictOf(constructs: readonly IConstruct[], agents: readonly RegisteredAgent[], owners: ReadonlySet<IConstruct>): Verdict {
  const objects = constructs.filter((each): each is ApiObject => ApiObject.isApiObject(each));
  const problems = new Map<IConstruct, string[]>();
  const known = new Set<string>();
  const note = (about: IConstruct, line: string) => {
    // what no construct of this library owns is shown by the first that can
    const shownBy = owners.has(about) ? about : [...owners][0];
    problems.set(shownBy, [...problems.get(shownBy) ?? [], line]);
  };
  findAppProblems(objects, agents, (about, problem) => {
    known.add(`${problem.code} ${about.node.path}`);
    note(about, errorLine(problem));
  });
  const findings = areChecksOff() ? [] : findAppFindings(constructs, objects);
  for (const { owner, shown, sameAs } of findings.filter(({ stops }) => stops)) {
    // constructs say the same in their own words
    if (!sameAs.some(code => known.has(`${code} ${owner.node.path}`))) {note(owner, findingLine(shown));}
  }
  return { problems, findings, annotations: annotationsFor(constructs, findings, agents) };
}

/** For who wants nothing but the manifests, as soon as can be. What constructs themselves say stays. */
function areChecksOff(): boolean {
  return process.env.NODE_AGENTS_CHECKS === 'off';
}
