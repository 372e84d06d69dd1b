import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { fileInMissingDirectory } from '../../../src/checks/rules/file-in-missing-directory';
import type { Wire } from '../../../src/private/wire';

const volumes = (...paths: Wire[]) => paths.map((hostPath, index) => ({ name: `v${index}`, hostPath }));

test.each<[Wire[], number]>([
  [[{ path: '/var/lib/agent/db', type: 'FileOrCreate' }], 1], [[{ path: '/run/xtables.lock', type: 'FileOrCreate' }], 0],
  [[{ path: '/var/run/agent.lock', type: 'FileOrCreate' }], 0],
  [[{ path: '/var/lib/agent/db', type: 'FileOrCreate' }, { path: '/var/lib/agent', type: 'DirectoryOrCreate' }], 0],
  [[{ path: '/var/lib/agent/db', type: 'FileOrCreate' }, { path: '/var/lib/agent/more', type: 'DirectoryOrCreate' }], 0],
  [[{ path: '/var/lib/agent/db', type: 'FileOrCreate' }, { path: '/var/lib/agent' }], 1],
  [[{ path: '/var/lib/agent/db', type: 'File' }], 0],
])('a file in a directory that may be missing: %j', (paths, count) => {
  expect(foundBy(fileInMissingDirectory, daemonSet({ volumes: volumes(...paths) }))).toHaveLength(count);
});

test.each(['/etc/default/kubelet', '/sbin/iscsiadm', '/usr/bin/agent'])('every node has the directory of %s', path => {
  expect(foundBy(fileInMissingDirectory, daemonSet({ volumes: [{ name: 'v', hostPath: { path, type: 'FileOrCreate' } }] }))).toEqual([]);
});
