import { byText } from '../../private/wire';
import { NodeRequirement, parseInt64 } from '../node-selection';

/**
 * What a label may be: whether it may be absent, and which values it may have. One requirement, or `Exists`, `Gt`, `Lt` and `NotIn`
 * together, say as much; only that a label is absent or one of some values takes two terms.
 */
export interface ValueSet {
  readonly absent: boolean;
  /** Sorted, each once: the only values, or where `others` is set those that it may not have. */
  readonly values: readonly string[];
  readonly others: boolean;
  /** The value is a whole number above this one. */
  readonly above?: bigint;
  /** The value is a whole number below this one. */
  readonly below?: bigint;
}

/** Whatever it is. */
export const ANYTHING: ValueSet = { absent: true, others: true, values: [] };

/** What one readable requirement allows. */
export function allowedBy({ operator, values = [] }: NodeRequirement): ValueSet {
  switch (operator) {
    case 'In': return { absent: false, others: false, values: sorted(values) };
    case 'NotIn': return { absent: true, others: true, values: sorted(values) };
    case 'Exists': return { absent: false, others: true, values: [] };
    case 'DoesNotExist': return { absent: true, others: false, values: [] };
    case 'Gt': return { absent: false, others: true, values: [], above: parseInt64(values[0]) };
    case 'Lt': return { absent: false, others: true, values: [], below: parseInt64(values[0]) };
  }
}

/** What both allow; undefined where that is nothing. */
export function intersectValues(a: ValueSet, b: ValueSet): ValueSet | undefined {
  const absent = a.absent && b.absent;
  const above = stricter(a.above, b.above, true);
  const below = stricter(a.below, b.below, false);
  const limits = { ...above !== undefined && { above }, ...below !== undefined && { below } };
  const isWithin = (value: string) => isWithinLimits(value, limits);
  if (a.others && b.others) {
    // no label begins with a sign
    if (below !== undefined && below - (above === undefined || above < -1n ? -1n : above) < 2n) {return undefined;}
    return { absent, others: true, values: sorted([...a.values, ...b.values]).filter(isWithin), ...limits };
  }
  const [few, more] = a.others ? [b, a] : [a, b];
  const values = few.values.filter(value => more.others !== more.values.includes(value) && isWithin(value));
  return values.length > 0 || absent ? { absent, others: false, values } : undefined;
}

/** What one of them allows, where requirements of one term can say it. */
export function uniteValues(a: ValueSet, b: ValueSet): ValueSet | undefined {
  if (isWithinValues(a, b)) {return b;}
  if (isWithinValues(b, a)) {return a;}
  if (isBounded(a) || isBounded(b)) {return undefined;}
  const absent = a.absent || b.absent;
  if (a.others && b.others) {return { absent, others: true, values: a.values.filter(value => b.values.includes(value)) };}
  if (!a.others && !b.others) {return absent ? undefined : { absent, others: false, values: sorted([...a.values, ...b.values]) };}
  const [few, more] = a.others ? [b, a] : [a, b];
  return { absent, others: true, values: more.values.filter(value => !few.values.includes(value)) };
}

/** Whether everything that the inner one allows is allowed by the outer one. */
export function isWithinValues(inner: ValueSet, outer: ValueSet): boolean {
  if (inner.absent && !outer.absent) {return false;}
  if (!inner.others) {
    return inner.values.every(value => outer.others !== outer.values.includes(value) && isWithinLimits(value, outer));
  }
  return outer.others && outer.values.every(value => inner.values.includes(value) || !isWithinLimits(value, inner))
    && (outer.above === undefined || inner.above !== undefined && inner.above >= outer.above)
    && (outer.below === undefined || inner.below !== undefined && inner.below <= outer.below);
}

/** The requirements that say it; none where everything is allowed. */
export function requirementsFor(key: string, { absent, others, values, above, below }: ValueSet): NodeRequirement[] {
  if (!others) {return [absent ? { key, operator: 'DoesNotExist' } : { key, operator: 'In', values }];}
  const limits: NodeRequirement[] = [
    ...above === undefined ? [] : [{ key, operator: 'Gt' as const, values: [String(above)] }],
    ...below === undefined ? [] : [{ key, operator: 'Lt' as const, values: [String(below)] }],
  ];
  return [
    ...absent || limits.length > 0 ? limits : [{ key, operator: 'Exists' as const }],
    ...values.length > 0 ? [{ key, operator: 'NotIn' as const, values }] : [],
  ];
}

/** The one value that a label must have. */
export function onlyValueOf({ absent, others, values }: ValueSet): string | undefined {
  return !absent && !others && values.length === 1 ? values[0] : undefined;
}

function isBounded({ above, below }: ValueSet): boolean {
  return above !== undefined || below !== undefined;
}

function isWithinLimits(value: string, { above, below }: Pick<ValueSet, 'above' | 'below'>): boolean {
  if (above === undefined && below === undefined) {return true;}
  const number = parseInt64(value);
  return number !== undefined && (above === undefined || number > above) && (below === undefined || number < below);
}

/** The stricter bound: the greater of those below the value, the smaller of those above it. */
function stricter(a: bigint | undefined, b: bigint | undefined, takesGreater: boolean): bigint | undefined {
  if (a === undefined || b === undefined) {return a ?? b;}
  return a > b === takesGreater ? a : b;
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort(byText);
}
