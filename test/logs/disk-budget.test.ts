import { Size } from 'cdk8s';
import { agentOf, podOf, problemsOf } from './log-config';
import { LogCollector, LogDestination, LogState, Resources } from '../../src';
import { codesOf, testChart } from '../support/golden';
import { refusal } from '../support/refusal';

const loki = (bufferLimit?: Size) => LogDestination.loki({ url: 'http://loki:3100', bufferLimit });
const http = (bufferLimit?: Size) => LogDestination.http({ url: 'http://sink', bufferLimit });
const diskBudget = Size.gibibytes(1);
const resources = Resources.of({ cpu: '50m', memory: '64Mi', memoryLimit: '256Mi', ephemeralStorage: '1Gi', ephemeralStorageLimit: '1Gi' });

test.each<[string, Parameters<typeof agentOf>[0], boolean]>([
  ['defaults that fill the budget', { state: LogState.onNode({ diskBudget }), destinations: [loki(), http()] }, true],
  ['one MiB more', { state: LogState.onNode({ diskBudget }), destinations: [loki(), http(Size.mebibytes(513))] }, false],
  ['a directory of your own', {
    state: LogState.onNodeAt('/var/lib/my-logs', { diskBudget }), destinations: [loki(Size.gibibytes(2))],
  }, false],
  ['what is not sent over the network', {
    state: LogState.onNode({ diskBudget }), destinations: [loki(), http(), LogDestination.stdout()],
  }, true],
  ['what was refused and is kept', {
    state: LogState.onNode({ diskBudget }), destinations: [loki(), http()],
    collector: LogCollector.fluentBit({ keepRejected: Size.mebibytes(64) }),
  }, false],
  ['another collector', {
    state: LogState.onNode({ diskBudget }), destinations: [loki(Size.gibibytes(2))], collector: LogCollector.vector(),
  }, false],
  ['no budget', { destinations: [loki(Size.gibibytes(100))] }, true],
  ['ephemeral storage of the pod', { state: LogState.withPod(), resources, destinations: [loki(), http(Size.gibibytes(1))] }, false],
  ['ephemeral storage that is enough', { state: LogState.withPod(), resources, destinations: [loki()] }, true],
  ['a state on the node, to which ephemeral storage does not matter', { resources, destinations: [loki(Size.gibibytes(2))] }, true],
  ['a pod without a limit', { state: LogState.withPod(), destinations: [loki(Size.gibibytes(2))] }, true],
  ['the budget of a pod', { state: LogState.withPod({ diskBudget }), destinations: [loki(Size.gibibytes(2))] }, false],
])('buffers within the disk budget: %s', (_, props, fits) => {
  expect(problemsOf(props)).toEqual(fits ? [] : [expect.stringContaining('exceeded-disk-budget')]);
});

test('the whole message', () => {
  expect(problemsOf({ state: LogState.onNode({ diskBudget }), destinations: [loki(), http(Size.gibibytes(1))] })).toEqual([
    refusal('exceeded-disk-budget', { at: 'test/logs', given: 'loki 512Mi, http 1Gi: 1536Mi', allowed: 'at most 1Gi' }),
  ]);
});

test('a destination that is added later counts', () => {
  const chart = testChart();
  agentOf({ state: LogState.onNode({ diskBudget: Size.mebibytes(512) }), destinations: [loki()] }, chart).addDestination(http());
  expect(codesOf(chart)).toEqual(['[test/logs] exceeded-disk-budget']);
});

test('with the pod the budget bounds the volume', () => {
  expect(podOf({ state: LogState.withPod({ diskBudget }) }).volumes).toContainEqual({ name: 'state', emptyDir: { sizeLimit: '1Gi' } });
});
