import { foundBy } from './found-by';
import { daemonSet, node } from '../../../src/checks/example';
import { coverageOverlap } from '../../../src/checks/rules/coverage-overlap';
import type { Wire } from '../../../src/private/wire';

const ROLE = { 'app.kubernetes.io/name': 'agent' };
const pool = (name: string, pod: Wire = {}, container: Wire = {}, labels: Wire = ROLE) =>
  daemonSet(pod, container, { name, template: { metadata: { labels: { app: name, ...labels } } } });
const terms = (...matchExpressions: Wire[]) => ({
  affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions }] } } },
});
const GPU = { nodeSelector: { gpu: 'true' } };

test.each<[string, Wire, Wire]>([
  ['one runs everywhere', pool('a'), pool('b', GPU)],
  ['one tolerates all that the other does', pool('a', {
    tolerations: [{ operator: 'Exists' }],
  }), pool('b', { ...GPU, tolerations: [{ key: 'gpu', operator: 'Exists' }] })],
  ['one excludes another pool', pool('a', terms({ key: 'gpu', operator: 'NotIn', values: ['false'] })), pool('b', GPU)],
  ['both name one label and one of them more', pool('a', GPU), pool('b', { nodeSelector: { gpu: 'true', zone: 'a' } })],
  ['one asks for a label that the other has', pool('a', terms({ key: 'gpu', operator: 'Exists' })), pool('b', GPU)],
  ['one takes several values', pool(
    'a', terms({ key: 'pool', operator: 'In', values: ['x', 'y'] }),
  ), pool('b', { nodeSelector: { pool: 'x' } })],
  ['both are for Linux', pool('a', {
    nodeSelector: { 'kubernetes.io/os': 'linux' },
  }), pool('b', { nodeSelector: { 'kubernetes.io/os': 'linux', 'gpu': 'true' } })],
  ['amounts differ', pool('a'), pool('b', GPU, { resources: { limits: { memory: '1Gi' } } })],
])('two pools of one program meet for certain where %s', (_, one, other) => {
  expect(foundBy(coverageOverlap, one, other)).toEqual(['error a affinity (b)']);
  expect(foundBy(coverageOverlap, other, one)).toEqual(['error a affinity (b)']);
});

test.each<[string, Wire, Wire]>([
  ['nothing keeps their labels apart', pool('a', GPU), pool('b', { nodeSelector: { size: 'large' } })],
  ['the programs are run in other ways', pool('a'), pool('b', GPU, { args: ['--gpu'] })],
])('is a warning where %s', (_, one, other) => {
  expect(foundBy(coverageOverlap, one, other)).toEqual([expect.stringMatching(/^warning /)]);
});

test.each<[string, Wire, Wire]>([
  ['one takes the nodes of the other out', pool('a', terms({ key: 'gpu', operator: 'NotIn', values: ['true'] })), pool('b', GPU)],
  ['one asks that the label is not there', pool('a', terms({ key: 'gpu', operator: 'DoesNotExist' })), pool('b', GPU)],
  ['they ask for other values of one label', pool('a', { nodeSelector: { pool: 'x' } }), pool('b', { nodeSelector: { pool: 'y' } })],
  ['numbers keep them apart', pool(
    'a', terms({ key: 'cpus', operator: 'Lt', values: ['16'] }),
  ), pool('b', terms({ key: 'cpus', operator: 'Gt', values: ['15'] }))],
  ['a taint may keep one away', pool('a'), pool('b', { ...GPU, tolerations: [{ key: 'gpu', operator: 'Exists' }] })],
  ['neither is for some of the nodes', pool('a'), pool('b')],
  ['they have other images', pool('a'), pool('b', GPU, { image: 'example.com/other:1' })],
  ['they have other roles', pool('a'), pool('b', GPU, {}, { 'app.kubernetes.io/name': 'other' })],
  ['the image is a shell', pool('a', {}, { image: 'busybox:1' }), pool('b', GPU, { image: 'busybox:1' })],
  ['other programs may meet', pool('a', GPU, { args: ['--gpu'] }), pool('b', { nodeSelector: { size: 'large' } })],
  ['they are in two namespaces', pool('a'), { ...pool('b', GPU), metadata: { name: 'b', namespace: 'other' } }],
])('is nothing where %s', (_, one, other) => {
  expect(foundBy(coverageOverlap, one, other)).toEqual([]);
});

test('with nodes known, only those count', () => {
  const [a, b] = [pool('a', GPU), pool('b', { nodeSelector: { size: 'large' } })];
  expect(foundBy(coverageOverlap, a, b, node('one', { gpu: 'true' }), node('two', { size: 'large' }))).toEqual([]);
  expect(foundBy(coverageOverlap, a, b, node('both', { gpu: 'true', size: 'large' }))).toEqual([expect.stringMatching(/^error /)]);
  const tainted = node('gpu', { gpu: 'true' }, [{ key: 'gpu', effect: 'NoSchedule' }]);
  expect(foundBy(
    coverageOverlap, pool('a'), pool('b', { ...GPU, tolerations: [{ operator: 'Exists' }] }), tainted, node('plain'),
  )).toEqual([]);
});

test('thousands of pools are compared in a moment', () => {
  const pools = Array.from({ length: 3000 }, (_, index) => pool(`p${index}`, { nodeSelector: { pool: `p${index}` } }));
  const started = process.hrtime.bigint();
  expect(foundBy(coverageOverlap, ...pools)).toEqual([]);
  expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(3000);
  expect(foundBy(coverageOverlap, ...pools, pool('all'))).toEqual(['error all affinity (p0, p1, p10 and 2997 more)']);
});
