import { CiliumIpam } from './cilium-ipam';
import { CiliumOptions } from './cilium-options';
import { CiliumRouting } from './cilium-routing';
import { ENVOY_METRICS_PORT } from './envoy-bootstrap';
import { fail, quote } from '../../private/agent-error';
import { isDnsLabel, isQualifiedName } from '../../private/names';
import { isWholeNumber } from '../../private/whole-number';

/** A rule: what is wrong, what was given, what is allowed, and the fix; undefined where it holds. */
type Refusal = readonly [what: string, given: string, allowed: string, fix: string] | undefined | false;

/**
 * Options that the agent refuses at its start, or that make a network which does not work.
 *
 * @throws invalid-network-option
 */
export function requireCilium(options: CiliumOptions): void {
  const refusals = [
    ...numbers(options), names(options), addresses(options), services(options), encryption(options), chaining(options), hubble(options),
    metrics(options),
  ];
  for (const refusal of refusals) {
    if (refusal) {
      const [what, given, allowed, fix] = refusal;
      fail({ code: 'invalid-network-option', what, given, allowed, fix });
    }
  }
}

function numbers(options: CiliumOptions): Refusal[] {
  const ranges: ReadonlyArray<[name: string, value: number | undefined, least: number, most: number]> = [
    ['mtu', options.mtu, 1280, 65535], ['clusterId', options.clusterId, 0, 255], ['operatorReplicas', options.operatorReplicas, 1, 100],
    ['metricsPort', options.metricsPort, 1, 65535], ['hubble.listenPort', options.hubble?.listenPort, 1, 65535],
    ['hubble.metrics.port', options.hubble?.metrics?.port, 1, 65535],
  ];
  return ranges.map(([name, value, least, most]) => value !== undefined && !isWholeNumber(value, least, most) &&
    [`\`${name}\` of Cilium cannot be this`, String(value), `a whole number from ${least} to ${most}`, 'leave it out for the default']);
}

function names({ clusterId = 0, clusterName, startupTaintKey, devices = [], hostCgroupRoot }: CiliumOptions): Refusal {
  if (clusterName !== undefined && (!isDnsLabel(clusterName) || clusterName.length > 32)) {
    return ['a cluster of Cilium cannot have this name', quote(clusterName), 'at most 32 lower case letters, digits and `-`', 'shorten it'];
  }
  if (clusterId !== 0 && (clusterName === undefined || clusterName === 'default')) {
    return [
      'Cilium refuses a cluster id with the name `default`', `clusterId: ${clusterId}`, 'a `clusterName` of its own', 'name the cluster',
    ];
  }
  if (startupTaintKey !== undefined && !isQualifiedName(startupTaintKey)) {
    return [
      'a taint cannot have this key', quote(startupTaintKey), 'the key of a label',
      'leave it out, or use one like example.com/agent-not-ready',
    ];
  }
  if (hostCgroupRoot !== undefined && !/^(\/[\w.-]+)+$/.test(hostCgroupRoot)) {
    return [
      'control groups are not mounted at such a path', quote(hostCgroupRoot), 'an absolute path', 'use /sys/fs/cgroup, or leave it out',
    ];
  }
  const device = devices.find(name => !/^[\w.:@-]{1,15}\+?$/.test(name));
  return device !== undefined && [
    'an interface cannot have this name', quote(device), 'at most 15 characters, with a + at the end at will', 'copy it from `ip link`',
  ];
}

function addresses(options: CiliumOptions): Refusal {
  const { ipv4 = true, ipv6 = false, ipam = CiliumIpam.clusterPool(), routing = CiliumRouting.vxlan(), masquerade = true } = options;
  if (!ipv4 && !ipv6) {
    return [
      'pods would have no addresses', 'ipv4: false, without `ipv6: true`', 'one IP family or both', 'add `ipv6: true`, or leave `ipv4` out',
    ];
  }
  const family = [ipv4 && 4, ipv6 && 6].find(each => each !== false && !ipam._hasFamily(each as 4 | 6));
  if (family !== undefined) {
    return [
      `pods with IPv${family} addresses need a pool of them`, ipv6 ? 'ipv6: true' : 'ipv4: true',
      `ranges of IPv${family} in CiliumIpam.clusterPool or CiliumIpam.multiPool, or CiliumIpam.kubernetes()`, 'name the addresses',
    ];
  }
  const open = routing.kind === 'native' && masquerade
    && [ipv4 && 4, ipv6 && 6].find(each => each !== false && routing._config[`ipv${each}-native-routing-cidr`] === undefined);
  return open !== undefined && open !== false && [
    `native routing masquerades IPv${open} packets to pods of other nodes`, `CiliumRouting.native without a range of IPv${open}`,
    `a range of IPv${open}, or \`masquerade: false\``,
    'add it to `ranges`',
  ];
}

