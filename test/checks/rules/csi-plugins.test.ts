import { foundBy } from './found-by';
import { CsiController, CsiDriver, CsiNodePlugin, CsiStorageClass } from '../../../src';
import { contextOf, deployment } from '../../../src/checks/example';
import { csiDriver, CsiExample, csiPlugin } from '../../../src/checks/facts/csi-example';
import type { Rule } from '../../../src/checks/rule';
import { RULES } from '../../../src/checks/rules';
import { csiPluginsIn, flagOf } from '../../../src/cluster/csi/csi-plugins';
import type { Wire } from '../../../src/private/wire';
import { codesOf, testChart } from '../../support/golden';

const rule = (id: string): Rule => RULES.find(each => each.id === id)!;
const finds = (id: string, ...objects: Wire[]) => foundBy(rule(id), ...objects);
const isFound = (id: string, example: CsiExample) => finds(id, csiPlugin(example)).length > 0;

const SHARE = { image: 'registry.k8s.io/sig-storage/smbplugin:v1.20.3' };

test('a plugin is known by its registrar, wherever its image is from, and its parts by what they are', () => {
  const [
    plugin,
  ] = csiPluginsIn(contextOf([csiPlugin({ registrar: { image: 'mirror.example.com/k8s/registrar:1' }, kubelet: '/var/lib/k0s/kubelet' })]));
  expect([plugin.name, plugin.kubelet, plugin.driver?.name, plugin.registrar.name, plugin.liveness?.name])
    .toEqual(['disk.csi.example.com', '/var/lib/k0s/kubelet', 'csi-driver', 'node-driver-registrar', 'liveness-probe']);
});

test.each([
  [['--csi-address=/csi/csi.sock'], '/csi/csi.sock'],
  [['-csi-address', '/csi/csi.sock'], '/csi/csi.sock'],
  [['--v=2', '--csi-address=$(ADDRESS)'], '/a/b.sock'],
  [['--csi-address=$(UNKNOWN)'], '$(UNKNOWN)'],
  [['--csi-address', '--v=2'], ''],
])('the flag of %j is %p', (args, expected) => {
  const container = { name: 'a', args, env: [{ name: 'ADDRESS', value: '/a/b.sock' }] };
  expect(flagOf({ container, name: 'a', path: 'containers[0]', role: 'main' }, 'csi-address')?.value).toBe(expected);
});

test.each<[string, string, CsiExample]>([
  ['csi-kubelet-mismatch', 'the kubelet is somewhere else by a variable', {
    registrar: {
      args: ['--kubelet-registration-path=$(SOCKET)'],
      env: [{ name: 'SOCKET', value: '/var/snap/microk8s/common/var/lib/kubelet/plugins/disk.csi.example.com/csi.sock' }],
    },
  }],
  [
    'csi-kubelet-mismatch', 'the socket is in a directory that no volume is',
    { registrationPath: '/var/lib/kubelet/plugins/other/csi.sock' },
  ],
  ['csi-kubelet-mismatch', 'an argument of the driver names a kubelet of another distribution', {
    kubelet: '/var/lib/k0s/kubelet', driver: { args: ['--csi-mount-point-prefix=/var/lib/kubelet/plugins/kubernetes.io/csi/'] },
  }],
  ['csi-kubelet-mismatch', 'a variable of a sidecar does', {
    liveness: { env: [{ name: 'ROOT', value: '/var/lib/k0s/kubelet' }], args: ['--probe-timeout=9s'] },
  }],
  ['csi-kubelet-mismatch', 'the driver looks for volumes where another kubelet has them', {
    kubelet: '/var/lib/k0s/kubelet', mount: { mountPath: '/var/lib/kubelet/pods' },
  }],
  ['csi-mount-not-shared', 'a reader\'s propagation does not share', { mount: { mountPropagation: 'HostToContainer' } }],
  ['csi-off-host-network', 'the shares of SMB are connections too', { driver: SHARE }],
  [
    'csi-probe-timeout', 'the sidecar waits for 3 seconds unless it is told otherwise',
    { driver: { livenessProbe: { httpGet: { port: 9808 } } }, liveness: { args: [] } },
  ],
  ['csi-probe-timeout', 'minutes are longer than seconds', { liveness: { args: ['--probe-timeout=1m0s'] } }],
  ['csi-fuse-rollout', 'a driver with the device of FUSE serves its mounts', {
    driver: { volumeMounts: [{ name: 'fuse', mountPath: '/dev/fuse' }] },
    pod: { volumes: [{ name: 'fuse', hostPath: { path: '/dev/fuse' } }] },
  }],
  ['csi-untolerated-taints', 'the driver removes a taint that it waits for', {
    driver: { image: 'public.ecr.aws/ebs-csi-driver/aws-ebs-csi-driver:v1.64.0' },
    pod: { tolerations: [{ key: 'dedicated', operator: 'Exists' }] },
  }],
  ['csi-untolerated-taints', 'one effect is tolerated, and the taint is advised to have another', {
    driver: { image: 'public.ecr.aws/ebs-csi-driver/aws-ebs-csi-driver:v1.64.0' },
    pod: { tolerations: [{ effect: 'NoSchedule', operator: 'Exists' }] },
  }],
  [
    'csi-surge', 'a share of the nodes is a surge too',
    { spec: { updateStrategy: { rollingUpdate: { maxSurge: '10%', maxUnavailable: 0 } } } },
  ],
  [
    'csi-registrar-hook', 'a hook after the start fails as well',
    { registrar: { lifecycle: { postStart: { exec: { command: ['sh', '-c', 'true'] } } } } },
  ],
  [
    'csi-health-flags', 'the registrar takes one of both',
    { registrar: { args: ['--kubelet-registration-path=/a/b.sock', '--health-port=9809', '--http-endpoint=:9809'] } },
  ],
])('%s: %s', (id, _, example) => {
  expect(isFound(id, example)).toBe(true);
});

