import { PolicySelector, policySelectors } from './policy-selectors';
import { describeEntry, namespaceOf } from '../../private/entry';
import { FindingKind, findingOf, ObjectFinding } from '../../private/finding';
import type { Wire } from '../../private/wire';
import type { CheckContext } from '../inventory/check-context';
import type { Inventory } from '../inventory/inventory';
import type { OwnObjects } from '../inventory/own-objects';
import type { Workload } from '../inventory/workload';
import { writtenWorkloads } from '../inventory/written-workloads';
import { describeSelector, selectsLabels } from '../label-selector';
import { LabelIndex } from '../selectors/label-index';

/** What such findings have in common. */
export const NETWORK_POLICY_NO_EFFECT: FindingKind = {
  id: 'network-policy-no-effect',
  level: 'note',
  fix: 'Leave the policy out, and bind the agent to the loopback address or let it ask for credentials. As peers, allow the addresses of '
    + 'the nodes with an `ipBlock`.',
};

/** Policies for pods that share the network of their node, and those that have such pods as peers. */
export function* policiesWithoutEffect(context: CheckContext): Generator<ObjectFinding> {
  const policies = context.inventory.ofKind('NetworkPolicy', 'networking.k8s.io');
  if (policies.length === 0) {return;}
  const index = new LabelIndex<Workload>();
  const namespaces = new Set<string>();
  for (const workload of writtenWorkloads(context)) {
    index.add(namespaceOf(workload), podLabelsOf(workload), workload);
    namespaces.add(namespaceOf(workload));
  }
  const { own } = context;
  for (const policy of policies) {
    const reported = new Set<Workload>();
    for (const selector of policySelectors(policy.object.spec ?? {})) {
      if (!isNarrow(selector.podSelector)) {continue;}
      const podSelector = selector.podSelector!;
      const places = selector.namespaceSelector
        ? [...namespaces].filter(name => isOf(name, selector.namespaceSelector!, context.inventory)) : [namespaceOf(policy)];
      const selected = places.flatMap(place => index.candidates(place, podSelector))
        .filter(workload => selectsLabels(podSelector, podLabelsOf(workload)));
      const agents = own === undefined
        ? []
        : selected.filter(workload => workload.pod.hostNetwork === true && isMeant(workload, podSelector, own));
      if (own !== undefined && !own.has(policy)) {
        // which of its selectors, one of the agent cannot say: that it is meant is what its user has to know
        for (const agent of agents.filter(workload => !reported.has(workload))) {
          reported.add(agent);
          yield findingOf(NETWORK_POLICY_NO_EFFECT, {
            about: agent, path: `${agent.podPath}.hostNetwork`, level: 'error', given: 'hostNetwork: true',
            what: `${describeEntry(policy)} cannot see the pods, which share the network of their node: ${USES[selector.role]} them`,
          });
        }
        continue;
      }
      const isForAgent = selector.role === 'pods' && agents.length > 0;
      if (!isForAgent && (selected.length === 0 || !selected.every(({ pod }) => pod.hostNetwork === true))) {continue;}
      yield findingOf(NETWORK_POLICY_NO_EFFECT, {
        about: policy, path: selector.role === 'pods' ? selector.path : `${selector.path}.podSelector`,
        ...isForAgent ? { level: 'error' } : selector.role !== 'pods' && { level: 'warning' },
        what: `${USES[selector.role]} ${describeEntry(selected[0])}${selected.length === 1 ? '' : ` and ${selected.length - 1} more`}, `
          + 'which the policy cannot see: the pods share the network of their node',
        given: describeSelector(podSelector),
      });
    }
  }
}

const USES: { readonly [role in PolicySelector['role']]: string } = {
  pods: 'the policy is for', source: 'the policy lets in', target: 'the policy lets out to',
};

function podLabelsOf({ template }: Workload): Wire {
  return template.metadata?.labels ?? {};
}

/** A policy with all the labels by which an agent is found is for the agent; one with some of them may be for others, which others made. */
function isMeant(workload: Workload, { matchLabels = {} }: Wire, own: OwnObjects): boolean {
  return own.knowledgeOf(workload)?.foundBy.some(labels =>
    Object.entries(labels).every(([key, value]) => matchLabels?.[key] === value)) === true;
}

function isNarrow(selector: Wire | undefined): boolean {
  return Object.keys(selector?.matchLabels ?? {}).length > 0 || (selector?.matchExpressions ?? []).length > 0;
}

/** Whether a namespace is meant: by its name, which every namespace has as a label, and by what is known of it beside that. */
function isOf(name: string, selector: Wire, inventory: Inventory): boolean {
  return selectsLabels(selector, {
    ...inventory.find('Namespace', '', name)?.object.metadata?.labels, 'kubernetes.io/metadata.name': name,
  });
}
