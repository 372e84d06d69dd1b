import type { FindingsOptions } from './findings-options';
import { entryText, Failure } from './message/failure';
import type { ClusterObjects } from './read/collection';
import { minorOf } from './read/minor-version';
import { acknowledge } from '../checks/acknowledge';
import { checkManifests } from '../checks/check-manifests';
import { oncePerWorkload } from '../checks/once-per-workload';
import { RULES } from '../checks/rules';
import { readNode } from '../cluster/inventory/cluster-node';
import type { Workload } from '../cluster/inventory/workload';
import { quote } from '../private/agent-error';
import { withPages } from '../private/alike-lines';
import type { Difference } from '../private/compare/difference';
import { pathTo } from '../private/compare/object-path';
import { Entry, isSameEntry } from '../private/entry';
import { ERROR_CATALOGUE } from '../private/error-catalogue';
import type { ObjectFinding } from '../private/finding';
import { nearest } from '../private/nearest';
import { OLDEST_MINOR } from '../private/oldest-minor';
import { pageOf } from '../private/pages';

/** Everything that checks find in objects that go to one cluster, what is acknowledged included. */
export function findingsIn({
  entries, minor = OLDEST_MINOR, acknowledgements,
}: ClusterObjects, options: FindingsOptions): readonly ObjectFinding[] {
  const nodes = options.nodes?.map(node => readNode(node.toManifest()));
  const findings = checkManifests(entries, { minor: minorOf(options.kubernetesVersion) ?? minor, ...nodes && { nodes } });
  return oncePerWorkload(acknowledge(findings, acknowledgements).findings);
}

/** Why the checks find something that nobody acknowledged; undefined where they do not. Notes are good to know, and no more. */
export function findingsFailure(findings: readonly ObjectFinding[]): Failure | undefined {
  const open = findings.filter(({ level, acknowledged }) => level !== 'note' && acknowledged === undefined);
  if (open.length === 0) {return undefined;}
  const byObject = new Map<Entry, ObjectFinding[]>();
  for (const finding of open) {byObject.set(finding.about, [...byObject.get(finding.about) ?? [], finding]);}
  const [[about, first], ...others] = byObject;
  return {
    expected: `Expected no findings, and checks found ${open.length}, ${others.length === 0 ? 'all' : 'the first'} of them here:`,
    about,
    differences: first.map(placeOf),
    more: others.map(([entry, of]) => `${entryText(entry)}: ${of.map(({ code }) => code).join(', ')}`),
    hints: hintsOf(first),
  };
}

/** Why a check finds nothing in a DaemonSet that is not acknowledged; undefined where it does. */
export function findingFailure(workload: Workload, findings: readonly ObjectFinding[], id: string): Failure | undefined {
  const about = findingsOf(workload, findings);
  const found = about.filter(({ code }) => code === requireRule(id));
  if (found.some(({ acknowledged }) => acknowledged === undefined)) {return undefined;}
  return {
    expected: `Expected the check ${id} to find something in DaemonSet ${workload.name}, and `
      + `${found.length > 0 ? 'all that it finds is acknowledged' : 'it finds nothing'}.`,
    about: workload,
    differences: found.map(placeOf),
    hints: found.length > 0 ? [`it is acknowledged: ${found[0].acknowledged}`] : [`what is found: ${idsOf(about)}`],
  };
}

/** Why a finding in a DaemonSet is not acknowledged; undefined where it is. */
export function acknowledgementFailure(workload: Workload, findings: readonly ObjectFinding[], id: string): Failure | undefined {
  const found = findingsOf(workload, findings).filter(({ code }) => code === requireRule(id));
  const open = found.filter(({ acknowledged }) => acknowledged === undefined);
  if (found.length > 0 && open.length === 0) {return undefined;}
  return {
    expected: `Expected what the check ${id} finds in DaemonSet ${workload.name} to be acknowledged, and `
      + `${found.length === 0 ? 'it finds nothing' : 'it is not'}.`,
    about: workload,
    differences: open.map(placeOf),
    hints: found.length === 0
      ? ['an acknowledgement of something that is not found can go']
      : [`acknowledge it with a reason: Checks.of(agent).acknowledge({ id: '${id}', reason: '...' })`],
  };
}

/** What is found in an object, a line each. */
export function findingLines(findings: readonly ObjectFinding[]): string[] {
  return findings.map(({ code, level, path, what, acknowledged }) =>
    `${code}: ${path === '' ? '' : `${path}: `}${what} (${acknowledged === undefined ? level : `acknowledged: ${acknowledged}`})`);
}

export function findingsOf(workload: Workload, findings: readonly ObjectFinding[]): ObjectFinding[] {
  return findings.filter(({ about }) => isSameEntry(about, workload));
}

function requireRule(id: string): string {
  const known = [...RULES.map(rule => rule.id), ...Object.keys(ERROR_CATALOGUE)];
  if (known.includes(id)) {return id;}
  const near = nearest(id, known);
  throw new Error(`there is no check of this id; given: ${quote(id)}; fix: `
    + `${near === undefined ? `${pageOf('checks/README.md')} lists them` : `did you mean ${near}?`}`);
}

function placeOf({ about, path, given, allowed, code }: ObjectFinding): Difference {
  return {
    path: pathTo(about.object, path), found: given, foundText: `${given ?? 'as it is'} (${code})`,
    ...allowed !== undefined && { wanted: allowed }, weight: 1,
  };
}

function hintsOf(findings: readonly ObjectFinding[]): string[] {
  const hints = new Map(findings.map(({ code, what, fix }) => [`${code}: ${what}; fix: ${fix}`, code]));
  return withPages([...hints].map(([hint, code]) => ['', hint, code])).map(([, hint]) => hint);
}

function idsOf(findings: readonly ObjectFinding[]): string {
  return [...new Set(findings.map(({ code }) => code))].join(', ') || 'nothing';
}