test.each<[string, string, CsiExample]>([
  [
    'csi-mount-not-shared', 'mounts do not travel on Windows',
    { mount: { mountPropagation: 'None' }, pod: { nodeSelector: { 'kubernetes.io/os': 'windows' } } },
  ],
  ['csi-mount-not-shared', 'what is read only is not mounted in', { mount: { mountPropagation: 'HostToContainer', readOnly: true } }],
  [
    'csi-off-host-network', 'Windows keeps its connections on the node',
    { driver: SHARE, pod: { nodeSelector: { 'kubernetes.io/os': 'windows' } } },
  ],
  ['csi-kubelet-mismatch', 'a path is one of the container', {
    kubelet: '/var/lib/k0s/kubelet',
    driver: { args: ['--state=/var/lib/kubelet/state'], volumeMounts: [{ name: 'plugin-dir', mountPath: '/var/lib/kubelet/state' }] },
  }],
  ['csi-kubelet-mismatch', 'the driver is told both paths, and translates', {
    kubelet: '/var/lib/k0s/kubelet', mount: { mountPath: '/var/lib/kubelet/pods' },
    driver: { env: [{ name: 'HOST_KUBELET_PATH', value: '/var/lib/k0s/kubelet' }] },
  }],
  ['csi-untolerated-taints', 'both effects are tolerated', {
    driver: { image: 'public.ecr.aws/ebs-csi-driver/aws-ebs-csi-driver:v1.64.0' },
    pod: { tolerations: [{ effect: 'NoSchedule', operator: 'Exists' }, { effect: 'NoExecute', operator: 'Exists' }] },
  }],
  ['csi-off-host-network', 'disks are no connections', {}],
  ['csi-probe-timeout', 'another port is another question', { driver: { livenessProbe: { httpGet: { port: 8080 } } } }],
  ['csi-probe-timeout', 'what is no duration says nothing', { liveness: { args: ['--probe-timeout=soon'] } }],
  ['csi-untolerated-taints', 'who tolerates the taint by its key does not wait', {
    driver: { image: 'public.ecr.aws/ebs-csi-driver/aws-ebs-csi-driver:v1.64.0' },
    pod: { tolerations: [{ key: 'disk.csi.example.com/agent-not-ready', operator: 'Exists' }] },
  }],
  ['csi-surge', 'none is none', { spec: { updateStrategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } } } }],
  ['csi-registrar-hook', 'the first releases were built on alpine', {
    registrar: {
      image: 'quay.io/k8scsi/csi-node-driver-registrar:v1.0.2', lifecycle: { preStop: { exec: { command: ['/bin/sh', '-c', 'true'] } } },
    },
  }],
  ['csi-registrar-hook', 'an image of one\'s own may have a shell', {
    registrar: { image: 'example.com/registrar-with-shell:1', lifecycle: { preStop: { exec: { command: ['sh', '-c', 'true'] } } } },
  }],
  [
    'csi-health-flags', 'the default port of the liveness sidecar is no choice',
    { liveness: { args: ['--health-port=9808', '--http-endpoint=:9810'] } },
  ],
  ['csi-probe-on-sidecar', 'the driver is asked to be ready', {
    driver: { livenessProbe: undefined, readinessProbe: { httpGet: { port: 9808 } } },
    liveness: { livenessProbe: { httpGet: { port: 9808 } } },
  }],
])('%s finds nothing where %s', (id, _, example) => {
  expect(isFound(id, example)).toBe(false);
});

