import { KUBE_SCORE } from '../../../../src/checks/tools/tables/kube-score';
import { describeTable, openIn, silencedIn } from '../describe-table';
import { container, hardened } from '../hardened';

describeTable(KUBE_SCORE, {
  'the host network': ['pod-networkpolicy'],
  'a privileged container': ['container-security-context-privileged', 'container-security-context-user-group-id'],
  'root without capabilities': ['container-security-context-user-group-id'],
  'a HostProcess container': [
    'container-seccomp-profile', 'container-security-context-readonlyrootfilesystem', 'container-security-context-user-group-id',
    'pod-networkpolicy',
  ],
  'no limit of memory': ['container-resources'],
  'no requests': ['container-resources'],
  'an image that moves': ['container-image-tag'],
  'one probe for two': ['pod-probes-identical'],
});

test('does not silence what asks for more than was accepted', () => {
  const manifest = hardened({ resources: { limits: { cpu: undefined, memory: undefined } } });
  expect(silencedIn(KUBE_SCORE, manifest, 'missing-memory-limit')).toEqual([]);
  expect(openIn(KUBE_SCORE, 'container-resources', manifest, 'missing-memory-limit')).toEqual(["container 'agent' has no cpu limit"]);
});

test('does not silence one check with another: container-resources takes that of storage with it', () => {
  const manifest = hardened({ resources: { limits: { 'memory': undefined, 'ephemeral-storage': undefined } } });
  expect(silencedIn(KUBE_SCORE, manifest, 'missing-memory-limit')).toEqual([]);
  expect(openIn(KUBE_SCORE, 'container-resources', manifest, 'missing-memory-limit')).toEqual([
    "container 'agent' has no ephemeral-storage limit",
  ]);
});

test('takes an unbounded volume for the reason why who writes it has no limit of storage', () => {
  const resources = { limits: { 'ephemeral-storage': undefined } };
  const volumes = [{ name: 'buffer', emptyDir: {} }];
  const mount = { name: 'buffer', mountPath: '/buffer' };
  expect(silencedIn(KUBE_SCORE, hardened({ resources, volumeMounts: [mount] }, { volumes }), 'ephemeral-storage-unset'))
    .toEqual(['container-ephemeral-storage-request-and-limit']);
  expect(silencedIn(
    KUBE_SCORE, hardened({ resources, volumeMounts: [{ ...mount, readOnly: true }] }, { volumes }), 'ephemeral-storage-unset',
  )).toEqual([]);
});

test.each([
  ['paths', { httpGet: { path: '/a', port: 1 } }, { httpGet: { path: '/b', port: 1 } }, false],
  ['ports', { httpGet: { path: '/a', port: 1 } }, { httpGet: { path: '/a', port: 2 } }, false],
  ['names of ports, which are all one to it', { httpGet: { path: '/a', port: 'a' } }, { httpGet: { path: '/a', port: 'b' } }, true],
  ['sockets', { tcpSocket: { port: 'a' } }, { tcpSocket: { port: 'b' } }, false],
  ['commands', { exec: { command: ['a'] } }, { exec: { command: ['a', 'b'] } }, false],
  ['nothing', { exec: { command: ['a'] } }, { exec: { command: ['a'] } }, true],
  ['kinds', { exec: { command: ['a'] } }, { tcpSocket: { port: 1 } }, false],
])('tells probes apart that differ in %s', (_, livenessProbe, readinessProbe, isSame) => {
  const manifest = hardened({}, { containers: [{ ...container(), livenessProbe, readinessProbe }] });
  expect(silencedIn(KUBE_SCORE, manifest, 'identical-probes')).toEqual(isSame ? ['pod-probes-identical'] : []);
});
