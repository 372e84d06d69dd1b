import { Volume } from './volume';
import { fail, quote } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { cleanAbsolutePath, requireRelativePath } from '../../private/paths';
import { compact, Wire } from '../../private/wire';

/**
 * Whether mounts made later travel between the host and the container.
 */
export enum MountPropagation {
  /** The container keeps the mounts it saw when it started. */
  NONE = 'None',
  /** Mounts made later on the host appear in the container. */
  HOST_TO_CONTAINER = 'HostToContainer',
  /** And mounts made in the container appear on the host. Only a privileged container may. */
  BIDIRECTIONAL = 'Bidirectional',
}

/**
 * How a volume is mounted.
 */
export interface VolumeMountOptions {
  /**
   * Whether the container may only read.
   *
   * @default false
   */
  readonly readOnly?: boolean;

  /**
   * A path in the volume that is mounted in place of its root. Files mounted this way never change in a running pod.
   *
   * @default - the root of the volume
   */
  readonly subPath?: string;

  /**
   * A path in the volume, with `$(NAME)` for variables of the container's environment.
   *
   * @default - the root of the volume
   */
  readonly subPathExpr?: string;

  /**
   * Whether mounts travel between host and container.
   *
   * @default - the container keeps the mounts it saw when it started
   */
  readonly propagation?: MountPropagation;
}

/**
 * A volume at a path of a container.
 */
export class VolumeMount {
  /**
   * Mounts a volume. The volume is added to the pod, once, however often it is mounted.
   *
   * @throws invalid-path
   */
  public static of(volume: Volume, path: string, options: VolumeMountOptions = {}): VolumeMount {
    if (options.subPath !== undefined && options.subPathExpr !== undefined) {
      fail({
        code: 'invalid-path',
        what: `the mount at ${path} has two sub paths`,
        given: `subPath ${quote(options.subPath)} and subPathExpr ${quote(options.subPathExpr)}`,
        fix: 'keep one of them',
      });
    }
    return new VolumeMount(volume, cleanAbsolutePath(path, 'the path in the container'), {
      ...options,
      subPath: options.subPath === undefined ? undefined : requireRelativePath(options.subPath, 'subPath'),
      subPathExpr: options.subPathExpr === undefined ? undefined : requireRelativePath(options.subPathExpr, 'subPathExpr'),
    });
  }

  private constructor(
    /** What is mounted. */
    public readonly volume: Volume,
    /** Where the container sees it. */
    public readonly path: string,
    private readonly options: VolumeMountOptions,
  ) {}

  /** @internal */
  public _toWire(): Wire {
    return compact({
      name: this.volume.name,
      mountPath: this.path,
      readOnly: this.options.readOnly || undefined,
      subPath: this.options.subPath,
      subPathExpr: this.options.subPathExpr,
      mountPropagation: this.options.propagation,
    });
  }
}

guardClass({ VolumeMount });