test('a driver has to share its mounts, whatever rights it has', () => {
  const pods = { name: 'pods', hostPath: { path: '/var/lib/kubelet/pods', type: 'Directory' } };
  const unprivileged = csiPlugin({
    driver: { securityContext: {}, volumeMounts: [{ name: 'pods', mountPath: '/var/lib/kubelet/pods' }] }, pod: { volumes: [pods] },
  });
  expect(finds('stale-mounts', unprivileged)).toEqual([]);
  expect(finds('csi-mount-not-shared', unprivileged)).toEqual([
    'warning disk containers[0].volumeMounts[0].mountPropagation (/var/lib/kubelet/pods, None)',
  ]);
  const driver = csiPlugin({ mount: { mountPropagation: undefined } });
  expect([finds('stale-mounts', driver).length, finds('csi-mount-not-shared', driver).length]).toEqual([0, 1]);
});

test('plugins on other nodes share neither driver nor port', () => {
  const plugin = (name: string, pool: string) => csiPlugin({
    name, pod: { hostNetwork: true, nodeSelector: { pool } }, driver: { args: ['--drivername=disk.csi.example.com'] },
  });
  for (const id of ['csi-driver-twice', 'csi-health-port-conflict']) {
    expect(finds(id, plugin('one', 'a'), plugin('two', 'b'))).toEqual([]);
    expect(finds(id, plugin('one', 'a'), plugin('two', 'a'))).toHaveLength(1);
  }
});

test('the plugin for Google disks does not wait for the taint that its controller takes away', () => {
  const plugin = (tolerations: Wire[]) => csiPlugin({
    driver: { image: 'registry.k8s.io/cloud-provider-gcp/gcp-compute-persistent-disk-csi-driver:v1.26.0' }, pod: { tolerations },
  });
  const controller = deployment({}, { name: 'taints', image: 'example.com/driver:1.0.0', args: ['--run-taint-controller=true'] });
  const isFoundWith = (...objects: Wire[]) => finds('csi-untolerated-taints', ...objects).length > 0;
  const other = [{ key: 'dedicated', operator: 'Exists' }];
  expect(isFoundWith(plugin(other), controller)).toBe(true);
  expect(isFoundWith(plugin(other))).toBe(false);
  expect(isFoundWith(plugin([{ key: 'disk.csi.example.com/not-ready', operator: 'Exists' }]), controller)).toBe(false);
});

test('immutable fields are compared as the API server fills them in', () => {
  expect(finds('csi-immutable-field', csiDriver('ebs.csi.aws.com', {}))).toEqual([]);
  expect(finds('csi-immutable-field', csiDriver('efs.csi.aws.com', {}))).toEqual(['warning efs.csi.aws.com spec.attachRequired (true)']);
  expect(finds(
    'csi-immutable-field', csiDriver('nfs.csi.k8s.io', { attachRequired: false, volumeLifecycleModes: ['Persistent', 'Ephemeral'] }),
  ))
    .toEqual(['warning nfs.csi.k8s.io spec.volumeLifecycleModes (Ephemeral, Persistent)']);
});

test('two classes of snapshots of different drivers may both be the default', () => {
  const snapshots = (name: string, driver: string) => ({
    apiVersion: 'snapshot.storage.k8s.io/v1', kind: 'VolumeSnapshotClass', driver, deletionPolicy: 'Delete',
    metadata: { name, annotations: { 'snapshot.storage.kubernetes.io/is-default-class': 'true' } },
  });
  expect(finds('two-default-classes', snapshots('a', 'one'), snapshots('b', 'two'))).toEqual([]);
  expect(finds('two-default-classes', snapshots('a', 'one'), snapshots('b', 'one'))).toHaveLength(1);
});

