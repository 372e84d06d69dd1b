import { ContainerSecurity, EnvValue, HostPath, KubernetesVersion, MountPropagation, TargetCluster, Volume, VolumeMount } from '../../../src/index';
import { testChart } from '../../support/golden';
import { containerOf, messageOf, problemsOf, WHY } from '../make-agent';

const volume = Volume.emptyDir('v');

test.each([
  ['a path', VolumeMount.of(volume, '/a//b/'), { mountPath: '/a/b' }],
  ['a path that is only read', VolumeMount.of(volume, '/a', { readOnly: true }), { mountPath: '/a', readOnly: true }],
  ['one that is written, which need not be said', VolumeMount.of(volume, '/a', { readOnly: false }), { mountPath: '/a' }],
  ['a sub path', VolumeMount.of(volume, '/a', { subPath: 'b/c' }), { mountPath: '/a', subPath: 'b/c' }],
  ['a sub path with variables', VolumeMount.of(volume, '/a', { subPathExpr: '$(NODE)/c' }), { mountPath: '/a', subPathExpr: '$(NODE)/c' }],
  ['propagation', VolumeMount.of(volume, '/a', { propagation: MountPropagation.HOST_TO_CONTAINER }), { mountPath: '/a', mountPropagation: 'HostToContainer' }],
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
  expect(containerOf({ hostPaths }, chart).volumeMounts).toEqual([{ name: 'srv', mountPath: '/srv', readOnly: true, recursiveReadOnly: 'Enabled' }]);
  expect(problemsOf({ hostPaths })).toEqual([
    'field-too-new: the mount of /srv uses VolumeMount.recursiveReadOnly, which needs Kubernetes 1.31; given: kubernetesVersion 1.28; allowed: 1.31 or newer; fix: mount narrower paths read-only, or raise kubernetesVersion with TargetCluster.configure when the oldest cluster is there',
  ]);
});

test('a privileged container passes its mounts on to the node', () => {
  const hostPaths = [HostPath.readWrite('/srv', { propagation: MountPropagation.BIDIRECTIONAL })];
  expect(problemsOf({ hostPaths, securityContext: ContainerSecurity.privileged(WHY) })).toEqual([]);
  expect(problemsOf({ hostPaths, securityContext: ContainerSecurity.root(WHY) })).toEqual([
    "bidirectional-needs-privileged: DaemonSet node-agents/agent, container 'agent', spec.template.spec.containers[0].securityContext.privileged: the container passes its mounts at /srv on to the node, and is not privileged; given: mountPropagation: Bidirectional; allowed: HostToContainer, or privileged: true; fix: Use `HostToContainer` where the container only has to see what is mounted on the node, or `privileged: true` where it mounts for others, as CSI drivers do (`ContainerSecurity.privileged` with a reason).",
  ]);
});

test.each([
  ['a relative path', () => VolumeMount.of(volume, 'a'),
    "invalid-path: the path in the container is not an absolute path; given: 'a'; allowed: a path that begins with `/` and has neither `..` nor `:`; fix: write '/a'"],
  ['a sub path that leaves the volume', () => VolumeMount.of(volume, '/a', { subPathExpr: '../$(NODE)' }),
    "invalid-path: subPathExpr is not a relative path; given: '../$(NODE)'; allowed: a path that does not begin with `/` and has no `..`; fix: name the part below the mounted path"],
  ['two sub paths', () => VolumeMount.of(volume, '/a', { subPath: 'a', subPathExpr: 'b' }),
    "invalid-path: the mount at /a has two sub paths; given: subPath 'a' and subPathExpr 'b'; fix: keep one of them"],
])('fails for %s', (_, act, message) => {
  expect(messageOf(act)).toBe(message);
});
