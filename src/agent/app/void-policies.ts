import type { ApiObject } from 'cdk8s';
import { attempt, ForeignObjects } from './foreign-workloads';
import { Note, RegisteredWorkload } from './registered-agent';
import { clusterOf } from './target';
import { policySelectors } from '../../cluster/network-policies/policy-selectors';
import { selectsLabels } from '../../cluster/label-selector';
import type { Wire } from '../../private/wire';
import { finding } from '../../private/finding';

/** Policies of others that were made for an agent on the host network: no policy sees its pods, neither as their own nor as peers. */
export function findVoidPolicies(policies: ForeignObjects['policies'], agents: readonly RegisteredWorkload[], note: Note): void {
  if (policies.length === 0) {return;}
  const onHost = agents.filter(agent => agent.state().spec.template?.spec?.hostNetwork === true);
  for (const agent of onHost) {
    for (const { object, spec } of policies) {
      const use = clusterOf(object) !== agent.cluster ? undefined : attempt(() => useOf(agent, object, spec));
      if (use !== undefined) {
        note(agent.construct, finding({
          code: 'network-policy-void',
          what: `the network policy ${object.node.path} ${use}, which shares the network of its node: policies do not see its pods`,
          given: 'hostNetwork: true',
          fix: 'leave it out of the policy; bind the agent to the loopback address, or allow the addresses of the nodes with an ipBlock',
        }));
      }
    }
  }
}

function useOf(agent: RegisteredWorkload, object: ApiObject, spec: Wire): string | undefined {
  const sameNamespace = (object.metadata.namespace ?? '') === (agent.namespace ?? '');
  const [own, ...peers] = policySelectors(spec);
  if (sameNamespace && isMeant(agent, own.podSelector)) {return 'selects the agent';}
  const isPeer = peers.some(peer => isFromNamespace(agent, peer.namespaceSelector, sameNamespace) && isMeant(agent, peer.podSelector));
  return isPeer ? 'has the agent as a peer' : undefined;
}

/** Of the labels of a namespace, its name alone is known. Without a selector, a peer is of the policy's own namespace. */
function isFromNamespace(agent: RegisteredWorkload, selector: Wire | undefined, sameNamespace: boolean): boolean {
  return selector ? selectsLabels(selector, { 'kubernetes.io/metadata.name': agent.namespace }) : sameNamespace;
}

/** A policy for every pod of a namespace is for the others; one with all the labels of the agent is for the agent. */
function isMeant(agent: RegisteredWorkload, selector: Wire | undefined): boolean {
  const labels = selector?.matchLabels;
  return labels !== undefined && agent.foundBy.some(own => Object.entries(own).every(([key, value]) => labels[key] === value))
    && selectsLabels(selector!, agent.state().spec.template?.metadata?.labels ?? {});
}
