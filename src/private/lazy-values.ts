import { Lazy } from 'cdk8s';

/** What a value amounts to now, late values in it produced; the value itself where none is. What is given stays late. */
export function produced<T>(value: T): T {
  return now(value);
}

function now(value: any): any {
  if (typeof value !== 'object' || value === null) {return value;}
  if (Array.isArray(value)) {
    const list = value.map(now);
    return list.some((entry, index) => entry !== value[index]) ? list : value;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) {
    return isLate(value) ? now(value instanceof Lazy ? value.produce() : value.resolve()) : value;
  }
  let result = value;
  for (const key in value) {
    const entry = now(value[key]);
    if (entry === value[key]) {continue;}
    if (result === value) {result = { ...value };}
    result[key] = entry;
  }
  return result;
}

/** Whether a value is known only later: a late value of cdk8s, or a token of another library. */
export function isLate(value: unknown): value is Lazy | { resolve(): any } {
  return value instanceof Lazy || typeof (value as { resolve?: unknown } | undefined)?.resolve === 'function';
}

/** Whether a value is late, or holds one that is. Nothing is produced. */
export function hasLate(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) {return false;}
  return isLate(value)
    || ((Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype) && Object.values(value).some(hasLate));
}
