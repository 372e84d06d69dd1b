import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ApiGrant, Capability, Checks, CiliumRouting, Cni, CniInstallStep, CniOptions, CniPlugin, CniPluginProps, ContainerSecurity, Dns, HostPath,
  KubeProxy, KubernetesVersion,
  MountPropagation, NodeCoverage, NodeLocalDns, NodePlatform, Rollout, TargetCluster, TaintEffect, Toleration,
} from '../../src';
import { RENEW_KUBECONFIG, WRITE_KUBECONFIG } from '../../src/network/private/node-scripts';
import { codesOf, objectOf, testChart } from '../support/golden';
import { reading } from '../support/refused';

const IMAGE = 'registry.example.com/own-network:1.0.0';
const CONFLIST = JSON.stringify({
  cniVersion: '1.0.0', name: 'own', plugins: [{ type: 'own', kubeconfig: '/etc/cni/net.d/own-kubeconfig' }],
});

const own = (more: Partial<CniOptions> = {}) => Cni.of({
  name: 'own-network', image: IMAGE, grants: [ApiGrant.readNodes()],
  securityContext: ContainerSecurity.privileged('sets up the network of the node'),
  hostPaths: [HostPath.state('/run/own-network'), HostPath.readWrite('/sys/fs/bpf', { propagation: MountPropagation.HOST_TO_CONTAINER })],
  install: [
    CniInstallStep.mountBpfFileSystem('mount-bpf', IMAGE),
    CniInstallStep.mountControlGroups('mount-cgroups', IMAGE, '/run/own-network/cgroupv2'),
    CniInstallStep.copyPrograms('install-plugin', IMAGE, ['/opt/own']),
    CniInstallStep.writeKubeconfig('kubeconfig', IMAGE, 'own-kubeconfig'),
    CniInstallStep.writeConfiguration('install-configuration', IMAGE, '10-own.conflist', CONFLIST),
  ],
  ...more,
});

function made(network: Cni, more: Partial<CniPluginProps> = {}, platform?: NodePlatform): ReturnType<typeof testChart> {
  const chart = testChart();
  TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_33, ...platform && { platform } });
  new CniPlugin(chart, 'network', { network, ...more });
  return chart;
}

const podsOf = (chart: ReturnType<typeof testChart>) =>
  chart.toJson().filter(({ kind }) => kind === 'DaemonSet' || kind === 'Deployment').map(({ spec }) => spec.template);
const podOf = (chart: ReturnType<typeof testChart>) => objectOf(chart, 'DaemonSet').spec.template.spec;
const EVERY: ReadonlyArray<[
  string, () => Cni,
]> = [['Calico', () => Cni.calico()], ['Cilium', () => Cni.cilium()], ['flannel', () => Cni.flannel()], ['one of your own', own]];

test.each(EVERY)('%s has what every agent of the network has', (_, network) => {
  const { spec } = objectOf(made(network()), 'DaemonSet');
  const pod = spec.template.spec;
  expect(pod).toMatchObject({
    hostNetwork: true, dnsPolicy: 'Default', priorityClassName: 'system-node-critical', tolerations: [{ operator: 'Exists' }],
  });
  expect(pod.nodeSelector ?? pod.affinity).toBeDefined();
  expect(JSON.stringify(pod)).toContain('"kubernetes.io/os"');
  expect(pod.terminationGracePeriodSeconds).toBeLessThanOrEqual(5);
  expect(spec.updateStrategy.rollingUpdate.maxSurge ?? 0).toBe(0);
  expect([1, 2]).toContain(spec.updateStrategy.rollingUpdate.maxUnavailable);
  for (const { securityContext } of [...pod.initContainers ?? [], ...pod.containers]) {
    expect(securityContext?.privileged === true && (securityContext.capabilities?.add ?? []).length > 0).toBe(false);
  }
});

