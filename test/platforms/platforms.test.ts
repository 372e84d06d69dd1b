import { Chart } from 'cdk8s';
import * as fc from 'fast-check';
import { HostPath, HostPathOptions, KnownHostPath, NodeAgent, NodePlatform, TargetCluster, VirtualNodes } from '../../src';
import { readNode } from '../../src/cluster/inventory/cluster-node';
import { foreignKubeletPath, foreignKubeletPathsIn, hostPathOn } from '../../src/cluster/platforms/host-places';
import { systemNamed, systemOfLabels } from '../../src/cluster/platforms/node-systems';
import { PlatformFacts } from '../../src/cluster/platforms/platform-facts';
import { PLATFORM_IDS, platformOf, PLATFORMS } from '../../src/cluster/platforms/platforms';
import { nodesOfPlatform } from '../../src/cluster/simulated/nodes-of-platform';
import { isVirtualNode } from '../../src/cluster/virtual-nodes';
import { messageOf } from '../agent/make-agent';
import { errorsOf, objectOf, testChart } from '../support/golden';
import { refusal } from '../support/refusal';
import { runs } from '../support/runs';

const UNSOURCED = new Set([
  'id', 'name', 'operatingSystem', 'otherSystem', 'insteadOfCapabilities', 'seLinuxGuardsHostFiles', 'writableDirectories',
]);

/** Every known path, as every factory makes a host path of it. */
const FACTORIES = {
  readOnly: HostPath.readOnly, readWrite: HostPath.readWrite, socket: HostPath.socket, device: HostPath.device, file: HostPath.file,
  state: HostPath.state,
};
const FACTORY_NAMES = Object.keys(FACTORIES) as Array<keyof typeof FACTORIES>;

function podOn(platform: NodePlatform | undefined, ...hostPaths: HostPath[]): any {
  const chart: Chart = testChart();
  if (platform) {TargetCluster.configure(chart, { platform });}
  new NodeAgent(chart, 'agent', { image: 'example.com/agent:1.0.0', hostPaths });
  return objectOf(chart, 'DaemonSet').spec.template.spec;
}

/** What can be mounted at its own path. */
const MOUNTABLE = KnownHostPath.all().map(({ path }) => path).filter(path => path !== '/');

describe.each(PLATFORMS.map(row => [row.facts.id, row] as const))('the table of %s', (id, { facts, sources }) => {
  test('says where each fact comes from, and of nothing else', () => {
    const known = Object.entries(facts).filter(([fact, value]) => value !== undefined && !UNSOURCED.has(fact)).map(([fact]) => fact);
    expect(Object.entries(sources).filter(([, source]) => source !== undefined).map(([fact]) => fact).sort()).toEqual(known.sort());
  });

  test('names a system that is known', () => {
    expect(facts.nodeSystem === undefined || systemNamed(facts.nodeSystem) !== undefined).toBe(true);
  });

  test('has a factory of its id', () => {
    expect(NodePlatform.named(id)._facts).toBe(facts);
    const method = id.replace('openshift', 'open-shift').replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    expect((NodePlatform as unknown as { [name: string]: () => NodePlatform })[method]().id).toBe(id);
  });
});

describe.each(PLATFORM_IDS)('the simulated nodes of %s', id => {
  const facts = platformOf(id) as PlatformFacts;
  const nodes = nodesOfPlatform(id).map(node => readNode(node.toManifest()));
  const ordinary = nodes.filter(node => !isVirtualNode(node) && node.labels['kubernetes.io/os'] === facts.operatingSystem);

  test('are there, and virtual ones are those that the platform has', () => {
    expect(ordinary.length).toBeGreaterThan(0);
    for (const { labels } of nodes.filter(isVirtualNode)) {
      expect(facts.virtualNodes?.eksComputeTypes.includes(labels['eks.amazonaws.com/compute-type'])
        || facts.virtualNodes?.nodeTypes.includes(labels.type)).toBe(true);
    }
  });

  test('have the taints of the control plane that the table has', () => {
    const taints = nodes.filter(({ labels }) => 'node-role.kubernetes.io/control-plane' in labels).flatMap(node => node.taints);
    for (const taint of facts.controlPlaneTaints ?? []) {expect(taints).toContainEqual(taint);}
  });

  test('have the labels by which the platform is known', () => {
    for (const label of facts.labels ?? []) {expect(ordinary.some(({ labels }) => label in labels)).toBe(true);}
  });

  test('tell no other system by their labels than the table has', () => {
    for (const { labels } of ordinary) {
      const told = systemOfLabels(labels);
      expect(told === undefined || told === systemNamed(facts.nodeSystem ?? '')).toBe(true);
    }
  });
});

