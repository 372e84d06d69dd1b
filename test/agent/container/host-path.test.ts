import { ContainerSecurity, HostPath, HostPathType, MountPropagation } from '../../../src/index';
import { objectOf, testChart } from '../../support/golden';
import { refusal } from '../../support/refusal';
import { containerOf, makeAgent, messageOf, podOf, problemsOf } from '../make-agent';

const ROOT = ContainerSecurity.root('writes its own state');

test.each([
  ['readOnly', HostPath.readOnly('/srv/x'), 'Directory', true],
  ['readWrite', HostPath.readWrite('/srv/x'), 'Directory', false],
  ['state', HostPath.state('/srv/x'), 'DirectoryOrCreate', false],
  ['socket', HostPath.socket('/srv/x'), 'Socket', false],
  ['device', HostPath.device('/srv/x'), 'CharDevice', false],
  ['file', HostPath.file('/srv/x'), 'File', true],
])('%s says what must stand there and whether it is only read', (_, hostPath, type, readOnly) => {
  const pod = podOf({ securityContext: ROOT, hostPaths: [hostPath] });
  expect(pod.volumes).toEqual([{ name: 'srv-x', hostPath: { path: '/srv/x', type } }]);
  expect(pod.containers[0].volumeMounts).toEqual([{ name: 'srv-x', mountPath: '/srv/x', ...readOnly && { readOnly: true } }]);
});

test('only a state directory has one writer', () => {
  expect(HostPath.state('/srv/x').isState).toBe(true);
  expect(HostPath.readWrite('/srv/x').isState).toBe(false);
});

test.each([
  ['/etc/machine-id', 'File'], ['/dev/kmsg', 'CharDevice'], ['/etc/cni/net.d', 'DirectoryOrCreate'], ['/run/xtables.lock', 'FileOrCreate'],
  ['/var/lib/kubelet', 'Directory'],
])('what is known of %s decides its type', (path, type) => {
  expect(HostPath.readOnly(path).type).toBe(type);
  expect(HostPath.readWrite(`${path}/`).type).toBe(type);
});

test('a known path that may be absent is not checked, so no type is written', () => {
  expect(
    podOf({ hostPaths: [HostPath.readOnly('/var/log/journal')] }).volumes,
  ).toEqual([{ name: 'var-log-journal', hostPath: { path: '/var/log/journal' } }]);
});

test('a factory that says what stands there wins over what is known, and a given type over both', () => {
  expect(HostPath.state('/etc/machine-id').type).toBe('DirectoryOrCreate');
  expect(HostPath.readOnly('/etc/machine-id', { type: HostPathType.UNCHECKED }).type).toBe('');
  expect(HostPath.socket('/srv/x', { type: HostPathType.DIRECTORY }).type).toBe('Directory');
});

test.each([
  ['/var//log/', '/var/log'], ['/var/./log', '/var/log'], ['/var/a:b', '/var/a:b'], ['C:\\logs', 'C:\\logs'],
])('the path %s is written as %s', (given, written) => {
  expect(HostPath.readOnly(given, { mountPath: '/in/container' }).path).toBe(written);
});

test('every option reaches the mount', () => {
  const hostPath = HostPath.readWrite('/var/lib/kubelet', {
    mountPath: '/host/kubelet/', propagation: MountPropagation.HOST_TO_CONTAINER, subPath: 'pods', volumeName: 'kubelet',
    type: HostPathType.DIRECTORY_OR_CREATE,
  });
  const pod = podOf({ securityContext: ROOT, hostPaths: [hostPath] });
  expect(pod.volumes).toEqual([{ name: 'kubelet', hostPath: { path: '/var/lib/kubelet', type: 'DirectoryOrCreate' } }]);
  expect(
    pod.containers[0].volumeMounts,
  ).toEqual([{ name: 'kubelet', mountPath: '/host/kubelet', subPath: 'pods', mountPropagation: 'HostToContainer' }]);
});

test('one path is one volume, however often it is mounted', () => {
  const pod = podOf({
    hostPaths: [HostPath.readOnly('/var/log'), HostPath.readOnly('/var/log/', { mountPath: '/host/log' })],
    containers: [{ name: 'other', image: 'a:1', hostPaths: [HostPath.readWrite('/var/log')] }],
  });
  expect(pod.volumes).toHaveLength(1);
  expect(pod.containers[0].volumeMounts.map((mount: any) => mount.mountPath)).toEqual(['/host/log', '/var/log']);
  expect(pod.containers[1].volumeMounts).toEqual([{ name: 'var-log', mountPath: '/var/log' }]);
});

