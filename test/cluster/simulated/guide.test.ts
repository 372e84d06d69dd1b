import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { methodsOf, PLATFORMS } from './platforms/all-nodes';
import * as cluster from '../../../src/cluster';

const GUIDE = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'guides', 'simulated-nodes.md'), 'utf8');

/** The rows of the tables of the catalogue, under the names that a user writes: `EksNodes.fargate`. */
const ROWS = GUIDE.split(/^### /m).slice(1).flatMap(section => {
  const platform = /^(\w+):/.exec(section)?.[1];
  return [...section.matchAll(/^\| `([\w.]+)\(\)` \| (.*?) \| (.*?) ?\| (.*?) \|$/gm)]
    .map(([, name, marks, taint, room]) => ({ name: platform === undefined ? name : `${platform}.${name}`, marks, taint, room }));
});

const NODES = new Map<string, cluster.SimulatedNode>(PLATFORMS.flatMap(([
  , platform,
]) => methodsOf(platform).map(([method, make]) => [`${platform.name}.${method}`, make()] as const)));

test('the guide shows every node of the catalogue, and no other', () => {
  expect(ROWS.map(({ name }) => name)).toEqual([...NODES.keys()]);
});

test.each(ROWS)('the guide says of $name what the node has', ({ name, marks, taint, room }) => {
  const node = NODES.get(name)!;
  const { allocatable } = node.toManifest().status;
  const named = [...marks.matchAll(/`([^`()]+)`/g)].map(([, mark]) => mark);
  const had = new Set(Object.entries(node.labels).flatMap(([key, value]) => [key, `${key}=${value}`]));
  expect(named.filter(mark => !had.has(mark))).toEqual([]);
  expect(marks.startsWith('nothing')).toBe(named.length === 0);
  expect(taint.replace(/`/g, '')).toBe(node.taints.join(', '));
  expect(room).toBe(allocatable === undefined ? 'not known' : `${allocatable.cpu}, ${allocatable.memory}, ${allocatable.pods}`);
});

test('the guide shows every method that changes a node', () => {
  const methods = Object.getOwnPropertyNames(cluster.SimulatedNode.prototype).filter(name => /^[a-z]/.test(name))
    .filter(name => ![
      'constructor', 'name', 'labels', 'taints', 'toManifest', 'toString', 'ownLabels', 'withTaints', 'inReadiness',
    ].includes(name));
  expect(methods.filter(name => !GUIDE.includes(`\`${name}(`))).toEqual([]);
});
