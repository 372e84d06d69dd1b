import { containersIn } from '../../cluster/inventory/containers';
import { isDaemonSet } from '../../cluster/inventory/workload';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf, Finding } from '../../private/finding';
import { parseQuantity } from '../../private/quantity';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

const NANOS = 1_000_000_000n;

/** Less than any program that is started by a container runtime takes. */
const LEAST_BYTES = 1_000_000n;

/** More than an agent takes of a node. */
const MOST_CORES = 64n;

export const implausibleQuantity: Rule = {
  id: 'implausible-quantity',
  level: 'warning',
  summary: 'An amount is a thousand or a million times off: its unit is missing.',
  looksAt: 'Requests and limits of memory below a megabyte, and of DaemonSets requests of 64 cores and more.',
  why: 'A number without a unit is bytes of memory, and whole cores: `memory: 512` is half a kilobyte, and the container is killed when it '
    + 'starts; `cpu: 100` is a hundred cores, and the pods stay Pending on every node.',
  fix: 'Write the unit: `512Mi` of memory, `100m` for a tenth of a core.',
  example: () => ({
    fails: [daemonSet({}, { resources: { requests: { memory: '512' }, limits: { memory: '512' } } })],
    passes: [daemonSet({}, { resources: { requests: { memory: '512Mi' }, limits: { memory: '512Mi' } } })],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      for (const placed of containersIn(workload)) {
        const { resources } = placed.container;
        if (!resources) {continue;}
        for (const { side, resource, facts } of amountsIn(resources, isDaemonSet(workload))) {
          yield findingOf(implausibleQuantity, {
            about: workload, path: `${placed.path}.resources.${side}.${resource}`, container: placed.name, ...facts,
          });
        }
      }
    }
  },
};

type Facts = Pick<Finding, 'what' | 'given' | 'allowed'>;

interface Amount {
  readonly side: 'requests' | 'limits';
  readonly resource: 'cpu' | 'memory';
  readonly facts: Facts;
}

function* amountsIn({ requests, limits }: Wire, isAgent: boolean): Generator<Amount> {
  const [requested, limited] = [memoryIn(requests?.memory), memoryIn(limits?.memory)];
  const cpu = isAgent ? cpuIn(requests?.cpu) : undefined;
  if (requested) {yield { side: 'requests', resource: 'memory', facts: requested };}
  if (cpu) {yield { side: 'requests', resource: 'cpu', facts: cpu };}
  if (limited) {yield { side: 'limits', resource: 'memory', facts: limited };}
}

/** Amounts that need no second look, as nearly everyone writes them. */
function isAtLeastMebibyte(amount: unknown): boolean {
  return typeof amount === 'string' && (amount.endsWith('Mi') || amount.endsWith('Gi')) && amount[0] >= '1' && amount[0] <= '9';
}

/** Four digits of thousandths. */
function isAtMostTenCores(amount: unknown): boolean {
  return typeof amount === 'string' && amount.length <= '1234m'.length && amount.endsWith('m');
}

/** A fraction of a byte has a rule of its own. */
function memoryIn(given: unknown): Facts | undefined {
  if (isAtLeastMebibyte(given)) {return undefined;}
  const nanos = nanosOf(given);
  if (nanos === undefined || nanos <= 0n || nanos % NANOS !== 0n || nanos >= LEAST_BYTES * NANOS) {return undefined;}
  const number = /^\d+$/.test(String(given)) ? String(given) : undefined;
  return { what: `this is ${nanos / NANOS} bytes of memory`, given: String(given), ...number !== undefined && { allowed: `${number}Mi` } };
}

function cpuIn(given: unknown): Facts | undefined {
  if (isAtMostTenCores(given)) {return undefined;}
  const nanos = nanosOf(given);
  if (nanos === undefined || nanos < MOST_CORES * NANOS) {return undefined;}
  const cores = nanos / NANOS;
  return { what: `this is ${cores} whole cores of every node`, given: String(given), allowed: `${cores}m` };
}

function nanosOf(given: unknown): bigint | undefined {
  return typeof given === 'string' || typeof given === 'number' ? parseQuantity(String(given))?.nanos : undefined;
}
