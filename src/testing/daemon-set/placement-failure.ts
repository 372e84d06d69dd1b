import { Explainer } from '../../cluster/explain/explain';
import type { Reason } from '../../cluster/explain/reason';
import { ClusterNode } from '../../cluster/inventory/cluster-node';
import type { Workload } from '../../cluster/inventory/workload';
import type { NodeTerm, TermFailure } from '../../cluster/node-selection';
import { describeTaint } from '../../cluster/placement/taints';
import { Difference } from '../../private/compare/difference';
import { pathTo } from '../../private/compare/object-path';
import type { Wire } from '../../private/wire';
import type { Failure } from '../message/failure';

/** Everything that keeps the pods of a workload from running on a node, the controller first. */
export function reasonsAgainst(workload: Workload, node: ClusterNode): readonly Reason[] {
  return new Explainer([node]).explain(workload)[0].verdict.reasons;
}

/** Why the agent does not run on each of the nodes; undefined where it does. That a node is not ready now is no fault of the agent. */
export function runFailure(workload: Workload, nodes: readonly ClusterNode[]): Failure | undefined {
  const groups = new Explainer(nodes).explain(workload)
    .map(({ nodes: alike, verdict }) => ({
      nodes: alike, shouldRun: verdict.shouldRun, reasons: verdict.reasons.filter(({ code }) => code !== 'node-not-ready'),
    }))
    .filter(({ reasons }) => reasons.length > 0);
  if (groups.length === 0) {return undefined;}
  const [{ nodes: [node], shouldRun, reasons }, ...others] = groups;
  const missing = groups.reduce((sum, group) => sum + group.nodes.length, 0);
  const expected = `Expected DaemonSet ${workload.name} to run on`;
  return {
    expected: nodes.length === 1 ? `${expected} the node ${node.name}, and `
      + `${shouldRun ? 'its pod does not start there' : 'it gets no pod'}.`
      : `${expected} all ${nodes.length} nodes, and it does not on ${missing} of them, the first of which is ${node.name}.`,
    about: workload,
    differences: reasons.flatMap(reason => placesOf(workload, reason, node)),
    more: others.map(group => `${namesText(group.nodes)}: ${group.reasons.map(({ message }) => message).join('; ')}`),
    hints: reasons.map(({ message }) => message),
  };
}

/** Why the agent gets a pod on the node; undefined where it gets none. */
export function avoidFailure(workload: Workload, node: ClusterNode): Failure | undefined {
  const [{ verdict }] = new Explainer([node]).explain(workload);
  if (!verdict.shouldRun) {return undefined;}
  const expected = `Expected DaemonSet ${workload.name} to stay away from the node ${node.name}`;
  const stuck = verdict.reasons.map(({ message }) => message);
  return {
    expected: stuck.length === 0 ? `${expected}, and it runs there.` : `${expected}, and it gets a pod there, which does not start.`,
    about: workload,
    differences: placementPlaces(workload),
    hints: [
      ...stuck, ...stuck.length === 0 && node.taints.length > 0 ? [`the agent tolerates ${node.taints.map(describeTaint).join(', ')}`] : [],
    ],
  };
}

/** The fields that decide about nodes, as they stand. */
function placementPlaces({ pod, podPath, object }: Workload): Difference[] {
  const fields: ReadonlyArray<readonly [string, unknown]> = [
    ['nodeSelector', pod.nodeSelector], ['affinity.nodeAffinity', pod.affinity?.nodeAffinity], ['tolerations', pod.tolerations],
  ];
  return fields.filter(([, found]) => found !== undefined).map(([
    field, found,
  ]) => ({ path: pathTo(object, `${podPath}.${field}`), found, weight: 1 }));
}

/** The field of the pod that a reason speaks of, and what the node would need there. */
function placesOf({ pod, podPath, object }: Workload, reason: Reason, node: ClusterNode): Difference[] {
  const at = (field: string, found: unknown, wanted: string): Difference[] => [
    { path: pathTo(object, `${podPath}.${field}`), found, wanted, weight: 1 },
  ];
  switch (reason.code) {
    case 'node-name-mismatch': return at('nodeName', pod.nodeName, `${node.name}, or nothing here`);
    case 'node-selector-mismatch':
      return at(
        `nodeSelector['${reason.key}']`, pod.nodeSelector[reason.key],
        reason.found === undefined ? 'a label that the node has' : `${reason.found}, which the node has`,
      );
    case 'node-affinity-mismatch': return affinityPlaces(
      reason.terms, pod,
    ).map(([field, found, wanted]) => at(`${TERMS}${field}`, found, wanted)).flat();
    case 'untolerated-taint': return at('tolerations', pod.tolerations, `an entry that covers the taint ${describeTaint(reason.taint)}`);
    default: return [];
  }
}

const TERMS = 'affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms';

/** The requirements that the node does not meet, by their places below the terms; the terms themselves where none can be met. */
function affinityPlaces(failures: readonly TermFailure[], pod: Wire): Array<readonly [field: string, found: unknown, wanted: string]> {
  const terms: NodeTerm[] = pod.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms ?? [];
  if (terms.length === 0) {return [['', terms, 'a term that the node meets']];}
  return failures.flatMap((failure, index): ReturnType<typeof affinityPlaces> => {
    if (failure.why === 'empty') {return [[`[${index}]`, terms[index], 'a term that the node meets']];}
    const requirements = failure.why === 'unmet' ? failure.requirements.map(each => each.requirement) : failure.requirements;
    return requirements.map(requirement => {
      const list = terms[index].matchExpressions?.includes(requirement) ? 'matchExpressions' : 'matchFields';
      return [`[${index}].${list}[${terms[index][list]?.indexOf(requirement)}]`, requirement, 'a requirement that the node meets'];
    });
  });
}

function namesText(nodes: readonly ClusterNode[]): string {
  const names = nodes.slice(0, 3).map(({ name }) => name).join(', ');
  return nodes.length > 3 ? `${names} and ${nodes.length - 3} more` : names;
}
