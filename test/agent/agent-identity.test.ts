import { Chart } from 'cdk8s';
import { makeAgent, messageOf, problemsOf } from './make-agent';
import { AgentIdentity, NodeAgentProps } from '../../src';
import { objectOf, testChart } from '../support/golden';
import { refusal } from '../support/refusal';

function labelsOf(props: Partial<NodeAgentProps>, chart: Chart = testChart()) {
  makeAgent(props, chart);
  const { metadata, spec } = objectOf(chart, 'DaemonSet');
  return { object: metadata.labels, selector: spec.selector.matchLabels, pod: spec.template.metadata.labels };
}

test('name and instance are the name of the agent, on the object, the pods and in the selector; the pods carry the name of the agent in '
  + 'addition', () => {
  const labels = { 'app.kubernetes.io/name': 'agent', 'app.kubernetes.io/instance': 'agent' };
  expect(labelsOf({})).toEqual({ object: labels, selector: labels, pod: { ...labels, 'cdk8s-node-agents/agent': 'agent' } });
});

test('the name says what the agent is, the instance which one', () => {
  const labels = { 'app.kubernetes.io/name': 'fluent-bit', 'app.kubernetes.io/instance': 'logs' };
  expect(labelsOf({ name: 'logs', identity: AgentIdentity.standard('fluent-bit') })).toEqual({
    object: labels, selector: labels, pod: { ...labels, 'cdk8s-node-agents/agent': 'logs' },
  });
});

test('labels of one\'s own are on the pods and in the selector, and the object has none', () => {
  expect(labelsOf({ identity: AgentIdentity.labels({ app: 'agent' }) })).toEqual({
    object: undefined, selector: { app: 'agent' }, pod: { app: 'agent' },
  });
});

test('labels for people are no part of the selector', () => {
  const { object, selector, pod } = labelsOf({ labels: { team: 'a' }, podLabels: { tier: 'node' } });
  expect(object.team).toBe('a');
  expect(pod.tier).toBe('node');
  expect([...Object.keys(selector), ...Object.keys(pod)]).not.toContain('team');
  expect(selector).not.toHaveProperty('tier');
});

test('labels for people cannot take the place of the identity on the object', () => {
  expect(() => labelsOf({ labels: { 'app.kubernetes.io/name': 'other' } })).toThrow(
    refusal('reserved-label', { at: 'test/agent', given: "'other'", allowed: "'agent'", names: ['app.kubernetes.io/name'] }));
});

test('what was handed in can change later without changing the identity', () => {
  const given: Record<string, string> = { app: 'agent' };
  const identity = AgentIdentity.labels(given);
  const chart = testChart();
  const agent = makeAgent({ identity }, chart);
  agent.selectorLabels.app = 'other';
  expect(agent.selectorLabels).toEqual({ app: 'agent' });
});

describe('fails', () => {
  const message = (given: string) =>
    refusal('invalid-label', { given, names: ['1', '63', '_'] });

  test.each([
    ['no label', () => AgentIdentity.labels({}), '{}'],
    ['an empty value', () => AgentIdentity.labels({ app: '' }), "'app: '"],
    ['a key that is no label', () => AgentIdentity.labels({ 'a b': 'c' }), "'a b: c'"],
    ['a name that is no label value', () => AgentIdentity.standard('fluent bit'), "'app.kubernetes.io/name: fluent bit'"],
  ])('for %s', (_, act, given) => {
    expect(messageOf(act)).toEqual(message(given));
  });

  test('for a pod label that says otherwise', () => {
    expect(problemsOf({ podLabels: { 'app.kubernetes.io/name': 'other' } })).toEqual([
      refusal('reserved-label', { given: "'other'", allowed: "'agent'", names: ['app.kubernetes.io/name'] }),
    ]);
    expect(problemsOf({ podLabels: { 'app.kubernetes.io/name': 'agent' } })).toEqual([]);
  });

  test('for a pod label of a feature that says otherwise', () => {
    expect(problemsOf({ features: [{ contribute: plan => plan.addPodLabel('app.kubernetes.io/instance', 'other') }] })).toEqual([
      refusal('reserved-label', { given: "'other'", allowed: "'agent'", names: ['app.kubernetes.io/instance'] }),
    ]);
  });
});
