import { Chart } from 'cdk8s';
import { messageOf } from './make-agent';
import {
  AgentNamespace, CsiDriver, CsiNodePlugin, LogAgent, LogDestination, MetricsExporter, NodeAgent, NodeAgentProps, Rollout,
} from '../../src';
import { testChart } from '../support/golden';

const destinations = [LogDestination.stdout()];

/** What every agent takes, and refuses. */
const WRONG: ReadonlyArray<Partial<NodeAgentProps>> = [
  { name: 'A b' }, { namespace: 'A b' }, { containerName: 'A b' }, { labels: { a: 'b c' } }, { podAnnotations: { 'a b': 'c' } },
  { runtimeClassName: 'A b' },
  { sidecars: [{ name: 'x', image: 'a' }] }, { containers: [{ name: 'x', image: 'a:latest' }] },
  { features: [{ contribute: () => {throw new Error('no');} }] },
];

const MAKERS: ReadonlyArray<[string, (chart: Chart, props: object) => unknown]> = [
  ['NodeAgent', (chart, props) => new NodeAgent(chart, 'it', { image: 'a:1', ...props })],
  ['LogAgent', (chart, props) => new LogAgent(chart, 'it', { destinations, ...props })],
  ['MetricsExporter', (chart, props) => new MetricsExporter(chart, 'it', props)],
  ['CsiNodePlugin', (chart, props) => new CsiNodePlugin(chart, 'it', { driver: CsiDriver.nfs(), ...props })],
];

test.each(MAKERS)('whatever a %s refuses while it is made, the message says where', (_, make) => {
  for (const props of WRONG) {
    // presets name their own container
    if ('containerName' in props && make !== MAKERS[0][1]) {continue;}
    expect([props, messageOf(() => make(testChart(), props))]).toEqual([props, expect.stringMatching(/^[a-z-]+: \[test\/it\] /)]);
  }
});

test.each<[string, () => unknown]>([
  ['a CsiNodePlugin that surges', () => new CsiNodePlugin(testChart(), 'it', { driver: CsiDriver.nfs(), rollout: Rollout.surgeCount(1) })],
  ['a CsiNodePlugin whose kubelet lives nowhere', () => new CsiNodePlugin(testChart(), 'it', {
    driver: CsiDriver.nfs(), kubeletDirectory: 'var/lib',
  })],
  ['an AgentNamespace of no name', () => new AgentNamespace(testChart(), 'it', { name: 'A b' })],
  ['an AgentNamespace of wrong labels', () => new AgentNamespace(testChart(), 'it', { labels: { a: 'b c' } })],
])('%s says where it is', (_, make) => {
  expect(messageOf(make)).toMatch(/^[a-z-]+: \[test\/it\] /);
});
