import { foundBy } from './found-by';
import { daemonSet, deployment, hostPath } from '../../../src/checks/example';
import { hostStateConflict } from '../../../src/checks/rules/host-state-conflict';
import type { Wire } from '../../../src/private/wire';

interface Options {
  readonly image?: string;
  readonly namespace?: string;
  readonly mount?: Wire;
  readonly pod?: Wire;
  readonly type?: string;
}

function writer(name: string, path: string, {
  image = 'example.com/collector:1', namespace = 'agents', mount = {}, pod = {}, type,
}: Options = {}): Wire {
  const volume = { ...hostPath('state', path), ...type !== undefined && { hostPath: { path, type } } };
  const made = daemonSet({ volumes: [volume], ...pod }, { image, volumeMounts: [{ name: 'state', mountPath: '/state', ...mount }] }, {
    name,
  });
  return { ...made, metadata: { name, namespace } };
}

const other = { image: 'example.com/other:1', namespace: 'elsewhere' };

test('one directory and one program is an error, reported once', () => {
  expect(foundBy(
    hostStateConflict, writer('one', '/var/lib/x'), writer('two', '/var/lib/x/', { image: 'mirror.example.org/collector:2' }),
  )).toEqual([
    'error two volumes[0].hostPath.path (/var/lib/x, both by collector)',
  ]);
});

test('a directory inside the other is one too, and /var/run is a link to /run', () => {
  expect(foundBy(hostStateConflict, writer('one', '/var/lib/x/y'), writer('two', '/var/lib/x'))).toEqual([
    'error two volumes[0].hostPath.path (/var/lib/x, there /var/lib/x/y, both by collector)',
  ]);
  expect(foundBy(hostStateConflict, writer('one', '/var/run/x'), writer('two', '/run/x'))).toHaveLength(1);
});

test('other programs are a warning between namespaces, and nothing within one', () => {
  expect(foundBy(hostStateConflict, writer('one', '/var/lib/x'), writer('two', '/var/lib/x', other))).toEqual([
    'warning two volumes[0].hostPath.path (/var/lib/x)',
  ]);
  expect(foundBy(
    hostStateConflict, writer('one', '/var/lib/x'), writer('two', '/var/lib/x', { image: 'example.com/other:1' }),
  )).toEqual([]);
});

test('a shell says nothing of who uses it', () => {
  const shell = { image: 'docker.io/library/busybox:1.36' };
  expect(foundBy(hostStateConflict, writer('one', '/var/lib/x', shell), writer('two', '/var/lib/x', shell))).toEqual([]);
});

test.each<[string, string, Options, Options]>([
  ['below /run different programs talk to each other', '/run/x', {}, other],
  ['the directory of the kubelet is for anyone', '/var/lib/kubelet/pods', {}, {}],
  ['the registry of the kubelet is too, wherever it is', '/var/lib/k0s/kubelet/plugins_registry', {}, {}],
  ['network plugins install what they have in one directory', '/opt/cni/bin', {}, {}],
  ['a log directory is no state', '/var/log', {}, {}],
  ['what is read is not written', '/var/lib/x', {}, { mount: { readOnly: true } }],
  ['other nodes are other directories', '/var/lib/x', { pod: { nodeSelector: { pool: 'a' } } }, { pod: { nodeSelector: { pool: 'b' } } }],
  ['a part of its own for each pod', '/var/lib/x', { mount: { subPathExpr: '$(POD_NAME)' } }, { mount: { subPathExpr: '$(POD_NAME)' } }],
  ['parts of their own', '/var/lib/x', { mount: { subPath: 'a' } }, { mount: { subPath: 'b' } }],
  ['a socket is for its clients', '/var/lib/x/x.sock', {}, {}],
  ['so is what is a socket by its type', '/var/lib/x/server', { type: 'Socket' }, { type: 'Socket' }],
])('%s: %s', (_, path, one, two) => {
  expect(foundBy(hostStateConflict, writer('one', path, one), writer('two', path, two))).toEqual([]);
});

test('the directory of a CSI driver is its own, wherever the kubelet is', () => {
  for (const path of ['/var/lib/kubelet/plugins/x', '/var/lib/k0s/kubelet/plugins/x']) {
    expect(foundBy(hostStateConflict, writer('one', path), writer('two', path))).toHaveLength(1);
  }
});

test('init containers prepare, and Deployments are no agents', () => {
  const initContainers = [{ name: 'init', image: 'example.com/collector:1', volumeMounts: [{ name: 'state', mountPath: '/x' }] }];
  const prepares = daemonSet({ volumes: [hostPath('state', '/var/lib/x')], initContainers }, {}, { name: 'two' });
  expect(foundBy(hostStateConflict, writer('one', '/var/lib/x'), prepares)).toEqual([]);
  const client = deployment({ volumes: [hostPath('state', '/var/lib/x')] }, {
    image: 'example.com/collector:1', volumeMounts: [{ name: 'state', mountPath: '/x' }],
  });
  expect(foundBy(hostStateConflict, writer('one', '/var/lib/x'), client)).toEqual([]);
});
