/** What Calico has to know of a network. */
export interface ForeignNetworkTraits {
  /** CLUSTER_TYPE, by which Felix and reports tell installations apart. */
  readonly clusterType: string;
  /** Whether the CNI plugin of Calico connects pods, with addresses of the range of the node. */
  readonly isConnectedByCalico: boolean;
  /**
   * Whether WireGuard has to encrypt the addresses of nodes too, since pods have addresses of the same network; not there where WireGuard
   * cannot be used.
   */
  readonly encryptsHosts?: boolean;
  /** Variables of the container that runs Felix, over its usual ones. */
  readonly variables: { readonly [name: string]: string };
}
