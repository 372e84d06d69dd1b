import { controllerReason } from '../../../src/cluster/explain/controller-reasons';
import { Placement } from '../../../src/cluster/placement/placement';
import { Fields, nodeOf } from '../inventory/objects';

type NodeFields = Parameters<typeof nodeOf>[1];

function reasons(pod: Fields, fields: NodeFields = {}) {
  return new Placement(pod).blockersOn(nodeOf('worker-1', fields)).map(blocker => controllerReason(blocker, pod.tolerations ?? []));
}
const messages = (pod: Fields, fields: NodeFields = {}) => reasons(pod, fields).map(({ message }) => message);
const affinity = (...nodeSelectorTerms: Fields[]): Fields => ({
  affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } },
});
const expecting = (...matchExpressions: Fields[]): Fields => affinity({ matchExpressions });

test('a reason says the same in data and in words', () => {
  expect(reasons({ nodeSelector: { pool: 'a', zone: 'z' }, tolerations: [] }, {
    labels: { pool: 'b' }, taints: ['gpu=true:NoSchedule', 'spot:NoExecute'],
  })).toEqual([
    {
      stage: 'controller', code: 'node-selector-mismatch', key: 'pool', wanted: 'a', found: 'b',
      message: 'the agent asks for the label pool=a, and the node has pool=b: label the node, or change the node selector',
    },
    {
      stage: 'controller', code: 'node-selector-mismatch', key: 'zone', wanted: 'z',
      message: 'the agent asks for the label zone=z, and the node has no such label: label the node, or change the node selector',
    },
    {
      stage: 'controller', code: 'untolerated-taint', taint: { key: 'gpu', value: 'true', effect: 'NoSchedule' }, evicts: false,
      message: 'the node has the taint gpu=true:NoSchedule, which the agent does not tolerate: add a toleration for it, or keep the agent '
        + 'off such nodes; a pod that is there stays',
    },
    {
      stage: 'controller', code: 'untolerated-taint', taint: { key: 'spot', effect: 'NoExecute' }, evicts: true,
      message: 'the node has the taint spot:NoExecute, which the agent does not tolerate: add a toleration for it, or keep the agent off '
        + 'such nodes; a pod that is there is evicted',
    },
  ]);
});

test('an agent that names a node', () => {
  expect(reasons({ nodeName: 'worker-2' })).toEqual([{
    stage: 'controller', code: 'node-name-mismatch', wanted: 'worker-2',
    message: 'the agent asks for the node worker-2 by `nodeName`, and this is another: leave `nodeName` out to run it on more nodes',
  }]);
});

describe('a toleration that was meant for the taint', () => {
  const why = (tolerations: Fields[], taint = 'gpu=true:NoSchedule') => /does not tolerate(.*?): /.exec(
    messages({ tolerations }, { taints: [taint] })[0],
  )![1];

  test.each<[string, Fields[], string]>([
    ['none', [{ key: 'other', operator: 'Exists' }], ''],
    ['one for another effect', [
      { key: 'gpu', operator: 'Exists', effect: 'NoExecute' },
    ], ', since its toleration of that key covers the effect NoExecute only'],
    ['one for another value', [{ key: 'gpu', value: 'false' }], ', since its toleration of that key covers the value false only'],
    ['one for no value', [{ key: 'gpu', operator: 'Equal' }], ', since its toleration of that key covers the empty value only'],
    ['one that compares numbers', [
      { key: 'gpu', operator: 'Gt', value: '1' },
    ], ', since its toleration of that key has the operator Gt, which covers nothing without a feature gate'],
    ['one for every key of another effect', [
      { operator: 'Exists', effect: 'NoExecute' },
    ], ', since its toleration of every key covers the effect NoExecute only'],
    ['one for the key before one for every key', [{ operator: 'Exists', effect: 'NoExecute' }, { key: 'gpu', value: 'false' }],
      ', since its toleration of that key covers the value false only'],
  ])('is kept apart: %s', (_, tolerations, expected) => {
    expect(why(tolerations)).toBe(expected);
  });
});

