import * as fc from 'fast-check';
import { failureOf, yamlOf } from './support';
import {
  CiliumRouting, Cni, CniInstallStep, CniOptions, CniPlugin, CniPluginProps, ContainerSecurity, HostPath, KubeProxy, NodeAgent,
  NodeCoverage, NodeLocalDns, Rollout,
} from '../../src';
import { daemonSet, deployment } from '../../src/checks/example';
import { NodeTaint } from '../../src/cluster/simulated/node-taint';
import { GkeNodes } from '../../src/cluster/simulated/platforms/gke-nodes';
import { SimulatedNode } from '../../src/cluster/simulated/simulated-node';
import { Manifests } from '../../src/testing/manifests';
import { testChart } from '../support/golden';
import { runs } from '../support/runs';

const WORKER = SimulatedNode.linux('worker-1');
const API = { apiServer: { host: '192.0.2.1' } };
const OWN: CniOptions = {
  name: 'own-network', image: 'registry.example.com/own-network:1.0.0', hostPaths: [HostPath.state('/run/own-network')],
  securityContext: ContainerSecurity.privileged('sets up the network of the node'),
  install: [CniInstallStep.writeConfiguration('install', 'registry.example.com/own-network:1.0.0', '10-own.conflist',
    JSON.stringify({ cniVersion: '1.0.0', name: 'own', plugins: [{ type: 'bridge' }] }))],
};

/** A cluster with a CNI plugin, and what else a cluster has: an agent on the network of pods. */
function clusterOf(network: Cni, props: Partial<CniPluginProps> = {}, kubeProxy: boolean = true): ReturnType<typeof testChart> {
  const chart = testChart();
  new NodeAgent(chart, 'logs', { image: 'registry.example.com/logs:1.0.0' });
  new NodeLocalDns(chart, 'node-local-dns', { clusterDnsAddress: '10.96.0.10' });
  if (kubeProxy) {new KubeProxy(chart, 'kube-proxy', API);}
  new CniPlugin(chart, 'network', { network, ...props });
  return chart;
}

const boot = (chart: ReturnType<typeof testChart>, ...nodes: SimulatedNode[]) => Manifests.ofChart(chart).bootOrder(
  nodes.length > 0 ? nodes : [WORKER],
);
const EBPF = () => Cni.cilium({ kubeProxyReplacement: true, routing: CiliumRouting.native({ ranges: ['10.0.0.0/8'] }) });

/** Where a line is that says this. */
function at(lines: readonly string[], text: string): number {
  const index = lines.findIndex(line => line.includes(text));
  expect([text, index]).toEqual([text, expect.any(Number)]);
  expect(index).toBeGreaterThanOrEqual(0);
  return Number(/^\d+/.exec(lines[index])![0]);
}

test.each<[string, () => ReturnType<typeof testChart>]>([
  ['Calico', () => clusterOf(Cni.calico())],
  ['Calico with Typha', () => clusterOf(Cni.calico({ typhaReplicas: 3 }))],
  ['Cilium', () => clusterOf(Cni.cilium())],
  ['Cilium in place of kube-proxy', () => clusterOf(EBPF(), API, false)],
  ['flannel', () => clusterOf(Cni.flannel())],
  ['a CNI plugin of a user', () => clusterOf(Cni.of(OWN))],
])('a cluster with %s boots, and applications come when the node is ready', (_, make) => {
  const nodes = [
    WORKER, WORKER.named('worker-2').uninitialized().withoutNetwork(), SimulatedNode.controlPlane(),
    ...GkeNodes.all().filter(({ labels }) => labels['kubernetes.io/os'] === 'linux'),
  ];
  const manifests = Manifests.ofChart(make());
  manifests.bootsOn(nodes);
  const lines = manifests.bootOrder(nodes);
  const network = at(lines, 'kube-system/network starts');
  expect(at(lines, ': ready')).toBe(network);
  expect(at(lines, 'takes applications')).toBeGreaterThanOrEqual(network);
  expect(at(lines, '/logs starts')).toBeGreaterThan(network);
});

