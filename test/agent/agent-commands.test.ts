import { App, Chart } from 'cdk8s';
import { MetricsExporter, NodeAgent, NodeAgentProps } from '../../src';

function commandsOf(props: Partial<NodeAgentProps> = {}, namespace?: string) {
  const chart = new Chart(new App(), 'platform', { ...namespace !== undefined && { namespace } });
  return new NodeAgent(chart, 'agent', { image: 'registry.example.com/agent:1.0.0', ...props }).commands;
}

test('the commands of an agent have its name, its namespace and the labels that its pods share', () => {
  const { state, pods, logs, restart, rollBack } = commandsOf({}, 'agents');
  expect({ state, pods, logs, restart, rollBack }).toEqual({
    state: 'kubectl get daemonset/agent -n agents -o wide',
    pods: 'kubectl get pods -n agents -l cdk8s-node-agents/agent=agent -o wide --sort-by=.spec.nodeName',
    logs: 'kubectl logs -n agents -l cdk8s-node-agents/agent=agent --all-containers --prefix --ignore-errors --tail=100',
    restart: 'kubectl rollout restart daemonset/agent -n agents',
    rollBack: 'kubectl rollout undo daemonset/agent -n agents',
  });
});

test('without a namespace they are for the default one', () => {
  expect(commandsOf().describe).toBe('kubectl describe daemonset/agent -n default');
});

test('metrics are forwarded where a port is called so, and nowhere else', () => {
  const chart = new Chart(new App(), 'platform', { namespace: 'agents' });
  expect(new MetricsExporter(chart, 'metrics').commands.metrics).toMatch(/^kubectl port-forward -n agents daemonset\/metrics 9100:9100$/);
  expect(commandsOf().metrics).toBeUndefined();
});