test.each<[string, () => Cni]>([
  ...EVERY, ['Calico with Typha', () => Cni.calico({ typhaReplicas: 3 })],
  ['Cilium in place of kube-proxy', () => Cni.cilium({
    kubeProxyReplacement: true, routing: CiliumRouting.native({ ranges: ['10.0.0.0/8'] }),
  })],
])('with %s the address of the API server reaches every container on the host network that has a token', (_, network) => {
  const seen = podsOf(made(network(), { apiServer: { host: '2001:db8::1', port: 443 } })).filter(({ spec }) => spec.hostNetwork)
    .flatMap(({ spec }) => [...spec.initContainers ?? [], ...spec.containers])
    .filter(({ volumeMounts = [] }) =>
      volumeMounts.some(({ mountPath }: { mountPath: string }) => mountPath === '/var/run/secrets/kubernetes.io/serviceaccount'));
  expect(seen.length).toBeGreaterThan(0);
  for (const { env } of seen) {
    expect(env).toEqual(expect.arrayContaining([
      { name: 'KUBERNETES_SERVICE_HOST', value: '2001:db8::1' }, { name: 'KUBERNETES_SERVICE_PORT', value: '443' },
    ]));
  }
});

test.each<[string, NodePlatform, string, string]>([
  ['k3s', NodePlatform.k3s(), '/var/lib/rancher/k3s/data/cni', '/var/lib/rancher/k3s/agent/etc/cni/net.d'],
  ['MicroK8s', NodePlatform.microk8s(), '/var/snap/microk8s/current/opt/cni/bin', '/var/snap/microk8s/current/args/cni-network'],
  ['OpenShift', NodePlatform.openShift(), '/var/lib/cni/bin', '/run/multus/cni/net.d'],
  ['GKE', NodePlatform.gke(), '/home/kubernetes/bin', '/etc/cni/net.d'],
  ['Talos', NodePlatform.talos(), '/opt/cni/bin', '/etc/cni/net.d'],
])('on %s the plugin is put where the runtime looks', (_, platform, programs, configuration) => {
  const paths = podOf(made(Cni.flannel(), {}, platform)).volumes.map(({ hostPath }: any) => hostPath?.path);
  expect(paths).toEqual(expect.arrayContaining([programs, configuration]));
});

test('a change of any text that a pod is reported rolls every pod of the preset', () => {
  const hashes = (network: Cni) => podsOf(made(network)).map(({ metadata, spec }) => JSON.stringify([metadata.annotations, spec]));
  for (const [one, other] of [[Cni.calico(), Cni.calico({ mtu: 1400 })], [Cni.cilium(), Cni.cilium({ extraConfig: { debug: 'true' } })]]) {
    const [before, after] = [hashes(one), hashes(other)];
    expect(before.length).toBeGreaterThan(1);
    before.forEach((pod, index) => expect(after[index]).not.toBe(pod));
  }
});

test('steps that mount hand their mounts on to the node, and only these are privileged', () => {
  const pod = podOf(made(own()));
  const step = (name: string) => pod.initContainers.find((each: any) => each.name === name);
  expect(
    step('mount-bpf').volumeMounts,
  ).toContainEqual(expect.objectContaining({ mountPath: '/sys/fs/bpf', mountPropagation: 'Bidirectional' }));
  expect(
    step('mount-cgroups').volumeMounts,
  ).toContainEqual(expect.objectContaining({ mountPath: '/run/own-network/cgroupv2', mountPropagation: 'Bidirectional' }));
  expect(
    pod.containers[0].volumeMounts,
  ).toContainEqual(expect.objectContaining({ mountPath: '/sys/fs/bpf', mountPropagation: 'HostToContainer' }));
  expect(pod.initContainers.filter(({ securityContext }: any) => securityContext.privileged).map(({ name }: any) => name)).toEqual([
    'mount-bpf', 'mount-cgroups',
  ]);
  expect(pod.initContainers.at(-1).name).toBe('install-configuration');
});

