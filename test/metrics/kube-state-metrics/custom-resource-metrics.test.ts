import { parse } from 'yaml';
import { CustomResourceMetric, CustomResourceMetrics, CustomResourceMetricsOptions, KubeStateMetrics } from '../../../src';
import { objectOf, testChart } from '../../support/golden';
import { reading } from '../../support/refused';

const CERTIFICATE = {
  group: 'cert-manager.io', version: 'v1', kind: 'Certificate', plural: 'certificates', metrics: [CustomResourceMetric.info('info')],
};

function configOf(options: Partial<CustomResourceMetricsOptions>): any {
  const chart = testChart();
  new KubeStateMetrics(chart, 'ksm', { customResources: [CustomResourceMetrics.of({ ...CERTIFICATE, ...options })] });
  const [text] = Object.values<string>(objectOf(chart, 'ConfigMap').data);
  return parse(text).spec.resources[0];
}

test('a kind is found by its group, version, kind and plural, and its series name their object', () => {
  expect(configOf({})).toEqual({
    groupVersionKind: { group: 'cert-manager.io', version: 'v1', kind: 'Certificate' },
    resourcePlural: 'certificates',
    labelsFromPath: { name: ['metadata', 'name'], namespace: ['metadata', 'namespace'] },
    metrics: [{ name: 'info', help: 'info', each: { type: 'Info', info: {} } }],
  });
});

test('prefix and labels can be others, and an empty prefix is none', () => {
  expect(configOf({ metricNamePrefix: '', commonLabels: { team: 'a' }, labelsFromPath: { uid: ['metadata', 'uid'] } }))
    .toMatchObject({ metricNamePrefix: '', commonLabels: { team: 'a' }, labelsFromPath: { uid: ['metadata', 'uid'] } });
});

test.each<[string, CustomResourceMetric, object]>([
  ['a number', CustomResourceMetric.gauge('a', {
    path: ['status'], valueFrom: ['replicas'], nilIsZero: true, labelFromKey: 'key', help: 'Replicas.',
  }),
  {
    name: 'a', help: 'Replicas.', each: {
      type: 'Gauge', gauge: { path: ['status'], valueFrom: ['replicas'], nilIsZero: true, labelFromKey: 'key' },
    },
  }],
  ['texts', CustomResourceMetric.info('b', { labelsFromPath: { issuer: ['spec', 'issuerRef', 'name'] } }),
    { name: 'b', help: 'b', each: { type: 'Info', info: { labelsFromPath: { issuer: ['spec', 'issuerRef', 'name'] } } } }],
  ['one of several states', CustomResourceMetric.stateSet('c', {
    states: ['True', 'False'], labelName: 'ready', path: ['status', 'ready'],
  }),
  {
    name: 'c', help: 'c', each: {
      type: 'StateSet', stateSet: { path: ['status', 'ready'], list: ['True', 'False'], labelName: 'ready' },
    },
  }],
])('a metric is %s', (_, metric, expected) => {
  expect(configOf({ metrics: [metric] }).metrics).toEqual([expected]);
});

test('the program is reported where the configuration is, and rolls when it changes', () => {
  const chart = testChart();
  new KubeStateMetrics(chart, 'ksm', { customResources: [CustomResourceMetrics.of(CERTIFICATE)] });
  const { metadata, spec } = objectOf(chart, 'Deployment').spec.template;
  expect(spec.containers[0].args).toContain('--custom-resource-state-config-file=/etc/kube-state-metrics/custom-resources.yaml');
  expect(spec.containers[0].volumeMounts).toContainEqual(expect.objectContaining({ mountPath: '/etc/kube-state-metrics' }));
  expect(metadata.annotations).toHaveProperty('checksum/config');
});

test.each<[string, () => unknown]>([
  ['a metric with a name of two words', () => CustomResourceMetric.gauge('two words')],
  ['a label that begins with a digit', () => CustomResourceMetric.info('a', { labelsFromPath: { '1st': ['a'] } })],
  ['a label that Prometheus keeps for itself', () => CustomResourceMetric.info('a', { labelFromKey: '__name__' })],
  ['a state set without a state', () => CustomResourceMetric.stateSet('a', { states: [], labelName: 'b' })],
  ['a kind in lower case', () => CustomResourceMetrics.of({ ...CERTIFICATE, kind: 'certificate' })],
  ['a plural with its group', () => CustomResourceMetrics.of({ ...CERTIFICATE, plural: 'certificates.cert-manager.io' })],
  ['a version that is none', () => CustomResourceMetrics.of({ ...CERTIFICATE, version: '1' })],
  ['a group with a slash', () => CustomResourceMetrics.of({ ...CERTIFICATE, group: 'cert-manager.io/v1' })],
  ['a prefix of two words', () => CustomResourceMetrics.of({ ...CERTIFICATE, metricNamePrefix: 'two words' })],
  ['no metric', () => CustomResourceMetrics.of({ ...CERTIFICATE, metrics: [] })],
])('%s is refused', (_, make) => {
  expect(reading(make)).toThrow(/^invalid-custom-resource-metric: .*; given: .*; allowed: .*; fix: /);
});

test('a kind says which resource it is', () => {
  expect(CustomResourceMetrics.of(CERTIFICATE).resource).toBe('certificates.cert-manager.io');
});
