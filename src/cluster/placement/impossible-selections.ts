import { readableTermsIn, selectionIn } from './node-terms';
import { Finding, FindingKind, findingOf, ObjectFinding } from '../../private/finding';
import { isLabelValue, isQualifiedName } from '../../private/names';
import { nearest } from '../../private/nearest';
import type { CheckContext } from '../inventory/check-context';
import { Workload } from '../inventory/workload';
import { writtenWorkloads } from '../inventory/written-workloads';
import { commonNode, NodeRequirement, NodeTerm } from '../node-selection';

/** Labels whose values the kubelet writes: those of Go for the systems and processors that Kubernetes is built for. */
const VALUES: ReadonlyMap<string, KnownLabel> = new Map<string, KnownLabel>([
  ['kubernetes.io/os', { all: ['linux', 'windows'], spoken: { ubuntu: 'linux', debian: 'linux', win: 'windows', macos: 'linux' } }],
  ['kubernetes.io/arch', {
    all: ['amd64', 'arm', 'arm64', '386', 'loong64', 'mips64le', 'ppc64le', 'riscv64', 's390x'],
    spoken: { x86_64: 'amd64', aarch64: 'arm64', x86: 'amd64', i386: '386', armv7: 'arm' },
  }],
]);

/** What such findings have in common. */
export const IMPOSSIBLE_NODE_SELECTION: FindingKind = {
  id: 'impossible-node-selection',
  level: 'error',
  fix: 'Leave one of the conditions out, or make them alternatives: values of one `In`, or terms of the affinity.',
};

/** Workloads that ask for nodes that cannot be. */
export function* impossibleSelections(context: CheckContext): Generator<ObjectFinding> {
  for (const workload of writtenWorkloads(context)) {
    const selection = selectionIn(workload);
    const { nodeSelector = {}, terms } = selection;
    const readable = readableTermsIn(workload);
    if (isPlainlyPossible(nodeSelector, readable) || readable !== undefined && readable.length === 0 || !isValid(nodeSelector)) {continue;}
    const known = unknownValue(workload);
    const path = terms === undefined ? `${workload.podPath}.nodeSelector` : `${workload.podPath}.affinity.nodeAffinity`;
    if (known) {
      yield findingOf(IMPOSSIBLE_NODE_SELECTION, {
        about: workload, path: known.of === 'selector' ? `${workload.podPath}.nodeSelector` : path, ...known.said,
      });
    } else if (commonNode(selection, selection) === undefined) {
      const asked = [...Object.entries(nodeSelector).map(([key, value]) => `${key}: ${value}`),
        ...(terms ?? []).map(term => [...term.matchExpressions ?? [], ...term.matchFields ?? []].map(describe).join(' and ') || 'nothing')];
      yield findingOf(IMPOSSIBLE_NODE_SELECTION, {
        about: workload, path, given: asked.join('; '), what: 'no node can meet all of this, so no pod ever runs',
      });
    }
  }
}

interface KnownLabel {
  readonly all: readonly string[];
  /** What people call them. */
  readonly spoken: { readonly [value: string]: string };
}

/** What is no label is refused by the API server. */
function isValid(nodeSelector: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(nodeSelector).every(([key, value]) => isQualifiedName(key) && typeof value === 'string' && isLabelValue(value));
}

/** Whether the label of a system or the like is right, and no other label is asked for twice: then there is nothing to work out. */
function isPlainlyPossible(nodeSelector: Readonly<Record<string, string>>, terms: readonly NodeTerm[] | undefined): boolean {
  for (const key in nodeSelector) {
    if (VALUES.get(key)?.all.includes(nodeSelector[key]) !== true) {return false;}
  }
  return terms === undefined || terms.length === 1 && asksOnce(terms[0], nodeSelector);
}

function asksOnce({ matchExpressions = [], matchFields = [] }: NodeTerm, nodeSelector: Readonly<Record<string, string>>): boolean {
  return matchFields.length === 0 && matchExpressions.every(({ key, operator }, index) => operator !== 'Gt' && operator !== 'Lt'
    && !VALUES.has(key) && !Object.hasOwn(nodeSelector, key) && matchExpressions.findIndex(each => each.key === key) === index);
}

/** A well-known label with a value that no kubelet writes, where the workload cannot do without it. */
function unknownValue(workload: Workload): {
  readonly of: 'selector' | 'affinity'; readonly said: Pick<Finding, 'what' | 'given' | 'allowed'>;
} | undefined {
  const selection = selectionIn(workload);
  for (const [key, { all, spoken }] of VALUES) {
    const say = (of: 'selector' | 'affinity', values: readonly string[]) => {
      const meant = values.map(value => spoken[value.toLowerCase()] ?? nearest(value, all)).find(value => value !== undefined);
      return {
        of, said: {
          what: `no node has this value of ${key}, so no pod ever runs`, given: `${key}: ${values.join(', ')}`,
          allowed: meant ?? all.join(', '),
        },
      };
    };
    const selected = selection.nodeSelector?.[key];
    if (typeof selected === 'string' && !all.includes(selected)) {return say('selector', [selected]);}
    const asked = (readableTermsIn(workload)
      ?? []).map(({ matchExpressions }) => (matchExpressions ?? []).find(each => each.key === key && each.operator === 'In')?.values);
    if (asked.length > 0 && asked.every(values => values !== undefined && values.every(value => !all.includes(value)))) {
      return say('affinity', [...new Set(asked.flatMap(values => values ?? []))]);
    }
  }
  return undefined;
}

function describe({ key, operator, values }: NodeRequirement): string {
  return [key, operator, ...values?.length ? [values.join('|')] : []].join(' ');
}
