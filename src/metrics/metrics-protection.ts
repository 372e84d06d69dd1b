import { Listener, Guard } from './protection/guard';
import { behindKubeRbacProxy } from './protection/kube-rbac-proxy';
import { KubeRbacProxyOptions } from './protection/kube-rbac-proxy-options';
import { MetricsTlsOptions } from './protection/metrics-tls-options';
import { MetricsWebConfigOptions } from './protection/metrics-web-config-options';
import { unprotected } from './protection/unprotected';
import { withCertificate, withWebConfig } from './protection/web-config';
import { guardClass } from '../private/doors/guard-class';

/**
 * Who may read the metrics. They tell what a node runs, mounts and listens on, and on the host network whoever reaches the node reaches the
 * port: network policies have no effect there.
 */
export class MetricsProtection {
  /** Whoever reaches the port reads the metrics. */
  public static none(): MetricsProtection {
    return new MetricsProtection('none', unprotected);
  }

  /**
   * Only whom the API server knows and allows to `get` the path `/metrics` reads them: kube-rbac-proxy takes the port, the exporter moves
   * to the loopback address. The proxy asks the API server about each token and each right, and remembers the answers for two and five
   * minutes.
   */
  public static kubeRbacProxy(options: KubeRbacProxyOptions = {}): MetricsProtection {
    return new MetricsProtection('kubeRbacProxy', listener => behindKubeRbacProxy(listener, options));
  }

  /**
   * The exporter speaks TLS itself. No container next to it and no rights are needed, but without `clientCaKey` anyone may ask.
   *
   * @param secretName a Secret of type `kubernetes.io/tls`, such as cert-manager makes
   */
  public static tls(secretName: string, options: MetricsTlsOptions = {}): MetricsProtection {
    return new MetricsProtection('tls', listener => withCertificate(listener, secretName, options));
  }

  /**
   * The exporter is guarded as a web configuration of the Prometheus exporter toolkit says: TLS, users with passwords, or both. Its paths
   * are relative to the Secret's own keys.
   *
   * @param secretName a Secret that holds the configuration, and the certificates that it names
   */
  public static webConfig(secretName: string, options: MetricsWebConfigOptions = {}): MetricsProtection {
    return new MetricsProtection('webConfig', listener => withWebConfig(listener, secretName, options));
  }

  private constructor(
    /** `none`, `kubeRbacProxy`, `tls` or `webConfig`. */
    public readonly kind: string,
    private readonly guard: (listener: Listener) => Guard,
  ) {}

  /** @internal */
  public _guard(listener: Listener): Guard {
    return this.guard(listener);
  }
}

guardClass({ MetricsProtection });
