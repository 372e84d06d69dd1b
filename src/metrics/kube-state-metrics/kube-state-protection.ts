import { guardClass } from '../../private/doors/guard-class';
import { KubeRbacProxyOptions } from '../protection/kube-rbac-proxy-options';

/**
 * Who may read the metrics. They tell what every namespace of the cluster runs.
 */
export class KubeStateProtection {
  /** Whoever reaches the ports reads the metrics. */
  public static none(): KubeStateProtection {
    return new KubeStateProtection('none');
  }

  /**
   * kube-state-metrics itself asks the API server who a caller is, and whether it may `get` the path `/metrics`. It needs no further
   * container, but the token of the caller is sent without TLS. Needs kube-state-metrics 2.16.
   */
  public static authFilter(): KubeStateProtection {
    return new KubeStateProtection('authFilter');
  }

  /** kube-rbac-proxy does the same in front of each of the two ports, with TLS. */
  public static kubeRbacProxy(options: KubeRbacProxyOptions = {}): KubeStateProtection {
    return new KubeStateProtection('kubeRbacProxy', options);
  }

  private constructor(
    /** `none`, `authFilter` or `kubeRbacProxy`. */
    public readonly kind: string,
    /** @internal */
    public readonly _proxy: KubeRbacProxyOptions = {},
  ) {}
}

guardClass({ KubeStateProtection });
