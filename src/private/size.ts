import { Size, SizeRoundingBehavior } from 'cdk8s';
import { canonicalQuantity } from './quantity';

/** Whole KiB in bytes: what is less than one is left out, so that no limit becomes larger than it was given. */
export function bytesOf(size: Size): number {
  // cdk8s rounds only what it converts
  return Math.floor(size.toKibibytes({ rounding: SizeRoundingBehavior.FLOOR })) * 1024;
}

/** A size as a canonical quantity. */
export function sizeQuantity(size: Size): string {
  return canonicalQuantity(`${size.toKibibytes()}Ki`);
}
