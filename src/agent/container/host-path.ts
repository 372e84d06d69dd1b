import { KnownHostPath } from './known-host-path';
import { MountPropagation } from './volume-mount';
import { fail, quote } from '../../private/agent-error';
import { fixedValue } from '../../private/default-row';
import { guardClass } from '../../private/doors/guard-class';
import { isDnsLabel } from '../../private/names';
import { cleanAbsolutePath, requireRelativePath } from '../../private/paths';
import { AGENT_DEFAULTS } from '../defaults';

/**
 * What must stand at a host path before a pod that mounts it may start.
 */
export enum HostPathType {
  /** Nothing is checked. A path that is missing is made as a directory by most runtimes. */
  UNCHECKED = '',
  /** A directory that exists. */
  DIRECTORY = 'Directory',
  /** A directory; the kubelet makes it (0755, root) where it is missing. */
  DIRECTORY_OR_CREATE = 'DirectoryOrCreate',
  /** A file that exists. */
  FILE = 'File',
  /** A file; the kubelet makes an empty one where it is missing, but not its parent directory. */
  FILE_OR_CREATE = 'FileOrCreate',
  /** A Unix socket that exists. */
  SOCKET = 'Socket',
  /** A character device that exists. */
  CHAR_DEVICE = 'CharDevice',
  /** A block device that exists. */
  BLOCK_DEVICE = 'BlockDevice',
}

/**
 * How a host path is mounted.
 */
export interface HostPathOptions {
  /**
   * Where the container sees it.
   *
   * @default - the path on the host
   */
  readonly mountPath?: string;

  /**
   * What must stand there before the pod may start. A path that has one is taken as it is given: also below /var/lib/kubelet where the
   * target cluster names another directory of the kubelet.
   *
   * @default - what KnownHostPath says of the path, else what the factory says
   */
  readonly type?: HostPathType;

  /**
   * Whether mounts that are made later on the host appear in the container, and the other way round.
   *
   * @default - none: the container keeps the mounts it saw when it started
   */
  readonly propagation?: MountPropagation;

  /**
   * A path below the host path that is mounted in its place: relative, without `..`.
   *
   * @default - the host path itself
   */
  readonly subPath?: string;

  /**
   * Makes the submounts read-only too. Needs Kubernetes 1.31, `readOnly` and no propagation.
   *
   * @default false - on a read-only mount of `/`, mounts below it such as /run stay writable for a root process
   */
  readonly recursiveReadOnly?: boolean;

  /**
   * The name of the volume in the pod.
   *
   * @default - derived from the path: `/var/log` becomes `var-log`
   */
  readonly volumeName?: string;
}

/**
 * A file or directory of the node that the agent reads or writes.
 */
export class HostPath {
  /**
   * A directory (or what KnownHostPath says) that the agent only reads.
   *
   * @throws invalid-path
   */
  public static readOnly(path: string, options: HostPathOptions = {}): HostPath {
    return new HostPath(path, true, defaultType('existing'), false, options);
  }

  /**
   * A directory (or what KnownHostPath says) that the agent writes and others own: it must exist.
   *
   * @throws invalid-path
   */
  public static readWrite(path: string, options: HostPathOptions = {}): HostPath {
    return new HostPath(path, false, defaultType('existing'), false, options);
  }

  /**
   * A directory of the agent's own, made where it is missing, that survives its pods: positions, buffers, checkpoints.
   * It has one writer, so rollouts that start the new pod next to the old one are refused.
   *
   * @throws invalid-path
   */
  public static state(path: string, options: HostPathOptions = {}): HostPath {
    return new HostPath(path, false, defaultType('state'), true, options);
  }

  /**
   * A Unix socket. A mounted socket goes stale when its owner restarts and makes a new one: where that happens
   * (container runtimes, the kubelet) mount the directory instead.
   *
   * @throws invalid-path
   */
  public static socket(path: string, options: HostPathOptions = {}): HostPath {
    return new HostPath(path, false, HostPathType.SOCKET, false, options);
  }

