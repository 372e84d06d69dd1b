import { fail } from '../private/agent-error';
import { guardClass } from '../private/doors/guard-class';

/**
 * Details of reading without root.
 */
export interface NonRootLogAccessOptions {
  /**
   * The image of the container that gives the directory of the state to the user, as root and with the capabilities CHOWN and
   * DAC_READ_SEARCH. It needs `chown`.
   *
   * @default docker.io/library/busybox:1.37.0
   */
  readonly initImage?: string;

  /**
   * Whether the directory of the state exists on every node and belongs to the user already, so that no container has to run as root at
   * all.
   *
   * @default false - the kubelet makes it, and what it makes belongs to root
   */
  readonly stateIsPrepared?: boolean;
}

/**
 * With which rights log files are read.
 */
export class LogFileAccess {
  /**
   * As user 0, but without any capability, without a way to gain privileges, on a read-only root file system. Log files belong to root, so
   * it works on every runtime. On Windows nodes as ContainerAdministrator, to whom they belong there.
   */
  public static root(): LogFileAccess {
    return new LogFileAccess('root', {});
  }

  /**
   * As user 0 with the capability DAC_READ_SEARCH, which reads files of other users whatever their permissions. Without it root is bound by
   * permissions like everyone else. Log files of containers do not need it.
   */
  public static rootBypassingPermissions(): LogFileAccess {
    return new LogFileAccess('rootBypassingPermissions', {});
  }

  /**
   * As another user, in the group of root. Only for containerd, whose log files that group may read (0640): where it may not (CRI-O writes
   * 0600, Talos closes the directories) the agent runs, reports that it is healthy, and ships nothing.
   *
   * @param user 1 or more
   * @throws invalid-user
   */
  public static nonRoot(user: number, options: NonRootLogAccessOptions = {}): LogFileAccess {
    if (!Number.isInteger(user) || user < 1) {
      fail({
        code: 'invalid-user',
        what: 'this is not a user other than root',
        given: String(user),
        allowed: '1 to 2147483647',
        fix: 'use LogFileAccess.root(), or another user',
      });
    }
    return new LogFileAccess('nonRoot', { user, initImage: options.initImage, stateIsPrepared: options.stateIsPrepared ?? false });
  }

  private constructor(
    /** `root`, `rootBypassingPermissions` or `nonRoot`. */
    public readonly kind: string,
    /** @internal */
    public readonly _details: {
      readonly user?: number;
      readonly initImage?: string;
      readonly stateIsPrepared?: boolean;
    },
  ) {}
}

guardClass({ LogFileAccess });
