import type { ResourceList } from '../inventory/resource-list';
import { EVERY_NODE, inOrder, offeredBy } from '../scheduling/scheduler';

/** How much of a resource is taken. */
export interface Share {
  /** `cpu` in thousandths, everything else in whole units; `pods` is how many of them. */
  readonly resource: string;
  readonly taken: bigint;
  /** Absent where nodes do not say. */
  readonly allocatable?: bigint;
  /** Of what is allocatable: 0.25 for a quarter. Absent where that is not known, or nothing. */
  readonly fraction?: number;
}

/** The shares of what every node has, and of whatever else is taken. */
export function sharesOf(taken: ResourceList, allocatable: ResourceList | undefined): Share[] {
  const others = inOrder(taken).map(([name]) => name).filter(name => !EVERY_NODE.includes(name));
  return [
    ...EVERY_NODE, ...others,
  ].map(resource => shareOf(resource, taken.get(resource) ?? 0n, allocatable && offeredBy(allocatable, resource)));
}

function shareOf(resource: string, taken: bigint, allocatable: bigint | undefined): Share {
  if (allocatable === undefined) {return { resource, taken };}
  return { resource, taken, allocatable, ...allocatable > 0n && { fraction: Number(taken) / Number(allocatable) } };
}