  /**
   * A character device such as `/dev/kmsg`.
   *
   * @throws invalid-path
   */
  public static device(path: string, options: HostPathOptions = {}): HostPath {
    return new HostPath(path, false, HostPathType.CHAR_DEVICE, false, options);
  }

  /**
   * A file that the agent only reads, such as `/etc/machine-id`.
   *
   * @throws invalid-path
   */
  public static file(path: string, options: HostPathOptions = {}): HostPath {
    return new HostPath(path, true, HostPathType.FILE, false, options);
  }

  /** The path on the host. */
  public readonly path: string;
  /** The path in the container. */
  public readonly mountPath: string;
  /** What must stand at the path before the pod may start. */
  public readonly type: HostPathType;
  /** Whether mounts travel between host and container. */
  public readonly propagation?: MountPropagation;
  /** What is mounted in place of the path itself. */
  public readonly subPath?: string;
  /** Whether submounts are read-only too. */
  public readonly recursiveReadOnly: boolean;
  /** The name of the volume, where one was given. */
  public readonly volumeName?: string;
  /** @internal whether the type was chosen by the user, and so wins over a derived one */
  public readonly _typeGiven: boolean;

  private constructor(
    path: string,
    /** Whether the container may only read. */
    public readonly isReadOnly: boolean,
    fallback: HostPathType,
    /** Whether the path holds state that only one pod may write at a time. */
    public readonly isState: boolean,
    options: HostPathOptions,
  ) {
    this.path = cleanAbsolutePath(path, 'a host path', true);
    this.mountPath = requireMountPath(this.path, options.mountPath);
    this._typeGiven = options.type !== undefined;
    this.type = options.type ?? typeFor(this.path, fallback);
    this.propagation = options.propagation;
    this.subPath = options.subPath === undefined ? undefined : requireRelativePath(options.subPath, 'subPath');
    this.recursiveReadOnly = options.recursiveReadOnly ?? false;
    this.volumeName = options.volumeName;
    if (this.volumeName !== undefined && !isDnsLabel(this.volumeName)) {
      fail({
        code: 'invalid-name',
        what: `the volume of ${this.path} cannot have this name`,
        given: quote(this.volumeName),
        allowed: 'at most 63 lower case letters, digits and `-`, a letter or digit at both ends',
        fix: 'leave `volumeName` out: it is derived from the path',
      });
    }
    if (this.recursiveReadOnly && (!this.isReadOnly || (this.propagation ?? MountPropagation.NONE) !== MountPropagation.NONE)) {
      fail({
        code: 'recursive-read-only-conflict',
        what: `${this.path} cannot be recursively read-only`,
        given: `readOnly: ${this.isReadOnly}, propagation: ${this.propagation ?? 'None'}`,
        allowed: 'a read-only mount without propagation',
        fix: 'use HostPath.readOnly without `propagation`, or leave `recursiveReadOnly` out',
      });
    }
  }
}

guardClass({ HostPath });

/** Mounted over themselves, these would hide the program of the container. */
const OF_THE_IMAGE = new Set(['/', '/bin', '/etc', '/lib', '/lib64', '/sbin', '/usr']);

function requireMountPath(path: string, given: string | undefined): string {
  const mountPath = cleanAbsolutePath(given ?? path, 'the path in the container');
  if (OF_THE_IMAGE.has(mountPath)) {
    fail({
      code: 'invalid-path',
      what: `${mountPath} of the container holds its own program, which a mount would hide`,
      given: quote(mountPath),
      allowed: 'any other path',
      fix: `mount it elsewhere: mountPath: '/host${path === '/' ? '/root' : path}'`,
    });
  }
  return mountPath;
}

/** What is known of a path wins over the factory, except where the factory itself says what is there. */
function typeFor(path: string, fallback: HostPathType): HostPathType {
  return fallback === HostPathType.DIRECTORY ? KnownHostPath.find(path)?.type as HostPathType ?? fallback : fallback;
}

function defaultType(of: 'existing' | 'state'): HostPathType {
  return fixedValue(AGENT_DEFAULTS.hostPathType)[of] as HostPathType;
}
