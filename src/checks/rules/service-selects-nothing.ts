import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { podIndexIn, podLabelsOf } from '../../cluster/selectors/pod-index';
import { describeEntry, Entry, isMap, namespaceOf } from '../../private/entry';
import { findingOf } from '../../private/finding';
import { editDistance } from '../../private/nearest';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const serviceSelectsNothing: Rule = {
  id: 'service-selects-nothing',
  level: 'warning',
  summary: 'A Service selects no pods, and one letter of its selector is to blame.',
  looksAt: '`selector` of Services that matches the pods of no workload of the namespace, where all of it but one misspelt key or value '
    + 'matches a workload that no other Service selects. Services without a near match may be for pods of others.',
  why: 'The API server accepts it. The Service has no endpoints: connections are refused or time out, and Prometheus finds no target.',
  fix: 'Correct the selector, so that it has the labels of the pods.',
  example: () => ({ fails: [daemonSet(), service({ app: 'agnet' })], passes: [daemonSet(), service({ app: 'agent' })] }),
  *check(context) {
    const services = context.inventory.ofKind('Service').filter(({ object }) => isMap(object.spec?.selector)
      && object.spec.type !== 'ExternalName');
    if (services.length === 0) {return;}
    const pods = podIndexIn(context.inventory);
    const selectedBy = (about: Entry) => pods.withLabels(namespaceOf(about), about.object.spec.selector);
    const lonely = services.filter(about => Object.keys(about.object.spec.selector).length > 0 && selectedBy(about).length === 0);
    if (lonely.length === 0) {return;}
    const taken = new Set(services.flatMap(about => [...selectedBy(about)]));
    const free = writtenWorkloads(context).filter(workload => !taken.has(workload));
    for (const about of lonely) {
      const { selector } = about.object.spec;
      for (const workload of free) {
        const slip = namespaceOf(workload) === namespaceOf(about) ? slipIn(selector, podLabelsOf(workload)) : undefined;
        if (slip === undefined) {continue;}
        yield findingOf(serviceSelectsNothing, {
          about, path: 'spec.selector', given: slip.given, allowed: slip.allowed,
          what: `no pods have these labels; those of ${describeEntry(workload)} differ in one word`,
        });
        break;
      }
    }
  },
};

interface Slip {
  readonly given: string;
  readonly allowed: string;
}

/** The one key or value of a selector that is misspelt for labels; undefined where more, or nothing near, differs. */
function slipIn(selector: Wire, labels: Wire): Slip | undefined {
  const wrong = Object.entries(selector).filter(([key, value]) => labels[key] !== value);
  if (wrong.length !== 1) {return undefined;}
  const [[key, value]] = wrong;
  if (typeof value !== 'string') {return undefined;}
  if (typeof labels[key] === 'string') {
    return isSlip(value, labels[key]) ? { given: `${key}: ${value}`, allowed: `${key}: ${labels[key]}` } : undefined;
  }
  const meant = Object.keys(labels).find(each => labels[each] === value && isSlip(key, each));
  return meant === undefined ? undefined : { given: `${key}: ${value}`, allowed: `${meant}: ${value}` };
}

/** The shortest word in which one other letter is a slip and no other word. */
const SHORTEST = 4;

/** Whether one letter is missing, too much, wrong, or swapped with its neighbour. Numbers tell versions and shards apart. */
function isSlip(given: string, meant: string): boolean {
  const [one, other] = [given, meant].map(text => text.toLowerCase().split(/[^a-z0-9]+/));
  if (one.length !== other.length || given.replace(/\D/g, '') !== meant.replace(/\D/g, '')) {return false;}
  const parts = one.flatMap((part, index) => (part === other[index] ? [] : [[part, other[index]] as const]));
  return parts.length === 1 && parts[0].every(part => part.length >= SHORTEST) && editDistance(...parts[0]) === 1;
}

function service(selector: Wire): Wire {
  return {
    apiVersion: 'v1', kind: 'Service', metadata: { name: 'agent', namespace: 'agents' },
    spec: { selector, ports: [{ name: 'metrics', port: 9100 }] },
  };
}
