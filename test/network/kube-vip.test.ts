import { Duration } from 'cdk8s';
import {
  Checks, EnvValue, KubeProxy, KubeVip, KubeVipAddressFamily, KubeVipLogLevel, KubeVipMode, KubeVipProps, MetricsScraping, NodeCoverage,
  Toleration,
} from '../../src';
import { codesOf, expectGolden, objectOf, testChart } from '../support/golden';

const ADDRESS = '192.0.2.10';

function made(props: KubeVipProps = { address: ADDRESS }): ReturnType<typeof testChart> {
  const chart = testChart();
  new KubeVip(chart, 'kube-vip', props);
  return chart;
}

const podOf = (props?: KubeVipProps) => objectOf(made(props), 'DaemonSet').spec.template.spec;
const envOf = (props?: KubeVipProps): {
  [name: string]: unknown;
} => Object.fromEntries(podOf(props).containers[0].env.map(({ name, value, valueFrom }: any) =>
  [name, value ?? valueFrom.fieldRef?.fieldPath ?? valueFrom.secretKeyRef]));

/** What differs in the variables when an option is given: what it adds or changes, and what it takes away. */
function changes(props: KubeVipProps, from: KubeVipProps = { address: ADDRESS }): { [name: string]: unknown } {
  const [before, after] = [envOf(from), envOf({ ...from, ...props })];
  return Object.fromEntries([...new Set([...Object.keys(before), ...Object.keys(after)])].filter(name => before[name] !== after[name]).map(
    name => [name, after[name]],
  ));
}

test('one line gives the control plane an address', () => {
  expectGolden('kube-vip', made());
});

test('services by BGP, with a password from a Secret', () => {
  expectGolden('kube-vip-services', made({
    announceServices: true,
    mode: KubeVipMode.bgp({
      asNumber: 65000, peers: [
        { address: '192.0.2.1', asNumber: 65001, password: EnvValue.secret('bgp', 'password') },
        { address: '2001:db8::1', asNumber: 65001, multihop: true },
      ],
    }),
  }));
});

test.each<KubeVipProps>([
  { address: ADDRESS }, { announceServices: true }, { address: ADDRESS, announceServices: true },
])('it causes no finding that nobody gave a reason for: %j', props => {
  const found = Checks.of(made(props)).findings.filter(({ acknowledged }) => acknowledged === undefined);
  expect(found.map(({ code, container, given }) => ({ code, container, given }))).toEqual([]);
});

test.each<[string, KubeVipProps, { [name: string]: unknown }]>([
  ['interface', { interfaceName: 'eth0' }, { vip_interface: 'eth0' }],
  ['port', { port: 443 }, { port: '443' }],
  ['prefix', { prefixLength: 24 }, { vip_subnet: '24' }],
  ['IPv6', { address: '2001:db8::10' }, { address: '2001:db8::10' }],
  ['both families', { address: '192.0.2.10, 2001:db8::10' }, { address: '192.0.2.10,2001:db8::10' }],
  ['a name', { address: 'api.example.com' }, { address: 'api.example.com', dns_mode: 'first' }],
  ['a name and its family', {
    address: 'api.example.com', addressFamily: KubeVipAddressFamily.DUAL,
  }, { address: 'api.example.com', dns_mode: 'dual' }],
  ['services', { announceServices: true }, { svc_enable: 'true', svc_leasename: 'plndr-svcs-lock' }],
  ['services one by one', {
    announceServices: true, servicesElection: true,
  }, { svc_enable: 'true', svc_leasename: 'plndr-svcs-lock', svc_election: 'true' }],
  ['interface of services', {
    announceServices: true, servicesInterfaceName: 'eth1',
  }, { svc_enable: 'true', svc_leasename: 'plndr-svcs-lock', vip_servicesinterface: 'eth1' }],
  ['class', {
    announceServices: true, loadBalancerClass: 'example.com/vip',
  }, { svc_enable: 'true', svc_leasename: 'plndr-svcs-lock', lb_class_name: 'example.com/vip', lb_class_only: 'true' }],
  ['election', {
    leaderElection: {
      leaseName: 'api', leaseDuration: Duration.seconds(5), renewDeadline: Duration.seconds(3), retryPeriod: Duration.seconds(1),
    },
  },
  { vip_leasename: 'api', vip_leaseduration: '5', vip_renewdeadline: '3', vip_retryperiod: '1' }],
  ['metrics', { metricsOnEveryAddress: true, metricsPort: 2113 }, { prometheus_server: ':2113' }],
  ['log level', { logLevel: KubeVipLogLevel.DEBUG }, { vip_loglevel: '-4' }],
  ['more variables', { extraEnv: { vip_arpRate: '5000', lb_enable: 'true' } }, { vip_arpRate: '5000', lb_enable: 'true' }],
  ['API server', { apiServer: { host: '127.0.0.1' } }, { KUBERNETES_SERVICE_HOST: '127.0.0.1', KUBERNETES_SERVICE_PORT: '6443' }],
  ['routing table', { mode: KubeVipMode.routingTable() }, {
    vip_arp: 'false', vip_routingtable: 'true', vip_leaderelection: undefined, vip_leasename: undefined, vip_leaseduration: undefined,
    vip_renewdeadline: undefined, vip_retryperiod: undefined,
  }],
])('an option changes exactly its variables: %s', (_, props, wanted) => {
  expect(changes(props)).toEqual(wanted);
});

