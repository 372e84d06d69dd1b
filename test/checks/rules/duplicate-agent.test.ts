import { Chart } from 'cdk8s';
import { foundBy } from './found-by';
import { Checks, LogAgent, LogCollector, LogDestination, LogInput } from '../../../src';
import { daemonSet, deployment, hostPath, node } from '../../../src/checks/example';
import { duplicateAgent } from '../../../src/checks/rules/duplicate-agent';
import type { Wire } from '../../../src/private/wire';
import { codesOf, testChart } from '../../support/golden';

const runs = (name: string, image: string, pod: Wire = {}) => daemonSet(pod, { image }, { name });
const collects = (name: string, image: string, path: string = '/var/log', pod: Wire = {}) =>
  daemonSet(
    { volumes: [hostPath('logs', path)], ...pod }, { image, volumeMounts: [{ name: 'logs', mountPath: '/logs', readOnly: true }] },
    { name },
  );

test.each<[string, string, string]>([
  ['exporters', 'quay.io/prometheus/node-exporter:v1.12.1', 'mirror.example.com/prom/node-exporter:v1.6.1'],
  ['network agents', 'quay.io/cilium/cilium:v1.20.0', 'quay.io/cilium/cilium:v1.19.0'],
  ['Calico', 'quay.io/calico/node:v3.32.1', 'docker.io/calico/node:v3.30.0'],
  ['DNS caches', 'registry.k8s.io/dns/k8s-dns-node-cache:1.26.4', 'registry.k8s.io/dns/k8s-dns-node-cache:1.26.4'],
])('two %s on the same nodes are one too many', (_, one, two) => {
  expect(foundBy(duplicateAgent, runs('one', one), runs('two', two))).toEqual([
    `warning two containers[0].image (${two.replace(/^[^/]+\/|:.*$/g, '')})`,
  ]);
  expect(foundBy(
    duplicateAgent, runs('one', one, { nodeSelector: { pool: 'a' } }), runs('two', two, { nodeSelector: { pool: 'b' } }),
  )).toEqual([]);
});

test.each([
  '/var/log', '/var/log/pods', '/var/log/containers/', '/var/lib/docker/containers', 'C:\\var\\log\\pods',
])('two collectors that mount %s read the same logs', path => {
  expect(foundBy(
    duplicateAgent, collects('one', 'fluent/fluent-bit:5.1.1', path), collects('two', 'otel/opentelemetry-collector-contrib:0.130.0', path),
  )).toHaveLength(1);
});

describe('two collectors whose configurations are known', () => {
  const collectors = [LogCollector.fluentBit(), LogCollector.vector(), LogCollector.openTelemetryCollector()];
  const agentOf = (input: LogInput, index: number, chart: Chart = testChart()) =>
    new LogAgent(chart, `logs-${index}`, { collector: collectors[index], inputs: [input], destinations: [LogDestination.stdout()] });
  const levelsOf = (...inputs: LogInput[]) =>
    foundBy(duplicateAgent, ...inputs.flatMap((input, index) => Chart.of(agentOf(input, index)).toJson())).map(line => line.split(' ')[0]);
  const some = LogInput.containers({ namespaces: ['shop'] });

  test('are an error where both read the logs of all containers', () => {
    expect(levelsOf(LogInput.containers(), LogInput.containers(), LogInput.containers())).toEqual(['error', 'error']);
    expect(levelsOf(some, LogInput.containers(), LogInput.containers())).toEqual(['warning', 'error']);
  });

  test('are a warning where one reads those of some namespaces, or other files below /var/log', () => {
    expect(levelsOf(LogInput.containers({ excludeNamespaces: ['shop'] }), some, some)).toEqual(['warning', 'warning']);
    expect(levelsOf(LogInput.containers(), LogInput.kubernetesAudit())).toEqual(['warning']);
  });

  test('are fine for who acknowledges it', () => {
    const chart = testChart();
    const agents = [0, 1].map(index => agentOf(LogInput.containers(), index, chart));
    expect(codesOf(chart)).toEqual(['[test/logs-1] duplicate-agent']);
    agents.forEach(agent => Checks.of(agent).acknowledge({
      id: 'duplicate-agent', reason: 'the second one is tried next to the first for a week',
    }));
    expect(codesOf(chart)).toEqual([]);
  });
});

test('a collector that mounts no logs is none', () => {
  expect(foundBy(duplicateAgent, collects('one', 'fluent/fluent-bit:5.1.1'), runs('two', 'timberio/vector:0.57.0'))).toEqual([]);
  expect(foundBy(
    duplicateAgent, collects('one', 'fluent/fluent-bit:5.1.1'), collects('two', 'timberio/vector:0.57.0', '/var/lib/vector'),
  )).toEqual([]);
});

test.each<[string, Wire]>([
  ['another network agent, which can be chained', runs('two', 'amazon/amazon-k8s-cni:v1.20.0')],
  ['an unknown program, twice or not', runs('two', 'example.com/agent:1')],
  ['a Deployment', deployment({}, { image: 'quay.io/cilium/cilium:v1.20.0' })],
  ['an init container', daemonSet({ initContainers: [{ name: 'init', image: 'quay.io/cilium/cilium:v1.20.0' }] }, {}, { name: 'two' })],
])('%s is no duplicate', (_, other) => {
  expect(foundBy(duplicateAgent, runs('one', 'quay.io/cilium/cilium:v1.20.0'), runs('three', 'example.com/agent:1'), other)).toEqual([]);
});

test('where the nodes are known they decide', () => {
  const [one, two] = ['a', 'b'].map(label => runs(label, 'prom/node-exporter:v1', { nodeSelector: { [label]: 'true' } }));
  expect(foundBy(duplicateAgent, one, two)).toHaveLength(1);
  expect(foundBy(duplicateAgent, one, two, node('x', { a: 'true' }), node('y', { b: 'true' }))).toEqual([]);
});
