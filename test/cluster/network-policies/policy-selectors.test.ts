import { policySelectors } from '../../../src/cluster/network-policies/policy-selectors';

test('every place that names pods, and where it stands', () => {
  const [a, b, c] = ['a', 'b', 'c'].map(app => ({ matchLabels: { app } }));
  expect(policySelectors({
    podSelector: a, ingress: [{ from: [{ podSelector: b }, { namespaceSelector: c }] }], egress: [{}, { to: [{ ipBlock: {} }] }],
  })).toEqual([
    { role: 'pods', podSelector: a, path: 'spec.podSelector' },
    { role: 'source', podSelector: b, namespaceSelector: undefined, path: 'spec.ingress[0].from[0]' },
    { role: 'source', podSelector: undefined, namespaceSelector: c, path: 'spec.ingress[0].from[1]' },
    { role: 'target', podSelector: undefined, namespaceSelector: undefined, path: 'spec.egress[1].to[0]' },
  ]);
});

test('what is no list has no peers', () => {
  expect(policySelectors({ podSelector: {}, ingress: {}, egress: [null, { to: 'x' }] }).map(({ role }) => role)).toEqual(['pods']);
});
