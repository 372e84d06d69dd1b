import { strictFindings } from './strict-schema';

test('a valid object has no findings', () => {
  expect(strictFindings({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'config' }, data: { 'a.conf': '' } }, 28)).toEqual([]);
});

test('every finding is a line that begins with the kind and name of the object', () => {
  expect(strictFindings({ apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'agent' }, spec: { replicas: 1 } }, 28)).toEqual([
    'DaemonSet agent: spec.replicas: DaemonSetSpec has no field replicas',
    'DaemonSet agent: spec.selector: DaemonSetSpec requires selector (LabelSelector)',
    'DaemonSet agent: spec.template: DaemonSetSpec requires template (PodTemplateSpec)',
  ]);
});

test('an object without a name is called by its kind', () => {
  expect(strictFindings({ apiVersion: 'v1', kind: 'Secret', datas: {} }, 28)).toEqual(['Secret: datas: Secret has no field datas, did you mean data?']);
});

test('fields newer than the target are found', () => {
  const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' }, spec: { trafficDistribution: 'PreferClose' } };
  expect(strictFindings(service, 29)).toEqual(['Service a: spec.trafficDistribution: ServiceSpec has trafficDistribution since Kubernetes 1.30']);
  expect(strictFindings(service, 30)).toEqual([]);
});

test('custom resources and values that are no objects have no findings', () => {
  expect(strictFindings({ apiVersion: 'monitoring.coreos.com/v1', kind: 'ServiceMonitor', spec: { anything: true } }, 28)).toEqual([]);
  expect(strictFindings(null, 28)).toEqual([]);
});
