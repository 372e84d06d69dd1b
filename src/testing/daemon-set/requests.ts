import { containersIn } from '../../cluster/inventory/containers';
import { podRequests } from '../../cluster/inventory/pod-requests';
import { formatAmount, multiplyResources, readResources, resourcesToWire } from '../../cluster/inventory/resource-list';
import type { Workload } from '../../cluster/inventory/workload';
import { quote } from '../../private/agent-error';
import { Difference } from '../../private/compare/difference';
import { pathTo } from '../../private/compare/object-path';
import { isQuantity } from '../../private/quantity';
import type { Failure } from '../message/failure';
import type { RequestBudgetOptions } from '../request-budget-options';

/** Why each pod of a workload reserves more than it may; undefined where it does not. */
export function requestFailure(workload: Workload, budget: RequestBudgetOptions): Failure | undefined {
  const most = { 'cpu': budget.cpu, 'memory': budget.memory, 'ephemeral-storage': budget.ephemeralStorage };
  const requested = podRequests(workload.pod);
  const over = Object.entries(most).flatMap(([name, text]) => {
    if (text === undefined) {return [];}
    if (!isQuantity(text)) {
      throw new Error(
        `requestsAtMost takes quantities of Kubernetes; given: ${quote(text)} of ${name}; fix: write something like 200m or 256Mi`,
      );
    }
    const amount = requested.get(name) ?? 0n;
    return amount > readResources({ [name]: text }).get(name)! ? [{ name, text, amount: formatAmount(name, amount) }] : [];
  });
  if (over.length === 0) {return undefined;}
  return {
    expected: `Expected each pod of DaemonSet ${workload.name} to request at most `
      + `${over.map(({ name, text }) => `${text} of ${name}`).join(' and ')}, and it requests `
      + `${over.map(({ amount }) => amount).join(' and ')}:`,
    about: workload,
    differences: over.flatMap(({ name }) => placesOf(workload, name)),
  };
}

/** Where the amounts stand that make up the request of a pod. */
function placesOf(workload: Workload, name: string): Difference[] {
  return containersIn(workload).flatMap(({ container, path }) => {
    const field = container.resources?.requests?.[name] !== undefined ? 'requests' : 'limits';
    const found = container.resources?.[field]?.[name];
    return found === undefined ? [] : [{
      path: pathTo(workload.object, `${path}.resources.${field}['${name}']`), found, weight: 1,
      ...field === 'limits' && { foundText: `${found} (without a request the limit counts)` },
    }];
  });
}

/** What the pods of a workload reserve on so many nodes. */
export function fleetRequestsOf({ pod }: Workload, nodeCount: number): { [name: string]: string } {
  if (!Number.isInteger(nodeCount)
    || nodeCount < 0) {throw new Error(`a number of nodes is whole and not negative; given: ${nodeCount}; fix: round it`);}
  return resourcesToWire(multiplyResources(podRequests(pod), nodeCount));
}
