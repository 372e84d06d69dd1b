/** The largest number of Kubernetes' int32 fields. */
export const MAX_INT32 = 2_147_483_647;

export function isWholeNumber(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
