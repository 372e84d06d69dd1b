import { isDaemonSet } from '../../cluster/inventory/workload';
import { parseQuantity } from '../../private/quantity';
import { daemonSet } from '../example';
import { containersIn } from '../facts/containers';
import { keyPath } from '../facts/field-path';
import { writtenWorkloads } from '../facts/written-workloads';
import type { Found, Rule } from '../rule';

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
  why: 'A number without a unit is bytes of memory, and whole cores: `memory: 512` is half a kilobyte, and the container is killed when it starts; `cpu: 100` is a hundred '
    + 'cores, and the pods stay Pending on every node.',
  fix: 'Write the unit: `512Mi` of memory, `100m` for a tenth of a core.',
  example: () => ({
    fails: [daemonSet({}, { resources: { requests: { memory: '512' }, limits: { memory: '512' } } })],
    passes: [daemonSet({}, { resources: { requests: { memory: '512Mi' }, limits: { memory: '512Mi' } } })],
  }),
  check: (context, report) => {
    for (const workload of writtenWorkloads(context)) {
      for (const placed of containersIn(workload)) {
        const { resources } = placed.container;
        if (!resources) {continue;}
        const say = (side: string, resource: string, said: Said | undefined) => {
          if (said) {report({ about: workload, path: keyPath(`${placed.path}.resources.${side}`, resource), container: placed.name, ...said });}
        };
        say('requests', 'memory', memoryIn(resources.requests?.memory));
        if (isDaemonSet(workload)) {say('requests', 'cpu', cpuIn(resources.requests?.cpu));}
        say('limits', 'memory', memoryIn(resources.limits?.memory));
      }
    }
  },
};

type Said = Pick<Found, 'what' | 'given' | 'wanted'>;

/** Amounts that need no second look, as nearly everyone writes them. */
function isAtLeastMebibyte(given: unknown): boolean {
  return typeof given === 'string' && (given.endsWith('Mi') || given.endsWith('Gi')) && given[0] >= '1' && given[0] <= '9';
}

/** Four digits of thousandths. */
function isAtMostTenCores(given: unknown): boolean {
  return typeof given === 'string' && given.length <= '1234m'.length && given.endsWith('m');
}

/** A fraction of a byte has a rule of its own. */
function memoryIn(given: unknown): Said | undefined {
  if (isAtLeastMebibyte(given)) {return undefined;}
  const nanos = nanosOf(given);
  if (nanos === undefined || nanos <= 0n || nanos % NANOS !== 0n || nanos >= LEAST_BYTES * NANOS) {return undefined;}
  const number = /^\d+$/.test(String(given)) ? String(given) : undefined;
  return { what: `this is ${nanos / NANOS} bytes of memory`, given: String(given), ...number !== undefined && { wanted: `${number}Mi` } };
}

function cpuIn(given: unknown): Said | undefined {
  if (isAtMostTenCores(given)) {return undefined;}
  const nanos = nanosOf(given);
  if (nanos === undefined || nanos < MOST_CORES * NANOS) {return undefined;}
  const cores = nanos / NANOS;
  return { what: `this is ${cores} whole cores of every node`, given: String(given), wanted: `${cores}m` };
}

function nanosOf(given: unknown): bigint | undefined {
  return typeof given === 'string' || typeof given === 'number' ? parseQuantity(String(given))?.nanos : undefined;
}
