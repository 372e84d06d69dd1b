import { CalicoAddressDetection } from './calico-address-detection';
import { CalicoAgentOptions } from './calico-agent-options';
import { CalicoEncapsulation } from './calico-encapsulation';

/**
 * Options of Calico where it makes the network.
 */
export interface CalicoOptions extends CalicoAgentOptions {
  /**
   * The IPv4 addresses of pods: the first IP pool. Read only when there is no IPv4 pool yet.
   *
   * @default - what kubeadm was given as the subnet of pods, else 192.168.0.0/16: Calico looks it up
   */
  readonly podCidr?: string;

  /**
   * The IPv6 addresses of pods, for clusters with both families. Read only when there is no IPv6 pool yet.
   *
   * @default - pods have IPv4 addresses alone
   */
  readonly ipv6PodCidr?: string;

  /**
   * What the cluster gives to pods, as its controller manager and kube-proxy know it (`--cluster-cidr`). `podCidr` and `ipv6PodCidr` must
   * lie within: kube-proxy and cloud networks take packets from other addresses for those of strangers.
   *
   * @default - it is not checked
   */
  readonly clusterCidrs?: string[];

  /**
   * The length of the prefix of the blocks that nodes take from the IPv4 addresses, from 20 to 32. A block is not larger than the pool, and
   * cannot be changed while the pool is in use.
   *
   * @default 26 - 64 addresses in a block
   */
  readonly blockSize?: number;

  /**
   * The length of the prefix of the blocks that nodes take from the IPv6 addresses, from 116 to 128.
   *
   * @default 122 - 64 addresses in a block
   */
  readonly ipv6BlockSize?: number;

  /**
   * Whether IPv4 packets of pods that leave all pools get the address of the node.
   *
   * @default true
   */
  readonly natOutgoing?: boolean;

  /**
   * Whether IPv6 packets of pods that leave all pools get the address of the node.
   *
   * @default false
   */
  readonly ipv6NatOutgoing?: boolean;

  /**
   * Which nodes take addresses from the first IP pools, as a selector of Calico: `zone == 'a'`. Other nodes start no pod until there is a
   * further pool.
   *
   * @default all()
   */
  readonly poolNodeSelector?: string;

  /**
   * Whether calico-node makes IP pools when there are none. Without them no pod gets an address until you apply IPPool objects.
   *
   * @default true
   */
  readonly defaultPools?: boolean;

  /**
   * How packets get from node to node.
   *
   * @default CalicoEncapsulation.ipInIp() - as in the manifest of Calico; with CalicoDataplane.EBPF CalicoEncapsulation.vxlan()
   */
  readonly encapsulation?: CalicoEncapsulation;

  /**
   * Whether BIRD runs on each node and tells other nodes and routers of routes by BGP (TCP port 179). IP-in-IP needs it. Without
   * encapsulation and without BGP the network between the nodes must know the routes to pods from elsewhere.
   *
   * @default - true, but false where everything is encapsulated in VXLAN
   */
  readonly bgp?: boolean;

  /**
   * The UDP port of VXLAN. VMware NSX and Docker Swarm use the default as well.
   *
   * @default 4789
   */
  readonly vxlanPort?: number;

  /**
   * The largest packet of pods and tunnels, in bytes: at least 1280, and no more than the network between the nodes takes with the headers
   * of encapsulation and encryption around it.
   *
   * @default - what `nodeMtu` leaves; without it Calico finds it out from the interfaces of the node
   */
  readonly mtu?: number;

  /**
   * The largest packet of the network between the nodes, in bytes: 1500, 8896 on Google Cloud, 9001 on AWS. The headers of IP-in-IP take 20
   * of it, VXLAN 50 (70 over IPv6), WireGuard 60 (80 over IPv6).
   *
   * @default - it is not known, and `mtu` is not checked against it
   */
  readonly nodeMtu?: number;

  /**
   * Which IPv4 address of a node is used.
   *
   * @default CalicoAddressDetection.firstFound()
   */
  readonly addressDetection?: CalicoAddressDetection;

  /**
   * Which IPv6 address of a node is used.
   *
   * @default CalicoAddressDetection.firstFound()
   */
  readonly ipv6AddressDetection?: CalicoAddressDetection;
}
