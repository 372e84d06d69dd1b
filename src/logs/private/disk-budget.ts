import type { Size } from 'cdk8s';
import { FlagSource } from '../../private/default-row';
import { Finding, finding } from '../../private/finding';
import { amountText, parseQuantity } from '../../private/quantity';
import { bytesOf } from '../../private/size';
import { LogDestination } from '../log-destination';
import { LogState } from '../log-state';

/** What may be on the disk of a node for an agent. */
export interface DiskUse {
  readonly destinations: readonly LogDestination[];
  readonly cluster: FlagSource;
  /** What the collector keeps besides, such as what destinations refused. */
  readonly kept?: Size;
}

/** What an agent may have of the disk. */
export interface DiskRoom {
  readonly state: LogState;
  /** The limit of `ephemeral-storage` of the container, as a quantity. What is kept with the pod counts. */
  readonly ephemeralStorage?: string;
}

/** Destinations whose buffers together are larger than the room that there is for them. */
export function checkDiskBudget(use: DiskUse, { state, ephemeralStorage }: DiskRoom): Finding[] {
  const parts = buffersOf(use);
  const sum = parts.reduce((total, { bytes }) => total + bytes, 0);
  const tooLarge = (room: number, allowed: string, why: string, fix: string) => sum <= room ? [] : [finding({
    code: 'exceeded-disk-budget',
    what: `what may wait on each node is more than ${why}`,
    given: `${parts.map(({ name, bytes }) => `${name} ${text(bytes)}`).join(', ')}: ${text(sum)}`,
    allowed: `at most ${allowed}`,
    fix,
  })];
  const { diskBudget } = state;
  if (diskBudget !== undefined) {
    return tooLarge(
      bytesOf(diskBudget), text(bytesOf(diskBudget)), 'the disk budget of the agent',
      'lower `bufferLimit` of destinations, or raise `diskBudget`',
    );
  }
  if (state.kind !== 'pod' || ephemeralStorage === undefined) {return [];}
  return tooLarge(
    Number(parseQuantity(ephemeralStorage)!.nanos / 1_000_000_000n), ephemeralStorage,
    'the ephemeral storage of the container, beyond which the kubelet evicts the pod, and with it what waits',
    'lower `bufferLimit` of destinations, raise `ephemeralStorageLimit`, or keep the state on the node',
  );
}

function buffersOf({ destinations, cluster, kept }: DiskUse): Array<{ readonly name: string; readonly bytes: number }> {
  const buffers = destinations.flatMap(({ name, _destination: destination }) =>
    'bufferLimit' in destination ? [{ name, bytes: bytesOf(destination.bufferLimit(cluster)) }] : []);
  return kept === undefined ? buffers : [...buffers, { name: 'refused logs', bytes: bytesOf(kept) }];
}

function text(bytes: number): string {
  return amountText(BigInt(bytes), 'bytes');
}
