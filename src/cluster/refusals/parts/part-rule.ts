import { quote } from '../../../private/agent-error';
import type { ErrorCode } from '../../../private/error-catalogue';
import type { Wire } from '../../../private/wire';

/** Something wrong in a part of an object. */
export interface Wrong {
  /** Where, below the part: `.ports[0].name`; empty for the part itself. */
  readonly at: string;
  readonly code: ErrorCode;
  readonly what: string;
  readonly given?: string;
  readonly allowed?: string;
  readonly fix: string;
}

/** What is around a part. */
export interface Around {
  /** The oldest Kubernetes that gets the object. */
  readonly minor: number;
  readonly kind: string;
  /** The object that the part belongs to. */
  readonly object: Wire;
  /** Whether rules of the checks look at the object too: what they say in more words is not said here. */
  readonly isRuled: boolean;
}

/**
 * What the API server refuses in a part of an object, by what its fields are to each other. What each field may be by itself is in the
 * table of formats.
 */
export type PartRule = (part: Wire, around: Around) => Iterable<Wrong>;

/** Rules by the definition that they are about: `Probe`. */
export interface PartRules {
  readonly [definition: string]: readonly PartRule[];
}

type Facts = Partial<Pick<Wrong, 'code' | 'allowed' | 'fix'>> & { readonly given?: unknown };

/** Something wrong, under the code of fields unless another one is named. */
export function wrong(at: string, what: string, {
  given: value, code = 'invalid-field', fix = 'correct one of them', ...facts
}: Facts = {}): Wrong {
  return { at, code, what, fix, ...value !== undefined && { given: typeof value === 'string' ? value : quote(value) }, ...facts };
}

/** The fields of a part that are there. Null is read as if it were not. */
export function given(part: Wire, fields: readonly string[]): string[] {
  return fields.filter(field => isGiven(part[field]));
}

export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** A list of objects, also where there is none. Items that are no objects are found by their types. */
export function listOf(value: unknown): Wire[] {
  return Array.isArray(value) ? value.map(item => (typeof item === 'object' && item !== null ? item as Wire : {})) : [];
}

/** A map, also where there is none. */
export function mapOf(value: unknown): Wire {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Wire : {};
}

/** One of several fields, and no other. */
export function exactlyOne(...fields: readonly string[]): PartRule {
  return function* (part) {
    const found = given(part, fields);
    if (found.length !== 1) {yield severalOrNone(found, fields);}
  };
}

/** One of several fields at most. */
export function atMostOne(...fields: readonly string[]): PartRule {
  return function* (part) {
    const found = given(part, fields);
    if (found.length > 1) {yield severalOrNone(found, fields);}
  };
}

function severalOrNone(found: readonly string[], fields: readonly string[]): Wrong {
  return wrong('', found.length === 0 ? 'none of the alternatives is given' : 'several alternatives are given', {
    given: found.join(', ') || 'none of them', allowed: `one of ${fields.join(', ')}`,
    fix: found.length === 0 ? 'give one of them' : 'keep one of them',
  });
}

/** Fields that the API server insists on although its schema does not. The empty text is none. */
export function needs(...fields: readonly string[]): PartRule {
  return function* (part) {
    for (const field of fields) {
      if (!isGiven(part[field]) || part[field] === '') {yield missing(`.${field}`);}
    }
  };
}

/** A field that has to be there. */
export function missing(at: string, because: string = ''): Wrong {
  return wrong(at, `${at.slice(at.lastIndexOf('.') + 1)} is missing${because}`, {
    given: 'nothing', fix: 'add it: the API server refuses the object without it',
  });
}

/** A field that cannot be there. */
export function unwanted(at: string, because: string, fix: string = 'leave it out'): Wrong {
  return wrong(at, `${at.slice(at.lastIndexOf('.') + 1)} cannot be used ${because}`, { fix });
}

/** Items of a list of which two have the same key. */
export function* repeated(
  items: readonly unknown[], at: (index: number) => string, key: (item: any) => unknown, facts: Facts = {},
): Generator<Wrong> {
  const seen = new Set<unknown>();
  for (let index = 0; index < items.length; index++) {
    const of = key(items[index]);
    if (of === undefined || of === '') {continue;}
    if (seen.has(of)) {
      yield wrong(at(index), 'the same is in the list twice', {
        given: of, allowed: 'each of them once', fix: 'keep one of them', ...facts,
      });
    }
    seen.add(of);
  }
}
