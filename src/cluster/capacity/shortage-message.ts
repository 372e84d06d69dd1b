import { formatAmount } from '../inventory/resource-list';
import type { Shortage } from '../scheduling/scheduler';

/** Why a node does not have room for all of its agents, in words. */
export function shortageMessage({ resource, wanted, free, allocatable }: Shortage): string {
  const [asked, left, all] = [wanted, free > 0n ? free : 0n, allocatable].map(amount => formatAmount(resource, amount));
  if (resource === 'pods') {
    const others = allocatable - free;
    const taken = others > 0n ? `, and ${others} of others ${others === 1n ? 'is' : 'are'} there` : '';
    const room = `the node takes ${all} ${allocatable === 1n ? 'pod' : 'pods'}${taken}`;
    return `${asked} ${wanted === 1n ? 'agent' : 'agents'} should run there, and ${room}: `
      + 'raise `maxPods` of its kubelet, move pods away, or keep an agent off such nodes';
  }
  const there = all === '0' ? 'none' : wanted > allocatable ? `${all} in all` : `${left} of its ${all} left by other pods`;
  return `its agents ask for ${asked} of ${resource} together, and the node has ${there}: `
    + `ask for less, ${wanted > allocatable ? '' : 'move pods away, '}or keep an agent off such nodes`;
}
