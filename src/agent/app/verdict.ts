import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { annotationsFor } from './annotations';
import { appFindings } from './app-checks';
import { findInApp, RuleFindings } from './app-findings';
import { ownerOf, WrittenObjects } from './app-objects';
import { CheckSettings, findCheckSettings } from './check-settings';
import { RegisteredAgent } from './registered-agent';
import { findingLine } from './show-warnings';
import { textFindings } from './text-findings';
import { errorLine } from '../../private/agent-error';
import { groupAlike, PlacedLine, withPages } from '../../private/alike-lines';
import { Finding, withFacts } from '../../private/finding';
import { listUnder } from '../../private/list-under';

/** Something wrong that a construct was given. */
export interface Refusal {
  readonly construct: IConstruct;
  readonly found: Finding;
}

/** What was found at one look at an app. */
export interface Verdict extends RuleFindings {
  /** The agents of the app. */
  readonly agents: readonly RegisteredAgent[];
  /** Lines that stop the synth, by the path of the construct that is to be changed. */
  readonly errors: ReadonlyMap<string, readonly string[]>;
  /** What synth shows and goes on. */
  readonly warnings: readonly Finding[];
  /** Annotations that say what was accepted, of objects below constructs of which someone asked for that. */
  readonly annotations: ReadonlyMap<ApiObject, { readonly [key: string]: string }>;
}

/** Judges the constructs of an app. Nothing is changed, shown or written. */
export function verdictOf(
  constructs: readonly IConstruct[], all: readonly RegisteredAgent[], owners: Iterable<IConstruct>, refused: readonly Refusal[],
): Verdict {
  // what was removed from the tree says nothing
  const present = new Set(constructs);
  const refusals = refused.filter(({ construct }) => present.has(construct));
  // what was made in place of something wrong says nothing about it
  const wrong = new Set(refusals.map(({ construct }) => construct));
  const agents = all.filter(({ construct }) => present.has(construct) && !wrong.has(construct));
  const reported = wrong.size === 0 ? [] : all.filter(({ construct }) => wrong.has(construct))
    .flatMap(({ construct, reported: found }) => found.map(each => withFacts(each, { constructPath: construct.node.path })));
  const objects = constructs.filter((each): each is ApiObject => ApiObject.isApiObject(each));
  const sound = wrong.size === 0 ? objects : objects.filter(each => !wrong.has(ownerOf(each)));
  const written = new WrittenObjects(agents);
  const ofApp = [...refusals.map(({ found }) => found), ...reported, ...appFindings(sound, agents), ...textFindings(sound, written)];
  const { findings } = areChecksOff() ? { findings: [] } : findInApp(constructs, objects, written, wrong);
  const open = findings.filter(({ acknowledged }) => acknowledged === undefined);
  const settings = settingsByPath(constructs);
  const isSaid = (found: Finding, said: 'warningsFail' | 'warningsHidden') =>
    found.level === 'warning' && settings.size > 0 && pathsTo(found).some(path => settings.get(path)?.[said]);
  const stopping = open.filter(found => found.level === 'error' || isSaid(found, 'warningsFail'));
  return {
    findings, written, agents,
    errors: linesByOwner([...owners].filter(owner => present.has(owner)), [
      ...ofApp.map(found => [found, errorLine(found)] as const), ...stopping.map(found => [found, findingLine(found)] as const),
    ]),
    warnings: open.filter(found => found.level === 'warning' && !isSaid(found, 'warningsHidden')),
    annotations: annotationsFor(constructs, { findings, written, agents }),
  };
}

function settingsByPath(constructs: readonly IConstruct[]): ReadonlyMap<string, CheckSettings> {
  const settings = new Map<string, CheckSettings>();
  for (const construct of constructs) {
    const said = findCheckSettings(construct);
    if (said) {settings.set(construct.node.path, said);}
  }
  return settings;
}

/**
 * Lines by the path of the construct that shows them: what is about none of them is shown by the first, and so is what many clusters have
 * in common.
 */
function linesByOwner(
  owners: readonly IConstruct[], lines: ReadonlyArray<readonly [found: Finding, line: string]>,
): ReadonlyMap<string, readonly string[]> {
  const byOwner = new Map<string, string[]>();
  if (lines.length === 0) {return byOwner;}
  const paths = new Set(owners.map(({ node }) => node.path));
  const [first = ''] = paths;
  const placed = lines.map(([{ constructPath = '', code }, line]): PlacedLine => [
    paths.has(constructPath) ? constructPath : first, line, code,
  ]);
  const order = new Map([...paths].map((path, index) => [path, index]));
  const shown = groupAlike(placed).sort(([a], [b]) => order.get(a)! - order.get(b)!);
  for (const [path, line] of withPages(shown)) {listUnder(byOwner, path).push(line);}
  return byOwner;
}

/** The construct that a finding is about, and those above it. What is said of checks below the app itself is said at the empty path. */
function pathsTo({ constructPath = '' }: Finding): string[] {
  const ids = constructPath === '' ? [] : constructPath.split('/');
  return ['', ...ids.map((_, index) => ids.slice(0, index + 1).join('/'))];
}

/** For who wants nothing but the manifests, as soon as can be. What constructs themselves refuse stays refused. */
function areChecksOff(): boolean {
  return process.env.NODE_AGENTS_CHECKS === 'off';
}
