import { Duration } from 'cdk8s';
import { EnvValue } from '../../agent/container/env-value';

/**
 * A router to which kube-vip announces its addresses.
 */
export interface KubeVipBgpPeer {
  /**
   * The address of the router. IPv6 without brackets.
   */
  readonly address: string;

  /**
   * The number of its autonomous system, 1 to 4294967295.
   */
  readonly asNumber: number;

  /**
   * The password of the session (TCP MD5), usually `EnvValue.secret('bgp', 'password')`. It must not have colons or commas, which divide
   * the list of peers.
   *
   * @default - the session has no password
   */
  readonly password?: EnvValue;

  /**
   * Whether other routers may be between the node and this one.
   *
   * @default false
   */
  readonly multihop?: boolean;
}

/**
 * How kube-vip speaks BGP.
 */
export interface KubeVipBgpOptions {
  /**
   * The number of the autonomous system of the nodes, 1 to 4294967295.
   */
  readonly asNumber: number;

  /**
   * The routers, at least one.
   */
  readonly peers: KubeVipBgpPeer[];

  /**
   * The interface whose IPv4 address is the router id of a node. Needed where the first address of nodes is one of IPv6.
   *
   * @default - the first address of the node, as Kubernetes knows it
   */
  readonly routerInterface?: string;

  /**
   * The interface from which sessions are opened.
   *
   * @default - the node decides by its routes
   */
  readonly sourceInterface?: string;

  /**
   * How long a session is kept without a message, at least 3 seconds.
   *
   * @default Duration.seconds(30)
   */
  readonly holdTime?: Duration;

  /**
   * How often a message is sent, at most a third of `holdTime`.
   *
   * @default Duration.seconds(10)
   */
  readonly keepaliveInterval?: Duration;
}
