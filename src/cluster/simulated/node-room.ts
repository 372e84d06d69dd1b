import type { NodeAllocatable } from './node-allocatable';
import { fail, quote } from '../../private/agent-error';
import { isQualifiedName } from '../../private/names';
import { isMultiple, isQuantity, requireQuantity } from '../../private/quantity';
import { sortedEntries } from '../../private/wire';

/** `status.allocatable` of a node. */
export type Room = Readonly<Record<string, string>>;

/** What a node offers of which nothing else is known: an ordinary machine, and as many pods as a kubelet takes by default. */
export const ORDINARY_ROOM: Room = { 'cpu': '4', 'ephemeral-storage': '100Gi', 'memory': '16Gi', 'pods': '110' };

/**
 * The room of a node after a change.
 *
 * @throws invalid-quantity
 */
export function changedRoom(room: Room, change: NodeAllocatable): Room {
  const { cpu, memory, ephemeralStorage, pods, extended } = change;
  const named = {
    'cpu': cpu, 'ephemeral-storage': ephemeralStorage, 'memory': memory, 'pods': pods === undefined ? undefined : requirePods(pods),
  };
  const changed = Object.entries(named).filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([name, amount]) => [name, requireQuantity(amount, `allocatable ${name}`)]);
  const others = sortedEntries(extended).map(([name, amount]) => [name, requireExtended(name, amount)]);
  return Object.fromEntries(sortedEntries({ ...room, ...Object.fromEntries(changed), ...Object.fromEntries(others) }));
}

function requirePods(pods: number): string {
  if (!Number.isInteger(pods) || pods < 0) {
    fail({
      code: 'invalid-quantity', what: 'a node cannot take this many pods', given: String(pods), allowed: 'a whole number, at least 0',
      fix: 'write the setting of the kubelet, such as 110',
    });
  }
  return String(pods);
}

function requireExtended(name: string, amount: string): string {
  const quantity = requireQuantity(amount, `allocatable ${name}`);
  const pageSize = name.startsWith('hugepages-') ? name.slice('hugepages-'.length) : undefined;
  if (pageSize === undefined ? !name.includes('/') || !isQualifiedName(name) : !isQuantity(pageSize)) {
    fail({
      code: 'invalid-quantity', what: 'a node has no such extended resource', given: quote(name),
      allowed: 'a name with a domain such as nvidia.com/gpu, or hugepages-<size>', fix: 'copy the name from `kubectl get node -o yaml`',
    });
  }
  const unit = pageSize ?? '1';
  if (!isMultiple(quantity, unit)) {
    fail({
      code: 'invalid-quantity', what: `${name} is not divisible`, given: quote(amount), allowed: `a multiple of ${unit}`, fix: 'round it',
    });
  }
  return quantity;
}
