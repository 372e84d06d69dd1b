import {
  ApiGrant, Checks, Cni, CniInstallStep, CniOptions, CniPlugin, CniPluginProps, ContainerSecurity, EnvValue, FlannelBackend, FlannelOptions,
  HostPath, NodeCoverage,
  Rollout, TaintEffect, Toleration,
} from '../../src';
import { codesOf, expectGolden, objectOf, testChart } from '../support/golden';
import { reading } from '../support/refused';

function made(network: Cni = Cni.flannel(), more: Partial<CniPluginProps> = {}): ReturnType<typeof testChart> {
  const chart = testChart();
  new CniPlugin(chart, 'network', { network, ...more });
  return chart;
}

const podOf = (chart: ReturnType<typeof testChart>) => objectOf(chart, 'DaemonSet').spec.template.spec;
const flannelPod = (options?: FlannelOptions) => podOf(made(Cni.flannel(options)));
const networksOf = (options?: FlannelOptions) => JSON.parse(objectOf(made(Cni.flannel(options)), 'ConfigMap').data['net-conf.json']);
const CONFLIST = JSON.stringify({ cniVersion: '1.0.0', name: 'own', plugins: [{ type: 'bridge' }] });

test('one line makes flannel as its own manifest does', () => {
  expectGolden('cni-flannel', made());
});

test('a CNI plugin of your own gets what all of them need', () => {
  const own: CniOptions = {
    name: 'own-network', image: 'registry.example.com/own-network:1.0.0', hostPaths: [HostPath.state('/run/own-network')],
    securityContext: ContainerSecurity.privileged('sets up the network of the node'), grants: [ApiGrant.readNodes()],
    install: [
      CniInstallStep.copyPrograms('install-plugin', 'registry.example.com/own-network:1.0.0', ['/opt/own-network']),
      CniInstallStep.run({ name: 'prepare', image: 'registry.example.com/own-network:1.0.0', grants: [ApiGrant.readNodes()] }),
      CniInstallStep.writeConfiguration('install-configuration', 'registry.example.com/own-network:1.0.0', '10-own.conflist', CONFLIST),
    ],
  };
  expectGolden('cni-own', made(Cni.of(own), { apiServer: { host: '192.0.2.1' } }));
});

test('the address of the API server reaches every container that asks it', () => {
  const pod = podOf(made(Cni.flannel(), { apiServer: { host: '192.0.2.1', port: 443 } }));
  const env = pod.containers[0].env.filter(({ name }: { name: string }) => name.startsWith('KUBERNETES_'));
  expect(env).toEqual([{ name: 'KUBERNETES_SERVICE_HOST', value: '192.0.2.1' }, { name: 'KUBERNETES_SERVICE_PORT', value: '443' }]);
  expect(pod.initContainers.map((container: any) => container.env)).toEqual([undefined, undefined]);
});

test('variables of the user are added, and replace those of the same name', () => {
  const env = podOf(made(Cni.flannel(), { env: { EVENT_QUEUE_DEPTH: EnvValue.of('9'), MINE: EnvValue.of('1') } })).containers[0].env;
  const values = Object.fromEntries(env.map(({ name, value }: { name: string; value?: string }) => [name, value]));
  expect(values).toEqual(expect.objectContaining({ EVENT_QUEUE_DEPTH: '9', MINE: '1', CONT_WHEN_CACHE_NOT_READY: 'false' }));
});

test('what makes the node ready is written last', () => {
  expect(flannelPod().initContainers.map(({ name }: { name: string }) => name)).toEqual(['install-cni-plugin', 'install-cni']);
  expect(flannelPod({ writesCniConfiguration: false }).initContainers.map(({ name }: { name: string }) => name)).toEqual([
    'install-cni-plugin',
  ]);
});

test.each<[string, FlannelOptions, object]>([
  ['VXLAN', {}, { Network: '10.244.0.0/16', EnableNFTables: false, Backend: { Type: 'vxlan' } }],
  ['two families', { ipv6PodCidr: 'fd00:10:244::/56' }, { EnableIPv6: true, IPv6Network: 'fd00:10:244::/56', Network: '10.244.0.0/16' }],
  ['IPv6 alone', {
    ipv4: false, ipv6PodCidr: 'fd00:10:244::/56',
  }, { EnableIPv4: false, EnableIPv6: true, IPv6Network: 'fd00:10:244::/56' }],
  ['routes', { backend: FlannelBackend.hostGateway() }, { Backend: { Type: 'host-gw' } }],
  ['WireGuard', {
    backend: FlannelBackend.wireguard({ port: 51900, mtu: 1400 }),
  }, { Backend: { Type: 'wireguard', ListenPort: 51900, MTU: 1400 } }],
  ['options of VXLAN', {
    backend: FlannelBackend.vxlan({ port: 4789, vni: 4096, directRouting: true }),
  }, { Backend: { Type: 'vxlan', Port: 4789, VNI: 4096, DirectRouting: true } }],
  ['nftables', { nftables: true }, { EnableNFTables: true }],
])('flannel with %s', (_, options, expected) => {
  expect(networksOf(options)).toMatchObject(expected);
});

test('arguments follow the options', () => {
  expect(flannelPod({
    masquerade: false, interfaces: ['eth1', '192.0.2.7'], interfaceReaching: '192.0.2.1', healthPort: 9999,
  }).containers[0].args)
    .toEqual(['--kube-subnet-mgr', '--healthz-port=9999', '--iface=eth1', '--iface=192.0.2.7', '--iface-can-reach=192.0.2.1']);
});

