import { foundBy } from './found-by';
import { daemonSet, deployment, node } from '../../../src/checks/example';
import { agentWithoutNodes } from '../../../src/checks/rules/agent-without-nodes';
import { AGENT_LABEL } from '../../../src/private/standard-values';
import type { Wire } from '../../../src/private/wire';

const sized = (name: string, memory: string, labels: Record<string, string> = {}) => ({
  ...node(name, labels), status: { allocatable: { cpu: '4', memory, pods: '110' } },
});
const asking = (memory: string, pod: Wire = {}) => daemonSet(pod, { resources: { requests: { memory }, limits: { memory } } });

test('an agent for nodes that nobody has is a note', () => {
  expect(foundBy(agentWithoutNodes, daemonSet({ nodeSelector: { gpu: 'nvidia' } }), node('a'))).toEqual(['note agent nodeSelector']);
});

test('a label that is spelt nearly like one of the nodes is a warning', () => {
  const agent = daemonSet({ nodeSelector: { 'example.com/pol': 'large' } });
  expect(foundBy(agentWithoutNodes, agent, node('a', { 'example.com/pool': 'large' })))
    .toEqual(['warning agent nodeSelector (example.com/pol=large)']);
});

test('pods that fit on none of their nodes', () => {
  expect(foundBy(agentWithoutNodes, asking('64Gi'), sized('a', '16Gi'), sized('b', '8Gi'))).toEqual([
    'warning agent containers (64Gi memory)',
  ]);
  expect(foundBy(
    agentWithoutNodes, asking('64Gi', { nodeSelector: { size: 'small' } }), sized('a', '16Gi', { size: 'small' }), sized('b', '128Gi'),
  )).toHaveLength(1);
});

test.each<[string, Wire[]]>([
  ['one node is large enough', [asking('64Gi'), sized('a', '16Gi'), sized('b', '128Gi')]],
  ['a node does not say what it has', [asking('64Gi'), node('a')]],
  ['no node is known', [daemonSet({ nodeSelector: { gpu: 'nvidia' } })]],
  ['a Deployment', [deployment({ nodeSelector: { gpu: 'nvidia' } }), node('a')]],
  ['a node pool, which has a rule of its own', [
    daemonSet({ nodeSelector: { gpu: 'nvidia' } }, {}, { template: { metadata: { labels: { [AGENT_LABEL]: 'agent' } } } }), node('a'),
  ]],
  ['one node has the label', [daemonSet({ nodeSelector: { gpu: 'nvidia' } }), node('a'), node('b', { gpu: 'nvidia' })]],
])('no finding: %s', (_, objects) => {
  expect(foundBy(agentWithoutNodes, ...objects)).toEqual([]);
});
