import { requireParameter } from './felix';
import { EnvValue } from '../../agent/container/env-value';
import { fail, quote } from '../../private/agent-error';
import { nearest } from '../../private/nearest';
import type { Variables } from '../private/cni-program';
import type { Release } from '../private/release-range';

const KUBERNETES = 'nothing else: the datastore is the Kubernetes API';
const ALWAYS = 'nothing else: Calico needs it as it is';

/**
 * Variables of calico-node that options set, each with the option. What follows from an option is in more than the variable: probes, ports,
 * steps, rights.
 */
const OWNED: ReadonlyMap<string, string> = new Map(Object.entries({
  CALICO_IPV4POOL_BLOCK_SIZE: '`blockSize`',
  CALICO_IPV4POOL_CIDR: '`podCidr`',
  CALICO_IPV4POOL_IPIP: '`encapsulation`',
  CALICO_IPV4POOL_NAT_OUTGOING: '`natOutgoing`',
  CALICO_IPV4POOL_NODE_SELECTOR: '`poolNodeSelector`',
  CALICO_IPV4POOL_VXLAN: '`encapsulation`',
  CALICO_IPV6POOL_BLOCK_SIZE: '`ipv6BlockSize`',
  CALICO_IPV6POOL_CIDR: '`ipv6PodCidr`',
  CALICO_IPV6POOL_NAT_OUTGOING: '`ipv6NatOutgoing`',
  CALICO_IPV6POOL_NODE_SELECTOR: '`poolNodeSelector`',
  CALICO_IPV6POOL_VXLAN: '`encapsulation`',
  CALICO_MANAGE_CNI: '`Cni.calicoPolicyOnly`',
  CALICO_NETWORKING_BACKEND: '`bgp`, `encapsulation`, or `Cni.calicoPolicyOnly`',
  DATASTORE_TYPE: KUBERNETES,
  FELIX_BPFENABLED: '`dataplane`',
  FELIX_DATASTORETYPE: KUBERNETES,
  FELIX_HEALTHENABLED: ALWAYS,
  FELIX_HEALTHPORT: '`healthPort`',
  FELIX_IPINIPMTU: '`mtu`',
  FELIX_IPV6SUPPORT: '`ipv6PodCidr`, or `ipv6` of `Cni.calicoPolicyOnly`',
  FELIX_NFTABLESMODE: '`dataplane`',
  FELIX_PROMETHEUSMETRICSENABLED: '`metricsPort`',
  FELIX_PROMETHEUSMETRICSPORT: '`metricsPort`',
  FELIX_TYPHAK8SNAMESPACE: '`typhaReplicas`',
  FELIX_TYPHAK8SSERVICENAME: '`typhaReplicas`',
  FELIX_VXLANMTU: '`mtu`',
  FELIX_VXLANMTUV6: '`mtu`',
  FELIX_VXLANPORT: '`vxlanPort`',
  FELIX_WIREGUARDENABLED: '`wireguard`',
  FELIX_WIREGUARDENABLEDV6: '`wireguard`',
  FELIX_WIREGUARDMTU: '`mtu`',
  FELIX_WIREGUARDMTUV6: '`mtu`',
  IP6: '`ipv6PodCidr`',
  IP6_AUTODETECTION_METHOD: '`ipv6AddressDetection`',
  IP_AUTODETECTION_METHOD: '`addressDetection`',
  NODENAME: ALWAYS,
  NO_DEFAULT_POOLS: '`defaultPools`',
  USE_POD_CIDR: '`Cni.calicoPolicyOnly`',
  WAIT_FOR_DATASTORE: ALWAYS,
}));

/** Variables that calico-node reads besides: for these there is no option. */
const OTHERS = [
  'AS', 'AUTODETECT_POLL_INTERVAL', 'CALICO_API_GROUP', 'CALICO_CNI_SERVICE_ACCOUNT', 'CALICO_DISABLE_FILE_LOGGING',
  'CALICO_EARLY_NETWORKING',
  'CALICO_IPV4POOL_DISABLE_BGP_EXPORT', 'CALICO_IPV6POOL_DISABLE_BGP_EXPORT', 'CALICO_K8S_NODE_REF', 'CALICO_NODENAME_FILE',
  'CALICO_ROUTER_ID',
  'CALICO_STARTUP_LOGLEVEL', 'CLUSTER_TYPE', 'DISABLE_NODE_IP_CHECK', 'IP', 'NODE_USER_ID', 'VXLAN_VNI',
];

/**
 * Refuses parameters of Felix that an option sets.
 *
 * @throws invalid-network-option
 */
export function requireUnowned(parameters: { readonly [name: string]: string }, felixName: (name: string) => string): void {
  const name = Object.keys(parameters).find(each => OWNED.has(felixName(each)));
  if (name !== undefined) {refuseOwned(felixName(name), `\`felix.${name}\``);}
}

/**
 * Refuses variables of the user that contradict an option, that Felix would ignore, or whose name is a misspelt one. Values that are the
 * same as what is written are not refused, nor are names that calico-node cannot have meant: proxies and settings of Go.
 *
 * @throws invalid-network-option
 */
export function requireVariables(given: Variables, own: Variables, release: Release): void {
  for (const [name, value] of Object.entries(given)) {
    const known = /^felix_/i.test(name) ? name.toUpperCase() : name;
    if (OWNED.has(known)) {
      if (value.text === undefined || value.text !== own[known]?.text) {refuseOwned(known, `\`env.${name}\``);}
    } else if (known.startsWith('FELIX_')) {
      requireParameter(name, known, value.text, release);
      requireOnce(name, value, own[known]);
    } else {
      requireSpelling(name);
    }
  }
}

function refuseOwned(variable: string, given: string): never {
  return fail({
    code: 'invalid-network-option',
    what: `the variable ${variable} contradicts what its option writes, from which more follows than the variable`, given,
    allowed: `it is set by ${OWNED.get(variable)}`, fix: `remove it, and use ${OWNED.get(variable)}`,
  });
}

/** Felix takes one of two, whichever comes first. */
function requireOnce(name: string, value: EnvValue, own: EnvValue | undefined): void {
  if (own === undefined || own.text === value.text || name === name.toUpperCase()) {return;}
  fail({
    code: 'invalid-network-option', what: 'a parameter of Felix is set twice, since the case of its name does not matter',
    given: `\`env.${name}\``,
    allowed: 'each parameter once', fix: `write \`${name.toUpperCase()}\``,
  });
}

function requireSpelling(name: string): void {
  const all = [...OWNED.keys(), ...OTHERS];
  if (all.includes(name) || name.length < 5) {return;}
  const meant = nearest(name, all);
  if (meant === undefined || !/^(CALICO|CLUSTER|NO_|USE_|IP_|IP6|NODE|WAIT|DATASTORE|VXLAN|AUTODETECT|DISABLE)/.test(meant)) {return;}
  fail({
    code: 'invalid-network-option', what: 'calico-node reads no variable of this name, and would ignore it', given: quote(name),
    allowed: 'the variables of calico-node, and those of other programs',
    fix: `did you mean ${meant}?`,
  });
}