test('the kubeconfig is written before the agent starts, and again while it runs', () => {
  const pod = podOf(made(own(), { apiServer: { host: '192.0.2.1' } }));
  const [once, again] = [
    pod.initContainers.find(({ name }: any) => name === 'kubeconfig'),
    pod.containers.find(({ name }: any) => name === 'kubeconfig-renewal'),
  ];
  for (const { command, env } of [once, again]) {
    expect(command.at(-1)).toBe('/etc/cni/net.d/own-kubeconfig');
    expect(env).toContainEqual({ name: 'KUBERNETES_SERVICE_HOST', value: '192.0.2.1' });
  }
});

test.each([['an IPv4 address', '192.0.2.1', 'https://192.0.2.1:6443'], ['an IPv6 address', '2001:db8::1', 'https://[2001:db8::1]:6443']])(
  'a shell writes a kubeconfig for %s that only root reads', (_, host, server) => {
    const folder = mkdtempSync(join(tmpdir(), 'kubeconfig-'));
    writeFileSync(join(folder, 'token'), 'abc.def');
    writeFileSync(join(folder, 'ca.crt'), 'certificate');
    const file = join(folder, 'own-kubeconfig');
    const script = WRITE_KUBECONFIG.replace('/var/run/secrets/kubernetes.io/serviceaccount', folder);
    execFileSync('/bin/sh', ['-ec', script, file], {
      env: { PATH: process.env.PATH, KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: '6443' },
    });
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(`server: "${server}"`);
    expect(text).toContain('token: "abc.def"');
    expect(text).toContain(`certificate-authority-data: "${Buffer.from('certificate').toString('base64')}"`);
    expect((statSync(file).mode % 0o1000).toString(8)).toBe('600');
    execFileSync('/bin/sh', ['-n', '-c', RENEW_KUBECONFIG]);
  });

test('on GKE a namespace of its own gets the quota without which no pod is admitted', () => {
  const quotas = made(own(), { namespace: 'own-network' }, NodePlatform.gke()).toJson().filter(({ kind }) => kind === 'ResourceQuota');
  expect(quotas.map(({ metadata, spec }) => [metadata.namespace, spec.scopeSelector.matchExpressions[0].values])).toEqual([
    ['own-network', ['system-node-critical']],
  ]);
});

test('an agent of your own causes no finding that nobody gave a reason for', () => {
  expect(Checks.of(made(own())).findings.filter(({ acknowledged, level }) => acknowledged === undefined && level !== 'note').map(
    ({ code, path }) => `${code} ${path}`,
  )).toEqual([]);
});

/** What all agents of the network refuse: what was given, the code, and what is to be changed. */
test.each<[string, Partial<CniPluginProps>, string]>([
  ['tolerations without the taint of new nodes', { nodes: NodeCoverage.linux({ tolerations: [] }) }, 'missing-bootstrap-toleration'],
  ['tolerations of NoExecute alone', {
    nodes: NodeCoverage.linux({ tolerations: [Toleration.effect(TaintEffect.NO_EXECUTE)] }),
  }, 'missing-bootstrap-toleration'],
  ['an override of the tolerations', { podOverrides: { tolerations: [] } }, 'missing-bootstrap-toleration'],
  ['the DNS of the cluster', { dns: Dns.cluster() }, 'dns-before-network'],
  ['ClusterFirst by an override', { podOverrides: { dnsPolicy: 'ClusterFirst' } }, 'dns-before-network'],
  ['two pods on a node', { rollout: Rollout.surgeCount(1) }, 'rollout-deadlock'],
  ['nodes with Windows', { nodes: NodeCoverage.windows() }, 'unsupported-nodes'],
  ['a privileged container with capabilities', {
    overrides: { securityContext: { privileged: true, capabilities: { add: ['NET_ADMIN'] } } },
  }, 'privileged-with-capabilities'],
  ['a URL in place of a host', { apiServer: { host: 'https://api.example.com' } }, 'invalid-api-server'],
  ['a host with a port', { apiServer: { host: '192.0.2.1:6443' } }, 'invalid-api-server'],
  ['brackets', { apiServer: { host: '[2001:db8::1]' } }, 'invalid-api-server'],
  ['a port out of range', { apiServer: { host: '192.0.2.1', port: 65536 } }, 'invalid-api-server'],
  ['no port', { apiServer: { host: '192.0.2.1', port: 0 } }, 'invalid-api-server'],
])('%s is refused at synth, at the plugin', (_, more, code) => {
  expect(codesOf(made(Cni.flannel(), more))).toContain(`[test/network] ${code}`);
});

