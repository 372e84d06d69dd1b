import type { Wire } from '../../private/wire';

/** A place of a network policy that names pods. */
export interface PolicySelector {
  /** Whether the policy is for these pods, or they are peers of those that it is for. */
  readonly role: 'pods' | 'source' | 'target';
  /** Absent for every pod. */
  readonly podSelector?: Wire;
  /** Absent for the namespace of the policy. */
  readonly namespaceSelector?: Wire;
  /** Where it stands: `spec.ingress[0].from[1]`. */
  readonly path: string;
}

/** Every place of a network policy that names pods. What is there in place of a list is for the API server to refuse. */
export function policySelectors(spec: Wire): PolicySelector[] {
  return [
    { role: 'pods', podSelector: spec.podSelector, path: 'spec.podSelector' },
    ...peersOf(spec, 'ingress', 'from').map(peer => ({ role: 'source' as const, ...peer })),
    ...peersOf(spec, 'egress', 'to').map(peer => ({ role: 'target' as const, ...peer })),
  ];
}

function peersOf(spec: Wire, direction: string, side: string): Array<Omit<PolicySelector, 'role'>> {
  return listOf(spec[direction]).flatMap((rule, index) => listOf(rule?.[side]).map((peer, place) => ({
    podSelector: peer?.podSelector, namespaceSelector: peer?.namespaceSelector, path: `spec.${direction}[${index}].${side}[${place}]`,
  })));
}

function listOf(value: unknown): Wire[] {
  return Array.isArray(value) ? value : [];
}
