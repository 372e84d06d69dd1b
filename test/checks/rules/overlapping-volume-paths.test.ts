import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { overlappingVolumePaths } from '../../../src/checks/rules/overlapping-volume-paths';
import type { Wire } from '../../../src/private/wire';

const items = (...paths: string[]) => paths.map((path, index) => ({ key: `k${index}`, path }));
const inConfigMap = (...paths: string[]) => daemonSet({ volumes: [{ name: 'v', configMap: { name: 'c', items: items(...paths) } }] });
const levels = (object: Wire) => foundBy(overlappingVolumePaths, object).map(line => line.split(' ')[0]);

test.each<[string[], string[]]>([
  [['a', 'b'], []], [['a', 'ab'], []], [['a/b', 'a/c'], []], [['a', 'a'], ['warning']], [['a/', 'a'], ['warning']],
  [['a', 'a/b'], ['error']], [['a/b', 'a'], ['error']],
  [['a/b/c', 'a'], ['error']], [['a', 'b/a'], []], [['x', 'x/y', 'x/z'], ['error', 'error']], [['', ''], []],
])('files at %j', (paths, expected) => {
  expect(levels(inConfigMap(...paths))).toEqual(expected);
});

test('sources of a projected volume share its paths, and volumes do not', () => {
  const sources = [
    { configMap: { name: 'c', items: items('token') } }, { serviceAccountToken: { path: 'token/api' } },
    { downwardAPI: { items: [{ path: 'name' }] } }, { secret: { name: 's' } },
  ];
  expect(foundBy(overlappingVolumePaths, daemonSet({ volumes: [{ name: 'v', projected: { sources } }] }))).toEqual([
    'error agent volumes[0].projected.sources[1].serviceAccountToken.path (token, token/api)',
  ]);
  expect(levels(daemonSet({
    volumes: [{ name: 'a', secret: { items: items('x') } }, { name: 'b', secret: { items: items('x') } }],
  }))).toEqual([]);
});
