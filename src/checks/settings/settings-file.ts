import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBaseline } from './baseline';
import { CheckChoice, chosen } from './check-choice';
import { hasSettings, SETTINGS_FILE, settingsIn } from './settings-place';
import { InputError, placeIn } from '../../cluster/inventory/read/input-error';
import { readYaml } from '../../cluster/inventory/read/yaml';
import { isMap } from '../../private/entry';
import type { Level, ObjectFinding } from '../../private/finding';
import { nearest } from '../../private/nearest';
import { CODES_WITHOUT_PAGE } from '../../private/pages';
import type { Wire } from '../../private/wire';
import { RULES } from '../rules';

const KEYS = ['include', 'exclude', 'ignoredPaths', 'levels', 'baseline'] as const;
const LEVELS: readonly string[] = ['error', 'warning', 'note'] satisfies readonly Level[];

/**
 * What the file of a directory says; undefined where there is none.
 *
 * @throws InputError for keys, rules and levels that do not exist
 */
export function readSettings(directory: string = process.cwd()): CheckChoice | undefined {
  if (!hasSettings(directory)) {return undefined;}
  const values = [...readYaml(readFileSync(settingsIn(directory), 'utf8'), SETTINGS_FILE)].map(({ value }) => value);
  const documents = values.filter(value => value !== null && value !== undefined);
  if (documents.length > 1 || documents.some(value => !isMap(value))) {refuse(`it is one map with the keys ${KEYS.join(', ')}`);}
  return choiceOf((documents[0] ?? {}) as Wire, directory);
}

/** The findings that the file of a directory leaves, all where there is none. @throws InputError as readSettings does */
export function chosenByFile(findings: readonly ObjectFinding[]): readonly ObjectFinding[] {
  return chosen(findings, readSettings());
}

function choiceOf(given: Wire, directory: string): CheckChoice {
  for (const key of Object.keys(given)) {
    if (!(KEYS as readonly string[]).includes(key)) {refuse(`there is no key ${key}${hint(key, KEYS)}; allowed: ${KEYS.join(', ')}`);}
  }
  const { include, baseline } = given;
  if (baseline !== undefined && typeof baseline !== 'string') {refuse('baseline is the name of a file');}
  return {
    ...include !== undefined && { include: rulesIn('include', textsIn('include', include)) },
    exclude: excludedRules('exclude', textsIn('exclude', given.exclude ?? [])),
    ignoredPaths: textsIn('ignoredPaths', given.ignoredPaths ?? []),
    levels: levelsIn(given.levels ?? {}),
    ...baseline !== undefined && { baseline: { file: baseline, keys: readBaseline(join(directory, baseline)) } },
    directory,
  };
}

function textsIn(key: string, value: unknown): readonly string[] {
  return Array.isArray(value) && value.every(each => typeof each === 'string') ? value : refuse(`${key} is a list of texts`);
}

function levelsIn(value: unknown): ReadonlyMap<string, Level> {
  if (!isMap(value)) {return refuse('levels is a map from rules to error, warning or note');}
  excludedRules('levels', Object.keys(value));
  return new Map(Object.entries(value).map(([rule, level]) => {
    if (!LEVELS.includes(level)) {refuse(`levels: ${rule} is ${String(level)}; allowed: ${LEVELS.join(', ')}`);}
    return [rule, level as Level];
  }));
}

/** Rules by their ids. @throws InputError */
export function rulesIn(place: string, ids: readonly string[]): ReadonlySet<string> {
  const known = [...RULES.map(({ id }) => id), ...CODES_WITHOUT_PAGE];
  const stranger = ids.find(id => !known.includes(id));
  if (stranger !== undefined) {refuseRule(place, `there is no rule ${stranger}${hint(stranger, known)}; \`node-agents rules\` lists them`);}
  return new Set(ids);
}

/** Rules that someone can do without. @throws InputError for those that find what Kubernetes refuses whatever was chosen */
export function excludedRules(place: string, ids: readonly string[]): ReadonlySet<string> {
  const rules = rulesIn(place, ids);
  const refusing = RULES.find(({ id, refusedBy = 'nobody' }) => rules.has(id) && refusedBy !== 'nobody');
  if (refusing) {refuseRule(place, `what ${refusing.id} finds is refused by Kubernetes itself, and is always reported`);}
  return rules;
}

function hint(given: string, known: readonly string[]): string {
  const meant = nearest(given, known);
  return meant === undefined ? '' : `: did you mean ${meant}?`;
}

/** Rules can be named by options too, which say so themselves. */
function refuseRule(place: string, what: string): never {
  throw new InputError(place.startsWith('--') ? `${place}: ${what}` : `${placeIn(SETTINGS_FILE)}: ${place}: ${what}`);
}

function refuse(what: string): never {
  throw new InputError(`${placeIn(SETTINGS_FILE)}: ${what}`);
}
