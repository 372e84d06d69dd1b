import { acknowledge, Acknowledgement, STALE_ACKNOWLEDGEMENT } from './acknowledge';
import { ACKNOWLEDGED, readAcknowledged } from './acknowledged-annotations';
import { fieldFindings } from './refused/field-findings';
import { metadataFindings } from './refused/metadata-findings';
import { RULES } from './rules';
import { runRules } from './run-checks';
import type { ClusterNode } from '../cluster/inventory/cluster-node';
import { Inventory } from '../cluster/inventory/inventory';
import { soundnessOf } from '../cluster/inventory/soundness';
import type { Workload } from '../cluster/inventory/workload';
import { isWritten } from '../cluster/inventory/written-workloads';
import type { PlatformFacts } from '../cluster/platforms/platform-facts';
import { refusalsIn } from '../cluster/refusals';
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
 * Everything that can be said against objects, whoever wrote them: what the API server would refuse, and what the rules find in those that can be looked into.
 * What the annotations of an object acknowledge is marked. By file, line, object and code.
 */
export function checkManifests(entries: readonly Entry[], { minor, nodes, platform }: CheckManifestsOptions): ObjectFinding[] {
  const { sound, findings: wrongTypes } = soundnessOf(entries);
  const inventory = new Inventory(sound);
  const unsound = new Set(wrongTypes.map(({ about }) => about));
  const written = sound.filter(isWritten);
  const refused = [
    ...wrongTypes,
    ...[...written, ...[...unsound].filter(isWritten)].flatMap(entry => fieldFindings(entry, minor)),
    ...written.flatMap(entry => [...metadataFindings(entry)]),
    ...inventory.workloads.filter(isWritten).filter(isOfKubernetes).flatMap(workload => [...refusalsIn(workload)]),
  ];
  const found = runRules(RULES, { inventory, minor, ...nodes && { nodes }, ...platform && { platform } });
  const { findings, stale } = acknowledge(found, written.flatMap(meantIn), about => [about.object]);
  return sorted([...refused, ...findings, ...stale.map(staleFinding)]);
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
    given: [id, ...container === undefined ? [] : [`container ${container}`], ...path === undefined ? [] : [path]].join(', '), fix: 'remove the annotation',
  });
}

function sorted(findings: readonly ObjectFinding[]): ObjectFinding[] {
  const keyed = findings.map(finding => ({ finding, ...sortKey(finding) }));
  return keyed.sort((a, b) => byText(a.file, b.file) || a.line - b.line || byText(a.rest, b.rest)).map(({ finding }) => finding);
}

function sortKey({ about, code, path, what, given = '' }: ObjectFinding): { readonly file: string; readonly line: number; readonly rest: string } {
  const { file = '', line = 0, constructPath = '' } = about.source;
  return { file, line, rest: [constructPath, about.kind, namespaceOf(about), about.name, code, path, what, given].join('\n') };
}
