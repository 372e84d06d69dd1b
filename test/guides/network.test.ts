import { chartOf, runSnippet, snippetsOf } from './snippets';
import {
  Cni, cluster, CniPlugin, CniPluginProps, KubeProxy, KubeProxyMode, KubeVip, MetalLb, MetricsScraping, Multus, NodeCoverage, NodeLocalDns,
  Rollout, testing, Toleration,
} from '../../src';
import { codesOf, objectOf, testChart } from '../support/golden';

type Chart = ReturnType<typeof testChart>;
const { KubeadmNodes, SimulatedNode, NodeTaint } = cluster;

const AGENTS: ReadonlyArray<[string, (chart: Chart) => unknown]> = [
  ['flannel', chart => new CniPlugin(chart, 'agent', { network: Cni.flannel() })],
  ['Calico', chart => new CniPlugin(chart, 'agent', { network: Cni.calico() })],
  ['Cilium', chart => new CniPlugin(chart, 'agent', { network: Cni.cilium() })],
  ['kube-proxy', chart => new KubeProxy(chart, 'agent', { apiServer: { host: 'api.example.com' } })],
  ['node-local-dns', chart => new NodeLocalDns(chart, 'agent', { clusterDnsAddress: '10.96.0.10' })],
  ['Multus', chart => new Multus(chart, 'agent')],
];

function made(make: (chart: Chart) => unknown): Chart {
  const chart = testChart('test', 'elsewhere');
  make(chart);
  return chart;
}

const codes = (chart: Chart) => codesOf(chart).map(line => line.replace(/^\[[^\]]*\] /, ''));
const network = (props: Partial<CniPluginProps>) => made(chart => new CniPlugin(chart, 'agent', { network: Cni.flannel(), ...props }));

describe('what network.md says of all agents of the network', () => {
  test.each(AGENTS)('%s: host network, kube-system, priority, DNS, memory and taints', (_, make) => {
    const daemonSet = objectOf(made(make), 'DaemonSet');
    const pod = daemonSet.spec.template.spec;
    expect(daemonSet.metadata.namespace).toBe('kube-system');
    expect(pod).toMatchObject({ hostNetwork: true, priorityClassName: 'system-node-critical', dnsPolicy: 'Default' });
    expect(pod.containers.map(({ resources }: any) => resources?.limits?.memory)).not.toContainEqual(expect.anything());
    const view = testing.Manifests.ofChart(made(make)).daemonSet(daemonSet.metadata.name);
    const fresh = SimulatedNode.linux().notReady();
    view.runsOnAll([...KubeadmNodes.all(), fresh, fresh.withTaint(NodeTaint.noSchedule('example.com/dedicated'))]);
  });

  test('a CNI plugin is replaced one node at a time (Cilium two), and the others 10 % at a time', () => {
    const unavailable = AGENTS.map(([name, make]) => {
      const chart = made(make);
      const view = testing.Manifests.ofChart(chart).daemonSet(objectOf(chart, 'DaemonSet').metadata.name);
      return [name, view.worstCaseUnavailable(100)];
    });
    expect(unavailable).toEqual([
      ['flannel', 1], ['Calico', 1], ['Cilium', 2], ['kube-proxy', 10], ['node-local-dns', 10], ['Multus', 10],
    ]);
  });

  test('a CNI plugin has 5 seconds to stop, and Cilium 1', () => {
    expect(AGENTS.slice(0, 3).map(([, make]) => objectOf(made(make), 'DaemonSet').spec.template.spec.terminationGracePeriodSeconds))
      .toEqual([5, 5, 1]);
  });

  test('a surge, tolerations without not-ready, and an unknown release are errors', () => {
    expect(codes(network({ rollout: Rollout.surgeCount(1) }))).not.toEqual([]);
    expect(codes(network({ nodes: NodeCoverage.linux({ tolerations: [Toleration.exists('example.com/a')] }) })))
      .toContain('missing-bootstrap-toleration');
    expect(codes(network({ network: Cni.flannel({ version: '0.27.0' }) }))).toContain('unknown-network-version');
  });

  test('two CNI plugins are an error, and Multus next to one is none', () => {
    const two = made(chart => {
      new CniPlugin(chart, 'a', { network: Cni.flannel() });
      new CniPlugin(chart, 'b', { network: Cni.calico() });
    });
    expect(codes(two)).toContain('two-cni-plugins');
    const multus = made(chart => {
      new CniPlugin(chart, 'a', { network: Cni.flannel() });
      new Multus(chart, 'b');
    });
    expect(codes(multus)).toEqual([]);
  });
});