test('every node announces by BGP, with the address of the node as its id', () => {
  const mode = KubeVipMode.bgp({
    asNumber: 65000, peers: [{ address: '192.0.2.1', asNumber: 65001 }], holdTime: Duration.seconds(9),
    keepaliveInterval: Duration.seconds(3),
  });
  expect(changes({ mode })).toMatchObject({
    vip_arp: 'false', bgp_enable: 'true', bgp_as: '65000', bgp_peers: '192.0.2.1:65001::false', bgp_routerid: 'status.hostIP',
    bgp_hold_time: '9', bgp_keepalive_interval: '3',
    vip_leaderelection: undefined,
  });
  expect(changes({ mode, leaderElection: {} })).not.toHaveProperty('vip_leaderelection');
});

test('a password of BGP stands above the list of peers that it is put into', () => {
  const names = podOf({
    announceServices: true,
    mode: KubeVipMode.bgp({ asNumber: 1, peers: [{ address: '192.0.2.1', asNumber: 2, password: EnvValue.secret('bgp', 'password') }] }),
  }).containers[0].env
    .map(({ name }: any) => name);
  expect(names.indexOf('bgp_password_1')).toBeLessThan(names.indexOf('bgp_peers'));
});

/** Rights as lines. */
function rights(props: KubeVipProps): string[] {
  return made(props).toJson().filter(({ kind }) =>
    /Role$/.test(kind)).flatMap(({ kind, metadata, rules }) => rules.flatMap(({ resources, verbs }: any) =>
    resources.map((resource: string) => `${kind === 'Role' ? metadata.namespace : '*'}: ${verbs.join(' ')} ${resource}`))).sort();
}

test('rights follow from what it does', () => {
  expect(rights({ address: ADDRESS })).toEqual(['kube-system: get create update leases']);
  expect(rights({ address: ADDRESS, extraEnv: { enable_node_labeling: 'true' } })).toEqual([
    '*: get patch nodes', 'kube-system: get create update leases',
  ]);
  expect(rights({ announceServices: true })).toEqual([
    '*: get list watch endpointslices', '*: get list watch update services', '*: update services/status',
    'kube-system: get create update leases', 'kube-system: list pods',
  ]);
  expect(rights({ announceServices: true, servicesElection: true })).toContain('*: get create update leases');
});

test('it runs on nodes of the control plane where it has their address, and on all Linux nodes for Services alone', () => {
  const term = (props: KubeVipProps) => JSON.stringify(podOf(props).affinity ?? {}).includes('node-role.kubernetes.io/control-plane');
  expect([term({ address: ADDRESS }), term({ announceServices: true }), term({ address: ADDRESS, nodes: NodeCoverage.linux() })]).toEqual([
    true, false, false,
  ]);
});

