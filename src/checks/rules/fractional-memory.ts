import { containersIn } from '../../cluster/inventory/containers';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { keyPath } from '../../private/field-path';
import { findingOf, Finding } from '../../private/finding';
import { parseQuantity } from '../../private/quantity';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

const RESOURCES = ['memory', 'ephemeral-storage'];
const NANOS = 1_000_000_000n;

export const fractionalMemory: Rule = {
  id: 'fractional-memory',
  level: 'warning',
  summary: 'An amount of memory or storage is a fraction of a byte.',
  looksAt: 'Requests and limits of memory and ephemeral storage, and `overhead`, of workloads.',
  why: 'The suffix `m` means thousandths: `128m` of memory is an eighth of a byte, where 128 MiB is `128Mi`. The API server only warns. A '
    + 'limit like this kills the container when it starts; a request like this sets nothing aside, so the kubelet evicts the pod among the '
    + 'first.',
  fix: 'Write whole bytes: Mi for mebibytes, M for megabytes.',
  example: () => ({
    fails: [daemonSet({}, { resources: { limits: { memory: '128m' } } })],
    passes: [daemonSet({}, { resources: { limits: { memory: '128Mi' } } })],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      const { pod, podPath } = workload;
      const fractionsIn = function* (list: Wire | undefined | null, path: () => string, found: Pick<Finding, 'container'>) {
        if (!list) {return;}
        for (const resource of RESOURCES) {
          const given = list[resource];
          if (!isFraction(given)) {continue;}
          yield findingOf(fractionalMemory, {
            about: workload, path: keyPath(path(), resource), given: String(given), ...found, ...meant(String(given)),
            what: `${resource === 'memory' ? 'memory' : 'storage'} comes in whole bytes`,
          });
        }
      };
      yield* fractionsIn(pod.overhead, () => `${podPath}.overhead`, {});
      for (const placed of containersIn(workload)) {
        const { container: { resources }, name } = placed;
        if (!resources) {continue;}
        yield* fractionsIn(resources.limits, () => `${placed.path}.resources.limits`, { container: name });
        yield* fractionsIn(resources.requests, () => `${placed.path}.resources.requests`, { container: name });
      }
    }
  },
};

/** What is finer than a thousandth is rounded up before the API server looks. */
function isFraction(given: unknown): boolean {
  // whole numbers of mebibytes and the like, as nearly everyone writes them
  if (typeof given !== 'string' && typeof given !== 'number' || typeof given === 'string' && /^\d+[KMGTPE]i$/.test(given)) {return false;}
  const parsed = parseQuantity(String(given));
  return parsed !== undefined && parsed.nanos % NANOS !== 0n;
}

function meant(given: string): Pick<Finding, 'allowed'> {
  const amount = /^(\d+)m$/.exec(given)?.[1];
  return amount === undefined ? {} : { allowed: `${amount}Mi, or ${amount}M` };
}