test('whatever the platform and the factory, no path of another kubelet is mounted, and the path in the container stays', () => {
  fc.assert(fc.property(fc.constantFrom(
    ...PLATFORM_IDS,
  ), fc.constantFrom(...FACTORY_NAMES), fc.constantFrom(...MOUNTABLE), (id, factory, path) => {
    const platform = NodePlatform.named(id);
    if (platform._facts.operatingSystem !== 'linux') {return;}
    const chart = testChart();
    TargetCluster.configure(chart, { platform });
    new NodeAgent(chart, 'agent', { image: 'example.com/agent:1.0.0', hostPaths: [FACTORIES[factory](path)] });
    const errors = errorsOf(chart);
    expect(errors.filter(line => line.includes('other-kubelet-directory'))).toEqual([]);
    if (errors.length > 0) {return;}
    const { volumes, containers } = objectOf(chart, 'DaemonSet').spec.template.spec;
    expect(foreignKubeletPath(volumes[0].hostPath.path, platform._facts)).toBeUndefined();
    expect(containers[0].volumeMounts[0].mountPath).toBe(path);
  }), { numRuns: runs(200) });
});

test('a path is translated once, and translating it again changes nothing', () => {
  fc.assert(fc.property(fc.constantFrom(
    ...PLATFORM_IDS,
  ), fc.constantFrom(...MOUNTABLE), fc.constantFrom('', '/a', '/a/b.sock'), (id, path, below) => {
    const facts = platformOf(id)!;
    const there = hostPathOn(path + below, facts);
    expect(hostPathOn(there, facts)).toBe(there);
    if (below !== '') {expect(there.endsWith(below)).toBe(true);}
  }), { numRuns: runs(300) });
});

test.each<[string, string, string]>([
  ['microk8s', '/var/lib/kubelet/device-plugins', '/var/snap/microk8s/common/var/lib/kubelet/device-plugins'],
  ['microk8s', '/run/containerd/containerd.sock', '/var/snap/microk8s/common/run/containerd.sock'],
  ['microk8s', '/opt/cni/bin', '/var/snap/microk8s/current/opt/cni/bin'],
  ['k3s', '/var/run/containerd', '/run/k3s/containerd'],
  ['k3s', '/etc/cni/net.d', '/var/lib/rancher/k3s/agent/etc/cni/net.d'],
  ['rke2', '/etc/cni/net.d', '/etc/cni/net.d'],
  ['k0s', '/var/lib/kubelet', '/var/lib/k0s/kubelet'],
  ['gke', '/opt/cni/bin', '/home/kubernetes/bin'],
  ['openshift', '/run/containerd', '/run/containerd'],
  ['talos', '/var/lib/kubelet/pods', '/var/lib/kubelet/pods'],
  ['aks-windows', '/var/lib/kubelet/pods', '/var/lib/kubelet/pods'],
])('on %s, %s is %s', (id, path, there) => {
  expect(hostPathOn(path, platformOf(id)!)).toBe(there);
});

