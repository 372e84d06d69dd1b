import { fail, quote } from '../private/agent-error';
import { guardClass } from '../private/doors/guard-class';
import { OLDEST_MINOR } from '../private/oldest-minor';

/**
 * A minor version of Kubernetes.
 */
export class KubernetesVersion {
  /** Kubernetes 1.28, the floor of this library. */
  public static readonly V1_28 = new KubernetesVersion(OLDEST_MINOR);
  /** Kubernetes 1.29. */
  public static readonly V1_29 = new KubernetesVersion(29);
  /** Kubernetes 1.30. */
  public static readonly V1_30 = new KubernetesVersion(30);
  /** Kubernetes 1.31. */
  public static readonly V1_31 = new KubernetesVersion(31);
  /** Kubernetes 1.32. */
  public static readonly V1_32 = new KubernetesVersion(32);
  /** Kubernetes 1.33. */
  public static readonly V1_33 = new KubernetesVersion(33);
  /** Kubernetes 1.34. */
  public static readonly V1_34 = new KubernetesVersion(34);
  /** Kubernetes 1.35. */
  public static readonly V1_35 = new KubernetesVersion(35);
  /** Kubernetes 1.36. */
  public static readonly V1_36 = new KubernetesVersion(36);

  /**
   * Any version from 1.28 on, also one that is newer than this library.
   *
   * @param text `1.30`; a leading `v` and a patch version are read and ignored (`v1.30.4`)
   * @throws unsupported-kubernetes-version
   */
  public static of(text: string): KubernetesVersion {
    const match = /^v?1\.(\d{1,3})(\.\d+.*)?$/.exec(text.trim());
    if (!match || Number(match[1]) < OLDEST_MINOR) {
      fail({
        code: 'unsupported-kubernetes-version',
        what: 'the target version of Kubernetes cannot be used',
        given: quote(text),
        allowed: `1.${OLDEST_MINOR} or newer, like '1.30'`,
        fix: 'name the oldest minor among the clusters that get this YAML',
      });
    }
    return new KubernetesVersion(Number(match[1]));
  }

  private constructor(
    /** The minor: 30 for Kubernetes 1.30. */
    public readonly minor: number,
  ) {}

  /**
   * Whether this version is the other one or newer.
   */
  public atLeast(other: KubernetesVersion): boolean {
    return this.minor >= other.minor;
  }

  /**
   * `1.30`
   */
  public toString(): string {
    return `1.${this.minor}`;
  }
}

guardClass({ KubernetesVersion });
