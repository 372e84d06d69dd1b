import { LogLineFormat } from '../log-line-format';
import { LogFilterOptions } from './log-filter-options';
import { LogValue } from '../log-value';
import { Condition } from '../private/condition';
import { PortablePattern } from '../private/portable-pattern';

/**
 * What each kind of filter does, as data. A further kind is a row here; the compiler then asks every collector for an answer and a
 * translation.
 */
export interface FilterKinds {
  /** Lines for which it does not hold go no further. */
  readonly keep: { readonly condition: Condition };
  readonly addFields: { readonly fields: { readonly [name: string]: LogValue } };
  readonly renameFields: { readonly names: { readonly [from: string]: string } };
  readonly removeFields: { readonly names: readonly string[] };
  readonly redact: { readonly patterns: readonly PortablePattern[]; readonly replacement: string };
  readonly parse: { readonly format: LogLineFormat; readonly field: string };
  /** One line of so many is kept. */
  readonly sample: { readonly oneIn: number };
  readonly throttle: { readonly perSecond: number };
}

export type FilterKind = keyof FilterKinds;

/** What stands in place of a text that was replaced: the one that every collector has. */
export const DEFAULT_REPLACEMENT = '****';

/** A filter as data. */
export type FilterOf<Kind extends FilterKind> = {
  readonly [Each in Kind]: { readonly kind: Each; readonly does: FilterKinds[Each]; readonly options: LogFilterOptions };
}[Kind];
