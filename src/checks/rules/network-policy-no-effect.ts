import { LabelIndex } from '../../cluster/collisions/label-index';
import { PolicySelector, policySelectors } from '../../cluster/collisions/policy-selectors';
import { describeEntry, namespaceOf } from '../../private/entry';
import type { Inventory } from '../../cluster/inventory/inventory';
import type { Workload } from '../../cluster/inventory/workload';
import { describeSelector, selectsLabels } from '../../cluster/label-selector';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import { writtenWorkloads } from '../facts/written-workloads';
import type { Rule } from '../rule';

export const networkPolicyNoEffect: Rule = {
  id: 'network-policy-no-effect',
  level: 'note',
  summary: 'A network policy is about pods that share the network of their node, and sees none of them.',
  looksAt: '`podSelector` of NetworkPolicies, of the policy itself and of its peers, where all pods that it selects are on the host network. A policy for every pod of a namespace is for the others.',
  why: 'Policies work on the addresses of pods, and these pods have those of their nodes: the policy closes nothing, and a peer among them, which is a warning, is not let in or out.',
  fix: 'Leave the policy out, and bind the agent to the loopback address or let it ask for credentials. As peers, allow the addresses of the nodes with an `ipBlock`.',
  sameAs: ['network-policy-void'],
  example: () => {
    const policy = { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'agent', namespace: 'agents' }, spec: { podSelector: { matchLabels: { app: 'agent' } }, policyTypes: ['Ingress'] } };
    return { fails: [policy, daemonSet({ hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' })], passes: [policy, daemonSet()] };
  },
  check: (context, report) => {
    const policies = context.inventory.ofKind('NetworkPolicy', 'networking.k8s.io');
    if (policies.length === 0) {return;}
    const index = new LabelIndex<Workload>();
    const namespaces = new Set<string>();
    for (const workload of writtenWorkloads(context)) {
      index.add(namespaceOf(workload), podLabelsOf(workload), workload);
      namespaces.add(namespaceOf(workload));
    }
    for (const policy of policies) {
      for (const selector of policySelectors(policy.object.spec ?? {})) {
        if (!isNarrow(selector.podSelector)) {continue;}
        const podSelector = selector.podSelector!;
        const places = selector.namespaceSelector
          ? [...namespaces].filter(name => isOf(name, selector.namespaceSelector!, context.inventory)) : [namespaceOf(policy)];
        const selected = places.flatMap(place => index.candidates(place, podSelector))
          .filter(workload => selectsLabels(podSelector, podLabelsOf(workload)));
        if (selected.length === 0 || !selected.every(({ pod }) => pod.hostNetwork === true)) {continue;}
        report({
          about: policy, path: selector.role === 'pods' ? selector.path : `${selector.path}.podSelector`, ...selector.role !== 'pods' && { level: 'warning' },
          what: `${USES[selector.role]} ${describeEntry(selected[0])}${selected.length === 1 ? '' : ` and ${selected.length - 1} more`}, which the policy cannot see: the pods share the network of their node`,
          given: describeSelector(podSelector),
        });
      }
    }
  },
};

const USES: { readonly [role in PolicySelector['role']]: string } = {
  pods: 'the policy is for', source: 'the policy lets in', target: 'the policy lets out to',
};

function podLabelsOf({ template }: Workload): Wire {
  return template.metadata?.labels ?? {};
}

function isNarrow(selector: Wire | undefined): boolean {
  return Object.keys(selector?.matchLabels ?? {}).length > 0 || (selector?.matchExpressions ?? []).length > 0;
}

/** Whether a namespace is meant: by its name, which every namespace has as a label, and by what is known of it beside that. */
function isOf(name: string, selector: Wire, inventory: Inventory): boolean {
  return selectsLabels(selector, { ...inventory.find('Namespace', '', name)?.object.metadata?.labels, 'kubernetes.io/metadata.name': name });
}
