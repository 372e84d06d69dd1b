import { acknowledge, Acknowledgement } from './acknowledge';
import { ACKNOWLEDGED, readAcknowledged } from './acknowledged-annotations';
import { keyPath } from './facts/field-path';
import type { Finding } from './finding';
import { fieldFindings, wrongType } from './refused/field-findings';
import { isWritten } from './refused/is-written';
import { metadataFindings } from './refused/metadata-findings';
import { specFindings } from './refused/spec-findings';
import { RULES } from './rules';
import { runRules } from './run-checks';
import type { ClusterNode } from '../cluster/inventory/cluster-node';
import { Entry, namespaceOf } from '../private/entry';
import { Inventory } from '../cluster/inventory/inventory';
import { soundnessOf } from '../cluster/inventory/soundness';
import { ERROR_CATALOGUE, ErrorCode, ErrorEntry } from '../private/error-catalogue';
import { byText } from '../private/wire';

/** What is known of the clusters that get the objects. */
export interface CheckManifestsOptions {
  /** The minor of the oldest of them. */
  readonly minor: number;
  readonly nodes?: readonly ClusterNode[];
}

/**
 * Everything that can be said against objects, whoever wrote them: what the API server would refuse, and what the rules find in those that can be looked into.
 * What the annotations of an object acknowledge is marked. By file, line, object and code.
 */
export function checkManifests(entries: readonly Entry[], { minor, nodes }: CheckManifestsOptions): Finding[] {
  const { sound, problems } = soundnessOf(entries);
  const inventory = new Inventory(sound);
  const unsound = new Set(problems.map(({ about }) => about));
  const written = sound.filter(isWritten);
  const refused = [
    ...problems.map(wrongType),
    ...[...written, ...[...unsound].filter(isWritten)].flatMap(entry => fieldFindings(entry, minor)),
    ...written.flatMap(metadataFindings),
    ...inventory.workloads.filter(isWritten).flatMap(specFindings),
  ];
  const { findings, stale } = acknowledge(runRules(RULES, { inventory, minor, ...nodes && { nodes } }), written.flatMap(meantIn), isFinal);
  return sorted([...withoutRepeats(refused, findings), ...stale.map(staleFinding)]);
}

interface Meant extends Acknowledgement {
  readonly about: Entry;
}

function meantIn(about: Entry): Meant[] {
  return readAcknowledged(about).map(each => ({ ...each, about }));
}

/** Whether findings of a code cannot be accepted, because the API server or the kubelet raises them and reads no reasons. */
export function isFinal(code: string): boolean {
  const rule = RULES.find(({ id }) => id === code);
  if (rule) {return rule.raisedBy !== undefined;}
  const { refusedBy }: Partial<ErrorEntry> = Object.hasOwn(ERROR_CATALOGUE, code) ? ERROR_CATALOGUE[code as ErrorCode] : {};
  return refusedBy === 'api-server' || refusedBy === 'kubelet';
}

const SAME_AS: ReadonlyMap<string, readonly string[]> = new Map(RULES.map(({ id, sameAs = [] }) => [id, [id, ...sameAs]]));

/** Of two that say the same of one object the error stays, and of two errors that of the rule, which knows the place better. What is accepted stays in any case. */
function withoutRepeats(refused: readonly Finding[], found: readonly Finding[]): Finding[] {
  const repeated = new Set<Finding>();
  const byObject = new Map<object, Finding[]>();
  for (const problem of refused) {byObject.set(problem.about.object, [...byObject.get(problem.about.object) ?? [], problem]);}
  for (const finding of found.filter(({ acknowledged }) => acknowledged === undefined)) {
    const same = (byObject.get(finding.about.object) ?? []).filter(problem => isSame(problem, finding));
    const isWeaker = finding.level !== 'error' && same.some(({ level }) => level === 'error');
    (isWeaker ? [finding] : same).forEach(each => repeated.add(each));
  }
  return [...refused, ...found].filter(finding => !repeated.has(finding));
}

function isSame(problem: Finding, { code, container }: Finding): boolean {
  return SAME_AS.get(code)!.includes(problem.code) && (problem.container === undefined || container === undefined || problem.container === container);
}

function staleFinding({ about, id, container, path }: Meant): Finding {
  return {
    code: 'stale-acknowledgement', level: 'warning', about, path: keyPath('metadata.annotations', `${ACKNOWLEDGED}${id}`),
    what: `${id} is acknowledged, and nothing of it is found`, given: [id, ...container === undefined ? [] : [`container ${container}`], ...path === undefined ? [] : [path]].join(', '),
    fix: 'remove the annotation',
  };
}

function sorted(findings: readonly Finding[]): Finding[] {
  const keyed = findings.map(finding => ({ finding, ...sortKey(finding) }));
  return keyed.sort((a, b) => byText(a.file, b.file) || a.line - b.line || byText(a.rest, b.rest)).map(({ finding }) => finding);
}

function sortKey({ about, code, path, what, given = '' }: Finding): { readonly file: string; readonly line: number; readonly rest: string } {
  const { file = '', line = 0, constructPath = '' } = about.source;
  return { file, line, rest: [constructPath, about.kind, namespaceOf(about), about.name, code, path, what, given].join('\n') };
}
