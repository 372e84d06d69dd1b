import { keeping } from './conditions';
import { parsing } from './parsing';
import { escaped, hasOf, literal, pathOf } from './text';
import { transform } from './transform';
import { sortedEntries, Wire } from '../../private/wire';
import { FilterKind, FilterKinds, FilterOf } from '../filters/filter-kinds';
import { LogSource } from '../private/log-source';
import { patternText } from '../private/portable-pattern';

/** A processor: its type, and its settings. */
export type Step = readonly [type: string, settings: Wire];

/** Kinds that `support.ts` answers for: the other one is refused before anyone asks for it. */
type Done = Exclude<FilterKind, 'throttle'>;

const STEPS: { readonly [Kind in Done]: (does: FilterKinds[Kind]) => Step[] } = {
  keep: ({ condition }) => [['filter', keeping(condition)]],
  addFields: ({ fields }) => [['transform', transform(sortedEntries(fields).map(([name, { _source: source }]) =>
    `set(${fieldPath(name)}, ${pathOf(source)})${isAlways(source) ? '' : ` where ${hasOf(source)}`}`))]],
  renameFields: ({ names }) => [['transform', transform(sortedEntries(names).flatMap(([from, to]) => [
    `set(${fieldPath(to)}, ${fieldPath(from)}) where ${fieldPath(from)} != nil`, `delete_key(log.body, ${literal(from)})`,
  ]))]],
  removeFields: ({ names }) => [['transform', transform(names.map(name => `delete_key(log.body, ${literal(name)})`))]],
  // one after the other: of several patterns in one of them the order is by chance
  redact: ({ patterns }) => patterns.map(pattern => ['redaction', redaction(patternText(pattern, '(?P<'))]),
  parse: ({ format, field }) => [['transform', transform(parsing(format, field))]],
  sample: ({ oneIn }) => [['filter', { error_mode: 'silent', logs: { log_record: [`FNV(UUID()) >= ${shareOf(oneIn)}`] } }]],
};

/** A filter as processors, in their order. */
export function stepsOf(filter: FilterOf<FilterKind>): Step[] {
  return (STEPS[filter.kind as Done] as (does: unknown) => Step[])(filter.does);
}

/** Whether a filter takes lines of text for records with a field. */
export function needsRecord({ kind }: FilterOf<FilterKind>): boolean {
  return kind === 'addFields' || kind === 'renameFields' || kind === 'removeFields' || kind === 'parse';
}

function fieldPath(name: string): string {
  return `log.body[${literal(name)}]`;
}

function isAlways({ from }: LogSource): boolean {
  return from === 'text' || from === 'nodeName';
}

/** What is known of pods stays as it is: attributes of the resource that begin with `k8s.`. */
function redaction(pattern: string): Wire {
  return { allow_all_keys: true, blocked_values: [escaped(pattern)], ignored_key_patterns: [escaped('^k8s\\.')], summary: 'silent' };
}

/** A hash of something random is as likely as any other one to be below: of so many values one is. */
function shareOf(oneIn: number): string {
  return String(-(2n ** 63n) + 2n ** 64n / BigInt(oneIn));
}
