import { controllerReason } from '../../../src/cluster/explain/controller-reasons';
import { Placement } from '../../../src/cluster/placement/placement';
import { Fields, nodeOf } from '../inventory/objects';

type NodeFields = Parameters<typeof nodeOf>[1];

function reasons(pod: Fields, fields: NodeFields = {}) {
  return new Placement(pod).blockersOn(nodeOf('worker-1', fields)).map(blocker => controllerReason(blocker, pod.tolerations ?? []));
}
/** What is said of a reason in data: test/wording/reasons.txt holds the sentences. */
const data = (pod: Fields, fields: NodeFields = {}) => reasons(pod, fields).map(({ message, ...facts }) => facts);
const messages = (pod: Fields, fields: NodeFields = {}) => reasons(pod, fields).map(({ message }) => message);
const affinity = (...nodeSelectorTerms: Fields[]): Fields => ({
  affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } },
});
const expecting = (...matchExpressions: Fields[]): Fields => affinity({ matchExpressions });

test('a reason is data: who, which label, what is wanted and what is there', () => {
  expect(data({ nodeSelector: { pool: 'a', zone: 'z' }, tolerations: [] }, {
    labels: { pool: 'b' }, taints: ['gpu=true:NoSchedule', 'spot:NoExecute'],
  })).toEqual([
    { stage: 'controller', code: 'node-selector-mismatch', key: 'pool', wanted: 'a', found: 'b' },
    { stage: 'controller', code: 'node-selector-mismatch', key: 'zone', wanted: 'z' },
    { stage: 'controller', code: 'untolerated-taint', taint: { key: 'gpu', value: 'true', effect: 'NoSchedule' }, evicts: false },
    { stage: 'controller', code: 'untolerated-taint', taint: { key: 'spot', effect: 'NoExecute' }, evicts: true },
  ]);
});

test('an agent that names a node', () => {
  expect(data({ nodeName: 'worker-2' })).toEqual([{ stage: 'controller', code: 'node-name-mismatch', wanted: 'worker-2' }]);
});

describe('a toleration that was meant for the taint', () => {
  const said = (...tolerations: Fields[]) => messages({ tolerations }, { taints: ['gpu=true:NoSchedule'] })[0];
  const OTHER = { key: 'other', operator: 'Exists' };
  const EVERY = { operator: 'Exists', effect: 'NoExecute' };

  test.each<[string, Fields, string]>([
    ['one for another effect', { key: 'gpu', operator: 'Exists', effect: 'NoExecute' }, 'NoExecute'],
    ['one for another value', { key: 'gpu', value: 'false' }, 'false'],
    ['one for no value', { key: 'gpu', operator: 'Equal' }, 'empty'],
    ['one that compares numbers', { key: 'gpu', operator: 'Gt', value: '1' }, 'Gt'],
    ['one for every key of another effect', EVERY, 'NoExecute'],
  ])('is named, in addition to what is said without one: %s', (_, toleration, name) => {
    expect(said(OTHER)).toBe(said());
    expect(said(toleration).length).toBeGreaterThan(said().length);
    expect([said(toleration).includes(name), said().includes(name)]).toEqual([true, false]);
  });

  test('one for the key is named before one for every key', () => {
    const OF_KEY = { key: 'gpu', value: 'false' };
    expect(said(EVERY, OF_KEY)).toBe(said(OF_KEY));
    expect(said(EVERY)).not.toBe(said(OF_KEY));
  });
});

test.each<[string, Fields, string[]]>([
  ['In', expecting({ key: 'pool', operator: 'In', values: ['a', 'b'] }), ['pool=a', 'b', 'pool=c']],
  ['NotIn', expecting({ key: 'pool', operator: 'NotIn', values: ['c', 'd'] }), ['pool=c', 'd', 'pool=c']],
  ['Exists', expecting({ key: 'gpu', operator: 'Exists' }), ['gpu']],
  ['DoesNotExist', expecting({ key: 'pool', operator: 'DoesNotExist' }), ['pool', 'pool=c']],
  ['Gt', expecting({ key: 'size', operator: 'Gt', values: ['8'] }), ['size', '8', 'size=8']],
  ['Lt', expecting({ key: 'size', operator: 'Lt', values: ['8'] }), ['size', '8', 'size=8']],
  ['a name', affinity({ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['worker-2'] }] }), ['worker-2']],
  ['any other name', affinity({ matchFields: [{ key: 'metadata.name', operator: 'NotIn', values: ['worker-1'] }] }), ['worker-1']],
  ['a field that nodes do not have', affinity({ matchFields: [{ key: 'spec.x', operator: 'In', values: ['a'] }] }), ['spec.x']],
  [
    'several requirements, of which one is met',
    expecting({ key: 'pool', operator: 'In', values: ['a'] }, { key: 'size', operator: 'Exists' }, { key: 'gpu', operator: 'Exists' }),
    ['pool=a', 'pool=c', 'gpu'],
  ],
  ['an empty term', affinity({}), []],
  ['no term', affinity(), []],
  [
    'what cannot be read', expecting({ key: '', operator: 'Exists' }, { key: 'a', operator: 'Near', values: ['b', 'c'] }),
    ["''", 'Exists', 'a', 'Near', 'b', 'c'],
  ],
  ['several terms', affinity({}, { matchExpressions: [{ key: 'gpu', operator: 'Exists' }] }), ['2', '1', '2', 'gpu']],
])('an affinity is one reason, which names what is asked for and what is there: %s', (_, pod, names) => {
  const [reason, ...others] = reasons(pod, { labels: { pool: 'c', size: '8' } });
  expect([reason.code, others]).toEqual(['node-affinity-mismatch', []]);
  expect(reason.message).toMatch(new RegExp(names.map(name => name.replace(/[.=']/g, '\\$&')).join('.*')));
  expect(reason.message.includes('gpu')).toBe(names.includes('gpu'));
});

test.each([['kubernetes.io/os', 'windows'], [
  'eks.amazonaws.com/compute-type', 'fargate',
], ['topology.kubernetes.io/zone', 'eu-1a'], ['node.kubernetes.io/instance-type', 'm7i.large']])(
  'nobody labels a node with %s, so that another fix is said than for a label of your own', (key, value) => {
    const said = (of: string) => [
      ...messages({ nodeSelector: { [of]: value } }, {}),
      ...messages(expecting({ key: of, operator: 'NotIn', values: [value] }), { labels: { [of]: value } }),
    ].map(message => message.replaceAll(of, 'KEY'));
    expect(said(key)).toHaveLength(2);
    said('example.com/own').forEach((message, index) => expect(said(key)[index]).not.toBe(message));
  });
