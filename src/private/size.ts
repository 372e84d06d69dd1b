import type { Size } from 'cdk8s';
import { canonicalQuantity } from './quantity';

/** A size as a canonical quantity. */
export function sizeQuantity(size: Size): string {
  return canonicalQuantity(`${size.toKibibytes()}Ki`);
}
