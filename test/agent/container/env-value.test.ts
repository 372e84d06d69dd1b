import * as kplus from 'cdk8s-plus-28';
import { EnvValue, KubernetesVersion, PodField, TargetCluster } from '../../../src/index';
import { testChart } from '../../support/golden';
import { refusal } from '../../support/refusal';
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
  ['a resource', EnvValue.resource(
    'limits.memory', '1Mi',
  ), { valueFrom: { resourceFieldRef: { resource: 'limits.memory', divisor: '1Mi' } } }],
  ['a resource in its own unit', EnvValue.resource(
    'requests.hugepages-2Mi', '',
  ), { valueFrom: { resourceFieldRef: { resource: 'requests.hugepages-2Mi' } } }],
  ['a key of a Secret', EnvValue.secret('creds', 'token'), { valueFrom: { secretKeyRef: { name: 'creds', key: 'token' } } }],
  ['a key of a Secret that may be missing', EnvValue.secret('creds', 'token', { optional: true }), {
    valueFrom: { secretKeyRef: { name: 'creds', key: 'token', optional: true } },
  }],
  ['a key of a ConfigMap', EnvValue.configMap('settings', 'a.b', { optional: false }), {
    valueFrom: { configMapKeyRef: { name: 'settings', key: 'a.b' } },
  }],
])('%s', (_, value, wire) => {
  expect(valueOf(value)).toEqual(wire);
});

test('a value of cdk8s-plus is what it was there', () => {
  expect(valueOf(EnvValue.fromPlus(kplus.EnvValue.fromValue('x')))).toEqual({ value: 'x' });
  expect(valueOf(EnvValue.fromPlus(kplus.EnvValue.fromFieldRef(kplus.EnvFieldPaths.POD_IP)))).toEqual({
    valueFrom: { fieldRef: { fieldPath: 'status.podIP' } },
  });
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
    refusal('field-too-new', {
      given: 'kubernetesVersion 1.28', allowed: '1.29 or newer', names: ['NODE_IPS', 'EnvVarSource.fieldRef', 'status.hostIPs', '1.29'],
    }),
  ]);
});

test.each([
  ['a label that no pod can have', () => EnvValue.podLabel('a b'),
    refusal('invalid-label', { given: "'a b'", names: ['63', '_'] })],
  ['an annotation that no pod can have', () => EnvValue.podAnnotation(''),
    refusal('invalid-label', { given: "''", names: ['63', '_'] })],
  ['a resource that variables do not know', () => EnvValue.resource('limits.nvidia.com/gpu'),
    refusal('invalid-quantity', { given: "'limits.nvidia.com/gpu'" })],
  ['a unit that processors are not counted in', () => EnvValue.resource('limits.cpu', '1Mi'),
    refusal('invalid-quantity', { given: "'1Mi'", allowed: '1, 1m', names: ['limits.cpu'] })],
  ['a unit that is a number', () => EnvValue.resource('limits.memory', '3'),
    refusal('invalid-quantity', {
      given: "'3'", allowed: '1, 1k, 1M, 1G, 1T, 1P, 1E, 1Ki, 1Mi, 1Gi, 1Ti, 1Pi, 1Ei', names: ['limits.memory'],
    })],
  ['a Secret that cannot be', () => EnvValue.secret('My Secret', 'token'),
    refusal('invalid-name', { given: "'My Secret'", names: ['253'] })],
  ['a key that cannot be', () => EnvValue.configMap('settings', 'a/b'),
    refusal('invalid-name', { given: "'a/b'", names: ['253', '_'] })],
])('fails for %s', (_, act, message) => {
  expect(messageOf(act)).toEqual(message);
});
