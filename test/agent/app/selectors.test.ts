import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { AgentIdentity, AgentObject, Checks, NodeAgent, NodeAgentProps } from '../../../src';
import { codesOf, errorsOf, testChart } from '../../support/golden';

function agentIn(chart: Chart, id: string, props: Partial<NodeAgentProps> = {}): NodeAgent {
  return new NodeAgent(chart, id, { image: 'a:1', ...props });
}

describe('selectors', () => {
  /** What is wrong, and who else is named. */
  const taking = (one: string, other: string) => expect.stringMatching(new RegExp(`^\\[${one}\\] selector-overlap: .*${other}`));

  test('two agents of one identity would adopt each other\'s pods', () => {
    const chart = testChart();
    ['one', 'two'].forEach(id => agentIn(chart, id, { identity: AgentIdentity.labels({ app: 'agent' }) }));
    expect(errorsOf(chart)).toEqual([taking('test/one', 'DaemonSet node-agents/two')]);
  });

  test('a selector that is met by more labels of the other takes its pods, not the other way round', () => {
    const chart = testChart();
    agentIn(chart, 'wide', { identity: AgentIdentity.labels({ app: 'agent' }) });
    agentIn(chart, 'narrow', { identity: AgentIdentity.labels({ app: 'agent', tier: 'node' }) });
    expect(errorsOf(chart)).toEqual([taking('test/wide', 'DaemonSet node-agents/narrow')]);
  });

  test('labels for people count as well, since the selector cannot tell', () => {
    const chart = testChart();
    agentIn(chart, 'one', { identity: AgentIdentity.labels({ app: 'agent' }) });
    agentIn(chart, 'two', { podLabels: { app: 'agent' } });
    expect(errorsOf(chart)).toEqual([taking('test/one', 'DaemonSet node-agents/two')]);
  });

  test('all labels of a selector must be met, not one of them', () => {
    const chart = testChart();
    [['1', '2'], [
      '1', '3',
    ], ['4', '2']].forEach(([x, y], index) => agentIn(chart, `agent-${index}`, { identity: AgentIdentity.labels({ x, y }) }));
    expect(errorsOf(chart)).toEqual([]);
  });

  test('the selector and the labels count that patches leave', () => {
    const label = (id: string) => ({ identity: AgentIdentity.labels({ app: id }) });
    const chart = testChart();
    agentIn(chart, 'one', label('one'));
    agentIn(chart, 'two', label('two')).apiObject.addJsonPatch(
      JsonPatch.replace('/spec/selector/matchLabels/app', 'one'), JsonPatch.replace('/spec/template/metadata/labels/app', 'one'),
    );
    expect(errorsOf(chart)).toEqual([taking('test/one', 'DaemonSet node-agents/two')]);
  });

  const template = (labels: object) => ({ metadata: { labels }, spec: { containers: [{ name: 'a', image: 'a:1' }] } });
  const workload = (chart: Chart, kind: string, spec: object, props: object = {}) =>
    new ApiObject(chart, `raw-${kind}`.toLowerCase(), { apiVersion: 'apps/v1', kind, metadata: { name: 'raw', ...props }, spec });
  test.each([
    'DaemonSet', 'Deployment', 'StatefulSet', 'ReplicaSet',
  ])('a %s of someone else counts, in both directions, whichever comes first', kind => {
    const both = {
      selector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['agent'] }] },
      template: template({ app: 'agent', tier: 'node' }),
    };
    const takesOurs = { ...both, template: template({ app: 'agent' }) };
    const isTaken = { selector: { matchLabels: { own: 'yes' } }, template: template({ own: 'yes', app: 'agent', tier: 'node' }) };
    for (const [
      spec, place,
    ] of [[both, 'spec.selector'], [takesOurs, 'spec.template.metadata.labels'], [isTaken, 'spec.selector']] as const) {
      for (const isFirst of [true, false]) {
        const chart = testChart();
        if (isFirst) {workload(chart, kind, spec);}
        agentIn(chart, 'agent', { identity: AgentIdentity.labels({ app: 'agent', tier: 'node' }) });
        if (!isFirst) {workload(chart, kind, spec);}
        expect(errorsOf(chart)).toEqual([taking('test/agent', `${kind} node-agents/raw`)]);
        const found = Checks.of(chart).findings.filter(({ code }) => code === 'selector-overlap').map(({ path }) => path);
        expect(spec === both ? ['spec.selector', 'spec.template.metadata.labels'] : [place]).toContain(found[0]);
      }
    }
  });

  test('what others do to each other does not hide what they do to an agent', () => {
    const chart = testChart();
    const wide = { selector: { matchLabels: { app: 'agent' } }, template: template({ app: 'agent' }) };
    workload(chart, 'Deployment', { ...wide, template: template({ app: 'agent', own: 'yes' }) });
    workload(chart, 'StatefulSet', { selector: { matchLabels: { own: 'yes' } }, template: template({ app: 'agent', own: 'yes' }) });
    agentIn(chart, 'agent', { identity: AgentIdentity.labels({ app: 'agent', tier: 'node' }) });
    expect(errorsOf(chart)).toEqual([taking('test/agent', 'Deployment node-agents/raw')]);
  });

  test('a workload of cdk8s-plus counts', () => {
    const chart = testChart();
    agentIn(chart, 'agent', { identity: AgentIdentity.labels({ app: 'web' }) });
    new kplus.Deployment(chart, 'web', {
      metadata: { name: 'web' }, podMetadata: { labels: { app: 'web' } }, containers: [{ image: 'a:1', portNumber: 80 }],
    });
    expect(errorsOf(chart)).toEqual([taking('test/agent', 'Deployment node-agents/web')]);
  });

  test('workloads of others among themselves, in other namespaces, of other groups or without a selector are not our business', () => {
    const chart = testChart();
    agentIn(chart, 'agent', { identity: AgentIdentity.labels({ app: 'agent' }) });
    const selecting = { selector: { matchLabels: { app: 'agent' } }, template: template({ app: 'agent' }) };
    workload(chart, 'Deployment', selecting, { namespace: 'other' });
    workload(chart, 'StatefulSet', selecting, { namespace: 'other' });
    workload(chart, 'ReplicaSet', {});
    new ApiObject(chart, 'kruise', {
      apiVersion: 'apps.kruise.io/v1alpha1', kind: 'DaemonSet', metadata: { name: 'raw' }, spec: selecting,
    });
    expect(errorsOf(chart)).toEqual([]);
  });

  test('the standard identity never collides, and neither do two namespaces', () => {
    const chart = testChart();
    ['one', 'two'].forEach(id => agentIn(chart, id, { identity: AgentIdentity.standard('fluent-bit') }));
    ['a', 'b'].forEach(namespace => agentIn(chart, namespace, { namespace, identity: AgentIdentity.labels({ app: 'agent' }) }));
    expect(errorsOf(chart)).toEqual([]);
  });
});

function withDaemonSet(chart: ReturnType<typeof testChart>, id: string, name: string, podLabels: object, kind: string = 'DaemonSet'): void {
  const agent = new NodeAgent(chart, id, { image: 'a:1' });
  agent.plan.addObject(AgentObject.of({
    apiVersion: 'apps/v1', kind, name, fields: {
      spec: {
        selector: { matchLabels: podLabels },
        template: { metadata: { labels: podLabels }, spec: { containers: [{ name: 'a', image: 'a:1' }] } },
      },
    },
  }));
}

test('a workload that an agent makes as an object must not select the pods of an agent, nor an agent its pods', () => {
  const labels = { 'app.kubernetes.io/name': 'agent', 'app.kubernetes.io/instance': 'agent' };
  const chart = testChart();
  new NodeAgent(chart, 'agent', { image: 'a:1' });
  withDaemonSet(chart, 'other', 'beside', labels, 'Deployment');
  expect(codesOf(chart)).toEqual(['[test/agent] selector-overlap']);
});
