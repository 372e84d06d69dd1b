import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { keyPath } from '../../private/field-path';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

/** Labels that Kubernetes itself deprecated, with those that stand in for them: the list of the API server's warnings. */
const DEPRECATED: ReadonlyMap<string, { readonly instead?: string; readonly since?: string }> = new Map([
  ['app.kubernetes.io/created-by', { since: '1.9' }],
  ['beta.kubernetes.io/arch', { since: '1.14', instead: 'kubernetes.io/arch' }],
  ['beta.kubernetes.io/instance-type', { since: '1.17', instead: 'node.kubernetes.io/instance-type' }],
  ['beta.kubernetes.io/os', { since: '1.14', instead: 'kubernetes.io/os' }],
  ['failure-domain.beta.kubernetes.io/region', { since: '1.17', instead: 'topology.kubernetes.io/region' }],
  ['failure-domain.beta.kubernetes.io/zone', { since: '1.17', instead: 'topology.kubernetes.io/zone' }],
  ['node-role.kubernetes.io/master', { instead: 'node-role.kubernetes.io/control-plane' }],
  ['scheduler.alpha.kubernetes.io/preferAvoidPods', { since: '1.22' }],
]);

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';
const MASTER = 'node-role.kubernetes.io/master';

export const deprecatedNodeLabel: Rule = {
  id: 'deprecated-node-label',
  level: 'warning',
  summary: 'Nodes are chosen by a label that Kubernetes has deprecated.',
  looksAt: '`nodeSelector`, node affinity and `topologySpreadConstraints` of workloads.',
  why: 'The API server warns of these labels at every apply. kubeadm has not set `node-role.kubernetes.io/master` since 1.24: an agent '
    + 'that asks for it runs on no node of a newer cluster, without any error. The others are still set, until a release stops to.',
  fix: 'Ask for the label that stands in for it.',
  example: () => ({
    fails: [daemonSet({ nodeSelector: { 'node-role.kubernetes.io/master': '' } })],
    passes: [daemonSet({ nodeSelector: { 'node-role.kubernetes.io/control-plane': '' } })],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      for (const { key, path } of deprecatedLabelsIn(workload.pod, workload.podPath)) {
        const found = DEPRECATED.get(key)!;
        const since = key === MASTER ? ', and kubeadm has not set it since 1.24' : ` since Kubernetes ${found.since}`;
        yield findingOf(deprecatedNodeLabel, {
          about: workload, path, what: `the label is deprecated${since}`, given: key,
          ...found.instead !== undefined && { allowed: found.instead },
        });
      }
    }
  },
};

interface AskedLabel {
  readonly key: string;
  readonly path: string;
}

function deprecatedLabelsIn({ nodeSelector, affinity, topologySpreadConstraints }: Wire, podPath: string): AskedLabel[] {
  const found: AskedLabel[] = [];
  const look = (key: string, path: () => string) => {
    if (DEPRECATED.has(key)) {found.push({ key, path: path() });}
  };
  const lookInTerm = (term: Wire | undefined | null, path: () => string) =>
    term?.matchExpressions?.forEach(({ key }: Wire, index: number) =>
      look(key, () => `${podPath}.affinity.nodeAffinity.${path()}.matchExpressions[${index}].key`));
  for (const key in nodeSelector) {look(key, () => keyPath(`${podPath}.nodeSelector`, key));}
  const { [REQUIRED]: required, [PREFERRED]: preferred } = affinity?.nodeAffinity ?? {};
  const terms: readonly Wire[] = required?.nodeSelectorTerms ?? [];
  // one term is enough: next to one that asks for the new label, the old one is for older clusters
  terms.forEach((term, index) => {
    if (terms.some(other => other !== term && asksForSuccessor(other, term))) {return;}
    lookInTerm(term, () => `${REQUIRED}.nodeSelectorTerms[${index}]`);
  });
  preferred?.forEach(({ preference }: Wire, index: number) => lookInTerm(preference, () => `${PREFERRED}[${index}].preference`));
  topologySpreadConstraints?.forEach(({ topologyKey }: Wire, index: number) =>
    look(topologyKey, () => `${podPath}.topologySpreadConstraints[${index}].topologyKey`));
  return found;
}

/** Whether a term asks for a label that stands in for one of another term. */
function asksForSuccessor(term: Wire | undefined | null, old: Wire | undefined | null): boolean {
  const keys = new Set((term?.matchExpressions ?? []).map(({ key }: Wire) => key));
  return (old?.matchExpressions ?? []).some(({ key }: Wire) => keys.has(DEPRECATED.get(key)?.instead));
}