test('what a CNI plugin waits for comes before it', () => {
  const proxied = boot(clusterOf(Cni.flannel()));
  expect(at(proxied, 'kube-system/kube-proxy starts')).toBeLessThan(at(proxied, 'kube-system/network starts'));
  const direct = boot(clusterOf(Cni.flannel(), API));
  expect(at(direct, 'kube-system/network starts')).toBe(1);
  const cilium = boot(clusterOf(EBPF(), API, false));
  expect(at(cilium, 'network-operator starts')).toBeLessThan(at(cilium, 'kube-system/network starts'));
});

test('the start-up taint of Cilium keeps applications away until the operator takes it from the node', () => {
  const tainted = WORKER.withTaint(NodeTaint.noExecute('node.cilium.io/agent-not-ready'));
  const lines = boot(clusterOf(Cni.cilium(), API), tainted);
  expect(at(lines, 'takes applications')).toBe(at(lines, 'kube-system/network starts'));
  // no other network takes it away
  expect(boot(clusterOf(Cni.flannel(), API), tainted)).toContain('1 worker-1: ready');
});

test('a cluster whose network cannot start says what stands in its way', () => {
  const yaml = Manifests.ofChart(clusterOf(Cni.flannel(), API)).toSnapshot();
  const without = yaml.replace(/( {6}tolerations:\n)( {8}- .*\n)+/g, '');
  expect(without).not.toBe(yaml);
  const failure = failureOf(() => Manifests.parse(without).bootsOn([WORKER]));
  expect(failure).toContain('0 of 1 take applications');
  expect(failure).toMatch(
    /DaemonSet kube-system\/network waits: the node has the taint node\.kubernetes\.io\/not-ready:NoSchedule, which the agent does not tolerate/,
  );
});

const YAML: readonly object[] = [
  daemonSet(
    { hostNetwork: true, tolerations: [{ operator: 'Exists' }] },
    { image: 'ghcr.io/flannel-io/flannel:v0.28.9', ports: [{ containerPort: 8081 }] }, { name: 'flannel' },
  ),
];
const cilium = (pod: object = {}, ...config: object[]) => [
  daemonSet({ hostNetwork: true, tolerations: [{ operator: 'Exists' }], ...pod }, { image: 'quay.io/cilium/cilium:v1.20.0' }, {
    name: 'cilium',
  }), ...config,
];
const operator = (pod: object) => deployment(pod, { image: 'quay.io/cilium/operator-generic:v1.20.0' }, { name: 'cilium-operator' });
const REPLACES = {
  apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'cilium-config', namespace: 'agents' }, data: { 'kube-proxy-replacement': 'true' },
};

test.each<[string, readonly object[], string]>([
  ['without a CNI plugin', [deployment()], 'the objects have no CNI plugin'],
  ['whose agents want one port', [
    ...YAML, daemonSet({ hostNetwork: true }, { ports: [{ containerPort: 8081 }] }, { name: 'metrics' }),
  ], 'DaemonSet agents/metrics waits: the port 8081/TCP of the node'],
  ['whose network waits for itself', cilium({ hostNetwork: false }), 'it waits for the network that it makes itself'],
  ['whose replacement of kube-proxy asks a Service', cilium(
    {}, REPLACES,
  ), 'it takes the place of kube-proxy, and asks for the API server by a Service'],
  ['whose operator tolerates nothing', cilium(
    {}, operator({ hostNetwork: true }),
  ), 'Deployment agents/cilium-operator waits: the node has the taint node.kubernetes.io/not-ready:NoSchedule'],
  ['whose operator needs the network', cilium(
    {}, operator({ tolerations: [{ operator: 'Exists' }] }),
  ), 'cilium-operator makes the custom resource definitions that the agent waits for, and it does not run'],
  ['whose kube-proxy does not come', [
    ...YAML, daemonSet({ hostNetwork: true }, { image: 'registry.k8s.io/kube-proxy:v1.36.0' }, { name: 'kube-proxy' }),
  ],
  'kube-proxy does not run on the node'],
  ['whose application asks for too much', [
    ...YAML, daemonSet({}, { resources: { requests: { cpu: '64' } } }, { name: 'large' }),
  ], 'DaemonSet agents/large waits: the agent asks for 64 of cpu'],
])('a cluster %s does not boot', (_, objects, reason) => {
  expect(failureOf(() => Manifests.parse(yamlOf(...objects)).bootsOn([WORKER]))).toContain(reason);
});

