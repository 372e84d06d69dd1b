import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { untypedFilePath } from '../../../src/checks/rules/untyped-file-path';
import type { Wire } from '../../../src/private/wire';

const WINDOWS = { nodeSelector: { 'kubernetes.io/os': 'windows' } };
const volumes = (...paths: Wire[]) => paths.map((hostPath, index) => ({ name: `v${index}`, hostPath }));
const mounted = (hostPath: Wire, mount: Wire = {}, pod: Wire = {}) => daemonSet({ ...pod, volumes: volumes(hostPath) }, { volumeMounts: [{ name: 'v0', mountPath: '/v', ...mount }] });

test.each<[Wire, Wire, string | undefined]>([
  [{ path: '/run/containerd/containerd.sock' }, {}, 'Socket'], [{ path: '/var/run/docker.sock', type: '' }, {}, 'Socket'], [{ path: '/var/run/docker.sock', type: 'Socket' }, {}, undefined],
  [{ path: '/run/xtables.lock' }, {}, 'FileOrCreate'], [{ path: '/etc/machine-id' }, {}, 'File'], [{ path: '/etc/agent/config.yaml' }, {}, 'File'], [{ path: '/dev/kmsg' }, {}, 'CharDevice'],
  [{ path: '/dev' }, {}, undefined], [{ path: '/var/log' }, {}, undefined], [{ path: '/etc/conf.d' }, {}, undefined], [{ path: '/var/run/docker.sock' }, WINDOWS, undefined],
])('a file without a type: %j %j', (hostPath, pod, type) => {
  const found = foundBy(untypedFilePath, mounted(hostPath, {}, pod));
  expect(found).toHaveLength(type === undefined ? 0 : 1);
});
