import { contextOf, daemonSet } from '../../../src/checks/example';
import { untypedFilePath } from '../../../src/checks/rules/untyped-file-path';
import { runRules } from '../../../src/checks/run-checks';
import type { Wire } from '../../../src/private/wire';

const WINDOWS = { nodeSelector: { 'kubernetes.io/os': 'windows' } };
const volumes = (...paths: Wire[]) => paths.map((hostPath, index) => ({ name: `v${index}`, hostPath }));
const mounted = (hostPath: Wire, mount: Wire = {}, pod: Wire = {}) => daemonSet({ ...pod, volumes: volumes(hostPath) }, {
  volumeMounts: [{ name: 'v0', mountPath: '/v', ...mount }],
});

const allowedIn = (object: Wire) => runRules([untypedFilePath], contextOf([object])).map(({ allowed }) => allowed);

test.each<[Wire, Wire, string | undefined]>([
  [{ path: '/run/containerd/containerd.sock' }, {}, 'Socket'], [{ path: '/var/run/docker.sock', type: '' }, {}, 'Socket'],
  [{ path: '/var/run/docker.sock', type: 'Socket' }, {}, undefined],
  [{ path: '/run/xtables.lock' }, {}, 'FileOrCreate'], [{ path: '/etc/machine-id' }, {}, 'File'],
  [{ path: '/etc/agent/config.yaml' }, {}, 'File'], [{ path: '/dev/fuse' }, {}, 'CharDevice'],
  [{ path: '/dev/kmsg' }, {}, undefined], [{ path: '/etc/localtime' }, {}, undefined],
  [{ path: '/etc/hostname' }, {}, undefined], [{ path: '/etc/os-release' }, {}, undefined],
  [{ path: '/dev' }, {}, undefined], [{ path: '/var/log' }, {}, undefined], [{ path: '/etc/conf.d' }, {}, undefined],
  [{ path: '/var/run/docker.sock' }, WINDOWS, undefined],
])('a file without a type: %j %j', (hostPath, pod, type) => {
  expect(allowedIn(mounted(hostPath, {}, pod))).toEqual(type === undefined ? [] : [type]);
});

test('the sockets of several runtimes have no type on purpose: no pod would start where one is missing', () => {
  const agent = daemonSet({
    volumes: volumes({ path: '/run/containerd/containerd.sock' }, { path: '/run/crio/crio.sock' }, { path: '/run/xtables.lock' }),
  });
  expect(allowedIn(agent)).toEqual(['FileOrCreate']);
});
