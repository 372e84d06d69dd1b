import { contextOf, daemonSet, deployment } from '../../../src/checks/example';
import { podSecurityLevel } from '../../../src/checks/rules/pod-security-level';
import { runRules } from '../../../src/checks/run-checks';
import type { Wire } from '../../../src/private/wire';

const ENFORCE = 'pod-security.kubernetes.io/enforce';
const namespace = (labels?: Wire, name: string = 'agents') => ({
  apiVersion: 'v1', kind: 'Namespace', metadata: { name, ...labels && { labels } },
});
const found = (minor: number, ...objects: Wire[]) => runRules([podSecurityLevel], contextOf(objects, minor));

test.each<[string, Wire | undefined, number]>([
  ['no label', undefined, 0], ['no level', { 'pod-security.kubernetes.io/warn': 'restricted' }, 0],
  ['privileged', { [ENFORCE]: 'privileged' }, 0],
  ['baseline', { [ENFORCE]: 'baseline' }, 1], ['restricted', { [ENFORCE]: 'restricted' }, 1],
  ['a level that nobody knows', { [ENFORCE]: 'strict' }, 0],
  ['a pinned version', { [ENFORCE]: 'baseline', [`${ENFORCE}-version`]: 'v1.28' }, 1],
  ['latest', { [ENFORCE]: 'baseline', [`${ENFORCE}-version`]: 'latest' }, 1],
])('a pod on the host network in a namespace with %s', (_, labels, count) => {
  expect(found(28, namespace(labels), daemonSet({ hostNetwork: true }))).toHaveLength(count);
});

test('says what the admission plugin would say, and what the pods need', () => {
  expect(found(28, namespace({ [ENFORCE]: 'baseline' }), daemonSet({ hostPID: true }))).toMatchObject([
    {
      level: 'error', given: 'host namespaces (hostPID=true)',
      allowed: 'pods of the level baseline, or a namespace that enforces privileged',
    },
  ]);
});

test('other namespaces and templates without pods are no concern; other workloads are', () => {
  const baseline = namespace({ [ENFORCE]: 'baseline' });
  const template = {
    apiVersion: 'v1', kind: 'PodTemplate', metadata: { name: 't', namespace: 'agents' },
    template: { spec: { hostNetwork: true, containers: [] } },
  };
  expect(found(28, namespace({ [ENFORCE]: 'baseline' }, 'other'), daemonSet({ hostNetwork: true }))).toEqual([]);
  expect(found(28, baseline, deployment({ hostNetwork: true }))).toHaveLength(1);
  expect(found(28, baseline, template)).toEqual([]);
});

test.each<[number, Wire, number]>([[33, {}, 0], [34, {}, 1], [
  34, { [`${ENFORCE}-version`]: 'v1.33' }, 0,
], [36, { [`${ENFORCE}-version`]: 'v1.34' }, 1], [33, { [`${ENFORCE}-version`]: 'v1.34' }, 0]])(
  'a probe with a host, forbidden by policies from 1.34 on, on 1.%i with %j', (minor, labels, count) => {
    const probed = daemonSet({}, { livenessProbe: { tcpSocket: { host: '127.0.0.1', port: 1 } } });
    expect(found(minor, namespace({ [ENFORCE]: 'baseline', ...labels }), probed)).toHaveLength(count);
  },
);
