import { LogAgent, LogAgentProps, LogDestination, LogFileAccess, LogInput, LogState, NodePlatform, TargetCluster } from '../../src';
import { errorsOf, objectOf, testChart } from '../support/golden';

function chartOn(platform: NodePlatform, props: Partial<LogAgentProps> = {}) {
  const chart = testChart();
  TargetCluster.configure(chart, { platform });
  new LogAgent(chart, 'logs', { destinations: [LogDestination.stdout()], ...props });
  return chart;
}

const stateOn = (platform: NodePlatform, props?: Partial<LogAgentProps>) =>
  objectOf(chartOn(platform, props), 'DaemonSet').spec.template.spec.volumes.find(({ name }: any) => name === 'state');

test('where nothing may be written to nodes, the state stays with the pod', () => {
  expect(stateOn(NodePlatform.gkeAutopilot())).toEqual({ name: 'state', emptyDir: {} });
  expect(stateOn(NodePlatform.gke()).hostPath.path).toBe('/var/lib/node-agents/node-agents.logs');
  expect(errorsOf(chartOn(NodePlatform.gkeAutopilot(), { state: LogState.onNode() })).join()).toContain('refused-by-platform');
});

test.each([['openshift', 1], ['talos', 1], ['gke', 0], ['eks', 0]])('on %s, another user than root is refused %i times', (id, times) => {
  const errors = errorsOf(chartOn(NodePlatform.named(id), { access: LogFileAccess.nonRoot(1000) }));
  expect(errors.filter(line => line.includes('root alone may open log files')).length).toBe(times);
});

test('the journal is read where there is one', () => {
  expect(errorsOf(chartOn(NodePlatform.talos(), { inputs: [LogInput.journal()] })).join()).toContain(
    'Talos Linux has no systemd, and no journal',
  );
  expect(errorsOf(chartOn(NodePlatform.eks(), { inputs: [LogInput.journal()] }))).toEqual([]);
});
