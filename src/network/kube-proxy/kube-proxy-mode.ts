/**
 * How kube-proxy implements Services.
 */
export enum KubeProxyMode {
  /** Rules of iptables. */
  IPTABLES = 'iptables',
  /** Virtual servers of the kernel (IPVS). Deprecated by Kubernetes since 1.35 in favour of nftables. */
  IPVS = 'ipvs',
  /** Rules of nftables, which cost less where Services are many. On by default from Kubernetes 1.31 on; needs Linux 5.13. */
  NFTABLES = 'nftables',
}
