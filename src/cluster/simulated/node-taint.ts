import { guardClass } from '../../private/doors/guard-class';
import { requireName } from '../../private/names';

/**
 * A taint of a simulated node: it keeps pods away that do not tolerate it.
 */
export class NodeTaint {
  /**
   * New pods stay away; those that run stay.
   *
   * @param value none, unless given
   * @throws invalid-label
   */
  public static noSchedule(key: string, value?: string): NodeTaint {
    return NodeTaint.checked(key, value, 'NoSchedule');
  }

  /**
   * New pods stay away, and those that run are evicted.
   *
   * @param value none, unless given
   * @throws invalid-label
   */
  public static noExecute(key: string, value?: string): NodeTaint {
    return NodeTaint.checked(key, value, 'NoExecute');
  }

  /**
   * The scheduler avoids the node where it can. The DaemonSet controller ignores this effect, so that agents come all the same.
   *
   * @param value none, unless given
   * @throws invalid-label
   */
  public static preferNoSchedule(key: string, value?: string): NodeTaint {
    return NodeTaint.checked(key, value, 'PreferNoSchedule');
  }

  /** @internal as it is in a manifest, whatever its effect */
  public static _of(taint: { readonly key: string; readonly value?: string; readonly effect: string }): NodeTaint {
    return new NodeTaint(taint.key, taint.effect, taint.value || undefined);
  }

  private static checked(key: string, value: string | undefined, effect: string): NodeTaint {
    return NodeTaint._of({
      key: requireName(key, 'label-key', 'the key of a taint'),
      ...value && { value: requireName(value, 'label-value', `the value of the taint ${key}`) },
      effect,
    });
  }

  private constructor(
    /** The key, such as `nvidia.com/gpu`. */
    public readonly key: string,
    /** What it does to pods that do not tolerate it: `NoSchedule`, `NoExecute` or `PreferNoSchedule`. */
    public readonly effect: string,
    /** The value; absent where there is none. */
    public readonly value?: string,
  ) {}

  /** The taint as kubectl writes it: `nvidia.com/gpu=present:NoSchedule`. */
  public toString(): string {
    return `${this.key}${this.value === undefined ? '' : `=${this.value}`}:${this.effect}`;
  }
}

guardClass({ NodeTaint });