test.each<[string, readonly object[]]>([
  ['an operator that tolerates new nodes', cilium({}, operator({ hostNetwork: true, tolerations: [{ operator: 'Exists' }] }))],
  ['an agent that is meant for other nodes', [...YAML, daemonSet({ nodeSelector: { gpu: 'true' } }, {}, { name: 'gpu' })]],
  ['a controller that is switched off', [...YAML, deployment({ nodeSelector: { gpu: 'true' } }, {}, { replicas: 0 })]],
])('a cluster with %s boots', (_, objects) => {
  Manifests.parse(yamlOf(...objects)).bootsOn([WORKER, WORKER.named('team').withTaint(NodeTaint.noSchedule('team', 'a'))]);
});

test('an agent of the network without tolerations for new nodes never boots, whatever else it tolerates', () => {
  const yaml = Manifests.ofChart(clusterOf(Cni.flannel(), API)).resource('DaemonSet', 'kube-system/network');
  const effects = fc.constantFrom('NoExecute', 'PreferNoSchedule', 'NoSchedule');
  const toleration = fc.record({
    key: fc.constantFrom('node-role.kubernetes.io/control-plane', 'team', 'node.kubernetes.io/unschedulable'),
    operator: fc.constant('Exists'), effect: effects,
  });
  fc.assert(fc.property(fc.array(toleration, { maxLength: 4 }), fc.integer({ min: 1, max: 3 }), (tolerations, count) => {
    const changed = structuredClone(yaml);
    changed.spec.template.spec.tolerations = tolerations;
    const manifests = Manifests.parse(JSON.stringify(changed));
    const nodes = WORKER.times(count);
    expect(manifests.bootOrder(nodes)).toEqual([]);
    expect(failureOf(() => manifests.bootsOn(nodes))).toContain('not-ready:NoSchedule');
    changed.spec.template.spec.tolerations = [
      ...tolerations, { key: 'node.kubernetes.io/not-ready', operator: 'Exists', effect: 'NoSchedule' },
    ];
    Manifests.parse(JSON.stringify(changed)).bootsOn(nodes);
  }), { numRuns: runs(50) });
});

test.each<[string, Cni]>([
  ['Calico', Cni.calico()], ['flannel', Cni.flannel()], ['a CNI plugin of a user', Cni.of(OWN)],
])('an upgrade of %s goes node by node, and a broken one stops on the first', (_, network) => {
  const agent = Manifests.ofChart(clusterOf(network, API)).daemonSet('network');
  agent.rollsOutOn(WORKER.times(20));
  agent.brokenRolloutStopsAfter(1, WORKER.times(20));
});

test.each<[string, Rollout | undefined, number]>([
  ['two nodes at a time', undefined, 2], ['one node at a time, where it is asked for', Rollout.count(1), 1],
])('an upgrade of Cilium goes %s, and a broken one stops there', (_, rollout, nodes) => {
  const agent = Manifests.ofChart(clusterOf(Cni.cilium(), { rollout, ...API })).daemonSet('network');
  agent.rollsOutOn(WORKER.times(20));
  agent.brokenRolloutStopsAfter(nodes, WORKER.times(20));
});

test('a broken rollout that takes more nodes than it may is a failure with the field in it', () => {
  const agent = Manifests.ofChart(clusterOf(Cni.flannel(), { rollout: Rollout.percent(25), ...API })).daemonSet('network');
  agent.brokenRolloutStopsAfter(5, WORKER.times(20));
  expect(failureOf(() => agent.brokenRolloutStopsAfter(1, WORKER.times(20)))).toMatch(
    /leaves 5 without an available pod[^]*maxUnavailable: 25%/,
  );
  const elsewhere = Manifests.ofChart(clusterOf(Cni.flannel(), { nodes: NodeCoverage.labelled({ pool: 'edge' }), ...API }))
    .daemonSet('network');
  expect(failureOf(() => elsewhere.brokenRolloutStopsAfter(1, [WORKER]))).toContain('runs on none of them');
});

test('one cluster boots at a time, and it has nodes', () => {
  const manifests = Manifests.ofChart(clusterOf(Cni.flannel()));
  expect(() => manifests.bootsOn([])).toThrow('without nodes');
  expect(() => Manifests.parse('').bootsOn([WORKER])).toThrow('one cluster');
});
