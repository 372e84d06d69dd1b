import type { Wire } from '../../private/wire';

/** How many pods of a Job run at a time, and how many must finish. */
export interface JobCounts {
  readonly parallelism: number;
  /** Absent where one is enough that finishes, and the others follow it. */
  readonly completions?: number;
}

/** The counts of a Job that is created: one pod where neither is written. @param spec of the Job */
export function createdCounts({ parallelism, completions }: Wire = {}): JobCounts {
  const wanted = completions ?? (isWritten(parallelism) ? undefined : 1);
  return { parallelism: parallelism ?? 1, ...isWritten(wanted) && { completions: wanted } };
}

/** The counts of a Job that is applied over another: one that was written goes with its line, one that was filled in stays. */
export function appliedCounts(before: Wire = {}, now: Wire = {}): JobCounts {
  const stored = createdCounts(before);
  const after = (field: keyof JobCounts): unknown => now[field] ?? (isWritten(before[field]) ? undefined : stored[field]);
  return createdCounts({ parallelism: after('parallelism'), completions: after('completions') });
}

function isWritten(value: unknown): boolean {
  return value !== undefined && value !== null;
}
