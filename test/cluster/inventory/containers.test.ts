import { containersIn, runningContainersIn } from '../../../src/cluster/inventory/containers';
import { workloadOf } from '../../../src/cluster/inventory/workload';
import { entriesOf } from '../../../src/private/entry';

const spec = { containers: [{ name: 'main' }, {}], initContainers: [{ name: 'init' }, { name: 'sidecar', restartPolicy: 'Always' }] };
const pod = workloadOf(entriesOf({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec })[0])!;
const job = workloadOf(entriesOf({
  apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name: 'a' }, spec: { jobTemplate: { spec: { template: { spec } } } },
})[0])!;

test('those of the pod itself come first, each with its role and its place', () => {
  expect(containersIn(pod).map(({ name, role, path }) => [name, role, path])).toEqual([
    ['main', 'main', 'spec.containers[0]'], ['', 'main', 'spec.containers[1]'], ['init', 'init', 'spec.initContainers[0]'],
    ['sidecar', 'sidecar', 'spec.initContainers[1]'],
  ]);
  expect(containersIn(job)[0].path).toBe('spec.jobTemplate.spec.template.spec.containers[0]');
});

test('init containers end', () => {
  expect(runningContainersIn(pod).map(({ name }) => name)).toEqual(['main', '', 'sidecar']);
});