test.each<[string, KubeVipProps, string]>([
  ['nothing to announce', {}, 'invalid-network-option'],
  ['a control plane without an address', { controlPlane: true }, 'invalid-network-option'],
  ['an address without a control plane', { address: ADDRESS, controlPlane: false, announceServices: true }, 'invalid-network-option'],
  ['a mistyped address', { address: '192.0.2.300' }, 'invalid-network-option'],
  ['an address with a scheme', { address: 'https://api.example.com' }, 'invalid-network-option'],
  ['an address with a prefix', { address: '192.0.2.10/24' }, 'invalid-network-option'],
  ['two addresses of one family', { address: '192.0.2.10,192.0.2.11' }, 'invalid-network-option'],
  ['a prefix that is too long', { address: ADDRESS, prefixLength: 64 }, 'invalid-network-option'],
  ['a prefix of a name', { address: 'api.example.com', prefixLength: 24 }, 'invalid-network-option'],
  ['a family of an address', { address: ADDRESS, addressFamily: KubeVipAddressFamily.IPV4 }, 'invalid-network-option'],
  ['a name of an interface that Linux does not take', { address: ADDRESS, interfaceName: 'enp0s31f6.vlan100' }, 'invalid-network-option'],
  ['a Lease that ends before it is renewed', {
    address: ADDRESS, leaderElection: { renewDeadline: Duration.seconds(15) },
  }, 'invalid-network-option'],
  ['a renewal that is never tried twice', {
    address: ADDRESS, leaderElection: { retryPeriod: Duration.seconds(9) },
  }, 'invalid-network-option'],
  ['half a second', { address: ADDRESS, leaderElection: { retryPeriod: Duration.millis(500) } }, 'invalid-duration'],
  ['Services without the name of a Lease', { announceServices: true, servicesLeaseName: '' }, 'invalid-name'],
  ['one Lease for two things', { address: ADDRESS, announceServices: true, servicesLeaseName: 'plndr-cp-lock' }, 'invalid-network-option'],
  ['a class without Services', { address: ADDRESS, loadBalancerClass: 'example.com/vip' }, 'invalid-network-option'],
  ['what is no class', { announceServices: true, loadBalancerClass: 'my class' }, 'invalid-network-option'],
  ['a variable that it does not read', { address: ADDRESS, extraEnv: { vip_arprates: '1' } }, 'invalid-network-option'],
  ['a variable that an option writes', { address: ADDRESS, extraEnv: { vip_arp: 'false' } }, 'invalid-network-option'],
  ['a switch that is neither on nor off', { address: ADDRESS, extraEnv: { lb_enable: 'yes' } }, 'invalid-network-option'],
  ['a release of another minor', { address: ADDRESS, version: '0.8.0' }, 'unknown-network-version'],
  ['a monitor of metrics on the loopback address', { address: ADDRESS, scraping: MetricsScraping.podMonitor() }, 'invalid-monitor'],
  ['an API server with a port in its host', { address: ADDRESS, apiServer: { host: '192.0.2.1:6443' } }, 'invalid-api-server'],
  ['tolerations without those of a node that is not ready', {
    address: ADDRESS, nodes: NodeCoverage.controlPlane({ tolerations: [Toleration.controlPlane()] }),
  }, 'missing-bootstrap-toleration'],
])('%s is refused', (_, props, code) => {
  expect(codesOf(made(props))).toEqual([`[test/kube-vip] ${code}`]);
});

test.each<[string, Parameters<typeof KubeVipMode.bgp>[0]]>([
  ['no peer', { asNumber: 65000, peers: [] }],
  ['no number of the nodes', { asNumber: 0, peers: [{ address: '192.0.2.1', asNumber: 65001 }] }],
  ['a number of a peer beyond 32 bits', { asNumber: 65000, peers: [{ address: '192.0.2.1', asNumber: 4_294_967_296 }] }],
  ['a peer with a name', { asNumber: 65000, peers: [{ address: 'router.example.com', asNumber: 65001 }] }],
  ['a session that ends between two messages', {
    asNumber: 65000, peers: [{ address: '192.0.2.1', asNumber: 65001 }], holdTime: Duration.seconds(9),
  }],
  ['an interface that Linux does not take', { asNumber: 65000, peers: [{ address: '192.0.2.1', asNumber: 65001 }], routerInterface: '' }],
])('BGP with %s is refused once', (_, options) => {
  expect(codesOf(made({ address: ADDRESS, mode: KubeVipMode.bgp(options) }))).toEqual(['[test/kube-vip] invalid-network-option']);
});

test('a misspelt variable is answered with the one that was meant', () => {
  const chart = made({ address: ADDRESS, extraEnv: { vip_arprates: '1' } });
  expect(() => chart.toJson()).toThrow('vip_arpRate');
});

test('a port that kube-proxy has is found', () => {
  const chart = made({ address: ADDRESS, metricsPort: 10249 });
  new KubeProxy(chart, 'kube-proxy');
  expect(codesOf(chart)).toContain('[test/kube-proxy] host-port-conflict');
});
