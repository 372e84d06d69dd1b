import { Size } from 'cdk8s';
import type { IConfigMap, IPersistentVolumeClaim, ISecret } from 'cdk8s-plus-28';
import { fail, quote } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { requireMode } from '../../private/file-mode';
import { isDnsLabel, requireName } from '../../private/names';
import { requireItemPath } from '../../private/paths';
import { sizeQuantity } from '../../private/size';
import { compact, keepEmpty, sortedEntries, Wire } from '../../private/wire';

/**
 * Details of a volume that lives as long as its pod.
 */
export interface EmptyDirOptions {
  /**
   * The size at which the pod is evicted.
   *
   * @default - bounded by the ephemeral-storage limit of the pod alone
   */
  readonly sizeLimit?: Size;

  /**
   * Whether the files are kept in memory, where they count against the memory limit.
   *
   * @default false
   */
  readonly inMemory?: boolean;
}

/**
 * Details of a volume filled from a ConfigMap or Secret.
 */
export interface KeyedVolumeOptions {
  /**
   * Which keys become files: from key to path below the mount.
   *
   * @default - every key, each as a file of its own name
   */
  readonly items?: { [key: string]: string };

  /**
   * The permissions of the files, 0 to 0o777.
   *
   * @default 0o644
   */
  readonly defaultMode?: number;

  /**
   * Whether the pod may start while the object is missing.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/**
 * A volume of the pod other than a path of the host (for that see HostPath) and the agent's own files (see AgentFile).
 */
export class Volume {
  /** An empty directory that lives as long as the pod. */
  public static emptyDir(name: string, options: EmptyDirOptions = {}): Volume {
    const source = compact({
      medium: options.inMemory ? 'Memory' : undefined,
      sizeLimit: options.sizeLimit === undefined ? undefined : sizeQuantity(options.sizeLimit),
    });
    return new Volume(name, { emptyDir: Object.keys(source).length > 0 ? source : keepEmpty() });
  }

  /** The keys of a ConfigMap as files. */
  public static configMap(name: string, configMapName: string, options: KeyedVolumeOptions = {}): Volume {
    return new Volume(name, {
      configMap: compact({ name: requireName(configMapName, 'dns-subdomain', 'the ConfigMap of a volume'), ...keyed(options) }),
    });
  }

  /** The keys of a Secret as files. */
  public static secret(name: string, secretName: string, options: KeyedVolumeOptions = {}): Volume {
    return new Volume(name, {
      secret: compact({ secretName: requireName(secretName, 'dns-subdomain', 'the Secret of a volume'), ...keyed(options) }),
    });
  }

  /** The keys of a ConfigMap of cdk8s-plus, or of anything else that has its `name`. */
  public static fromConfigMap(name: string, configMap: IConfigMap, options: KeyedVolumeOptions = {}): Volume {
    return Volume.configMap(name, configMap.name, options);
  }

  /** The keys of a Secret of cdk8s-plus, or of anything else that has its `name`. */
  public static fromSecret(name: string, secret: ISecret, options: KeyedVolumeOptions = {}): Volume {
    return Volume.secret(name, secret.name, options);
  }

  /** A persistent volume claim of cdk8s-plus, or anything else that has its `name`. */
  public static persistentVolumeClaim(name: string, claim: IPersistentVolumeClaim): Volume {
    return new Volume(name, { persistentVolumeClaim: { claimName: claim.name } });
  }

  /**
   * Any other source, in the spelling of the Kubernetes API: `Volume.raw('cache', { ephemeral: { volumeClaimTemplate: ... } })`.
   *
   * @param name the name of the volume
   * @param source the volume without its name: one source, such as `csi`, `projected`, `downwardAPI`, `image` or `nfs`
   */
  public static raw(name: string, source: { [field: string]: any }): Volume {
    return new Volume(name, source, true);
  }

  private constructor(
    /** The name of the volume in the pod. */
    public readonly name: string,
    private readonly source: Wire,
    /** @internal whether someone wrote it in the spelling of the Kubernetes API */
    public readonly _isRaw: boolean = false,
  ) {
    if (!isDnsLabel(name)) {
      fail({
        code: 'invalid-name',
        what: 'a volume cannot have this name',
        given: quote(name),
        allowed: 'at most 63 lower case letters, digits and `-`, a letter or digit at both ends',
        fix: 'rename the volume',
      });
    }
  }

  /** @internal */
  public _toWire(): Wire {
    return { name: this.name, ...this.source };
  }
}

guardClass({ Volume });

function keyed(options: KeyedVolumeOptions): Wire {
  return {
    items: sortedEntries(options.items).map(([key, path]) => ({
      key: requireName(key, 'config-map-key', 'the key of a file'), path: requireItemPath(path, `the path of the key ${key}`),
    })),
    defaultMode: requireMode(options.defaultMode, 'the files of a volume'),
    optional: options.optional,
  };
}
