import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chart } from 'cdk8s';
import { parse } from 'yaml';
import {
  Cni, CniPlugin, FlannelBackend, FlannelOptions, KubeProxy, KubeProxyMode, KubeProxyProps, KubernetesVersion, Multus, MultusLogLevel,
  MultusProps, NodeLocalDns, NodeLocalDnsProps, TargetCluster,
} from '../../src';
import { testChart } from '../support/golden';

/** What knobs of upstream change, read in its chart, manifest or types: facts/network-knobs.json. */
interface Program {
  readonly source: string;
  /** By the knob, with its value: the lines that it takes away (`-`) and adds (`+`). */
  readonly knobs: { readonly [knob: string]: readonly string[] };
}

const FACTS: { readonly [program: string]: Program } = JSON.parse(readFileSync(join(__dirname, 'facts', 'network-knobs.json'), 'utf8'));

/** The values of a configuration, a line each. */
function flat(value: any, path: string): string[] {
  if (typeof value !== 'object' || value === null) {return [`${path}: ${JSON.stringify(value)}`];}
  if (Array.isArray(value)) {return [`${path}: ${JSON.stringify(value)}`];}
  return Object.entries(value).flatMap(([key, each]) => flat(each, path === '' ? key : `${path}.${key}`));
}

/** Arguments, ports, containers that run first, and what each file says. */
function linesOf(write: (chart: Chart) => void): string[] {
  const chart = testChart();
  TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_31 });
  write(chart);
  const objects = chart.toJson();
  const {
    containers: [{ command = [], args = [], ports = [] }], initContainers = [],
  } = objects.find(({ kind }) => kind === 'DaemonSet').spec.template.spec;
  const files = objects.filter(({ kind }) => kind === 'ConfigMap').flatMap(({ data }) => Object.entries<string>(data));
  return [
    ...[...command, ...args].join(' ').split(/ (?=-)/).map(arg => `arg ${arg}`),
    ...ports.map(({ containerPort }: any) => `port ${containerPort}`),
    ...initContainers.map(({ name }: any) => `first ${name}`),
    ...files.flatMap(([name, text]) => fileLines(name, text)),
  ];
}

