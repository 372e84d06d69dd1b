import { NetworkAgentOptions } from '../network-agent-options';

/**
 * How much Multus logs.
 */
export enum MultusLogLevel {
  /** Every step of every call. */
  DEBUG = 'debug',
  /** Each call, and what came of it. */
  VERBOSE = 'verbose',
  /** Errors alone. */
  ERROR = 'error',
  /** What ends the daemon. */
  PANIC = 'panic',
}

/**
 * Options of Multus, in addition to those of every agent.
 *
 * These defaults differ from those of other agents:
 *
 * - `namespace`: kube-system.
 * - `priority`: Priority.systemNodeCritical(), because no pod starts on a node while its daemon does not run.
 * - `dns`: Dns.node().
 * - `terminationGracePeriod`: 10 seconds.
 */
export interface MultusProps extends NetworkAgentOptions {
  /**
   * The image, with the tag of a release of the thick plugin.
   *
   * @default ghcr.io/k8snetworkplumbingwg/multus-cni:v4.3.0-thick
   */
  readonly image?: string;

  /**
   * Whether pods may use NetworkAttachmentDefinitions of their own namespace only.
   *
   * @default false
   */
  readonly namespaceIsolation?: boolean;

  /**
   * Namespaces whose definitions every pod may use in spite of `namespaceIsolation`.
   *
   * @default - no namespace is shared
   */
  readonly sharedNamespaces?: string[];

  /**
   * A file on the node that the CNI plugin of the cluster writes when it is ready: Multus waits for it. It must be below a directory that
   * Multus mounts: `/run` or `/etc/cni/net.d`.
   *
   * @default - Multus waits for a configuration of another plugin
   */
  readonly readinessIndicatorFile?: string;

  /**
   * How much is logged.
   *
   * @default MultusLogLevel.VERBOSE
   */
  readonly logLevel?: MultusLogLevel;

  /**
   * Keys of the configuration of the daemon, laid over those that follow from the other properties.
   *
   * @default - those that follow from the other properties
   */
  readonly extraConfig?: { [key: string]: any };
}
