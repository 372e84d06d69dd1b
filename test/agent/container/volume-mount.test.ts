import {
  ContainerSecurity, EnvValue, HostPath, KubernetesVersion, MountPropagation, TargetCluster, Volume, VolumeMount,
} from '../../../src/index';
import { testChart } from '../../support/golden';
import { refusal } from '../../support/refusal';
import { containerOf, messageOf, problemsOf, WHY } from '../make-agent';

const volume = Volume.emptyDir('v');

test.each([
  ['a path', VolumeMount.of(volume, '/a//b/'), { mountPath: '/a/b' }],
  ['a path that is only read', VolumeMount.of(volume, '/a', { readOnly: true }), { mountPath: '/a', readOnly: true }],
  ['one that is written, which need not be said', VolumeMount.of(volume, '/a', { readOnly: false }), { mountPath: '/a' }],
  ['a sub path', VolumeMount.of(volume, '/a', { subPath: 'b/c' }), { mountPath: '/a', subPath: 'b/c' }],
  ['a sub path with variables', VolumeMount.of(volume, '/a', { subPathExpr: '$(NODE)/c' }), { mountPath: '/a', subPathExpr: '$(NODE)/c' }],
  ['propagation', VolumeMount.of(volume, '/a', { propagation: MountPropagation.HOST_TO_CONTAINER }), {
    mountPath: '/a', mountPropagation: 'HostToContainer',
  }],
])('%s', (_, mount, fields) => {
  expect(containerOf({ env: { NODE: EnvValue.of('n') }, volumeMounts: [mount] }).volumeMounts).toEqual([{ name: 'v', ...fields }]);
});

test('mounts are in the order of their paths', () => {
  const volumeMounts = ['/c', '/a', '/b'].map(path => VolumeMount.of(volume, path));
  expect(containerOf({ volumeMounts }).volumeMounts.map((mount: any) => mount.mountPath)).toEqual(['/a', '/b', '/c']);
});

test('recursively read-only is a field that works since Kubernetes 1.31', () => {
  const hostPaths = [HostPath.readOnly('/srv', { recursiveReadOnly: true })];
  const chart = testChart();
  TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_31 });
  expect(
    containerOf({ hostPaths }, chart).volumeMounts,
  ).toEqual([{ name: 'srv', mountPath: '/srv', readOnly: true, recursiveReadOnly: 'Enabled' }]);
  expect(problemsOf({ hostPaths })).toEqual([
    refusal('field-too-new', {
      given: 'kubernetesVersion 1.28', allowed: '1.31 or newer', names: ['/srv', 'VolumeMount.recursiveReadOnly', '1.31'],
    }),
  ]);
});

test('a privileged container passes its mounts on to the node', () => {
  const hostPaths = [HostPath.readWrite('/srv', { propagation: MountPropagation.BIDIRECTIONAL })];
  expect(problemsOf({ hostPaths, securityContext: ContainerSecurity.privileged(WHY) })).toEqual([]);
  expect(problemsOf({ hostPaths, securityContext: ContainerSecurity.root(WHY) })).toEqual([
    refusal('bidirectional-needs-privileged', {
      given: 'mountPropagation: Bidirectional',
      names: ['node-agents/agent', 'spec.template.spec.containers[0].securityContext.privileged', '/srv', 'HostToContainer'],
    }),
  ]);
});

test.each([
  ['a relative path', () => VolumeMount.of(volume, 'a'),
    refusal('invalid-path', { given: "'a'" })],
  ['a sub path that leaves the volume', () => VolumeMount.of(volume, '/a', { subPathExpr: '../$(NODE)' }),
    refusal('invalid-path', { given: "'../$(NODE)'", names: ['subPathExpr'] })],
  ['two sub paths', () => VolumeMount.of(volume, '/a', { subPath: 'a', subPathExpr: 'b' }),
    refusal('invalid-path', { given: "subPath 'a' and subPathExpr 'b'", names: ['/a'] })],
])('fails for %s', (_, act, message) => {
  expect(messageOf(act)).toEqual(message);
});
