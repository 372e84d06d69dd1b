import { entryText, Failure } from './message/failure';
import { patternHints } from './message/pattern-hints';
import type { Collection } from './read/collection';
import { groupOf } from '../cluster/inventory/inventory';
import { compare, Extent } from '../private/compare/compare';
import { Difference, weightOf } from '../private/compare/difference';
import { pathTo } from '../private/compare/object-path';
import { describeEntry, Entry, isMap } from '../private/entry';
import type { ObjectFinding } from '../private/finding';
import { nearest } from '../private/nearest';
import { byText } from '../private/wire';

/** An object, and in what it is not like a pattern. */
export interface Candidate {
  readonly entry: Entry;
  readonly differences: readonly Difference[];
}

/** Splits `DaemonSet.apps`, as kubectl does: the group is needed where two groups have a kind of one name. */
function splitKind(text: string): { readonly kind: string; readonly group?: string } {
  const dot = text.indexOf('.');
  return dot < 0 ? { kind: text } : { kind: text.slice(0, dot), group: text.slice(dot + 1) };
}

export function ofKind(entries: readonly Entry[], text: string): Entry[] {
  const { kind, group } = splitKind(text);
  return entries.filter(entry => entry.kind === kind && (group === undefined || groupOf(entry.apiVersion) === group));
}

/** A kind that is written in another way than the objects have it: no object is of it, so that `none of them` would hold for nothing. */
export function misspeltKind(entries: readonly Entry[], text: string): Failure | undefined {
  const { kind } = splitKind(text);
  const bare = (word: string) => word.toLowerCase().replace(/s$/, '');
  const kinds = new Set(entries.map(entry => entry.kind));
  const meant = kinds.has(kind) ? undefined : [...kinds].find(each => bare(each) === bare(kind));
  return meant === undefined ? undefined : {
    expected: `Expected a kind of object, and no object is of the kind ${kind}; did you mean ${meant}?`,
  };
}

/** The objects of a kind, each held against the pattern. */
export function held(entries: readonly Entry[], pattern: unknown, extent: Extent = 'partial'): Candidate[] {
  return entries.map(entry => ({ entry, differences: compare(pattern, entry.object, extent) }));
}

/** The one that the pattern most likely speaks of: the one of that name, then the one with the least that differs, then the first. */
export function nearestOf(candidates: readonly Candidate[], pattern: unknown): Candidate | undefined {
  const metadata = isMap(pattern) && isMap(pattern.metadata) ? pattern.metadata : {};
  const distance = ({ entry, differences }: Candidate) => (metadata.name === entry.name ? 0 : 1_000_000) + weightOf(differences);
  return candidates.reduce<Candidate | undefined>(
    (best, each) => (best === undefined || distance(each) < distance(best) ? each : best), undefined,
  );
}

/** Why no object has the name that a pattern asks for; undefined where one has. */
export function nameHint(kind: string, candidates: readonly Candidate[], pattern: unknown): string | undefined {
  const name = isMap(pattern) && isMap(pattern.metadata) ? pattern.metadata.name : undefined;
  const names = [...new Set(candidates.map(({ entry }) => entry.name))].sort(byText);
  if (typeof name !== 'string' || names.includes(name)) {return undefined;}
  const near = nearest(name, names);
  return `no ${kind} has the name ${name}; ${near === undefined ? `there are: ${names.join(', ')}` : `did you mean ${near}?`}`;
}

/** What is to be said of an object that is not like the pattern. */
export function aboutCandidate({ entry, differences }: Candidate): Pick<Failure, 'about' | 'differences' | 'hints'> {
  return { about: entry, differences, hints: patternHints(differences, entry.object) };
}

/** How many objects there are of each kind, in words. */
export function kindsText(entries: readonly Entry[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of entries) {counts.set(kind, (counts.get(kind) ?? 0) + 1);}
  const texts = [...counts].sort(([a], [b]) => byText(a, b)).map(([kind, count]) => (count === 1 ? kind : `${count} ${kind}`));
  return texts.length === 0 ? 'there are no objects at all' : `there are: ${texts.join(', ')}`;
}

/** The objects of a name: `logs`, or with its namespace, `node-agents/logs`. */
export function named<T extends Entry>(entries: readonly T[], text: string): T[] {
  const slash = text.indexOf('/');
  const name = text.slice(slash + 1);
  return entries.filter(entry => entry.name === name && (slash < 0 || (entry.namespace ?? '') === text.slice(0, slash)));
}

/** Why a name leads to no single object of those of a kind. */
export function nameFailure(kind: string, text: string, ofThatKind: readonly Entry[], all: readonly Entry[]): Failure {
  const found = named(ofThatKind, text);
  const names = ofThatKind.map(({ namespace, name }) => (namespace !== undefined && (text.includes('/') || found.length > 1)
    ? `${namespace}/${name}`
    : name));
  if (found.length > 1) {
    const places = new Set(found.map(({ namespace = '', name }) => `'${namespace === '' ? '' : `${namespace}/`}${name}'`));
    return {
      expected: `Expected one ${kind} of the name ${text}, found ${found.length}.`,
      more: found.map(entryText),
      hints: [places.size === found.length ? `say which of them: ${[...places].join(', ')}` : 'look at one chart or file at a time'],
    };
  }
  const near = nearest(text, names);
  const others = names.length > 0 ? `there are: ${[...new Set(names)].sort(byText).join(', ')}` : `there is no ${kind}; ${kindsText(all)}`;
  return {
    expected: `Expected the ${kind} ${text}, found none of this name.`,
    hints: [near === undefined ? others : `did you mean ${near}?`, ...hasOtherKind(kind, text, all)],
  };
}

/** Why there is no single DaemonSet, of that name or at all. */
export function daemonSetFailure({ entries, findings }: Collection, daemonSets: readonly Entry[], name: string | undefined): Failure {
  const isMeant = ({ about }: ObjectFinding) => about.kind === 'DaemonSet' && (name === undefined || named([about], name).length > 0);
  const unreadable = findings.find(isMeant);
  if (unreadable) {return unreadableFailure(unreadable);}
  if (name !== undefined) {return nameFailure('DaemonSet', name, daemonSets, entries);}
  return {
    expected: `Expected one DaemonSet, found ${daemonSets.length}.`,
    more: daemonSets.map(entryText),
    hints: [daemonSets.length === 0 ? kindsText(entries) : `say which of them: ${daemonSets.map(each => `'${each.name}'`).join(', ')}`],
  };
}

/** Why nothing can be said of an object: a field of it is of the wrong type. */
function unreadableFailure({ about, path, given, allowed }: ObjectFinding): Failure {
  return {
    expected: `Expected ${describeEntry(about)} to be an object that Kubernetes can read, and a field of it has the wrong type:`,
    about,
    differences: [{ path: pathTo(about.object, path), found: given, foundText: given, wanted: allowed, weight: 1 }],
  };
}

/** The name belongs to an object of another kind: a Deployment for a DaemonSet. */
function hasOtherKind(kind: string, text: string, all: readonly Entry[]): string[] {
  const WORKLOADS = ['DaemonSet', 'Deployment', 'StatefulSet', 'ReplicaSet', 'Job', 'CronJob', 'Pod'];
  const other = WORKLOADS.includes(kind) ? named(all, text).find(entry => WORKLOADS.includes(entry.kind)) : undefined;
  return other === undefined ? [] : [`there is a ${other.kind} of this name`];
}
