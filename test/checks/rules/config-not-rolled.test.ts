import { foundBy } from './found-by';
import { daemonSet, deployment } from '../../../src/checks/example';
import { configNotRolled } from '../../../src/checks/rules/config-not-rolled';
import type { Wire } from '../../../src/private/wire';

const config = (name: string = 'config', fields: Wire = {}, kind: string = 'ConfigMap') =>
  ({ apiVersion: 'v1', kind, metadata: { name, namespace: 'agents' }, data: { 'agent.conf': 'a' }, ...fields });
const volumes = (name: string = 'config') => [{ name: 'files', configMap: { name } }];
const mount = { name: 'files', mountPath: '/etc/agent' };
const bySubPath = { volumeMounts: [{ ...mount, subPath: 'agent.conf' }] };
const env = [{ name: 'A', value: 'b' }, { name: 'C', valueFrom: { configMapKeyRef: { name: 'config', key: 'agent.conf' } } }];

test.each<[string, Wire, string]>([
  ['a variable', daemonSet({}, { env }), 'warning agent containers[0].env[1] (variables)'],
  ['all variables', daemonSet({}, {
    envFrom: [{ configMapRef: { name: 'config' } }],
  }), 'warning agent containers[0].envFrom[0] (variables)'],
  ['a file by subPath', daemonSet({ volumes: volumes() }, bySubPath), "warning agent volumes[0] (the volume 'files', mounted by subPath)"],
  ['a directory, which does change, of a program that reads once', daemonSet({ volumes: volumes() }, {
    image: 'fluent/fluent-bit:4.2.0', volumeMounts: [mount],
  }), "note agent volumes[0] (the volume 'files')"],
  ['a part of a projected volume', daemonSet(
    { volumes: [{ name: 'files', projected: { sources: [{ configMap: { name: 'config' } }] } }] }, bySubPath,
  ),
  "warning agent volumes[0] (the volume 'files', mounted by subPath)"],
  ['an init container', daemonSet({ initContainers: [{ name: 'init', env }] }), 'warning agent initContainers[0].env[1] (variables)'],
  ['a Deployment', deployment({}, { env }), 'warning agent containers[0].env[1] (variables)'],
])('%s of what is applied beside it', (_, workload, line) => {
  expect(foundBy(configNotRolled, config(), workload)).toEqual([line]);
});

test('a Secret counts, and the worst use of an object is reported once', () => {
  const secret = daemonSet({ volumes: [{ name: 'files', secret: { secretName: 'config' } }] }, {
    volumeMounts: [mount], envFrom: [{ secretRef: { name: 'config' } }],
  });
  expect(foundBy(configNotRolled, config('config', {}, 'Secret'), secret)).toEqual(['warning agent containers[0].envFrom[0] (variables)']);
});

const template = (metadata: Wire) => daemonSet({}, { env }, { template: { metadata } });

test.each<[string, Wire[]]>([
  ['a checksum', [config(), template({ annotations: { 'checksum/config': 'x' } })]],
  ['a hash by its look', [config(), template({ annotations: { 'example.com/config': '0a4f1c2e9b7d6583' } })]],
  ['a hash in a label', [config(), template({ labels: { 'config-hash': '1' } })]],
  ['a reloader', [
    config(),
    { ...daemonSet({}, { env }), metadata: { name: 'agent', namespace: 'agents', annotations: { 'reloader.stakater.com/auto': 'true' } } },
  ]],
  ['an object that never changes', [config('config', { immutable: true }), daemonSet({}, { env })]],
  ['a name of kustomize', [config('config-5h2k7m9bdf'), daemonSet({ volumes: volumes('config-5h2k7m9bdf') }, bySubPath)]],
  ['an object of someone else', [daemonSet({}, { env })]],
  ['an object of another namespace', [{ ...config(), metadata: { name: 'config', namespace: 'elsewhere' } }, daemonSet({}, { env })]],
  ['a run of its own each time', [config(), {
    apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'job', namespace: 'agents' },
    spec: { template: { spec: { containers: [{ name: 'a', env }] } } },
  }]],
  ['a program that watches', [
    config(), daemonSet({ volumes: volumes() }, {
      image: 'prom/prometheus:v3', volumeMounts: [mount], args: ['--config.reload-interval=10s'],
    }),
  ]],
  ['a sidecar that watches', [config(), daemonSet(
    { volumes: volumes(), initContainers: [{ name: 'r', image: 'jimmidyson/configmap-reload:v0.15.0' }] },
    { image: 'prom/prometheus:v3', volumeMounts: [mount] },
  )]],
  ['content that says it is read again', [
    config('config', { data: { 'a.yaml': 'hot_reload: on\n' } }), daemonSet({ volumes: volumes() }, {
      image: 'fluent/fluent-bit:4.2.0', volumeMounts: [mount],
    }),
  ]],
  ['a program of which nobody knows how often it reads', [config(), daemonSet({ volumes: volumes() }, { volumeMounts: [mount] })]],
])('%s is enough', (_, objects) => {
  expect(foundBy(configNotRolled, ...objects)).toEqual([]);
});

test('no program sees variables change, whatever it watches', () => {
  expect(foundBy(configNotRolled, config(), daemonSet({}, { env, args: ['--reload'] }))).toHaveLength(1);
});

test('an object that someone else fills, and a volume that nobody mounts, reach no pod by a change of the manifests', () => {
  const agent = (container: Wire) => daemonSet({ volumes: volumes() }, container);
  expect(foundBy(configNotRolled, config('config', { data: {} }), agent({ volumeMounts: [mount] }))).toEqual([]);
  expect(foundBy(configNotRolled, config('config', { data: undefined }), agent(bySubPath))).toEqual([]);
  expect(foundBy(configNotRolled, config(), agent({}))).toEqual([]);
  expect(foundBy(configNotRolled, config('config', { data: {}, binaryData: { a: 'YQ==' } }), agent(bySubPath))).toHaveLength(1);
});
