import { KubeVipBgpOptions } from './kube-vip-bgp-options';
import { bgpVariables } from './kube-vip-bgp-variables';
import { EnvValue } from '../../agent/container/env-value';
import { guardClass } from '../../private/doors/guard-class';

/**
 * How kube-vip announces its addresses.
 */
export class KubeVipMode {
  /** By ARP, and NDP for IPv6: one node has the address, which a lease decides, and tells the others of its network segment. */
  public static arp(): KubeVipMode {
    return new KubeVipMode('arp', { vip_arp: EnvValue.of('true') });
  }

  /**
   * By BGP: every node that runs kube-vip announces the addresses to its peers, which spread the load.
   *
   * @throws invalid-network-option
   */
  public static bgp(options: KubeVipBgpOptions): KubeVipMode {
    return new KubeVipMode('bgp', { vip_arp: EnvValue.of('false'), bgp_enable: EnvValue.of('true'), ...bgpVariables(options) });
  }

  /** By a routing table of each node, which a routing daemon of the node announces. */
  public static routingTable(): KubeVipMode {
    return new KubeVipMode('routingTable', { vip_arp: EnvValue.of('false'), vip_routingtable: EnvValue.of('true') });
  }

  private constructor(
    /** `arp`, `bgp` or `routingTable`. */
    public readonly kind: string,
    /** @internal */
    public readonly _env: { readonly [name: string]: EnvValue },
  ) {}
}

guardClass({ KubeVipMode });