test.each<[string, string[]]>([
  ['--registration=/var/lib/kubelet/plugins/a/csi.sock', ['/var/lib/kubelet/plugins/a/csi.sock']],
  ['unix:///var/lib/k0s/kubelet/a.sock', ['/var/lib/k0s/kubelet/a.sock']],
  ['--a=/var/snap/microk8s/common/var/lib/kubelet/pods', []],
  ['--a=/var/lib/kubelets/pods', []],
  ['--root-dir=/host/var/lib/kubelet', []],
  ['kubelet', []],
])('in %s, paths of kubelets are found', (text, paths) => {
  expect(foreignKubeletPathsIn(text, platformOf('microk8s')!).map(({ path }) => path)).toEqual(paths);
});

test('a host path with a type is taken as it was given', () => {
  const options: HostPathOptions = { type: HostPath.readOnly('/var/lib/kubelet').type };
  expect(podOn(NodePlatform.microk8s(), HostPath.readOnly('/var/lib/kubelet', options)).volumes[0].hostPath.path).toBe('/var/lib/kubelet');
});

test('without a platform, agents are written as they were before it was known', () => {
  const paths = [HostPath.readOnly('/var/lib/kubelet/pods'), HostPath.readOnly('/opt/cni/bin')];
  expect(podOn(undefined, ...paths)).toEqual({ ...podOn(NodePlatform.of({ name: 'like any' }), ...paths) });
});

test('virtual nodes that clusters of a platform cannot have are not mentioned', () => {
  const termsOn = (platform?: NodePlatform) =>
    podOn(platform).affinity?.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions.map(
      (each: any) => [each.key, ...each.values],
    );
  const EKS = 'eks.amazonaws.com/compute-type';
  expect(termsOn()).toEqual([[EKS, 'fargate'], ['type', 'virtual-kubelet']]);
  expect(termsOn(NodePlatform.eks())).toEqual([[EKS, 'fargate']]);
  expect(termsOn(NodePlatform.eksAuto())).toEqual([[EKS, 'fargate']]);
  expect(termsOn(NodePlatform.aks())).toEqual([['type', 'virtual-kubelet']]);
  expect(termsOn(NodePlatform.talos())).toBeUndefined();
  expect(termsOn(NodePlatform.of({ name: 'own', basedOn: NodePlatform.k3s(), virtualNodes: VirtualNodes.excluded() }))).toEqual([
    [EKS, 'fargate'], ['type', 'virtual-kubelet'],
  ]);
});

test('a platform of one\'s own is the one that it is based on, but for what is said', () => {
  const own = NodePlatform.of({
    name: 'Edge', basedOn: NodePlatform.k3s(), kubeletDirectory: '/data/kubelet', writableDirectories: ['/data'],
    containerdDirectory: '/run/edge',
  });
  expect(own).toMatchObject({
    id: 'own', name: 'Edge', kubeletDirectory: '/data/kubelet', containerRuntimeSocket: '/run/edge/containerd.sock',
    cniBinaryDirectory: '/var/lib/rancher/k3s/data/cni',
    writesHostPaths: true, logFilesOfRootAlone: false,
  });
  expect(podOn(own, HostPath.readOnly('/var/lib/kubelet/pods')).volumes[0].hostPath.path).toBe('/data/kubelet/pods');
  const chart = testChart();
  TargetCluster.configure(chart, { platform: own });
  new NodeAgent(chart, 'agent', { image: 'example.com/agent:1.0.0', hostPaths: [HostPath.state('/opt/agent')] });
  expect(errorsOf(chart).join()).toContain('host-path-on-immutable-os');
});

test('a platform that is none is an error that names what is meant', () => {
  const message = (id: string) => messageOf(() => {
    const chart = testChart();
    TargetCluster.configure(chart, { platform: NodePlatform.named(id) });
    return chart;
  });
  // eslint-disable-next-line @stylistic/max-len
  expect(message('tallos')).toEqual(
    refusal('unknown-platform', { at: 'test', given: "'tallos'", names: ['k3s', 'rke2', 'microk8s', 'k0s'] }),
  );
  expect(message('ordinary')).toContain('describe your own with NodePlatform.of');
});
