import { Resources } from '../../agent/container/resources';

/**
 * Details of kube-rbac-proxy.
 */
export interface KubeRbacProxyOptions {
  /**
   * The image.
   *
   * @default quay.io/brancz/kube-rbac-proxy:v0.22.1
   */
  readonly image?: string;

  /**
   * The port of the loopback address that the exporter moves to. It is a port of the node like any other.
   *
   * @default - the port that follows the one that is scraped
   */
  readonly upstreamPort?: number;

  /**
   * A port of its own for the health of the proxy, one more on each node.
   *
   * @default - the proxy lets its probe through to the landing page of the exporter, which everyone may then read: it shows the version,
   * and no metrics
   */
  readonly healthPort?: number;

  /**
   * A Secret with `tls.crt` and `tls.key` for the proxy.
   *
   * @default - the proxy makes a certificate for itself at each start, which nobody can verify
   */
  readonly certificateSecretName?: string;

  /**
   * Arguments of the proxy, laid over those that are written here by the names of their flags.
   *
   * @default - those that follow from the other properties
   */
  readonly args?: string[];

  /**
   * What the proxy reserves and may use.
   *
   * @default - 10m of a processor and 32Mi of memory are reserved, 128Mi of memory is the most, and processors are not limited
   */
  readonly resources?: Resources;
}