const FIX_AFFINITY = 'change the node affinity';
const FIX = `label the node, or ${FIX_AFFINITY}`;

test.each<[string, Fields, string]>([
  ['In', expecting({
    key: 'pool', operator: 'In', values: ['a', 'b'],
  }), `the node affinity of the agent asks for the label pool=a or b (the node has pool=c): ${FIX}`],
  ['NotIn', expecting({
    key: 'pool', operator: 'NotIn', values: ['c', 'd'],
  }), `the node affinity of the agent asks for anything but pool=c or d (the node has pool=c): ${FIX}`],
  ['Exists', expecting({
    key: 'gpu', operator: 'Exists',
  }), `the node affinity of the agent asks for the label gpu (the node has no such label): ${FIX}`],
  ['DoesNotExist', expecting({
    key: 'pool', operator: 'DoesNotExist',
  }), `the node affinity of the agent asks for no label pool (the node has pool=c): ${FIX}`],
  ['Gt', expecting({
    key: 'size', operator: 'Gt', values: ['8'],
  }), `the node affinity of the agent asks for a label size above 8 (the node has size=8): ${FIX}`],
  ['Lt', expecting({
    key: 'size', operator: 'Lt', values: ['8'],
  }), `the node affinity of the agent asks for a label size below 8 (the node has size=8): ${FIX}`],
  ['a name', affinity({ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['worker-2'] }] }),
    `the node affinity of the agent asks for the node worker-2 (this is another): ${FIX_AFFINITY}`],
  ['any other name', affinity({ matchFields: [{ key: 'metadata.name', operator: 'NotIn', values: ['worker-1'] }] }),
    `the node affinity of the agent asks for any node but worker-1 (this is it): ${FIX_AFFINITY}`],
  ['a field that nodes do not have', affinity({ matchFields: [{ key: 'spec.x', operator: 'In', values: ['a'] }] }),
    `the node affinity of the agent asks for the field spec.x (nodes do not have it): ${FIX_AFFINITY}`],
  ['several requirements', expecting({ key: 'pool', operator: 'In', values: ['a'] }, { key: 'size', operator: 'Exists' }, {
    key: 'gpu', operator: 'Exists',
  }),
  'the node affinity of the agent asks for the label pool=a (the node has pool=c) and for the label gpu (the node has no such label): '
      + `${FIX}`],
  ['an empty term', affinity({}), `the node affinity of the agent is an empty term, which matches no node: ${FIX_AFFINITY}`],
  ['no term', affinity(), 'the required node affinity of the agent has no term, so it matches no node: add a term, or leave it out'],
  ['what cannot be read', expecting({ key: '', operator: 'Exists' }, { key: 'a', operator: 'Near', values: ['b', 'c'] }),
    `the node affinity of the agent matches no node, since it cannot be read at '' Exists, a Near [b, c]: ${FIX_AFFINITY}`],
  ['several terms', affinity({}, { matchExpressions: [{ key: 'gpu', operator: 'Exists' }] }),
    'the node does not meet any of the 2 terms of the node affinity of the agent: term 1 is an empty term, which matches no node; term 2 '
      + `asks for the label gpu (the node has no such label); ${FIX}`],
])('an affinity is reported in words: %s', (_, pod, expected) => {
  expect(messages(pod, { labels: { pool: 'c', size: '8' } })).toEqual([expected]);
});

test.each([['kubernetes.io/os', 'windows'], [
  'eks.amazonaws.com/compute-type', 'fargate',
], ['topology.kubernetes.io/zone', 'eu-1a'], ['node.kubernetes.io/instance-type', 'm7i.large']])(
  'nobody labels a node with %s: others write it', (key, value) => {
    expect(messages({ nodeSelector: { [key]: value } }, {})[0]).not.toMatch(/label the node/);
    expect(messages(expecting({ key, operator: 'NotIn', values: [value] }), { labels: { [key]: value } })[0]).not.toMatch(/label the node/);
  });
