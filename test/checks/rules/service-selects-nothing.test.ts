import { foundBy } from './found-by';
import { daemonSet, deployment } from '../../../src/checks/example';
import { serviceSelectsNothing } from '../../../src/checks/rules/service-selects-nothing';
import type { Wire } from '../../../src/private/wire';

const labelled = (labels: Wire, name = 'agent') => deployment({}, {}, { name, template: { metadata: { labels } } });
const service = (selector: Wire, name = 'service', spec: Wire = {}) => ({
  apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: 'agents' }, spec: { selector, ports: [{ port: 80 }], ...spec },
});
const found = (selector: Wire, labels: Wire) => foundBy(serviceSelectsNothing, service(selector), labelled(labels));

test.each<[string, Wire, string]>([
  ['swapped', { app: 'agnet' }, 'app: agnet'], ['missing', { app: 'agnt' }, 'app: agnt'], ['too much', { app: 'agentt' }, 'app: agentt'],
  ['wrong', { app: 'agemt' }, 'app: agemt'],
])('a letter is %s', (_, selector, given) => {
  expect(found(selector, { app: 'agent' })).toEqual([`warning service spec.selector (${given})`]);
});

test('the key can be misspelt too, and the other labels must be right', () => {
  const labels = { 'app': 'agent', 'app.kubernetes.io/name': 'logs', 'tier': 'node' };
  expect(found({ 'app.kubernetes.io/nmae': 'logs', 'tier': 'node' }, labels)).toEqual([
    'warning service spec.selector (app.kubernetes.io/nmae: logs)',
  ]);
  expect(found({ 'app.kubernetes.io/nmae': 'logs', 'tier': 'other' }, labels)).toEqual([]);
});

test.each<[string, Wire[]]>([
  ['one that selects pods', [service({ app: 'agent' }), daemonSet()]],
  ['pods of others', [service({ app: 'prometheus' }), daemonSet()]],
  ['another version', [service({ app: 'agent', version: 'v2' }), labelled({ app: 'agent', version: 'v1' })]],
  ['another shard', [service({ app: 'agent-1' }), labelled({ app: 'agent-2' })]],
  ['short words', [service({ role: 'rw' }), labelled({ role: 'ro' })]],
  ['one pod of a StatefulSet', [service({ 'statefulset.kubernetes.io/pod-name': 'agent-0' }), daemonSet()]],
  ['a workload that another Service selects', [
    service({ role: 'leader' }), service({ role: 'reader' }, 'other'), labelled({ role: 'reader' }),
  ]],
  ['another namespace', [service({ app: 'agnet' }), { ...daemonSet(), metadata: { name: 'agent', namespace: 'other' } }]],
  ['an external name', [service({ app: 'agnet' }, 'service', { type: 'ExternalName', externalName: 'example.com' }), daemonSet()]],
  ['no selector', [service({}), daemonSet()]],
])('no finding: %s', (_, objects) => {
  expect(foundBy(serviceSelectsNothing, ...objects)).toEqual([]);
});
