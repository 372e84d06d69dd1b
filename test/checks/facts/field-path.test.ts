import { contextOf, daemonSet } from '../../../src/checks/example';
import { keyPath, podMetadataPath } from '../../../src/checks/facts/field-path';

test.each([['disk', 'a.disk'], ['kubernetes.io/os', "a['kubernetes.io/os']"], ['2', "a['2']"], ['agent.yaml', "a['agent.yaml']"]])('the key %s', (key, path) => {
  expect(keyPath('a', key)).toBe(path);
});

test('the metadata of pods stands beside their spec', () => {
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec: { containers: [] } };
  const cron = { apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name: 'c' }, spec: { jobTemplate: { spec: { template: { spec: { containers: [] } } } } } };
  expect(contextOf([daemonSet(), pod, cron]).inventory.workloads.map(podMetadataPath)).toEqual(['spec.template.metadata', 'metadata', 'spec.jobTemplate.spec.template.metadata']);
});
