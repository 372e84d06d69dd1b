import { makeAgent, messageOf, podOf } from './make-agent';
import { Priority } from '../../src';
import { objectOf, testChart } from '../support/golden';
import { refusal } from '../support/refusal';

test.each([
  ['none', Priority.none(), undefined],
  ['the node', Priority.systemNodeCritical(), 'system-node-critical'],
  ['the cluster', Priority.systemClusterCritical(), 'system-cluster-critical'],
  ['a class', Priority.named('agents.example.com'), 'agents.example.com'],
])('%s', (_, priority, className) => {
  const chart = testChart();
  expect(podOf({ priority }, chart).priorityClassName).toBe(className);
  expect(objectOf(chart, 'PriorityClass')).toBeUndefined();
});

test('no class is the default', () => {
  expect(podOf().priorityClassName).toBeUndefined();
});

test('a dedicated class is made beside the agent, under a name that changes with its value, which never can', () => {
  const chart = testChart();
  const pod = podOf({ priority: Priority.dedicated(1000) }, chart);
  expect(pod.priorityClassName).toBe('agents.node-agents.agent.1000');
  expect(objectOf(chart, 'PriorityClass')).toEqual({
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    metadata: {
      name: 'agents.node-agents.agent.1000', labels: { 'app.kubernetes.io/instance': 'agent', 'app.kubernetes.io/name': 'agent' },
    },
    value: 1000,
    description: 'Ranks agent among the pods of its node.',
  });
});

test('a dedicated class can leave others alone, and be worth nothing or less', () => {
  const chart = testChart();
  makeAgent({ priority: Priority.dedicatedWithoutPreemption(-5) }, chart);
  expect(objectOf(chart, 'PriorityClass')).toMatchObject({
    metadata: { name: 'agents.node-agents.agent.minus-5' }, value: -5, preemptionPolicy: 'Never',
  });
  makeAgent({ priority: Priority.dedicated(0) }, chart, 'zero');
  expect(objectOf(chart, 'PriorityClass', 'agents.node-agents.zero.0').value).toBe(0);
});

test.each([1.5, 1_000_000_001, -1_000_000_001])('fails for the value %p', value => {
  expect(messageOf(() => Priority.dedicated(value))).toEqual(
    refusal('invalid-priority', { given: value, names: ['1000000000'] }));
});

test('fails for a class that no object can have as its name', () => {
  expect(messageOf(() => Priority.named('Important'))).toEqual(
    refusal('invalid-name', { given: "'Important'", names: ['253'] }));
});
