import { workloadOf } from '../../../src/cluster/inventory/workload';
import { accessAdvice, AccessAdvice, Denied } from '../../../src/cluster/privileges/access-advice';
import { ACCESS_NEEDS, needIn } from '../../../src/cluster/privileges/access-needs';
import { grantedAccess } from '../../../src/cluster/privileges/granted-access';
import { entriesOf } from '../../../src/private/entry';

const VOLUMES = [
  { name: 'log', hostPath: { path: '/var/log' } }, { name: 'dev', hostPath: { path: '/dev' } },
  { name: 'state', hostPath: { path: '/data' } },
];
const MOUNTS = [
  { name: 'log', mountPath: '/host/log', readOnly: true }, { name: 'dev', mountPath: '/dev' }, { name: 'state', mountPath: '/state' },
];

const agentWith = (securityContext: object, pod: object = {}) => workloadOf(entriesOf({
  apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'agent' },
  spec: { template: { spec: { volumes: VOLUMES, containers: [{ name: 'main', securityContext, volumeMounts: MOUNTS }], ...pod } } },
})[0])!;
const advise = (securityContext: object, denied: Partial<Denied>, pod?: object): AccessAdvice | undefined => accessAdvice(
  agentWith(securityContext, pod), { container: 'main', message: '', ...denied },
);

const CONTEXT = 'spec.template.spec.containers[0].securityContext';

test.each<[string, object, Partial<Denied>, string, string]>([
  [
    'a file of root, to another user', { runAsUser: 1000 }, { file: '/host/log/messages' }, 'ContainerSecurity.root',
    `${CONTEXT}.runAsUser`,
  ],
  [
    'a file, to a user of the image that is not root', { runAsNonRoot: true }, { file: '/host/log/messages' }, 'supplementalGroups',
    `${CONTEXT}.runAsUser`,
  ],
  [
    'a file of others, to root without capabilities', { runAsUser: 0 }, { file: '/host/log/messages' }, 'DAC_READ_SEARCH',
    `${CONTEXT}.capabilities.add`,
  ],
  [
    'a file of others that is written, to root without capabilities', { runAsUser: 0 }, { file: '/state/a' }, 'DAC_OVERRIDE',
    `${CONTEXT}.capabilities.add`,
  ],
  [
    'a file, to root that may read all', { runAsUser: 0, capabilities: { add: ['CAP_DAC_READ_SEARCH'] } }, { file: '/host/log/messages' },
    'seLinux', 'spec.template.spec.volumes[0].hostPath',
  ],
  ['a device', { runAsUser: 0 }, { file: '/dev/kmsg' }, 'DevicePlugin', CONTEXT],
  [
    'a read-only mount', {}, { file: '/host/log/a', isReadOnly: true }, 'HostPath.readWrite(\'/var/log\')',
    'spec.template.spec.containers[0].volumeMounts[0].readOnly',
  ],
  [
    'a read-only file system of the node', {}, { file: '/state/a', isReadOnly: true }, 'HostPath.state',
    'spec.template.spec.volumes[2].hostPath.path',
  ],
  [
    'the root of the container', { readOnlyRootFilesystem: true }, { file: '/tmp/a', isReadOnly: true }, 'volumes of the container',
    'spec.template.spec.containers[0].volumeMounts',
  ],
  ['a parameter of the kernel', {}, { file: '/proc/sys/net/core/somaxconn', isReadOnly: true }, 'NodeTuning', CONTEXT],
  [
    'eBPF', { runAsUser: 0 }, { message: 'load program: bpf: operation not permitted' },
    'Capability.add(\'BPF\', reason), Capability.add(\'PERFMON\', reason)', CONTEXT,
  ],
  [
    'other processes, which takes a namespace too', { runAsUser: 0 }, { message: 'ptrace: Operation not permitted' },
    'HostNamespace.pid(reason)', CONTEXT,
  ],
  [
    'mounting, which nothing less allows', { runAsUser: 0 }, { message: 'mount /a: Operation not permitted' },
    'ContainerSecurity.privileged(reason)', CONTEXT,
  ],
])('the least for %s is told, and where it is set', (_, securityContext, denied, option, path) => {
  const advice = advise(securityContext, denied)!;
  expect(advice.option).toContain(option);
  expect(advice.path).toBe(path);
});

test('what a container has already is not asked for again', () => {
  const raw = { message: 'open raw socket: operation not permitted' };
  expect(advise({ runAsUser: 0, capabilities: { add: ['NET_RAW'] } }, raw)).toBeUndefined();
  expect(advise({ privileged: true }, raw)).toBeUndefined();
  expect(advise({ runAsUser: 7, capabilities: { add: ['NET_RAW'] } }, raw)!.option).toContain('ContainerSecurity.root');
  const netlink = { message: 'RTNETLINK answers: Operation not permitted' };
  expect(advise({ runAsUser: 0, capabilities: { add: ['NET_ADMIN'] } }, netlink)).toMatchObject({
    option: 'HostNamespace.network(reason)', path: 'spec.template.spec.hostNetwork',
  });
  expect(advise({ runAsUser: 0, capabilities: { add: ['NET_ADMIN'] } }, netlink, { hostNetwork: true })).toBeUndefined();
});

test('nothing is advised for a container that is not there, or where the message does not tell', () => {
  expect(advise({}, { container: 'other', file: '/host/log/a' })).toBeUndefined();
  expect(advise({}, { message: 'operation not permitted' })).toBeUndefined();
  expect(advise({}, { file: 'relative', message: 'relative: permission denied' })).toBeUndefined();
});

test('the innermost mount counts', () => {
  const volumeMounts = [{ name: 'log', mountPath: '/host' }, { name: 'dev', mountPath: '/host/dev' }];
  const pod = { containers: [{ name: 'main', securityContext: {}, volumeMounts }] };
  expect(advise({}, { file: '/host/dev/sda' }, pod)!.option).toContain('DevicePlugin');
  expect(advise({}, { file: '/host/devices' }, pod)!.option).toContain('DAC_OVERRIDE');
});

test.each(ACCESS_NEEDS.map(need => [need.does, need] as const))('each word of the need to %s leads to it', (_, need) => {
  for (const word of need.words) {expect(needIn(`cannot ${word}: operation not permitted`)).toBe(need);}
});

test('words count as a whole', () => {
  expect(needIn('the amount is wrong: operation not permitted')).toBeUndefined();
  expect(needIn('unmountable')).toBeUndefined();
});

test('access that was given is told once', () => {
  const agent = agentWith({ privileged: true }, { hostNetwork: true });
  expect(grantedAccess(agent)).toEqual([
    'hostNetwork', 'privileged (container main)', '/var/log (read-only)', '/dev (writable)', '/data (writable)',
  ]);
});
