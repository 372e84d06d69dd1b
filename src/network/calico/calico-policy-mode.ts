import { CalicoForeignNetwork } from './calico-foreign-network';
import { requireNumber } from './calico-numbers';
import { CalicoPolicyOptions } from './calico-policy-options';
import { CalicoRelease } from './calico-releases';
import { policyNodeRules, policyPluginRules } from './calico-rules';
import { CalicoMode } from './calico-settings';
import { fail } from '../../private/agent-error';

/**
 * Calico for the policies of a network that others make.
 *
 * @throws invalid-network-option
 */
export function policyMode(options: CalicoPolicyOptions, { minor }: CalicoRelease): CalicoMode {
  const { network = CalicoForeignNetwork.podCidrRoutes(), ipv6 = false, mtu, wireguard } = options;
  const { clusterType, isConnectedByCalico, encryptsHosts, variables } = network._traits;
  requireWireguardOf(network, wireguard === true);
  requireMtuOf(network, mtu);
  const podCidrs: { [name: string]: string } = isConnectedByCalico ? { USE_POD_CIDR: 'true' } : {};
  const rules = policyNodeRules(minor);
  return {
    backend: 'none',
    isIpv6: ipv6,
    encryptsHosts: encryptsHosts === true,
    ipam: isConnectedByCalico ? hostLocal(ipv6) : undefined,
    mtu: mtu ?? 0,
    // the token is for the plugin on the node, which is not there where others connect pods
    nodeRules: isConnectedByCalico ? rules : rules.filter(({ resources }) => !resources.includes('serviceaccounts/token')),
    pluginRules: policyPluginRules(),
    typhaVariables: podCidrs,
    variables: { CLUSTER_TYPE: clusterType, ...podCidrs, ...!isConnectedByCalico && { CALICO_MANAGE_CNI: 'false' }, ...variables },
  };
}

/** Addresses of the range that the controller manager gave to the node. */
function hostLocal(isIpv6: boolean): { readonly [field: string]: any } {
  const subnet = 'usePodCidr';
  return { type: 'host-local', ...isIpv6 ? { ranges: [[{ subnet }], [{ subnet: 'usePodCidrIPv6' }]] } : { subnet } };
}

function requireWireguardOf({ kind, _traits: { encryptsHosts } }: CalicoForeignNetwork, isOn: boolean): void {
  if (!isOn || encryptsHosts === true) {return;}
  fail({
    code: 'invalid-network-option', what: 'Calico encrypts only its own network and those of Amazon and Azure with WireGuard',
    given: `CalicoForeignNetwork.${kind}()`,
    allowed: 'CalicoForeignNetwork.amazonVpc(), azure()', fix: 'leave `wireguard` out, and encrypt where the network is made',
  });
}

function requireMtuOf({ kind, _traits: { isConnectedByCalico } }: CalicoForeignNetwork, mtu: number | undefined): void {
  requireNumber('mtu', mtu, 1280, 65535);
  if (mtu === undefined || isConnectedByCalico) {return;}
  fail({
    code: 'invalid-network-option', what: '`mtu` has no effect where another CNI plugin connects pods',
    given: `CalicoForeignNetwork.${kind}()`,
    allowed: 'CalicoForeignNetwork.podCidrRoutes(), flannel()', fix: 'leave `mtu` out, and set it where the network is made',
  });
}
