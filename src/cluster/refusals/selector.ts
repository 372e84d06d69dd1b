import { finding, ObjectFinding } from '../../private/finding';
import { lookUp } from '../../private/look-up';
import type { Wire } from '../../private/wire';
import type { Workload } from '../inventory/workload';
import { describeSelector, selectsLabels } from '../label-selector';

/** The kinds that keep pods running for ever, and select them by labels. */
const KEEPERS = new Set(['DaemonSet', 'Deployment', 'ReplicaSet', 'ReplicationController', 'StatefulSet']);

/** Whether the pods of a workload run for as long as it is there, or end by themselves. */
export function podsOf({ kind }: Pick<Workload, 'kind'>): 'stay' | 'end' {
  return KEEPERS.has(kind) ? 'stay' : 'end';
}

/** The selector that someone writes; undefined for kinds that find their pods by themselves. */
export function selectorOf({ kind, object }: Pick<Workload, 'kind' | 'object'>): Wire | undefined {
  const selector: Wire | undefined = object.spec?.selector;
  if (!KEEPERS.has(kind)) {return undefined;}
  return kind === 'ReplicationController' ? selector && { matchLabels: selector } : selector ?? {};
}

const FIX = 'give the pods all labels that spec.selector asks for; of an agent, set both with `identity`, and patch neither';

/** A selector that does not match the labels of the pods, or that is not there. */
export function* wrongSelector(about: Workload): Generator<ObjectFinding> {
  const selector = selectorOf(about);
  if (selector === undefined) {return;}
  const labels: Wire = about.template.metadata?.labels ?? {};
  const { matchLabels, matchExpressions } = selector;
  for (const key in matchLabels) {
    const label: unknown = lookUp(labels, key);
    if (label === matchLabels[key]) {continue;}
    yield mismatch(about, 'the selector does not match the labels of the pods',
      `${key}: ${matchLabels[key]} in the selector, ${label === undefined ? 'no such label' : `${key}: ${label}`} on the pods`);
    return;
  }
  if (matchLabels === undefined && !matchExpressions?.length) {
    yield mismatch(about, 'the workload has no selector', JSON.stringify(selector));
  } else if (matchExpressions !== undefined && !selectsLabels(selector, labels)) {
    yield mismatch(about, 'the selector does not match the labels of the pods', describeSelector(selector));
  }
}

function mismatch(about: Workload, what: string, given: string): ObjectFinding {
  return finding({ about, path: 'spec.selector', code: 'selector-mismatch', what, given, fix: FIX });
}
