import { foundBy } from './found-by';
import { contextOf, daemonSet, hostPath } from '../../../src/checks/example';
import { sensitiveHostPath } from '../../../src/checks/rules/sensitive-host-path';
import { runRules } from '../../../src/checks/run-checks';

const mounting = (path: string, mount: object = { readOnly: true }, container: object = {}) =>
  daemonSet({ volumes: [hostPath('host', path)] }, { volumeMounts: [{ name: 'host', mountPath: '/host', ...mount }], ...container });
const whatOf = (path: string) => runRules([sensitiveHostPath], contextOf([mounting(path)])).map(({ what }) => what);

test.each<[string, string]>([
  ['/', 'sees all files of the node'], ['//', 'sees all files of the node'], ['/etc/', 'sees keys and passwords of the node'],
  ['/var/run/docker.sock', 'is root on the node'],
  ['/run/containerd', 'is root on the node'], ['/var/run', 'is root on the node'], ['/var/lib/kubelet', 'the Secrets of all pods'],
  ['/var/lib/k0s/kubelet/pods', 'the Secrets of all pods'],
  ['/var/lib', 'the keys of the kubelet'], ['/var', 'the keys of the kubelet'], ['/proc', 'the environment of every process'],
  ['/dev', 'its disks'], ['/etc/kubernetes', 'the control plane its keys'],
  ['/var/lib/etcd', 'every Secret of the cluster'], ['/home', 'home directories'], ['/var/lib/containerd', 'the files of every container'],
  ['/var/lib/etcd/member/snap', 'every Secret of the cluster'],
  ['/etc/kubernetes/admin.conf', 'an administrator'], ['/etc/kubernetes/super-admin.conf', 'an administrator'],
  ['/etc/rancher/k3s/k3s.yaml', 'an administrator'], ['/etc/rancher', 'an administrator'],
  ['/etc/kubernetes/scheduler.conf', 'the credentials of the control plane'],
  ['/etc/kubernetes/pki/etcd', 'the control plane'], ['/etc/kubernetes/pki/sa.key', 'the control plane'],
  ['/var/lib/rancher/rke2/server/tls', 'the control plane'], ['/var/lib/k0s/pki/ca.key', 'the control plane'],
  ['/etc/kubernetes/kubelet.conf', 'the credentials of the kubelet'], ['/etc/kubernetes/bootstrap-kubelet.conf', 'of the kubelet'],
  ['/var/lib/kubelet/kubeconfig', 'the credentials of the kubelet'], ['/var/lib/kubelet/pki/kubelet-client-current.pem', 'of the kubelet'],
  ['/var/lib/kubelet/config.json', 'for registries'],
  ['/root/.ssh', 'users of the node'], ['/home/core/.kube/config', 'users of the node'],
  ['/etc/gshadow', 'passwords'], ['/etc/ssh/ssh_host_ed25519_key', 'keys'],
])('%s: it %s', (path, why) => {
  expect(whatOf(path)).toEqual([expect.stringContaining(why)]);
});

test.each(['/var/log', '/var/log/pods', '/etc/os-release', '/etc/cni/net.d', '/sys', '/usr', '/lib/modules', '/boot', '/dev/kmsg',
  '/var/lib/docker/containers', '/var/lib/agent',
  '/proc/sys/net', '/opt/cni/bin', '/run/udev', '/etcetera', '/etc/kubernetes/pki/ca.crt', '/etc/kubernetes/pki/sa.pub',
  '/etc/kubernetes/manifests', '/etc/ssh/ssh_host_rsa_key.pub', '/home/kubernetes/bin', '/var/lib/kubelet/config.yaml',
  '/var/lib/kubelet/plugins/agent', '/var/lib/rancher/k3s/agent/etc/containerd', '/var/lib/rancher/rke2/server/manifests',
  '/etc/kubernetes/cloud.conf', '/root/.cache'])('%s gives nothing away', path => {
  expect(whatOf(path)).toEqual([]);
});

test.each([
  '/opt/rke/var/lib/kubelet/pods', '/var/data/kubelet/pods', '/var/lib/rancher/k3s/agent/kubelet/pods',
  '/var/snap/microk8s/common/var/lib/kubelet/pods',
])(
  'the kubelet has its directory in several places: %s', path => {
    expect(whatOf(path)).toEqual([expect.stringContaining('the Secrets of all pods')]);
  });

test('the directory of the kubelet is the one that the cluster has', () => {
  const platform = { id: 'own', name: 'Edge', operatingSystem: 'linux', kubeletDirectory: '/data/kubelet' } as const;
  const found = (path: string) => runRules([sensitiveHostPath], { ...contextOf([mounting(path)]), platform });
  expect(found('/data/kubelet/pods').map(({ what }) => what)).toEqual([expect.stringContaining('the Secrets of all pods')]);
  expect(found('/data/other/pods')).toEqual([]);
});

test('a part of a volume is what counts', () => {
  expect(foundBy(sensitiveHostPath, mounting('/etc', { subPath: 'os-release' }))).toEqual([]);
  expect(foundBy(sensitiveHostPath, mounting('/var', { subPath: 'lib/kubelet' }))).toHaveLength(1);
});

