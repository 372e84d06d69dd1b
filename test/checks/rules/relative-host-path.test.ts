import { foundBy } from './found-by';
import { contextOf, daemonSet } from '../../../src/checks/example';
import { relativeHostPath } from '../../../src/checks/rules/relative-host-path';
import { runRules } from '../../../src/checks/run-checks';
import type { Wire } from '../../../src/private/wire';

const LINUX = { nodeSelector: { 'kubernetes.io/os': 'linux' } };
const WINDOWS = { nodeSelector: { 'kubernetes.io/os': 'windows' } };
const volumes = (...paths: Wire[]) => paths.map((hostPath, index) => ({ name: `v${index}`, hostPath }));
const mounted = (hostPath: Wire, mount: Wire = {}, pod: Wire = {}) => daemonSet({ ...pod, volumes: volumes(hostPath) }, {
  volumeMounts: [{ name: 'v0', mountPath: '/v', ...mount }],
});

test.each<[string, Wire, number]>([
  ['var/log', {}, 1], ['./var/log', {}, 1], ['/var/log', {}, 0], ['C:\\var\\log', {}, 1], ['C:\\var\\log', LINUX, 1], ['\\var', LINUX, 1],
  ['C:var/log', WINDOWS, 1], ['c:/var', WINDOWS, 0], ['\\var', WINDOWS, 0], ['var\\log', WINDOWS, 1], ['C:/var/log', WINDOWS, 0],
  ['\\\\.\\pipe\\agent', WINDOWS, 0], ['/var/log', WINDOWS, 0],
])('the path %s of the node is relative, %j', (path, pod, count) => {
  expect(foundBy(relativeHostPath, mounted({ path }, {}, pod))).toHaveLength(count);
});

test('a relative path in a container is a warning, but on Windows', () => {
  expect(foundBy(relativeHostPath, mounted({ path: '/v' }, { mountPath: 'v' }))).toEqual([
    'warning agent containers[0].volumeMounts[0].mountPath (v)',
  ]);
  expect(foundBy(relativeHostPath, mounted({ path: '/v' }, { mountPath: 'v' }, WINDOWS))).toEqual([]);
});

test('no path of Linux is advised that has backslashes', () => {
  const [found] = runRules([relativeHostPath], contextOf([mounted({ path: 'var\\lib' })]));
  expect(found.allowed).toBe('/var/lib');
});
