import { Size, SizeRoundingBehavior } from 'cdk8s';

/** A size in the units of Fluent Bit, which count in thousands: rounded down to what a person can read. */
export function sizeText(size: Size): string {
  return bytesText(size.toKibibytes({ rounding: SizeRoundingBehavior.FLOOR }) * 1024);
}

/** As `sizeText`, from bytes. */
export function bytesText(bytes: number): string {
  const isMillions = bytes >= 10_000_000 || bytes >= 1_000_000 && bytes % 1_000_000 === 0;
  const [unit, suffix] = isMillions ? [1_000_000, 'M'] : bytes >= 10_000 ? [1000, 'K'] : [1, ''];
  return `${Math.floor(bytes / unit)}${suffix}`;
}
