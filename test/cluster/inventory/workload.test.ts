import { contextOf, daemonSet } from '../../../src/checks/example';
import { isDaemonSet, podMetadataPath, workloadOf } from '../../../src/cluster/inventory/workload';
import { entriesOf } from '../../../src/private/entry';

const pod = { containers: [{ name: 'main', image: 'a:1' }] };
const template = { metadata: { labels: { app: 'a' } }, spec: pod };
const read = (object: object) => workloadOf(entriesOf(object)[0]);

test.each<[string, object, string]>([
  ['a DaemonSet', { apiVersion: 'apps/v1', kind: 'DaemonSet', spec: { template } }, 'spec.template.spec'],
  ['a Job', { apiVersion: 'batch/v1', kind: 'Job', spec: { template } }, 'spec.template.spec'],
  ['a CronJob', {
    apiVersion: 'batch/v1', kind: 'CronJob', spec: { jobTemplate: { spec: { template } } },
  }, 'spec.jobTemplate.spec.template.spec'],
  ['a workload of someone else', { apiVersion: 'apps.kruise.io/v1alpha1', kind: 'DaemonSet', spec: { template } }, 'spec.template.spec'],
  ['a PodTemplate', { apiVersion: 'v1', kind: 'PodTemplate', template }, 'template.spec'],
  ['a Pod', { apiVersion: 'v1', kind: 'Pod', metadata: {}, spec: pod }, 'spec'],
])('%s makes pods', (_, object, podPath) => {
  const workload = read(object)!;
  expect([workload.pod, workload.podPath, workload.template.spec]).toEqual([pod, podPath, pod]);
});

test.each<[string, object]>([
  ['a Service', { apiVersion: 'v1', kind: 'Service', spec: { ports: [] } }],
  ['an object without a spec', { apiVersion: 'v1', kind: 'Pod' }],
  ['a template of something else', { apiVersion: 'cert-manager.io/v1', kind: 'Certificate', spec: { template: { spec: { names: [] } } } }],
  ['a PodTemplate that is empty', { apiVersion: 'v1', kind: 'PodTemplate' }],
])('%s makes none', (_, object) => {
  expect(read(object)).toBeUndefined();
});

test('what it means for nodes is read when someone asks, once, and a DaemonSet says whether it surges', () => {
  const surging = read({
    apiVersion: 'apps/v1', kind: 'DaemonSet', spec: { template, updateStrategy: { rollingUpdate: { maxSurge: 1 } } },
  })!;
  expect(surging.facts.surges).toBe(true);
  expect(surging.facts).toBe(surging.facts);
  expect(
    read({ apiVersion: 'v1', kind: 'Pod', spec: { ...pod, hostNetwork: true } })!.facts,
  ).toMatchObject({ hostNetwork: true, surges: false });
});

test('DaemonSets are those of Kubernetes itself', () => {
  expect(isDaemonSet({ apiVersion: 'apps/v1', kind: 'DaemonSet' })).toBe(true);
  expect([
    isDaemonSet({ apiVersion: 'apps.kruise.io/v1', kind: 'DaemonSet' }), isDaemonSet({ apiVersion: 'apps/v1', kind: 'Deployment' }),
  ]).toEqual([false, false]);
});

test('the metadata of pods stands beside their spec', () => {
  const bare = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec: { containers: [] } };
  const cron = {
    apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name: 'c' },
    spec: { jobTemplate: { spec: { template: { spec: { containers: [] } } } } },
  };
  expect(contextOf([daemonSet(), bare, cron]).inventory.workloads.map(podMetadataPath)).toEqual([
    'spec.template.metadata', 'metadata', 'spec.jobTemplate.spec.template.metadata',
  ]);
});