test('releases before 0.28.9 know no readiness', () => {
  expect(flannelPod({ version: '0.28.4' }).containers[0].readinessProbe.httpGet.path).toBe('/healthz');
  expect(flannelPod().containers[0].readinessProbe.httpGet.path).toBe('/readyz');
});

test.each<[string, () => unknown, string]>([
  ['another minor of flannel', () => Cni.flannel({ version: '0.27.0' }), 'unknown-network-version'],
  ['an image without a release', () => Cni.flannel({ image: 'registry.example.com/flannel:stable' }), 'unknown-network-version'],
  ['a range of the other family', () => Cni.flannel({ podCidr: 'fd00::/56' }), 'invalid-cidr'],
  ['no family at all', () => Cni.flannel({ ipv4: false }), 'invalid-cidr'],
  ['a small MTU', () => FlannelBackend.vxlan({ mtu: 1000 }), 'invalid-network-option'],
  ['a VNI out of range', () => FlannelBackend.vxlan({ vni: 0 }), 'invalid-network-option'],
  ['a port out of range', () => FlannelBackend.wireguard({ ipv6Port: 70000 }), 'invalid-network-option'],
  ['a name that is no label', () => Cni.of({ name: 'Own', image: 'example.com/own:1.0.0' }), 'invalid-name'],
  ['nothing to copy', () => CniInstallStep.copyPrograms('install', 'example.com/own:1.0.0', []), 'invalid-path'],
  ['a relative path', () => CniInstallStep.copyPrograms('install', 'example.com/own:1.0.0', ['own']), 'invalid-path'],
  ['a path with a blank', () => CniInstallStep.copyPrograms('install', 'example.com/own:1.0.0', ['/a b']), 'invalid-path'],
  ['a file that the runtime does not read', () => CniInstallStep.writeConfiguration(
    'install', 'example.com/own:1.0.0', '10-own.json', CONFLIST,
  ), 'invalid-cni-configuration'],
  ['a configuration that is no JSON', () => CniInstallStep.writeConfiguration(
    'install', 'example.com/own:1.0.0', '10-own.conflist', '{',
  ), 'invalid-cni-configuration'],
  ['a configuration without plugins', () => CniInstallStep.writeConfiguration(
    'install', 'example.com/own:1.0.0', '10-own.conflist', '{"cniVersion":"1.0.0","name":"a","plugins":[]}',
  ), 'invalid-cni-configuration'],
  ['a plugin without a type', () => CniInstallStep.writeConfiguration(
    'install', 'example.com/own:1.0.0', '10-own.conflist', '{"cniVersion":"1.0.0","name":"a","plugins":[{}]}',
  ), 'invalid-cni-configuration'],
])('%s is refused', (_, make, code) => {
  expect(reading(make)).toThrow(expect.objectContaining({ message: expect.stringMatching(new RegExp(`\\b${code}\\b`)) }));
});

test.each<[string, Partial<CniPluginProps>, string]>([
  ['tolerations without the taint of new nodes', { nodes: NodeCoverage.linux({ tolerations: [] }) }, 'missing-bootstrap-toleration'],
  ['tolerations of one effect only', {
    nodes: NodeCoverage.linux({ tolerations: [Toleration.effect(TaintEffect.NO_EXECUTE)] }),
  }, 'missing-bootstrap-toleration'],
  ['overrides that take tolerations away', { podOverrides: { tolerations: [] } }, 'missing-bootstrap-toleration'],
  ['two pods on a node', { rollout: Rollout.surgeCount(1) }, 'rollout-deadlock'],
  ['the DNS of the cluster by an override', { podOverrides: { dnsPolicy: 'ClusterFirstWithHostNet' } }, 'dns-before-network'],
  ['an API server with a scheme', { apiServer: { host: 'https://192.0.2.1' } }, 'invalid-api-server'],
])('%s cannot start a network', (_, more, code) => {
  expect(codesOf(made(Cni.flannel(), more))).toEqual([`[test/network] ${code}`]);
});

test('without ports of the node a second pod would start, and is refused', () => {
  const own = Cni.of({ name: 'own', image: 'registry.example.com/own:1.0.0' });
  expect(codesOf(made(own, { rollout: Rollout.surgeCount(1) }))).toEqual(['[test/network] rollout-cannot-finish']);
});

test('NoSchedule is all that has to be tolerated', () => {
  expect(codesOf(made(Cni.flannel(), {
    nodes: NodeCoverage.linux({ tolerations: [Toleration.effect(TaintEffect.NO_SCHEDULE)] }),
  }))).toEqual([]);
});

test('flannel causes no finding that nobody gave a reason for', () => {
  expect(Checks.of(made()).findings.filter(({ acknowledged }) => acknowledged === undefined).map(({ code }) => code)).toEqual([]);
});

test('interfaces of flannel are names that Linux takes, or addresses', () => {
  expect(flannelPod({ interfaces: ['eth1', '192.0.2.7'] }).containers[0].args).toEqual(
    expect.arrayContaining(['--iface=eth1', '--iface=192.0.2.7']),
  );
  expect(codesOf(made(Cni.flannel({ interfaces: ['waytoolonginterfacename0'] })))).toEqual(['[test/network] invalid-network-option']);
});
