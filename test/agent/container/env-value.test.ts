import * as kplus from 'cdk8s-plus-28';
import { EnvValue, KubernetesVersion, PodField, TargetCluster } from '../../../src/index';
import { testChart } from '../../support/golden';
import { containerOf, messageOf, problemsOf } from '../make-agent';

const valueOf = (value: EnvValue, chart = testChart()) => {
  const { name: _, ...rest } = containerOf({ env: { A: value } }, chart).env[0];
  return rest;
};

test.each([
  ['a text', EnvValue.of('x'), { value: 'x' }],
  ['an empty text, which the API server would drop', EnvValue.of(''), {}],
  ['a text of another system', EnvValue.of('a\r\nb\rc'), { value: 'a\nb\nc' }],
  ['a field', EnvValue.field(PodField.NODE_NAME), { valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }],
  ['a label', EnvValue.podLabel('team/name'), { valueFrom: { fieldRef: { fieldPath: "metadata.labels['team/name']" } } }],
  ['an annotation', EnvValue.podAnnotation('a'), { valueFrom: { fieldRef: { fieldPath: "metadata.annotations['a']" } } }],
  ['a resource', EnvValue.resource('limits.memory', '1Mi'), { valueFrom: { resourceFieldRef: { resource: 'limits.memory', divisor: '1Mi' } } }],
  ['a resource in its own unit', EnvValue.resource('requests.hugepages-2Mi', ''), { valueFrom: { resourceFieldRef: { resource: 'requests.hugepages-2Mi' } } }],
  ['a key of a Secret', EnvValue.secret('creds', 'token'), { valueFrom: { secretKeyRef: { name: 'creds', key: 'token' } } }],
  ['a key of a Secret that may be missing', EnvValue.secret('creds', 'token', { optional: true }), { valueFrom: { secretKeyRef: { name: 'creds', key: 'token', optional: true } } }],
  ['a key of a ConfigMap', EnvValue.configMap('settings', 'a.b', { optional: false }), { valueFrom: { configMapKeyRef: { name: 'settings', key: 'a.b' } } }],
])('%s', (_, value, wire) => {
  expect(valueOf(value)).toEqual(wire);
});

test('a value of cdk8s-plus is what it was there', () => {
  expect(valueOf(EnvValue.fromPlus(kplus.EnvValue.fromValue('x')))).toEqual({ value: 'x' });
  expect(valueOf(EnvValue.fromPlus(kplus.EnvValue.fromFieldRef(kplus.EnvFieldPaths.POD_IP)))).toEqual({ valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } });
});

test('a key of an object of cdk8s-plus', () => {
  const chart = testChart();
  const secret = new kplus.Secret(chart, 'secret', { metadata: { name: 'creds' } });
  const settings = new kplus.ConfigMap(chart, 'settings', { metadata: { name: 'settings' } });
  expect(EnvValue.fromSecret(secret, 'token')._toWire()).toEqual({ valueFrom: { secretKeyRef: { name: 'creds', key: 'token' } } });
  expect(EnvValue.fromConfigMap(settings, 'url')._toWire()).toEqual({ valueFrom: { configMapKeyRef: { name: 'settings', key: 'url' } } });
});

test('all addresses of the node are a field since Kubernetes 1.29', () => {
  const chart = testChart();
  TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_29 });
  expect(valueOf(EnvValue.field(PodField.HOST_IPS), chart)).toEqual({ valueFrom: { fieldRef: { fieldPath: 'status.hostIPs' } } });
  expect(problemsOf({ env: { NODE_IPS: EnvValue.field(PodField.HOST_IPS) } })).toEqual([
    'field-too-new: the variable NODE_IPS uses EnvVarSource.fieldRef: status.hostIPs, which needs Kubernetes 1.29; given: kubernetesVersion 1.28; allowed: 1.29 or newer; fix: use PodField.HOST_IP, or raise kubernetesVersion with TargetCluster.configure when the oldest cluster is there',
  ]);
});

test.each([
  ['a label that no pod can have', () => EnvValue.podLabel('a b'),
    "invalid-label: the label of a pod is not a valid label key; given: 'a b'; allowed: at most 63 letters, digits, `-`, `_` and `.`, a letter or digit at both ends; in front of it at will a DNS subdomain and `/`; fix: write 'a-b'"],
  ['an annotation that no pod can have', () => EnvValue.podAnnotation(''),
    "invalid-label: the annotation of a pod is not a valid label key; given: ''; allowed: at most 63 letters, digits, `-`, `_` and `.`, a letter or digit at both ends; in front of it at will a DNS subdomain and `/`; fix: choose another name"],
  ['a resource that variables do not know', () => EnvValue.resource('limits.nvidia.com/gpu'),
    "invalid-quantity: a variable cannot hold this resource; given: 'limits.nvidia.com/gpu'; allowed: limits or requests, a dot, and cpu, memory, ephemeral-storage or hugepages-<size>; fix: write something like limits.memory"],
  ['a unit that processors are not counted in', () => EnvValue.resource('limits.cpu', '1Mi'),
    "invalid-quantity: limits.cpu is not counted in this unit; given: '1Mi'; allowed: 1, 1m; fix: use one of these units"],
  ['a unit that is a number', () => EnvValue.resource('limits.memory', '3'),
    "invalid-quantity: limits.memory is not counted in this unit; given: '3'; allowed: 1, 1k, 1M, 1G, 1T, 1P, 1E, 1Ki, 1Mi, 1Gi, 1Ti, 1Pi, 1Ei; fix: use one of these units"],
  ['a Secret that cannot be', () => EnvValue.secret('My Secret', 'token'),
    "invalid-name: the object that a variable is taken from is not a valid DNS subdomain; given: 'My Secret'; allowed: at most 253 lower-case letters, digits, `-` and `.`, a letter or digit at both ends and beside every `.`; fix: write 'my-secret'"],
  ['a key that cannot be', () => EnvValue.configMap('settings', 'a/b'),
    "invalid-name: the key that a variable is taken from is not a valid config map key; given: 'a/b'; allowed: at most 253 letters, digits, `-`, `_` and `.`, not `.` alone, not beginning with `..`; fix: write 'a-b'"],
])('fails for %s', (_, act, message) => {
  expect(messageOf(act)).toBe(message);
});