test('it is reported whether it may be written, and by whom', () => {
  expect(foundBy(sensitiveHostPath, mounting('/etc', {}))).toEqual(['warning agent volumes[0].hostPath.path (/etc, writable)']);
  const whatBy = (securityContext: object) => runRules(
    [sensitiveHostPath], contextOf([mounting('/proc', {}, { securityContext })]),
  ).map(({ what }) => what);
  expect(whatBy({ runAsUser: 65534 })).toEqual([
    'the container sees the environment of every process of the node, as far as a user other than root may',
  ]);
  for (const root of [
    {}, { runAsUser: 0 }, { runAsUser: 0, privileged: false },
  ]) {expect(whatBy(root)).toEqual(['the container sees the environment of every process of the node']);}
});

test('a volume of several containers is reported once, one that nobody mounts is not', () => {
  const containers = ['a', 'b'].map(name => ({ name, image: 'a:1', volumeMounts: [{ name: 'host', mountPath: '/host', readOnly: true }] }));
  expect(runRules([sensitiveHostPath], contextOf([daemonSet({ volumes: [hostPath('host', '/etc')], containers })])).map(
    ({ what, container }) => [what, container],
  )).toEqual([
    ['each of the containers a, b sees keys and passwords of the node', undefined],
  ]);
  expect(foundBy(sensitiveHostPath, daemonSet({ volumes: [hostPath('host', '/etc')] }))).toEqual([]);
});

test('plugins are made for the volumes of pods and for devices', () => {
  const driver = (path: string) => daemonSet({
    volumes: [
      hostPath('host', path), hostPath('registry', '/var/lib/kubelet/plugins_registry'),
    ],
  }, {
    volumeMounts: [{ name: 'host', mountPath: '/host' }, { name: 'registry', mountPath: '/registration' }],
  });
  for (const path of ['/var/lib/kubelet/pods', '/var/lib/kubelet', '/dev']) {expect(foundBy(sensitiveHostPath, driver(path))).toEqual([]);}
  expect(foundBy(sensitiveHostPath, driver('/etc'))).toHaveLength(1);
});

test('a privileged container is root anyway, and an init container installs something', () => {
  expect(foundBy(sensitiveHostPath, mounting('/etc', {}, { securityContext: { privileged: true } }))).toEqual([]);
  const initContainers = (readOnly: boolean) => [
    { name: 'init', image: 'a:1', volumeMounts: [{ name: 'host', mountPath: '/host', readOnly }] },
  ];
  expect(foundBy(sensitiveHostPath, daemonSet({ volumes: [hostPath('host', '/etc')], initContainers: initContainers(false) }))).toEqual([]);
  expect(foundBy(
    sensitiveHostPath, daemonSet({ volumes: [hostPath('host', '/etc')], initContainers: initContainers(true) }),
  )).toHaveLength(1);
});

test('a CSI plugin for Windows is made for the directory of the kubelet, as one for Linux is', () => {
  const mountingKubelet = (image: string) => daemonSet(
    { nodeSelector: { 'kubernetes.io/os': 'windows' }, volumes: [hostPath('kubelet', 'C:\\var\\lib\\kubelet\\')] },
    { image, volumeMounts: [{ name: 'kubelet', mountPath: 'C:\\var\\lib\\kubelet' }] },
  );
  expect(foundBy(sensitiveHostPath, mountingKubelet('registry.k8s.io/sig-storage/csi-node-driver-registrar:v2.17.0'))).toEqual([]);
  expect(foundBy(sensitiveHostPath, mountingKubelet('example.com/agent:1.0.0'))).toHaveLength(1);
});

test('who reads several of the file systems of the node measures it, and one of them alone gives away what it holds', () => {
  const agent = (readOnly: boolean, ...paths: string[]) => daemonSet({ volumes: paths.map((path, index) => hostPath(`v${index}`, path)) }, {
    volumeMounts: paths.map((path, index) => ({ name: `v${index}`, mountPath: `/host${path}`, readOnly })),
  });
  expect(foundBy(sensitiveHostPath, agent(true, '/proc', '/sys', '/'))).toEqual([]);
  expect(foundBy(sensitiveHostPath, agent(true, '/proc', '/sys', '/etc'))).toEqual([
    'warning agent volumes[2].hostPath.path (/etc, read-only)',
  ]);
  expect(foundBy(sensitiveHostPath, agent(true, '/proc'))).toHaveLength(1);
  expect(foundBy(sensitiveHostPath, agent(false, '/proc', '/sys', '/dev'))).toHaveLength(2);
});

test('what runs on the control plane alone reads its directory', () => {
  const agent = (nodeSelector: object, readOnly: boolean) => daemonSet({ nodeSelector, volumes: [hostPath('k', '/etc/kubernetes')] }, {
    volumeMounts: [{ name: 'k', mountPath: '/etc/kubernetes', readOnly }],
  });
  const there = { 'node-role.kubernetes.io/control-plane': '' };
  expect([
    agent(there, true), agent(there, false), agent({}, true),
  ].map(each => foundBy(sensitiveHostPath, each).length)).toEqual([0, 1, 1]);
});

test('the control plane itself reads its keys', () => {
  const pod = (image: string) => ({
    apiVersion: 'v1', kind: 'Pod', metadata: { name: 'static', namespace: 'kube-system' }, spec: {
      containers: [{ name: 'a', image, volumeMounts: [{ name: 'k', mountPath: '/etc/kubernetes/pki', readOnly: true }] }],
      volumes: [hostPath('k', '/etc/kubernetes/pki')],
    },
  });
  expect(foundBy(sensitiveHostPath, pod('registry.k8s.io/kube-apiserver:v1.36.0'))).toEqual([]);
  expect(foundBy(sensitiveHostPath, pod('example.com/agent:1.0.0'))).toHaveLength(1);
});
