import { LogAgent, LogAgentProps, LogDestination, NodeCoverage, NodePool, Resources } from '../../src';
import { errorsOf, testChart } from '../support/golden';

function problemsOf(memoryLimit: string, props: Partial<LogAgentProps> = {}): string[] {
  const chart = testChart();
  const pools = [NodePool.of('small', { nodes: NodeCoverage.labelled({ size: 'small' }), resources: Resources.of({ memoryLimit }) }), NodePool.rest()];
  new LogAgent(chart, 'logs', { destinations: [LogDestination.stdout()], pools, ...props });
  return errorsOf(chart);
}

test('a pool with less memory than the configuration is made for is refused', () => {
  expect(problemsOf('128Mi')).toEqual([
    "[test/logs] pool-memory-too-small: the pool 'small' has less memory than the buffers of the collector are made for, which are those of all pools; "
    + 'given: memory limit 128Mi; allowed: at least 256Mi, as the agent has; fix: give the agent the smallest limit of all pools with `resources`, and the other pools more',
  ]);
  expect(problemsOf('128Mi', { resources: Resources.of({ memory: '64Mi' }) })).toHaveLength(1);
});

test('a pool with as much memory, or more, is fine', () => {
  expect(problemsOf('256Mi')).toEqual([]);
  expect(problemsOf('1Gi')).toEqual([]);
  expect(problemsOf('128Mi', { resources: Resources.of({ memory: '32Mi', memoryLimit: '128Mi' }) })).toEqual([]);
});
