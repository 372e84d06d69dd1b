import { CalicoDataplane } from './calico-dataplane';
import { CalicoEncapsulation } from './calico-encapsulation';
import { mtuOf } from './calico-mtu';
import { requireNumber } from './calico-numbers';
import { CalicoOptions } from './calico-options';
import { poolVariables } from './calico-pools';
import { CalicoRelease } from './calico-releases';
import { nodeRules, pluginRules } from './calico-rules';
import { CalicoMode } from './calico-settings';
import { fail, quote } from '../../private/agent-error';
import { compact } from '../../private/wire';

const VXLAN_PORT = 4789;

/**
 * Calico as the network of the cluster.
 *
 * @throws invalid-network-option
 * @throws invalid-cidr
 */
export function networkMode(options: CalicoOptions, { minor }: CalicoRelease): CalicoMode {
  const { dataplane, ipv6PodCidr, vxlanPort } = options;
  const encapsulation = options.encapsulation
    ?? (dataplane === CalicoDataplane.EBPF ? CalicoEncapsulation.vxlan() : CalicoEncapsulation.ipInIp());
  const usesVxlan = encapsulation._vxlan !== 'Never';
  const isIpv6 = ipv6PodCidr !== undefined;
  requireAddressDetection(options);
  requireVxlanPort(vxlanPort, usesVxlan, encapsulation);
  const mtu = mtuOf(options, encapsulation);
  return {
    backend: backendOf(options, encapsulation),
    vxlanPort: usesVxlan ? vxlanPort ?? VXLAN_PORT : undefined,
    isIpv6,
    encryptsHosts: false,
    ipam: { type: 'calico-ipam', ...isIpv6 && { assign_ipv4: 'true', assign_ipv6: 'true' } },
    mtu,
    nodeRules: nodeRules(minor),
    pluginRules: pluginRules(minor),
    typhaVariables: {},
    variables: { ...poolVariables(options, encapsulation), ...addressVariables(options), ...tunnelVariables(mtu, isIpv6, vxlanPort) },
  };
}

function addressVariables({ ipv6PodCidr, addressDetection, ipv6AddressDetection }: CalicoOptions): { [name: string]: string } {
  return compact({
    CLUSTER_TYPE: 'k8s,bgp',
    IP: 'autodetect',
    IP_AUTODETECTION_METHOD: addressDetection?.method,
    IP6: ipv6PodCidr === undefined ? undefined : 'autodetect',
    IP6_AUTODETECTION_METHOD: ipv6AddressDetection?.method,
  });
}

function tunnelVariables(mtu: number, isIpv6: boolean, vxlanPort: number | undefined): { [name: string]: string } {
  const text = String(mtu);
  return {
    FELIX_IPINIPMTU: text, FELIX_VXLANMTU: text, FELIX_WIREGUARDMTU: text,
    ...isIpv6 && mtu !== 0 && { FELIX_VXLANMTUV6: text, FELIX_WIREGUARDMTUV6: text },
    ...vxlanPort !== undefined && { FELIX_VXLANPORT: String(vxlanPort) },
  };
}

/** Which program tells nodes of routes. Without BIRD the backend is called vxlan, whatever the pools say. */
function backendOf({ bgp }: CalicoOptions, encapsulation: CalicoEncapsulation): string {
  const isOn = bgp ?? encapsulation._usesBgp;
  if (!isOn && encapsulation._ipip !== 'Never') {
    fail({
      code: 'invalid-network-option', what: 'no node learns the routes of IP-in-IP without BGP',
      given: `\`bgp: false\` with CalicoEncapsulation.${encapsulation.kind}()`,
      allowed: 'VXLAN, or no encapsulation', fix: 'use CalicoEncapsulation.vxlan(), or leave `bgp` out',
    });
  }
  return isOn ? 'bird' : 'vxlan';
}

function requireVxlanPort(vxlanPort: number | undefined, usesVxlan: boolean, encapsulation: CalicoEncapsulation): void {
  requireNumber('vxlanPort', vxlanPort, 1, 65535);
  if (vxlanPort === undefined || usesVxlan) {return;}
  fail({
    code: 'invalid-network-option', what: '`vxlanPort` has no effect without VXLAN', given: `CalicoEncapsulation.${encapsulation.kind}()`,
    allowed: 'CalicoEncapsulation.vxlan(), vxlanAcrossSubnets()', fix: 'leave `vxlanPort` out',
  });
}

/** calico-node ends where it finds no address of a family that it is to find one of. */
function requireAddressDetection({ addressDetection, ipv6AddressDetection, ipv6PodCidr }: CalicoOptions): void {
  if (ipv6AddressDetection !== undefined && ipv6PodCidr === undefined) {
    fail({
      code: 'invalid-network-option', what: '`ipv6AddressDetection` has no effect without IPv6 addresses of pods',
      given: ipv6AddressDetection.method, allowed: '`ipv6PodCidr` with it',
      fix: 'give `ipv6PodCidr`, or leave `ipv6AddressDetection` out',
    });
  }
  for (const [
    name, method, isIpv6,
  ] of [['addressDetection', addressDetection, false], ['ipv6AddressDetection', ipv6AddressDetection, true]] as const) {
    if (method !== undefined && !method._finds(isIpv6)) {
      fail({
        code: 'invalid-network-option', what: `\`${name}\` finds no IPv${isIpv6 ? 6 : 4} address, without which calico-node ends`,
        given: quote(method.method),
        allowed: `IPv${isIpv6 ? 6 : 4} addresses`, fix: `give it as \`${isIpv6 ? 'addressDetection' : 'ipv6AddressDetection'}\``,
      });
    }
  }
}