test('the manifests of the first snippet boot: kube-proxy first, then flannel, then the node is ready', () => {
  const manifests = testing.Manifests.ofChart(chartOf(snippetsOf('network.md')[0]));
  const nodes = [SimulatedNode.linux('worker')];
  manifests.bootsOn(nodes);
  const order = manifests.bootOrder(nodes);
  const at = (...words: string[]) => order.findIndex(line => words.every(word => line.includes(word)));
  expect(at('kube-proxy', 'starts')).toBeGreaterThanOrEqual(0);
  expect(at('kube-proxy', 'starts')).toBeLessThan(at('flannel', 'starts'));
  expect(at('flannel', 'starts')).toBeLessThan(order.findIndex(line => / worker: ready$/.test(line)));
});

test('the test of the guide passes for flannel, kube-proxy and node-local-dns', () => {
  const { testNetwork } = runSnippet(snippetsOf('network.md').find(text => text.includes('function testNetwork'))!);
  testNetwork(chartOf(snippetsOf('network.md')[0]));
});

describe('kube-proxy', () => {
  const configurationOf = (props: object) => JSON.stringify(made(chart => new KubeProxy(chart, 'agent', {
    apiServer: { host: 'api.example.com' }, ...props,
  })).toJson());

  test('strictArp goes with ipvs, and NFTABLES needs Kubernetes 1.31', () => {
    expect(configurationOf({ mode: KubeProxyMode.IPVS, strictArp: true })).toContain('strictARP');
    expect(codes(made(chart => new KubeProxy(chart, 'agent', {
      apiServer: { host: 'api.example.com' }, mode: KubeProxyMode.NFTABLES,
    })))).not.toEqual([]);
  });

  test('without an address it reads the kubeconfig in the ConfigMap kube-proxy', () => {
    const pod = objectOf(made(chart => new KubeProxy(chart, 'agent')), 'DaemonSet').spec.template.spec;
    expect(JSON.stringify(pod.volumes)).toContain('"name":"kube-proxy"');
  });

  test('its metrics are on the loopback address, and a monitor without the option is an error', () => {
    expect(configurationOf({})).toContain('127.0.0.1:10249');
    expect(codes(made(chart => new KubeProxy(chart, 'agent', {
      apiServer: { host: 'api.example.com' }, scraping: MetricsScraping.podMonitor(),
    } as any)))).not.toEqual([]);
  });
});

test('node-local-dns listens on 169.254.20.10 without an address, and on that of the cluster DNS with one', () => {
  const argsOf = (props: object) => objectOf(made(chart => new NodeLocalDns(chart, 'agent', props)), 'DaemonSet')
    .spec.template.spec.containers[0].args.join(' ');
  expect(argsOf({})).toContain('169.254.20.10');
  expect(argsOf({ clusterDnsAddress: '10.96.0.10' })).toContain('10.96.0.10');
  const service = objectOf(made(chart => new NodeLocalDns(chart, 'agent', {})), 'Service', 'agent-upstream');
  expect(service.spec.selector).toEqual({ 'k8s-app': 'kube-dns' });
});

describe('load-balancers.md', () => {
  test('the speaker of MetalLB runs on tainted nodes, and its controller is one pod that is replaced before the next one starts', () => {
    const chart = made(each => new MetalLb(each, 'metallb'));
    const speaker = objectOf(chart, 'DaemonSet');
    testing.Manifests.ofChart(chart).daemonSet(speaker.metadata.name).runsOn(
      SimulatedNode.linux().withTaint(NodeTaint.noSchedule('example.com/dedicated')));
    expect(objectOf(chart, 'Deployment').spec).toMatchObject({ strategy: { type: 'Recreate' } });
    expect(objectOf(chart, 'Deployment').spec.replicas ?? 1).toBe(1);
    expect(objectOf(chart, 'Secret', 'metallb-memberlist')).toBeUndefined();
    expect(objectOf(chart, 'Secret', 'metallb-webhook-cert').data).toBeUndefined();
    expect(JSON.stringify(objectOf(chart, 'ValidatingWebhookConfiguration'))).not.toContain('caBundle');
  });

  test('kube-vip runs on nodes of the control plane alone, one at a time, and may do nothing but Leases of its namespace', () => {
    const chart = made(each => new KubeVip(each, 'kube-vip', { address: '192.0.2.10' }));
    const view = testing.Manifests.ofChart(chart).daemonSet('kube-vip');
    view.runsOn(KubeadmNodes.controlPlane());
    view.doesNotRunOn(KubeadmNodes.worker());
    expect([view.worstCaseUnavailable(100), view.manifest.spec.minReadySeconds]).toEqual([1, 15]);
    expect(objectOf(chart, 'ClusterRole')).toBeUndefined();
    expect(objectOf(chart, 'Role').rules.map(({ resources }: any) => resources)).toEqual([['leases']]);
  });
});
