import { acknowledge, Acknowledgement, STALE_ACKNOWLEDGEMENT } from './acknowledge';
import { ACKNOWLEDGED, readAcknowledged } from './acknowledged-annotations';
import { placeholdersTogether } from './placeholders';
import { fieldFindings } from './refused/field-findings';
import { metadataFindings } from './refused/metadata-findings';
import { besides } from './refused/refused';
import { RULES } from './rules';
import { runRules } from './run-checks';
import type { ClusterNode } from '../cluster/inventory/cluster-node';
import { Inventory } from '../cluster/inventory/inventory';
import { isOfOlderKubernetes } from '../cluster/inventory/removed-versions';
import { soundnessOf } from '../cluster/inventory/soundness';
import type { Workload } from '../cluster/inventory/workload';
import { isWritten } from '../cluster/inventory/written-workloads';
import type { PlatformFacts } from '../cluster/platforms/platform-facts';
import { refusalsIn } from '../cluster/refusals';
import { wrongWhole } from '../cluster/refusals/whole';
import { Entry, namespaceOf } from '../private/entry';
import { keyPath } from '../private/field-path';
import { definitionOfKind } from '../private/fields/fields';
import { findingOf, ObjectFinding } from '../private/finding';
import { byText } from '../private/wire';

/** What is known of the clusters that get the objects. */
export interface CheckManifestsOptions {
  /** The minor of the oldest of them. */
  readonly minor: number;
  readonly nodes?: readonly ClusterNode[];
  /** What is known of their nodes otherwise. */
  readonly platform?: PlatformFacts;
}

/**
 * Everything that can be said against objects, whoever wrote them: what the API server would refuse, and what the rules find in those that
 * can be looked into. What the annotations of an object acknowledge is marked. By file, line, object and code.
 */
export function checkManifests(entries: readonly Entry[], { minor, nodes, platform }: CheckManifestsOptions): ObjectFinding[] {
  const { sound, findings: wrongTypes } = soundnessOf(entries);
  const inventory = new Inventory(sound);
  const unsound = new Set(wrongTypes.map(({ about }) => about));
  const written = sound.filter(isWritten);
  const refused = [
    ...wrongTypes,
    ...[...written, ...[...unsound].filter(isWritten)].flatMap(entry => fieldFindings(entry, minor)),
    ...written.flatMap(entry => [...metadataFindings(entry, minor)]),
    ...inventory.workloads.filter(isWritten).filter(isOfKubernetes).flatMap(workload => [...refusalsIn(workload)]),
  ];
  const found = runRules(RULES, { inventory, minor, ...nodes && { nodes }, ...platform && { platform } });
  const { findings, stale } = acknowledge(found, written.flatMap(meantIn), about => [about.object]);
  const said = [...placeholdersTogether(refused), ...findings];
  return inOrder([...said, ...besides(said, written.flatMap(entry => [...wrongWhole(entry, minor, true)])), ...stale.map(staleFinding)]);
}

/** Kinds that are not looked into, but for their metadata and their pods: nothing is known of what the API server takes there. */
export function kindsNotJudged(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const kinds = new Map<string, number>();
  for (const entry of entries) {
    if (definitionOfKind(entry.apiVersion, entry.kind) !== undefined || isOfOlderKubernetes(entry)) {continue;}
    const kind = `${entry.apiVersion} ${entry.kind}`;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return kinds;
}

function isOfKubernetes({ apiVersion, kind }: Workload): boolean {
  return definitionOfKind(apiVersion, kind) !== undefined;
}

interface Meant extends Acknowledgement {
  readonly about: Entry;
}

function meantIn(about: Entry): Meant[] {
  return readAcknowledged(about).map(each => ({ ...each, about }));
}

function staleFinding({ about, id, container, path }: Meant): ObjectFinding {
  return findingOf(STALE_ACKNOWLEDGEMENT, {
    about, path: keyPath('metadata.annotations', `${ACKNOWLEDGED}${id}`), what: `${id} is acknowledged, and nothing of it is found`,
    given: [id, ...container === undefined ? [] : [`container ${container}`], ...path === undefined ? [] : [path]].join(', '),
    fix: 'remove the annotation',
  });
}

/** By file, line, object and code. */
export function inOrder(findings: readonly ObjectFinding[]): ObjectFinding[] {
  const keyed = findings.map(finding => ({ finding, ...sortKey(finding) }));
  return keyed.sort((a, b) => byText(a.file, b.file) || a.line - b.line || byText(a.rest, b.rest)).map(({ finding }) => finding);
}

function sortKey({ about, code, path, what, given = '' }: ObjectFinding): {
  readonly file: string; readonly line: number; readonly rest: string;
} {
  const { file = '', line = 0, constructPath = '' } = about.source;
  return { file, line, rest: [constructPath, about.kind, namespaceOf(about), about.name, code, path, what, given].join('\n') };
}
