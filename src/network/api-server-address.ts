/**
 * An address of the Kubernetes API server that nodes reach before any Service works.
 */
export interface ApiServerAddress {
  /**
   * The host name or address: a load balancer in front of the control plane, or an address that each node serves itself. IPv6 without
   * brackets.
   */
  readonly host: string;

  /**
   * The port.
   *
   * @default 6443 - that of kubeadm, k3s and RKE2; managed clusters use 443, KubePrism of Talos 7445
   */
  readonly port?: number;
}
