import { App, Chart } from 'cdk8s';
import { FleetApp, HostPath, KubernetesVersion, NodeAgent, NodeAgentProps, NodePlatform, TargetCluster } from '../../src';

const PLATFORMS: {
  readonly [cluster: string]: NodePlatform;
} = { east: NodePlatform.eks(), edge: NodePlatform.microk8s(), lab: NodePlatform.talos() };

function appWith(app: App, props: Partial<NodeAgentProps>): Chart[] {
  return Object.entries(PLATFORMS).map(([cluster, platform]) => {
    const chart = new Chart(app, cluster, { namespace: 'node-agents' });
    TargetCluster.configure(chart, { platform });
    new NodeAgent(chart, 'agent', { image: 'example.com/agent:1.0.0', ...props });
    return chart;
  });
}

const pathsOf = (charts: readonly Chart[]): string[] =>
  charts.map(chart => chart.toJson().find(({ kind }: any) => kind === 'DaemonSet').spec.template.spec.volumes[0].hostPath.path);

test.each([['App', () => new App()], ['FleetApp', () => new FleetApp()]])('clusters of one %s differ by one line', (_, make) => {
  const hostPaths = [HostPath.readOnly('/var/lib/kubelet/pods')];
  expect(pathsOf(appWith(make(), { hostPaths }))).toEqual([
    '/var/lib/kubelet/pods', '/var/snap/microk8s/common/var/lib/kubelet/pods', '/var/lib/kubelet/pods',
  ]);
});

test.each([
  ['App', () => new App()], ['FleetApp', () => new FleetApp()],
])('clusters of one %s with the same objects are judged by their own platforms', (_, make) => {
  const [chart] = appWith(make(), { hostPaths: [HostPath.state('/data/agent')] });
  expect(() => chart.node.root.node.validate()).not.toThrow();
  const lines = Object.values(chart.node.root.node.findAll()).flatMap(each => each.node.validate()).filter(line => line.includes(
    'host-path-on-immutable-os',
  ));
  expect(lines.map(line => /on (Talos|Bottlerocket)/.exec(line)?.[1])).toEqual(['Talos']);
});

test('what is said of a chart leaves the platform of the app', () => {
  const app = new App();
  TargetCluster.configure(app, { platform: NodePlatform.k0s() });
  const chart = new Chart(app, 'chart');
  TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_30 });
  expect(TargetCluster.of(chart)).toMatchObject({ kubeletDirectory: '/var/lib/k0s/kubelet', kubernetesVersion: KubernetesVersion.V1_30 });
  expect(TargetCluster.of(chart).platform?.id).toBe('k0s');
});

test('a directory that is given wins over that of the platform', () => {
  const chart = new Chart(new App(), 'chart');
  TargetCluster.configure(chart, { platform: NodePlatform.k0s(), kubeletDirectory: '/data/kubelet' });
  expect(TargetCluster.of(chart).kubeletDirectory).toBe('/data/kubelet');
});
