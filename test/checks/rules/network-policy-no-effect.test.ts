import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { networkPolicyNoEffect } from '../../../src/checks/rules/network-policy-no-effect';
import type { Wire } from '../../../src/private/wire';

const onHost = daemonSet({ hostNetwork: true });
const policy = (spec: Wire, namespace: string = 'agents') => ({
  apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'p', namespace }, spec,
});
const podSelector = { matchLabels: { app: 'agent' } };

test('a policy for pods on the host network closes nothing', () => {
  expect(foundBy(networkPolicyNoEffect, onHost, policy({ podSelector }))).toEqual(['note p spec.podSelector (app: agent)']);
  const expression = { matchExpressions: [{ key: 'app', operator: 'In', values: ['agent'] }] };
  expect(foundBy(networkPolicyNoEffect, onHost, policy({ podSelector: expression }))).toHaveLength(1);
});

test('a peer on the host network is not let in or out', () => {
  const spec = {
    podSelector: {}, ingress: [{}, { from: [{ ipBlock: { cidr: '10.0.0.0/8' } }, { podSelector }] }], egress: [{ to: [{ podSelector }] }],
  };
  expect(foundBy(networkPolicyNoEffect, onHost, policy(spec))).toEqual([
    'warning p spec.ingress[1].from[1].podSelector (app: agent)', 'warning p spec.egress[0].to[0].podSelector (app: agent)',
  ]);
});

test('a peer of another namespace is found by what is known of the namespace', () => {
  const spec = (namespaceSelector: Wire) => ({ podSelector: {}, ingress: [{ from: [{ podSelector, namespaceSelector }] }] });
  expect(foundBy(
    networkPolicyNoEffect, onHost, policy(spec({ matchLabels: { 'kubernetes.io/metadata.name': 'agents' } }), 'web'),
  )).toHaveLength(1);
  expect(foundBy(
    networkPolicyNoEffect, onHost, policy(spec({ matchLabels: { 'kubernetes.io/metadata.name': 'other' } }), 'web'),
  )).toEqual([]);
  const team = spec({ matchLabels: { team: 'a' } });
  expect(foundBy(networkPolicyNoEffect, onHost, policy(team, 'web'))).toEqual([]);
  expect(foundBy(networkPolicyNoEffect, onHost, policy(team, 'web'), {
    apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'agents', labels: { team: 'a' } },
  })).toHaveLength(1);
});

test.each<[string, Wire[]]>([
  ['for every pod of a namespace', [onHost, policy({ podSelector: {} })]],
  ['for pods with a network of their own', [daemonSet(), policy({ podSelector })]],
  ['for some on the host network and others', [
    onHost, daemonSet({}, {}, { name: 'other', template: { metadata: { labels: { app: 'agent' } } } }), policy({ podSelector }),
  ]],
  ['of another namespace', [onHost, policy({ podSelector }, 'web')]],
  ['for pods that are not here', [onHost, policy({ podSelector: { matchLabels: { app: 'web' } } })]],
])('a policy %s is fine', (_, objects) => {
  expect(foundBy(networkPolicyNoEffect, ...objects)).toEqual([]);
});
