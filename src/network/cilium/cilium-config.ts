import { CILIUM_CONFIG } from './cilium-defaults';
import { CiliumIpam } from './cilium-ipam';
import { CILIUM_KEYS } from './cilium-keys';
import { CiliumOptions } from './cilium-options';
import { CiliumPolicyEnforcement } from './cilium-policy-enforcement';
import { CiliumRouting } from './cilium-routing';
import { fail, quote } from '../../private/agent-error';
import { isDnsLabel, isQualifiedName } from '../../private/names';
import { nearest } from '../../private/nearest';
import { isWholeNumber } from '../../private/whole-number';
import { compact } from '../../private/wire';

/** The taint that the agent waits with unless another is named. */
export const STARTUP_TAINT = 'node.cilium.io/agent-not-ready';

/** The values of cilium-config. */
export function ciliumConfig(options: CiliumOptions): { [key: string]: string } {
  requireCilium(options);
  const {
    kubeProxyReplacement = false, routing = CiliumRouting.vxlan(), ipam = CiliumIpam.clusterPool(), ipv6 = false, masquerade = true, devices = [],
    policyEnforcement = CiliumPolicyEnforcement.DEFAULT, hostFirewall = false, exclusive = true, clusterName = 'default', clusterId = 0,
    startupTaintKey = STARTUP_TAINT, extraConfig = {},
  } = options;
  const typed = compact({
    ...CILIUM_CONFIG,
    'agent-not-ready-taint-key': startupTaintKey,
    'cluster-id': String(clusterId),
    'cluster-name': clusterName,
    'cni-exclusive': String(exclusive),
    'debug': 'false',
    'devices': devices.join(' '),
    'enable-bandwidth-manager': flag(options.bandwidthManager),
    'enable-bpf-masquerade': flag(options.bpfMasquerade),
    'enable-host-firewall': String(hostFirewall),
    'enable-hubble': 'false',
    'enable-ipv4-masquerade': String(masquerade),
    'enable-ipv6': String(ipv6),
    'enable-ipv6-masquerade': String(masquerade),
    'enable-policy': policyEnforcement,
    'enable-wireguard': flag(options.wireguard),
    'kube-proxy-replacement': String(kubeProxyReplacement),
    'kube-proxy-replacement-healthz-bind-address': kubeProxyReplacement ? '' : undefined,
    'mtu': options.mtu === undefined ? undefined : String(options.mtu),
    'prometheus-serve-addr': options.metricsPort === undefined ? undefined : `:${options.metricsPort}`,
    ...ipam._config,
    ...routing._config,
  }) as { [key: string]: string };
  requireKnown(extraConfig);
  return { ...typed, ...extraConfig };
}

/** Written only where it is on: the chart leaves it out otherwise. */
function flag(on: boolean | undefined): string | undefined {
  return on ? 'true' : undefined;
}

/** @throws invalid-network-option */
function requireCilium(options: CiliumOptions): void {
  const ranges: ReadonlyArray<[name: string, value: number | undefined, least: number, most: number]> = [
    ['mtu', options.mtu, 1280, 65535], ['clusterId', options.clusterId, 0, 255], ['operatorReplicas', options.operatorReplicas, 1, 100],
    ['metricsPort', options.metricsPort, 1, 65535],
  ];
  for (const [name, value, least, most] of ranges) {
    if (value !== undefined && !isWholeNumber(value, least, most)) {
      refuse(`\`${name}\` of Cilium cannot be this`, String(value), `a whole number from ${least} to ${most}`, 'leave it out for the default');
    }
  }
  const { clusterId = 0, clusterName, startupTaintKey, devices = [], ipv6, ipam, routing } = options;
  if (clusterName !== undefined && (!isDnsLabel(clusterName) || clusterName.length > 32)) {
    refuse('a cluster of Cilium cannot have this name', quote(clusterName), 'at most 32 lower case letters, digits and `-`', 'shorten it');
  }
  if (clusterId !== 0 && (clusterName === undefined || clusterName === 'default')) {
    refuse('Cilium refuses a cluster id with the name `default`', `clusterId: ${clusterId}`, 'a `clusterName` of its own', 'name the cluster');
  }
  if (startupTaintKey !== undefined && !isQualifiedName(startupTaintKey)) {
    refuse('a taint cannot have this key', quote(startupTaintKey), 'the key of a label', 'leave it out, or use one like example.com/agent-not-ready');
  }
  const device = devices.find(name => !/^[\w.:@-]{1,15}\+?$/.test(name));
  if (device !== undefined) {refuse('an interface cannot have this name', quote(device), 'at most 15 characters, with a + at the end at will', 'copy it from `ip link`');}
  if (options.bpfMasquerade && !options.kubeProxyReplacement) {
    refuse('eBPF masquerades only where Cilium takes the place of kube-proxy', 'bpfMasquerade: true', 'with `kubeProxyReplacement: true`', 'leave one of them out');
  }
  if (ipv6 && ipam?.mode === 'cluster-pool' && ipam._config['cluster-pool-ipv6-cidr'] === undefined || ipv6 && ipam === undefined) {
    refuse('pods with IPv6 addresses need a pool of them', 'ipv6: true', 'CiliumIpam.clusterPool({ ipv6Ranges: [...] }), CiliumIpam.kubernetes()', 'name the addresses');
  }
  if (ipv6 && routing?.kind === 'native' && routing._config['ipv6-native-routing-cidr'] === undefined && (options.masquerade ?? true)) {
    refuse('native routing masquerades IPv6 packets to pods of other nodes', 'ipv6: true', 'a range of IPv6 in CiliumRouting.native', 'add it to `ranges`');
  }
}

function refuse(what: string, given: string, allowed: string, fix: string): never {
  return fail({ code: 'invalid-network-option', what, given, allowed, fix });
}

/** What each key takes. */
const TYPES: ReadonlyMap<string, string> = new Map(CILIUM_KEYS.split('\n').map(line => line.split(' ') as [string, string]));

const FORMS: { readonly [type: string]: { readonly form: RegExp; readonly allowed: string } } = {
  bool: { form: /^(true|false)$/, allowed: 'true or false' },
  int: { form: /^-?\d+$/, allowed: 'a whole number' },
  float: { form: /^-?\d+(\.\d+)?$/, allowed: 'a number' },
  duration: { form: /^-?(0|(\d+(\.\d+)?(ns|us|ms|s|m|h))+)$/, allowed: 'a duration, such as 1m30s' },
};

function requireKnown(config: { readonly [key: string]: string }): void {
  for (const [key, value] of Object.entries(config)) {
    const type = TYPES.get(key);
    // newer releases know more keys: what is close to no known key is passed on
    const meant = type === undefined ? nearest(key, TYPES.keys()) : undefined;
    if (meant !== undefined) {
      refuse('cilium-config has no key of this name, and Cilium would ignore it', quote(key), 'the names of flags of cilium-agent and cilium-operator', `did you mean ${meant}?`);
    }
    const form = FORMS[type ?? ''];
    if (form !== undefined && !form.form.test(value)) {refuse(`Cilium cannot read this value of ${key}`, quote(value), form.allowed, 'correct it');}
  }
}
