import { foundBy } from './found-by';
import { daemonSet, deployment } from '../../../src/checks/example';
import { unstableSelector } from '../../../src/checks/rules/unstable-selector';
import type { Wire } from '../../../src/private/wire';

const selecting = (labels: Wire, name: string = 'agent') => daemonSet({}, {}, {
  name, selector: { matchLabels: labels }, template: { metadata: { labels } },
});

test.each<[string, string]>([
  ['app.kubernetes.io/version', 'one'], ['version', 'beta'], ['helm.sh/chart', 'agent-1.0.0'], ['chart', 'x'], ['heritage', 'Tiller'],
  ['app.kubernetes.io/managed-by', 'Helm'],
  ['pod-template-hash', 'abc'], ['git-sha', 'x'], ['example.com/build-id', '7'], ['cdk8s.io/metadata.addr', 'platform-agent-c8'],
])('the label %s changes by its name', (key, value) => {
  const place = /^\w+$/.test(key) ? `.${key}` : `['${key}']`;
  expect(foundBy(unstableSelector, selecting({ [key]: value }))).toEqual([
    `warning agent spec.selector.matchLabels${place} (${key}: ${value})`,
  ]);
});

test.each(['1.2', 'v1.2.3', '1.2.3-rc.1', '0a4f1c2e9b7d6583'])('the value %s changes by its look', value => {
  expect(foundBy(unstableSelector, selecting({ track: value }))).toHaveLength(1);
});

test.each<[string, string]>([
  ['app', 'logs'], ['app.kubernetes.io/name', 'agent'], ['app.kubernetes.io/instance', 'prod-7'], ['tier', 'node'], ['k8s-app', 'cilium'],
  ['zone', '12345678'], ['name', 'cafebabe'], ['version', 'v1'],
])('the label %s: %s stays', (key, value) => {
  expect(foundBy(unstableSelector, selecting({ [key]: value }))).toEqual([]);
});

test('a version that is part of the name belongs to another object tomorrow', () => {
  expect(foundBy(unstableSelector, selecting({ version: 'v1' }, 'reviews-v1'), selecting({ version: '1.2.0' }, 'agent-1-2-0'))).toEqual([]);
  expect(foundBy(unstableSelector, selecting({ version: 'v1.2' }, 'reviews-v1-20'))).toHaveLength(1);
});

test('expressions count, and Deployments too', () => {
  const selector = { matchExpressions: [{ key: 'app', operator: 'Exists' }, { key: 'version', operator: 'In', values: ['1', '2'] }] };
  expect(foundBy(unstableSelector, deployment({}, {}, { selector }))).toEqual([
    'warning agent spec.selector.matchExpressions[1] (version: 1, 2)',
  ]);
});

test('a ReplicaSet that a Deployment made has its hash by right', () => {
  const made = { ...deployment({}, {}, { selector: { matchLabels: { 'pod-template-hash': 'x' } } }), kind: 'ReplicaSet' };
  expect(foundBy(unstableSelector, {
    ...made, metadata: { name: 'x', ownerReferences: [{ kind: 'Deployment', name: 'x', controller: true }] },
  })).toEqual([]);
  expect(foundBy(unstableSelector, made)).toHaveLength(1);
});
