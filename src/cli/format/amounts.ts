import { formatAmount, isBytes } from '../../cluster/inventory/resource-list';

const UNITS = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/** Longer amounts are rounded: nobody compares `93492209Ki` with anything. */
const MAX_LENGTH = 7;

/** An amount as people write it, `250m`, `64Mi`: long ones with one digit after the point, `89.2Gi`. */
export function amountShown(resource: string, amount: bigint): string {
  const exact = formatAmount(resource, amount);
  if (exact.length <= MAX_LENGTH) {return exact;}
  if (resource === 'cpu') {return rounded(Number(amount) / 1000);}
  if (!isBytes(resource)) {return exact;}
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log2(Number(amount)) / 10));
  return `${rounded(Number(amount) / 1024 ** power)}${UNITS[power]}`;
}

/** A part of something: `3.3%`, `42%`, `<0.1%`. */
export function percentShown(fraction: number): string {
  const percent = fraction * 100;
  if (percent > 0 && percent < 0.1) {return '<0.1%';}
  return `${percent < 10 ? rounded(percent) : percent.toFixed(0)}%`;
}

function rounded(number: number): string {
  return number.toFixed(1).replace(/\.0$/, '');
}
