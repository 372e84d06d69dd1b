import { NETWORK_POLICY_NO_EFFECT, policiesWithoutEffect } from '../../cluster/network-policies/policies-without-effect';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const networkPolicyNoEffect: Rule = {
  ...NETWORK_POLICY_NO_EFFECT,
  summary: 'A network policy is about pods that share the network of their node, and sees none of them.',
  looksAt: '`podSelector` of NetworkPolicies, of the policy itself and of its peers, where all pods that it selects are on the host '
    + 'network. A policy for every pod of a namespace is for the others.',
  why: 'Policies work on the addresses of pods, and these pods have those of their nodes: the policy closes nothing, and a peer among '
    + 'them, which is a warning, is not let in or out.',
  example: () => {
    const policy = {
      apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'agent', namespace: 'agents' },
      spec: { podSelector: { matchLabels: { app: 'agent' } }, policyTypes: ['Ingress'] },
    };
    return { fails: [policy, daemonSet({ hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' })], passes: [policy, daemonSet()] };
  },
  check: policiesWithoutEffect,
};
