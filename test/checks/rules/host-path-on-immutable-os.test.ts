import { foundBy } from './found-by';
import { contextOf, daemonSet, node } from '../../../src/checks/example';
import { hostPathOnImmutableOs } from '../../../src/checks/rules/host-path-on-immutable-os';
import { runRules } from '../../../src/checks/run-checks';
import type { Wire } from '../../../src/private/wire';

const withPath = (path: string, type: string | undefined, nodeSelector: Wire = {}, mount: Wire = {}) => daemonSet(
  { nodeSelector, volumes: [{ name: 'v', hostPath: { path, ...type !== undefined && { type } } }] },
  { volumeMounts: [{ name: 'v', mountPath: '/v', ...mount }] },
);
const COS = { 'cloud.google.com/gke-os-distribution': 'cos_containerd' };
const AUTO = { 'eks.amazonaws.com/compute-type': 'auto' };
const os = (id: string) => ({ 'feature.node.kubernetes.io/system-os_release.ID': id });

test.each([
  ['/opt/cni/bin', COS, ['warning']], ['/home/kubernetes/bin', COS, []], ['/etc/agent', COS, []], ['/mnt/data', COS, ['warning']],
  ['/mnt/disks/data', COS, []],
  ['/opt/cni/bin', AUTO, []], ['/home/agent', AUTO, ['warning']], ['/var/lib/agent', AUTO, []],
  ['/etc/agent', os('talos'), ['warning']], ['/etc/cni/net.d', os('talos'), []],
  ['/usr/libexec/kubernetes/kubelet-plugins', os('talos'), []],
  ['/usr/libexec/kubernetes/kubelet-plugins', os('flatcar'), ['warning']], ['/opt/bin', os('flatcar'), []],
  ['/usr/local/bin', os('rhcos'), []], ['/data', os('rhcos'), ['warning']],
  ['/data', os('ubuntu'), ['note']], ['/lib/modules', os('talos'), ['warning']],
])('a directory made at %s on nodes with %j', (path, labels, levels) => {
  expect(foundBy(hostPathOnImmutableOs, withPath(path, 'DirectoryOrCreate', labels)).map(line => line.split(' ')[0])).toEqual(levels);
});

test.each([
  ['/data/agent', 'DirectoryOrCreate', ['note']], ['/usr/lib/agent', 'DirectoryOrCreate', ['note']],
  ['/lib/agent', 'FileOrCreate', ['note']],
  ['/var/run/agent', 'DirectoryOrCreate', []], ['/opt/agent', 'DirectoryOrCreate', []], ['/etc/agent', 'DirectoryOrCreate', []],
  ['/mnt/agent', 'DirectoryOrCreate', []],
  // every system has these: nobody has to make them
  ['/', 'DirectoryOrCreate', []], ['/lib/modules', 'DirectoryOrCreate', []], ['/usr', 'DirectoryOrCreate', []],
  ['/data/agent', 'Directory', []], ['/lib/modules', undefined, []], ['/', 'Directory', []], ['relative', 'DirectoryOrCreate', []],
])('where nothing tells the system, %s of the type %s', (path, type, levels) => {
  expect(foundBy(hostPathOnImmutableOs, withPath(path, type)).map(line => line.split(' ')[0])).toEqual(levels);
});

test('what is only read is fine, and what is written is not', () => {
  expect(foundBy(hostPathOnImmutableOs, withPath('/usr/local/share', 'Directory', COS, { readOnly: true }))).toEqual([]);
  expect(foundBy(hostPathOnImmutableOs, withPath('/usr/local/share', 'Directory', COS))).toEqual([
    'warning agent volumes[0].hostPath.path (/usr/local/share)',
  ]);
  expect(foundBy(hostPathOnImmutableOs, withPath('/', 'Directory', COS))).toEqual([]);
});

test('nodes tell their system, and only those that the agent runs on', () => {
  const nodes = [node('a', os('bottlerocket')), node('b', { pool: 'x', ...os('ubuntu') })];
  expect(foundBy(hostPathOnImmutableOs, withPath('/srv/agent', 'DirectoryOrCreate'), ...nodes)).toHaveLength(1);
  expect(foundBy(hostPathOnImmutableOs, withPath('/srv/agent', 'DirectoryOrCreate', { pool: 'x' }), ...nodes)).toEqual([]);
});

test('an affinity tells the system as a selector does', () => {
  const asking = (...values: string[]) => ({
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [
          { matchExpressions: [{ key: 'cloud.google.com/gke-os-distribution', operator: 'In', values }] },
        ],
      },
    },
  });
  const agent = withPath('/opt/agent', 'DirectoryOrCreate');
  agent.spec.template.spec.affinity = asking('cos');
  expect(foundBy(hostPathOnImmutableOs, agent)).toHaveLength(1);
  agent.spec.template.spec.affinity = asking('cos', 'ubuntu');
  expect(foundBy(hostPathOnImmutableOs, agent)).toEqual([]);
});

test('paths of Windows are no concern', () => {
  expect(foundBy(hostPathOnImmutableOs, withPath('/data', 'DirectoryOrCreate', { 'kubernetes.io/os': 'windows' }))).toEqual([]);
});

test.each([
  ['Talos (v1.11.0)', 'Talos'], ['Bottlerocket OS 1.44.0 (aws-k8s-1.33)', 'Bottlerocket'],
  ['Container-Optimized OS from Google', 'Container-Optimized OS'],
  ['Flatcar Container Linux by Kinvolk 4230.2.1 (Oklo)', 'Flatcar'], ['Fedora CoreOS 42.20250803.3.0', 'Fedora CoreOS'],
  ['Red Hat Enterprise Linux CoreOS 9.6.20250805-0 (Plow)', 'Red Hat Enterprise Linux CoreOS'],
  ['Ubuntu 24.04.3 LTS', undefined], ['Amazon Linux 2023.8.20250818', undefined], ['Fedora Linux 42 (Cloud Edition)', undefined],
] as const)('a node that calls itself %s', (osImage, system) => {
  const object = daemonSet({ volumes: [{ name: 'state', hostPath: { path: '/data/agent', type: 'DirectoryOrCreate' } }] }, {
    volumeMounts: [{ name: 'state', mountPath: '/state' }],
  });
  const [{ level, what }] = runRules([hostPathOnImmutableOs], contextOf([object, { ...node('a'), status: { nodeInfo: { osImage } } }]));
  expect([level, system !== undefined && what.includes(`on ${system},`)]).toEqual(system === undefined ? ['note', false] : ['warning', true]);
});

test.each([
  '/usr/libexec/kubernetes/kubelet-plugins/volume/exec/', '/usr/share/containers/oci/hooks.d', '/usr/libexec/oci/hooks.d',
  '/opt/nri/plugins',
])('the node itself looks in %s, and in no other place', path => {
  expect(foundBy(hostPathOnImmutableOs, withPath(path, 'DirectoryOrCreate'))).toEqual([]);
  expect(foundBy(hostPathOnImmutableOs, withPath('/usr/share/agent', 'DirectoryOrCreate'))).toHaveLength(1);
});

test('a program of the node is run, and not written', () => {
  const found = (path: string, type: string | undefined) => foundBy(hostPathOnImmutableOs, withPath(path, type, COS)).length;
  expect([found('/sbin/iscsiadm', 'FileOrCreate'), found('/usr/bin/apiclient', 'File')]).toEqual([0, 0]);
  expect([found('/usr/bin/agent', 'DirectoryOrCreate'), found('/usr/share/agent.conf', 'FileOrCreate')]).toEqual([1, 1]);
});
