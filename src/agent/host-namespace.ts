import { guardClass } from '../private/doors/guard-class';
import { requireReason } from '../private/reason';

/**
 * A namespace of the node that the agent shares, and why.
 */
export class HostNamespace {
  /**
   * The network of the node: every port that the agent declares is a port of the node, names are resolved by the cluster's DNS, and network
   * policies have no effect.
   *
   * @param reason what the agent needs it for: one line of at least three words
   * @throws missing-reason
   */
  public static network(reason: string): HostNamespace {
    return new HostNamespace('hostNetwork', requireReason(reason, 'the host network'));
  }

  /**
   * The processes of the node.
   *
   * @param reason what the agent needs it for: one line of at least three words
   * @throws missing-reason
   */
  public static pid(reason: string): HostNamespace {
    return new HostNamespace('hostPID', requireReason(reason, 'the process ids of the host'));
  }

  /**
   * The shared memory and semaphores of the node.
   *
   * @param reason what the agent needs it for: one line of at least three words
   * @throws missing-reason
   */
  public static ipc(reason: string): HostNamespace {
    return new HostNamespace('hostIPC', requireReason(reason, 'the IPC namespace of the host'));
  }

  private constructor(
    /** The field of the pod: `hostNetwork`, `hostPID` or `hostIPC`. */
    public readonly field: string,
    /** What the agent needs it for. */
    public readonly reason: string,
  ) {}
}

guardClass({ HostNamespace });
