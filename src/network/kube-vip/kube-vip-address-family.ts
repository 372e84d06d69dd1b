/**
 * Which addresses of a DNS name kube-vip takes.
 */
export enum KubeVipAddressFamily {
  /** The first that is answered. */
  FIRST = 'first',
  /** The first of IPv4. */
  IPV4 = 'ipv4',
  /** The first of IPv6. */
  IPV6 = 'ipv6',
  /** The first of each family. */
  DUAL = 'dual',
}