test('what the library writes of the NFS driver has none of these findings but that of the definitions of snapshots', () => {
  const chart = testChart();
  const driver = CsiDriver.nfs();
  new CsiNodePlugin(chart, 'nfs', { driver });
  new CsiController(chart, 'nfs-controller', { driver });
  new CsiStorageClass(chart, 'shares', { driver, isDefault: true });
  expect(codesOf(chart)).toEqual([]);
  const found = RULES.filter(({ id }) => id.startsWith('csi-') || id === 'two-default-classes').flatMap(each => foundBy(
    each, ...chart.toJson(),
  ).map(line => `${each.id}: `
    + `${line}`));
  expect(found.map(line => line.replace(/ \(.*/, ''))).toEqual(['csi-snapshot-definitions: note nfs-controller containers[3]']);
});

test('the probe of an older registrar still looks for the registration', () => {
  const probed = (tag: string) => csiPlugin({
    registrar: {
      image: `registry.k8s.io/sig-storage/csi-node-driver-registrar:${tag}`,
      livenessProbe: { exec: { command: ['/csi-node-driver-registrar', '--mode=kubelet-registration-probe'] } },
    },
  });
  const probes = RULES.find(({ id }) => id === 'csi-registrar-probe')!;
  expect(['v2.4.0', 'v2.8.0', 'v2.9.0', 'v2.17.0-eksbuild.3', 'canary'].map(tag => foundBy(probes, probed(tag)).length))
    .toEqual([0, 0, 1, 1, 1]);
});

test('mounters that the driver starts as units of the node outlive its pod', () => {
  const driver = (...paths: string[]) => ({
    driver: { volumeMounts: paths.map((mountPath, index) => ({ name: `v${index}`, mountPath })) },
    pod: { volumes: paths.map((path, index) => ({ name: `v${index}`, hostPath: { path } })) },
  });
  expect(isFound('csi-fuse-rollout', driver('/dev/fuse', '/run/systemd'))).toBe(false);
  expect(isFound('csi-fuse-rollout', driver('/dev/fuse', '/run/udev'))).toBe(true);
});

describe('/dev', () => {
  const volumes = Object.entries({ 'plugin-dir': '/var/lib/kubelet/plugins/disk.csi.example.com', 'dev-dir': '/dev', 'fuse': '/dev/fuse' })
    .map(([name, path]) => ({ name, hostPath: { path } }));
  const mounting = (name: string) => [{ name: 'plugin-dir', mountPath: '/csi' }, { name, mountPath: '/dev/mounted' }];
  const isIdle = (example: CsiExample) => isFound('csi-dev-without-need', { pod: { hostNetwork: true, volumes }, ...example });

  test.each<[string, CsiExample]>([
    ['a driver of NFS', { driver: { image: 'registry.k8s.io/sig-storage/nfsplugin:v4.13.4', volumeMounts: mounting('dev-dir') } }],
    ['a driver of SMB', { driver: { ...SHARE, volumeMounts: mounting('dev-dir') } }],
    ['the Secrets Store', {
      driver: { image: 'registry.k8s.io/csi-secrets-store/driver:v1.6.0', volumeMounts: mounting('dev-dir') },
    }],
    ['a registrar', { registrar: { volumeMounts: mounting('dev-dir') } }],
    ['a liveness probe', { liveness: { volumeMounts: mounting('dev-dir') } }],
  ])('%s needs no devices', (_, example) => {
    expect(isIdle(example)).toBe(true);
  });

  test.each<[string, CsiExample]>([
    ['a driver that is not known', { driver: { image: 'example.com/disk-csi:1.0.0', volumeMounts: mounting('dev-dir') } }],
    ['a driver of NFS that mounts /dev/fuse alone', {
      driver: { image: 'registry.k8s.io/sig-storage/nfsplugin:v4.13.4', volumeMounts: mounting('fuse') },
    }],
    ['a driver of NFS with nothing of it', { driver: { image: 'registry.k8s.io/sig-storage/nfsplugin:v4.13.4' } }],
  ])('%s may have them', (_, example) => {
    expect(isIdle(example)).toBe(false);
  });
});