function fileLines(name: string, text: string): string[] {
  if (/\.(json|conf|conflist)$/.test(name)) {return flat(parse(text), name);}
  let zone = '';
  return text.split('\n').flatMap(line => {
    zone = /^(\S+) \{$/.exec(line)?.[1] ?? zone;
    return line.trim() === '' ? [] : [`${zone} ${line.trim()}`];
  });
}

/** What an option changes. */
function changed(plain: readonly string[], lines: readonly string[]): string[] {
  return [
    ...plain.filter(line => !lines.includes(line)).map(line => `- ${line}`),
    ...lines.filter(line => !plain.includes(line)).map(line => `+ ${line}`),
  ].sort();
}

const flannel = (options: FlannelOptions) => linesOf(chart => new CniPlugin(chart, 'flannel', { network: Cni.flannel(options) }));
const proxy = (props: KubeProxyProps) => linesOf(chart => new KubeProxy(chart, 'kube-proxy', props));
const multus = (props: MultusProps) => linesOf(chart => new Multus(chart, 'multus', props));
const dns = (props: NodeLocalDnsProps) => linesOf(chart => new NodeLocalDns(chart, 'dns', { clusterDnsAddress: '10.96.0.10', ...props }));

/** The option for each knob. */
const OPTIONS: {
  readonly [program: string]: { readonly plain: () => string[]; readonly options: { readonly [knob: string]: () => string[] } };
} = {
  'flannel': {
    plain: () => flannel({}),
    options: {
      'podCidr=10.128.0.0/14': () => flannel({ podCidr: '10.128.0.0/14' }),
      'podCidrv6=fd00:10:244::/56': () => flannel({ ipv6PodCidr: 'fd00:10:244::/56' }),
      'podCidr=,podCidrv6=fd00:10:244::/56': () => flannel({ ipv4: false, ipv6PodCidr: 'fd00:10:244::/56' }),
      'flannel.enableNFTables=true': () => flannel({ nftables: true }),
      'flannel.backend=host-gw': () => flannel({ backend: FlannelBackend.hostGateway() }),
      'flannel.backend=wireguard': () => flannel({ backend: FlannelBackend.wireguard() }),
      'flannel.backend=wireguard,backendPort=51900,backendPortv6=51901,mtu=1380': () =>
        flannel({ backend: FlannelBackend.wireguard({ port: 51900, ipv6Port: 51901, mtu: 1380 }) }),
      'flannel.backendPort=4789,vni=7,mtu=1400,directRouting=true': () =>
        flannel({ backend: FlannelBackend.vxlan({ port: 4789, vni: 7, mtu: 1400, directRouting: true }) }),
      'flannel.args without --ip-masq': () => flannel({ masquerade: false }),
      'flannel.args with --iface=eth1': () => flannel({ interfaces: ['eth1'] }),
      'flannel.args with --iface-can-reach=192.0.2.1': () => flannel({ interfaceReaching: '192.0.2.1' }),
      'flannel.healthz.port=8099': () => flannel({ healthPort: 8099 }),
      'flannel.skipCNIConfigInstallation=true': () => flannel({ writesCniConfiguration: false }),
    },
  },
  'kube-proxy': {
    plain: () => proxy({}),
    options: {
      'mode=ipvs': () => proxy({ mode: KubeProxyMode.IPVS }),
      'mode=nftables': () => proxy({ mode: KubeProxyMode.NFTABLES }),
      'clusterCIDR=10.244.0.0/16': () => proxy({ clusterCidrs: ['10.244.0.0/16'] }),
      'nodePortAddresses=192.0.2.0/24': () => proxy({ nodePortAddresses: ['192.0.2.0/24'] }),
      'mode=ipvs,ipvs.strictARP=true': () => proxy({ mode: KubeProxyMode.IPVS, strictArp: true }),
      'metricsBindAddress=127.0.0.1:10349': () => proxy({ metricsPort: 10349 }),
      'metricsBindAddress=0.0.0.0:10249': () => proxy({ metricsOnEveryAddress: true }),
      'healthzBindAddress=0.0.0.0:10356': () => proxy({ healthPort: 10356 }),
    },
  },
  'multus': {
    plain: () => multus({}),
    options: {
      'namespaceIsolation=true': () => multus({ namespaceIsolation: true }),
      'namespaceIsolation=true,globalNamespaces=shared,default': () => multus({
        namespaceIsolation: true, sharedNamespaces: ['shared', 'default'],
      }),
      'readinessindicatorfile=/host/run/flannel/subnet.env': () => multus({ readinessIndicatorFile: '/run/flannel/subnet.env' }),
      'logLevel=debug': () => multus({ logLevel: MultusLogLevel.DEBUG }),
    },
  },
  'node-local-dns': {
    plain: () => dns({}),
    options: {
      '__PILLAR__LOCAL__DNS__=169.254.25.10': () => dns({ localAddress: '169.254.25.10' }),
      '__PILLAR__DNS__DOMAIN__=corp.example': () => dns({ clusterDomain: 'corp.example' }),
      '__PILLAR__DNS__SERVER__=10.43.0.10': () => dns({ clusterDnsAddress: '10.43.0.10' }),
      '__PILLAR__UPSTREAM__SERVERS__=192.0.2.53': () => dns({ upstreamServers: ['192.0.2.53'] }),
      'prometheus :9553': () => dns({ metricsPort: 9553 }),
    },
  },
};

/** Lines that only ours change, with the reason. */
const OURS: { readonly [reason: string]: readonly [program: string, line: RegExp] } = {
  'ports are declared, so that clashes with other agents are found': ['kube-proxy', /^[+-] port /],
  'what nothing reads is not written': ['flannel', /^- [\w-]+\.conflist\./],
  'the manifest names the default, which the chart leaves out': ['flannel', /^- net-conf\.json\.EnableNFTables: false$/],
};

test('every knob that was read has an option, and every option a knob', () => {
  const names = (of: {
    readonly [program: string]: object;
  }) => Object.entries(of).map(([program, knobs]) => [program, Object.keys(knobs).sort()]).sort();
  expect(names(Object.fromEntries(Object.entries(OPTIONS).map(([program, { options }]) => [program, options]))))
    .toEqual(names(Object.fromEntries(Object.entries(FACTS).map(([program, { knobs }]) => [program, knobs]))));
});

const used = new Set<string>();

test.each(Object.entries(OPTIONS).flatMap(([program, { plain, options }]) =>
  Object.entries(options).map(([
    knob, option,
  ]) => ({ program, knob, plain, option }))))('$program: $knob changes what upstream changes', ({ program, knob, plain, option }) => {
  const own = changed(plain(), option()).filter(line => {
    const reason = Object.entries(OURS).find(([, [of, pattern]]) => of === program && pattern.test(line))?.[0];
    if (reason !== undefined) {used.add(reason);}
    return reason === undefined;
  });
  expect(own).toEqual([...FACTS[program].knobs[knob]].sort());
});

test('every reason explains something', () => {
  expect([...used].sort()).toEqual(Object.keys(OURS).sort());
});
