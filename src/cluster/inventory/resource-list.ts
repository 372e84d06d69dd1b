import { amountText, parseQuantity } from '../../private/quantity';
import { byText, Wire } from '../../private/wire';

/**
 * Amounts by the name of the resource, as the scheduler counts: processor time in thousandths, everything else in whole units, both rounded
 * up.
 */
export type ResourceList = ReadonlyMap<string, bigint>;

const NONE: ResourceList = new Map();
const NANOS_PER_MILLI = 1_000_000n;
const THOUSAND = 1000n;

/** Reads `requests`, `limits` or `allocatable`. What is no quantity counts as nothing. */
export function readResources(list: Wire | undefined | null): ResourceList {
  return roundUp(readThousandths(list));
}

/** The same in thousandths of everything, as the API server stores it: amounts that are added up are rounded to whole units only then. */
export function readThousandths(list: Wire | undefined | null): ResourceList {
  const entries = Object.entries(list ?? {});
  if (entries.length === 0) {return NONE;}
  return new Map(entries.map(([name, text]) => [name, divideUp(parseQuantity(String(text))?.nanos ?? 0n, NANOS_PER_MILLI)]));
}

/** Thousandths as the scheduler counts them. */
export function roundUp(thousandths: ResourceList): ResourceList {
  return thousandths.size === 0
    ? NONE
    : new Map([...thousandths].map(([name, amount]) => [name, name === 'cpu' ? amount : divideUp(amount, THOUSAND)]));
}

function divideUp(amount: bigint, by: bigint): bigint {
  return amount <= 0n ? amount / by : (amount + by - 1n) / by;
}

/** An amount as someone would write it: `250m`, `64Mi`, `4`. */
export function formatAmount(name: string, amount: bigint): string {
  return amountText(amount, name === 'cpu' ? 'milli' : isBytes(name) ? 'bytes' : 'count');
}

/** Whether a resource is counted in bytes. */
export function isBytes(name: string): boolean {
  return name === 'memory' || name === 'ephemeral-storage' || name.startsWith('hugepages-');
}

export function addResources(a: ResourceList, b: ResourceList): ResourceList {
  return combine(a, b, (one, other) => one + other);
}

export function subtractResources(a: ResourceList, b: ResourceList): ResourceList {
  return combine(a, b, (one, other) => one - other);
}

/** The greater amount of each. */
export function maxResources(a: ResourceList, b: ResourceList): ResourceList {
  return combine(a, b, (one, other) => (one > other ? one : other));
}

/** So many times the amounts. */
export function multiplyResources(list: ResourceList, times: number): ResourceList {
  return new Map([...list].map(([name, amount]) => [name, amount * BigInt(times)]));
}

function combine(a: ResourceList, b: ResourceList, act: (one: bigint, other: bigint) => bigint): ResourceList {
  const result = new Map(a);
  if (a.size === 0 && b.size === 0) {return NONE;}
  for (const [name, amount] of b) {result.set(name, act(result.get(name) ?? 0n, amount));}
  for (const [name, amount] of a) {
    if (!b.has(name)) {result.set(name, act(amount, 0n));}
  }
  return result;
}

/** A list as JSON and people read it, sorted by name; nothing stands there with zero. */
export function resourcesToWire(list: ResourceList): { [name: string]: string } {
  return Object.fromEntries([...list].filter(([, amount]) => amount !== 0n).sort(([a], [b]) => byText(a, b))
    .map(([name, amount]) => [name, formatAmount(name, amount)]));
}
