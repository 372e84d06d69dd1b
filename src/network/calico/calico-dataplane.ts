/**
 * What carries out network policies, and Services where Calico takes the place of kube-proxy.
 */
export enum CalicoDataplane {
  /** Rules of iptables, also where 3.32 would choose nftables. */
  IPTABLES = 'iptables',
  /** Rules of nftables. kube-proxy runs in the mode nftables too. */
  NFTABLES = 'nftables',
  /** eBPF programs, which take the place of kube-proxy: remove it, or keep it from the nodes. Needs Linux 5.10 and `apiServer`. */
  EBPF = 'ebpf',
}
