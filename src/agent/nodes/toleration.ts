import { fail, quote } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { isLabelValue, isQualifiedName } from '../../private/names';
import { compact, Wire } from '../../private/wire';

/**
 * What a taint does to pods that do not tolerate it.
 */
export enum TaintEffect {
  /** New pods are not placed on the node; those that run stay. */
  NO_SCHEDULE = 'NoSchedule',
  /** The scheduler avoids the node where it can. The DaemonSet controller ignores this effect. */
  PREFER_NO_SCHEDULE = 'PreferNoSchedule',
  /** New pods are not placed on the node, and those that run are evicted. */
  NO_EXECUTE = 'NoExecute',
}

/**
 * Narrows a toleration.
 */
export interface TolerationOptions {
  /**
   * The effect that is tolerated.
   *
   * @default - every effect of the key
   */
  readonly effect?: TaintEffect;

  /**
   * Seconds until a pod is evicted all the same. Only with `NO_EXECUTE`.
   *
   * @default - the pod stays for as long as the taint does
   */
  readonly tolerationSeconds?: number;
}

/**
 * A taint that the agent's pods put up with.
 *
 * The DaemonSet controller adds six tolerations of its own (among them not-ready and unreachable with NoExecute), but **not**
 * `node.kubernetes.io/not-ready:NoSchedule`, which every new and every NotReady node carries as well: an agent that is to start before its
 * node is Ready needs `everything()` or `effect(NO_SCHEDULE)`.
 */
export class Toleration {
  /**
   * Every taint there is: the usual choice for what must run on every node.
   */
  public static everything(): Toleration {
    return new Toleration('Exists');
  }

  /**
   * Every taint of one effect.
   */
  public static effect(effect: TaintEffect): Toleration {
    return new Toleration('Exists', undefined, undefined, effect);
  }

  /**
   * The taints of the control plane (`node-role.kubernetes.io/control-plane`, NoSchedule).
   */
  public static controlPlane(): Toleration {
    return Toleration.exists('node-role.kubernetes.io/control-plane', { effect: TaintEffect.NO_SCHEDULE });
  }

  /**
   * A taint by its key, whatever its value.
   *
   * @throws invalid-toleration
   */
  public static exists(key: string, options: TolerationOptions = {}): Toleration {
    return new Toleration('Exists', requireKey(key), undefined, options.effect, options.tolerationSeconds);
  }

  /**
   * A taint by its key and value.
   *
   * @throws invalid-toleration
   */
  public static withValue(key: string, value: string, options: TolerationOptions = {}): Toleration {
    if (!isLabelValue(value)) {
      fail({
        code: 'invalid-toleration',
        what: `the value of the taint ${quote(key)} is not a label value`,
        given: quote(value),
        allowed: 'at most 63 letters, digits, `-`, `_` and `.`, a letter or digit at both ends',
        fix: 'copy the value from `kubectl get node -o yaml`, or tolerate the key alone with Toleration.exists',
      });
    }
    return new Toleration('Equal', requireKey(key), value, options.effect, options.tolerationSeconds);
  }

  private constructor(
    /** `Exists` or `Equal`. */
    public readonly operator: string,
    /** The key of the taint; absent for every key. */
    public readonly key?: string,
    /** The value of the taint, with `Equal`. */
    public readonly value?: string,
    /** The effect; absent for every effect. */
    public readonly taintEffect?: TaintEffect,
    /** Seconds until eviction; absent for never. */
    public readonly tolerationSeconds?: number,
  ) {
    if (tolerationSeconds !== undefined && !Number.isSafeInteger(tolerationSeconds)) {
      fail({
        code: 'invalid-toleration', what: 'a time limit is a whole number of seconds', given: String(tolerationSeconds), fix: 'round it',
      });
    }
    if (tolerationSeconds !== undefined && taintEffect !== TaintEffect.NO_EXECUTE) {
      fail({
        code: 'invalid-toleration',
        what: 'a time limit goes with the effect NoExecute alone',
        given: `tolerationSeconds: ${tolerationSeconds}, effect: ${taintEffect ?? 'every'}`,
        fix: 'add `effect: TaintEffect.NO_EXECUTE`, or leave `tolerationSeconds` out',
      });
    }
  }

  /** @internal */
  public _toWire(): Wire {
    return compact({
      key: this.key, operator: this.operator, value: this.value || undefined, effect: this.taintEffect,
      tolerationSeconds: this.tolerationSeconds,
    });
  }
}

guardClass({ Toleration });

function requireKey(key: string): string {
  if (!isQualifiedName(key)) {
    fail({
      code: 'invalid-toleration',
      what: 'the key of a taint is not a qualified name',
      given: quote(key),
      allowed: 'an optional DNS prefix and `/`, then at most 63 letters, digits, `-`, `_` and `.`',
      fix: 'copy the key from `kubectl get node -o yaml`',
    });
  }
  return key;
}