test('making a directory wins over finding it, and a given type over both, whoever comes first', () => {
  const typeOf = (...hostPaths: HostPath[]) => podOf({ securityContext: ROOT, hostPaths }).volumes[0].hostPath.type;
  const [read, state] = [HostPath.readOnly('/srv/x'), HostPath.state('/srv/x', { mountPath: '/state' })];
  const given = HostPath.readOnly('/srv/x', { mountPath: '/given', type: HostPathType.UNCHECKED });
  expect([typeOf(read, state), typeOf(state, read)]).toEqual(['DirectoryOrCreate', 'DirectoryOrCreate']);
  expect([typeOf(read, state, given), typeOf(given, state)]).toEqual([undefined, undefined]);
});

test('the same mount asked for twice is one', () => {
  expect(containerOf({ hostPaths: [HostPath.readOnly('/var/log'), HostPath.readOnly('/var/log')] }).volumeMounts).toHaveLength(1);
});

test('a state directory is a claim that other agents of the node are held against', () => {
  const chart = testChart();
  makeAgent({ securityContext: ROOT, hostPaths: [HostPath.state('/var/lib/agent')] }, chart);
  expect(objectOf(chart, 'DaemonSet').spec.template.spec.volumes[0].hostPath.type).toBe('DirectoryOrCreate');
});

describe('fails', () => {
  test.each([
    ['for a relative path', () => HostPath.readOnly('var/log'),
      refusal('invalid-path', { given: "'var/log'" })],
    ['for `..`', () => HostPath.readOnly('/var/../etc'),
      refusal('invalid-path', { given: "'/var/../etc'" })],
    ['for `..` in a path of Windows', () => HostPath.readOnly('C:\\a\\..\\b'),
      refusal('invalid-path', { given: "'C:\\a\\..\\b'" })],
    ['for a colon in the path of a container', () => HostPath.readOnly('/a:b'),
      refusal('invalid-path', { given: "'/a:b'" })],
    ['for the root of the host mounted over the root of the container', () => HostPath.readOnly('/'),
      refusal('invalid-path', { given: "'/'" })],
    ['for a directory that holds the program of the image', () => HostPath.readOnly('/usr'),
      refusal('invalid-path', { given: "'/usr'", names: ['/usr'] })],
    ['for a sub path that leaves the path', () => HostPath.readOnly('/srv', { subPath: '../etc' }),
      refusal('invalid-path', { given: "'../etc'", names: ['subPath'] })],
    ['for a volume name that is no label', () => HostPath.readOnly('/srv', { volumeName: 'Srv' }),
      refusal('invalid-name', { given: "'Srv'", names: ['/srv', '63'] })],
    ['for a recursively read-only mount that is written', () => HostPath.readWrite('/srv', { recursiveReadOnly: true }),
      refusal('recursive-read-only-conflict', { given: 'readOnly: false, propagation: None', names: ['/srv'] })],
    ['for a recursively read-only mount with propagation', () => HostPath.readOnly('/srv', {
      recursiveReadOnly: true, propagation: MountPropagation.HOST_TO_CONTAINER,
    }),
    refusal('recursive-read-only-conflict', { given: 'readOnly: true, propagation: HostToContainer', names: ['/srv'] })],
  ])('%s', (_, act, message) => {
    expect(messageOf(act)).toEqual(message);
  });

  test('for one path that is asked for as two things by name', () => {
    const hostPaths = [
      HostPath.readOnly('/srv', { type: HostPathType.FILE }), HostPath.readOnly('/srv', { mountPath: '/b', type: HostPathType.SOCKET }),
    ];
    expect(problemsOf({ hostPaths })).toEqual([
      refusal('conflicting-volume', {
        given: '{"hostPath":{"path":"/srv","type":"File"}} and {"hostPath":{"path":"/srv","type":"Socket"}}', names: ['/srv'],
      }),
    ]);
  });

  test('for one path under two volume names', () => {
    const hostPaths = [HostPath.readOnly('/srv', { volumeName: 'a' }), HostPath.readOnly('/srv', { mountPath: '/b', volumeName: 'b' })];
    expect(problemsOf({ hostPaths })).toEqual([
      refusal('conflicting-volume', { given: "'a' and 'b'" }),
    ]);
  });

  test('for two things at one path of the container', () => {
    const hostPaths = [
      HostPath.readOnly('/a', { mountPath: '/x' }),
      HostPath.readWrite('/b', { mountPath: '/x', propagation: MountPropagation.HOST_TO_CONTAINER }),
    ];
    expect(problemsOf({ hostPaths })).toEqual([
      refusal('conflicting-mount', { names: ['agent', '/x', '/a', 'readOnly', '/b', 'mountPropagation', 'HostToContainer'] }),
    ]);
  });
});
