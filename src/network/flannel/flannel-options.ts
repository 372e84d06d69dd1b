import { FlannelBackend } from './flannel-backend';

/**
 * Options of flannel.
 */
export interface FlannelOptions {
  /**
   * The release, from 0.28 on.
   *
   * @default 0.28.9
   */
  readonly version?: string;

  /**
   * The image of the daemon.
   *
   * @default - ghcr.io/flannel-io/flannel, with the tag of the release
   */
  readonly image?: string;

  /**
   * The image that holds the CNI plugin.
   *
   * @default ghcr.io/flannel-io/flannel-cni-plugin:v1.9.1-flannel3
   */
  readonly pluginImage?: string;

  /**
   * The IPv4 addresses of pods. They are those that the controller manager allocates to nodes (`--allocate-node-cidrs`, `--cluster-cidr`).
   *
   * @default 10.244.0.0/16 - unless there are IPv6 addresses alone
   */
  readonly podCidr?: string;

  /**
   * The IPv6 addresses of pods.
   *
   * @default - pods have IPv4 addresses alone
   */
  readonly ipv6PodCidr?: string;

  /**
   * Whether pods have IPv4 addresses.
   *
   * @default true
   */
  readonly ipv4?: boolean;

  /**
   * How packets get from node to node.
   *
   * @default FlannelBackend.vxlan()
   */
  readonly backend?: FlannelBackend;

  /**
   * The interface through which nodes reach each other, by name (at most 15 bytes) or address. Of several, the first that a node has is
   * used. Whether a node has it is not known at synth.
   *
   * @default - the interface of the default route
   */
  readonly interfaces?: string[];

  /**
   * Finds that interface by an address that is reached through it, as `192.0.2.1`.
   *
   * @default - the interface of the default route
   */
  readonly interfaceReaching?: string;

  /**
   * Whether rules of nftables are written in place of those of iptables.
   *
   * @default false
   */
  readonly nftables?: boolean;

  /**
   * Whether packets of pods that leave the cluster get the address of the node.
   *
   * @default true
   */
  readonly masquerade?: boolean;

  /**
   * The port of the health checks, on every address of the node.
   *
   * @default 8081
   */
  readonly healthPort?: number;

  /**
   * Whether the configuration of CNI is written, which makes the node ready. Not where another plugin calls flannel, as Canal does.
   *
   * @default true
   */
  readonly writesCniConfiguration?: boolean;
}
