import type { Workload } from '../../cluster/inventory/workload';
import { commonNode, isReadable, NodeRequirement, NodeSelection, NodeTerm } from '../../cluster/node-selection';
import type { PodToleration } from '../../cluster/placement/taints';
import { lookUp } from '../../private/look-up';
import type { Wire } from '../../private/wire';

/** Labels that nearly every agent asks for, whatever its nodes: they make no pool. */
const OF_EVERY_AGENT = new Set([
  'kubernetes.io/os', 'beta.kubernetes.io/os', 'kubernetes.io/arch', 'beta.kubernetes.io/arch', 'eks.amazonaws.com/compute-type', 'type',
  'kubernetes.azure.com/cluster', 'kubernetes.azure.com/mode',
]);

/** Whether a workload is meant for some of the nodes, beyond those of a system. */
export function isForSomeNodes({ facts: { selection }, pod }: Workload): boolean {
  const keys = [...Object.keys(selection.nodeSelector ?? {}), ...(selection.terms ?? []).flatMap(requirementsOf).map(({ key }) => key)];
  return Boolean(pod.nodeName) || keys.some(key => !OF_EVERY_AGENT.has(key));
}

/** Whether every node that the one selection allows is allowed by the other too: true only where that is certain. */
export function isWithinSelection(inner: NodeSelection, outer: NodeSelection): boolean {
  const asked: NodeRequirement[] = Object.entries(outer.nodeSelector ?? {}).map(([
    key, value,
  ]) => ({ key, operator: 'In', values: [value] }));
  const alternatives: readonly NodeTerm[] = inner.terms ?? [{}];
  return alternatives.every(term => {
    const alone: NodeSelection = { ...inner, ...inner.terms && { terms: [term] } };
    return asked.every(requirement => implies(alone, requirement, term))
      && (outer.terms === undefined
        || outer.terms.filter(isReadable).some(other => requirementsOf(other).every(each => implies(alone, each, term))));
  });
}

/** A selection implies what no node of it can fail to meet. */
function implies(selection: NodeSelection, requirement: NodeRequirement, term: NodeTerm): boolean {
  const text = JSON.stringify(requirement);
  if (requirementsOf(term).some(each => JSON.stringify(each) === text)) {return true;}
  const opposite = lookUp(OPPOSITES, requirement.operator);
  return opposite !== undefined && !(term.matchFields ?? []).length
    && commonNode(selection, { terms: [{ matchExpressions: [{ ...requirement, operator: opposite }] }] }) === undefined;
}

const OPPOSITES: { readonly [operator: string]: NodeRequirement['operator'] | undefined } = {
  In: 'NotIn', NotIn: 'In', Exists: 'DoesNotExist', DoesNotExist: 'Exists',
};

/** Whether all taints that the one tolerates are tolerated by the other: true only where that is certain. */
export function toleratesNoLess({ pod: outer }: Workload, { pod: inner }: Workload): boolean {
  const given = (outer.tolerations ?? []) as PodToleration[];
  const isCovered = (wanted: PodToleration) => given.some(({ key, operator, value, effect }) => (!effect || effect === wanted.effect)
    && (operator === 'Exists' && (!key || key === wanted.key)
      || key === wanted.key && (operator ?? 'Equal') === (wanted.operator ?? 'Equal') && (value ?? '') === (wanted.value ?? '')));
  return ((inner.tolerations ?? []) as PodToleration[]).every(isCovered);
}

/** What a workload runs, as a text, without what pools of one agent differ in: names, nodes, amounts and labels. */
export function essenceOf({ pod }: Workload): string {
  const essence = ({ image, command, args, env, envFrom, volumeMounts }: Wire) => ({ image, command, args, env, envFrom, volumeMounts });
  return JSON.stringify([(pod.containers ?? []).map(essence), (pod.initContainers ?? []).map(essence), pod.volumes ?? []]);
}

function requirementsOf({ matchExpressions, matchFields }: NodeTerm): readonly NodeRequirement[] {
  return [...matchExpressions ?? [], ...matchFields ?? []];
}
