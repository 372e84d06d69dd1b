import { Cni } from './cni';
import { NetworkAgentOptions } from './network-agent-options';

/**
 * Options of CniPlugin.
 *
 * These defaults differ from those of other agents:
 *
 * - `namespace`: kube-system.
 * - `priority`: Priority.systemNodeCritical(), because a node without its CNI plugin starts no pod.
 * - `rollout`: Rollout.count(1), because a release that breaks the network shall break one node.
 * - `terminationGracePeriod`: 5 seconds.
 * - `dns`: Dns.node(), because the DNS of the cluster does not answer before there is a network.
 */
export interface CniPluginProps extends NetworkAgentOptions {
  /**
   * The network: which CNI plugin runs.
   */
  readonly network: Cni;
}
