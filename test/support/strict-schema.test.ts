import { strictFindings } from './strict-schema';

test('a valid object has no findings', () => {
  expect(strictFindings({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'config' }, data: { 'a.conf': '' } }, 28)).toEqual([]);
});

test('every finding is a line that begins with the kind and name of the object', () => {
  expect(strictFindings({ apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'agent' }, spec: { replicas: 1 } }, 28)).toEqual([
    'DaemonSet agent: spec.replicas: unknown-field: the Kubernetes API has no field replicas in DaemonSetSpec',
    'DaemonSet agent: spec.selector: invalid-field: selector is missing',
    'DaemonSet agent: spec.template: invalid-field: template is missing',
  ]);
});

test('an object without a name is called by its kind', () => {
  expect(strictFindings({ apiVersion: 'v1', kind: 'Secret', datas: {} }, 28)).toEqual([
    'Secret: datas: unknown-field: the Kubernetes API has no field datas in Secret',
  ]);
});

test('fields newer than the target are found', () => {
  const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' }, spec: { trafficDistribution: 'PreferClose' } };
  expect(strictFindings(service, 29)).toEqual([
    'Service a: spec.trafficDistribution: field-too-new: the field trafficDistribution needs Kubernetes 1.30',
  ]);
  expect(strictFindings(service, 30)).toEqual([]);
});

test('custom resources and values that are no objects have no findings', () => {
  expect(strictFindings({ apiVersion: 'monitoring.coreos.com/v1', kind: 'ServiceMonitor', spec: { anything: true } }, 28)).toEqual([]);
  expect(strictFindings(null, 28)).toEqual([]);
});