test('the same goes for the other agents of the network', () => {
  const chart = testChart();
  new KubeProxy(chart, 'kube-proxy', { apiServer: { host: 'https://192.0.2.1' } });
  new NodeLocalDns(chart, 'dns', { podOverrides: { tolerations: [] } });
  expect(codesOf(chart)).toEqual(expect.arrayContaining([
    '[test/kube-proxy] invalid-api-server', '[test/dns] missing-bootstrap-toleration',
  ]));
});

test.each<[string, () => unknown, string]>([
  ['an image without a tag or digest', () => made(own({ image: 'registry.example.com/own-network' })).toJson(), 'mutable-image'],
  ['a tag that moves', () => made(own({ image: 'registry.example.com/own-network:latest' })).toJson(), 'mutable-image'],
  ['a kubeconfig that the runtime reads as a configuration', () => CniInstallStep.writeKubeconfig(
    'kubeconfig', IMAGE, 'own.conf',
  ), 'invalid-cni-configuration'],
  ['a kubeconfig somewhere else', () => CniInstallStep.writeKubeconfig('kubeconfig', IMAGE, '../own'), 'invalid-cni-configuration'],
  ['control groups at a relative path', () =>
    made(own({ install: [CniInstallStep.mountControlGroups('mount', IMAGE, 'run/own')] })).toJson(), 'invalid-path'],
  ['a capability without a reason', () => Capability.add('NET_ADMIN', ''), 'missing-reason'],
])('%s is refused', (_, make, code) => {
  expect(reading(make)).toThrow(expect.objectContaining({ message: expect.stringMatching(new RegExp(`\\b${code}\\b`)) }));
});

test('two CNI plugins of one app are an error with both in it', () => {
  const chart = testChart();
  new CniPlugin(chart, 'flannel', { network: Cni.flannel() });
  new CniPlugin(chart, 'calico', { network: Cni.calico() });
  const found = Checks.of(chart).findings.filter(({ code }) => code === 'two-cni-plugins');
  expect(found.map(({ level, path, given, allowed, fix }) => [level, path, given, allowed !== undefined, fix.length > 0]))
    .toEqual([['error', 'spec.template.spec.containers[0].image', expect.stringContaining('/'), true, true]]);
});

const WITH_OWN_DIRECTORIES: ReadonlyArray<[string, () => NodePlatform]> = [
  ['k3s', () => NodePlatform.k3s()], ['MicroK8s', () => NodePlatform.microk8s()], ['OpenShift', () => NodePlatform.openShift()],
];

test.each(WITH_OWN_DIRECTORIES)('on %s the CNI configuration of Calico names the kubeconfig where the runtime finds it', (_, platform) => {
  const directory = platform().cniConfigurationDirectory;
  const pod = podOf(made(Cni.calico(), {}, platform()));
  const install = pod.initContainers.find(({ name }: { name: string }) => name === 'install-cni');
  expect(install.env).toContainEqual({ name: 'CNI_NET_DIR', value: directory });
  const volume = install.volumeMounts.find(({ mountPath }: { mountPath: string }) => mountPath === '/host/etc/cni/net.d').name;
  expect(pod.volumes.find(({ name }: { name: string }) => name === volume).hostPath.path).toBe(directory);
});

test('elsewhere Calico keeps its own default of that directory', () => {
  for (const platform of [undefined, NodePlatform.eks()]) {
    expect(JSON.stringify(podOf(made(Cni.calico(), {}, platform)))).not.toContain('CNI_NET_DIR');
  }
});
