import { guardClass } from '../../private/doors/guard-class';
import { requireName } from '../../private/names';

/**
 * What speaks BGP for MetalLB, where addresses are announced by BGP. Announcements by ARP and NDP (layer 2) are always possible, whichever
 * it is: objects of MetalLB decide.
 */
export class MetalLbBgp {
  /** The speaker itself. It knows neither BFD nor sessions over IPv6 for IPv4 routes, and opens no port of BGP. */
  public static native(): MetalLbBgp {
    return new MetalLbBgp('native');
  }

  /**
   * frr-k8s, which is installed on its own: a DaemonSet of FRR, with BFD. The speaker writes FRRConfigurations for it. The chart of MetalLB
   * installs it, and so does the project frr-k8s.
   *
   * @param namespace the namespace of frr-k8s; `metallb-system` where the manifests of MetalLB installed it, else usually `frr-k8s-system`
   * @throws invalid-name
   */
  public static frrK8s(namespace: string): MetalLbBgp {
    return new MetalLbBgp('frr-k8s', requireName(namespace, 'dns-label', 'the namespace of frr-k8s'));
  }

  private constructor(
    /** `native` or `frr-k8s`. */
    public readonly kind: string,
    /** The namespace of frr-k8s, where it is used. */
    public readonly namespace?: string,
  ) {}
}

guardClass({ MetalLbBgp });
