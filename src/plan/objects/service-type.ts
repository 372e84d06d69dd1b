import { isMap } from '../../private/entry';
import type { Wire } from '../../private/wire';

/** A Service without the fields that the API server takes away with its type, when an apply of the next one changes that. */
export function withoutFieldsOfType(previous: Wire, next: Wire): Wire {
  const { spec: before } = previous;
  if (previous.kind !== 'Service' || !isMap(before) || !isMap(next.spec)) {return previous;}
  const now: Wire = { ...before, ...next.spec };
  const gone = FIELDS.filter(({ goWith }) => goWith(before) && !goWith(now)).flatMap(({ fields }) => fields);
  const ports: unknown = gone.includes('nodePort') && Array.isArray(before.ports) ? before.ports.map(withoutNodePort) : before.ports;
  return { ...previous, spec: { ...Object.fromEntries(Object.entries(before).filter(([name]) => !gone.includes(name))), ports } };
}

/** What the API server takes away, and which Services have it: `dropTypeDependentFields` in its registry of Services. */
const FIELDS: ReadonlyArray<{ readonly fields: readonly string[]; readonly goWith: (spec: Wire) => boolean }> = [
  { fields: ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy'], goWith: ({ type }) => type !== 'ExternalName' },
  { fields: ['nodePort'], goWith: ({ type }) => type === 'NodePort' || isBalancer(type) },
  {
    fields: ['healthCheckNodePort'],
    goWith: ({ type, externalTrafficPolicy }) => isBalancer(type) && externalTrafficPolicy === 'Local',
  },
  { fields: ['allocateLoadBalancerNodePorts', 'loadBalancerClass'], goWith: ({ type }) => isBalancer(type) },
  {
    fields: ['externalTrafficPolicy'],
    goWith: ({ type, externalIPs = [] }) => type === 'NodePort' || isBalancer(type) || type !== 'ExternalName' && externalIPs.length > 0,
  },
];

function isBalancer(type: unknown): boolean {
  return type === 'LoadBalancer';
}

function withoutNodePort(port: Wire): Wire {
  const { nodePort: _, ...rest } = port;
  return rest;
}