function services(options: CiliumOptions): Refusal {
  const {
    kubeProxyReplacement, bpfMasquerade, masquerade = true, egressGateway, ipv4 = true, l2Announcements, bbr, bandwidthManager,
  } = options;
  if (bpfMasquerade && !masquerade) {
    return [
      'eBPF cannot masquerade what is not masqueraded', 'bpfMasquerade: true, masquerade: false', 'one of them', 'leave one of them out',
    ];
  }
  if (bpfMasquerade && !kubeProxyReplacement) {
    return [
      'eBPF masquerades only where Cilium takes the place of kube-proxy', 'bpfMasquerade: true', 'with `kubeProxyReplacement: true`',
      'leave one of them out',
    ];
  }
  if (egressGateway && !bpfMasquerade) {
    return [
      'an egress gateway masquerades with eBPF', 'egressGateway: true', 'with `bpfMasquerade: true` and `kubeProxyReplacement: true`',
      'add both',
    ];
  }
  if (egressGateway && (!ipv4 || options.extraConfig?.['enable-cilium-endpoint-slice'] === 'true')) {
    return [
      'Cilium refuses an egress gateway here', ipv4 ? 'enable-cilium-endpoint-slice: true' : 'ipv4: false',
      'IPv4, and no CiliumEndpointSlices', 'leave one of them out',
    ];
  }
  if (l2Announcements && !kubeProxyReplacement) {
    return [
      'a node that answers for a Service must also serve it with eBPF', 'l2Announcements: true', 'with `kubeProxyReplacement: true`',
      'add it',
    ];
  }
  return bbr && !bandwidthManager
    && ['BBR needs the queues of the bandwidth manager', 'bbr: true', 'with `bandwidthManager: true`', 'add it'];
}

function encryption({ encryption: chosen, hostFirewall, extraConfig = {} }: CiliumOptions): Refusal {
  if (chosen?.kind !== 'ipsec') {return undefined;}
  if (hostFirewall) {
    return [
      'Cilium refuses IPsec together with the firewall of nodes', 'CiliumEncryption.ipsec, hostFirewall: true', 'one of them',
      'use CiliumEncryption.wireguard()',
    ];
  }
  return extraConfig['dnsproxy-enable-transparent-mode'] === 'false' && [
    'IPsec needs the DNS proxy in transparent mode', 'dnsproxy-enable-transparent-mode: false', 'true', 'leave the key out',
  ];
}

function chaining({ chaining: chosen, exclusive, encryption: chosenEncryption }: CiliumOptions): Refusal {
  if (chosen === undefined) {return undefined;}
  if (exclusive) {
    return [
      'Cilium would rename the configuration of the CNI plugin that it adds itself to', `CiliumChaining ${chosen.mode}, exclusive: true`,
      '`exclusive: false`', 'leave `exclusive` out',
    ];
  }
  return chosenEncryption?.kind === 'ipsec' && [
    'IPsec of Cilium does not see the packets of another CNI plugin', `CiliumChaining ${chosen.mode}, CiliumEncryption.ipsec`,
    'WireGuard, or no chaining', 'use CiliumEncryption.wireguard()',
  ];
}

function hubble({ hubble: chosen }: CiliumOptions): Refusal {
  if (chosen === undefined) {return undefined;}
  const { listenPort, certificates, metrics: chosenMetrics, eventBufferCapacity } = chosen;
  if (listenPort !== undefined && certificates === undefined) {
    return [
      'Hubble would serve the flows of all pods of the node without saying how it is protected', `hubble.listenPort: ${listenPort}`,
      'CiliumCertificates.secret, CiliumCertificates.certManager, or CiliumCertificates.none() on purpose',
      "add certificates: CiliumCertificates.secret('hubble-server-certs')",
    ];
  }
  if (listenPort === undefined && certificates !== undefined && certificates.kind !== 'none') {
    return [
      'a certificate of Hubble has no port that uses it', 'hubble.certificates', 'together with `listenPort`', 'add `listenPort: 4244`',
    ];
  }
  if (eventBufferCapacity !== undefined && ![...Array(16).keys()].some(bits => 2 ** (bits + 1) - 1 === eventBufferCapacity)) {
    return [
      'the buffer of Hubble cannot have this size', String(eventBufferCapacity), 'a power of two minus one, from 1 to 65535',
      'use 4095, 8191 or 16383',
    ];
  }
  const enabled = chosenMetrics?.enabled ?? [];
  const wrong = enabled.find(name => !/^[a-zA-Z][\w-]*(:\S+)?$/.test(name));
  if (chosenMetrics !== undefined && (enabled.length === 0 || wrong !== undefined)) {
    return [
      'Hubble has no metrics of this name', wrong === undefined ? 'none' : quote(wrong),
      'a name and its options, such as dns:query;ignoreAAAA', 'correct it',
    ];
  }
  return undefined;
}

function metrics({ metricsPort, scraping, hubble: chosen, envoy }: CiliumOptions): Refusal {
  if (scraping !== undefined && scraping.kind !== 'none' && metricsPort === undefined) {
    return [
      'a monitor would find no metrics of agents', `a ${scraping.kind} without \`metricsPort\``, 'with `metricsPort`',
      'add `metricsPort: 9962`',
    ];
  }
  const ports: ReadonlyArray<[name: string, port: number | undefined]> = [
    ['metricsPort', metricsPort], ['hubble.listenPort', chosen?.listenPort],
    ['hubble.metrics.port', chosen?.metrics && (chosen.metrics.port ?? 9965)],
    ['the metrics of Envoy', envoy?.kind === 'none' ? undefined : envoy?._options.metricsPort ?? ENVOY_METRICS_PORT],
    ['the health of agents', 9879], ['the health of Envoy', envoy?.kind === 'daemonSet' ? 9878 : undefined], ['the health of nodes', 4240],
    ['the API of cilium-operator', 9234], ['the metrics of cilium-operator', 9963],
  ];
  const taken = ports.flatMap(([name, port], at) => {
    const other = ports.slice(0, at).find(([, each]) => each !== undefined && each === port);
    return other === undefined || port === undefined ? [] : [[name, other[0], port] as const];
  })[0];
  return taken !== undefined && [
    'two servers of Cilium cannot have one port of the node', `${taken[2]} for ${taken[1]} and ${taken[0]}`, 'a port for each',
    'leave one of them out for its default',
  ];
}
