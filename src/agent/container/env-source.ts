import type { IConfigMap, ISecret } from 'cdk8s-plus-28';
import { fail, quote } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { requireName } from '../../private/names';
import { compact, Wire } from '../../private/wire';

/**
 * How the keys of an object become variables.
 */
export interface EnvSourceOptions {
  /**
   * Whether the container may start while the object is missing.
   *
   * @default false
   */
  readonly optional?: boolean;

  /**
   * What stands before each name: `LOKI_` makes LOKI_TOKEN of the key TOKEN.
   *
   * @default - the variables are named like the keys
   */
  readonly prefix?: string;
}

/**
 * A ConfigMap or Secret whose keys all become environment variables. What `env` sets wins; of two sources the later one.
 */
export class EnvSource {
  /**
   * Every key of a ConfigMap.
   *
   * @throws invalid-name
   */
  public static configMap(name: string, options: EnvSourceOptions = {}): EnvSource {
    return new EnvSource('configMapRef', name, options);
  }

  /** Every key of a ConfigMap of cdk8s-plus, or of anything else that has its `name`. */
  public static fromConfigMap(configMap: IConfigMap, options: EnvSourceOptions = {}): EnvSource {
    return EnvSource.configMap(configMap.name, options);
  }

  /**
   * Every key of a Secret.
   *
   * @throws invalid-name
   */
  public static secret(name: string, options: EnvSourceOptions = {}): EnvSource {
    return new EnvSource('secretRef', name, options);
  }

  /** Every key of a Secret of cdk8s-plus, or of anything else that has its `name`. */
  public static fromSecret(secret: ISecret, options: EnvSourceOptions = {}): EnvSource {
    return EnvSource.secret(secret.name, options);
  }

  private constructor(
    private readonly field: 'configMapRef' | 'secretRef',
    /** The name of the object. */
    public readonly name: string,
    private readonly options: EnvSourceOptions,
  ) {
    requireName(name, 'dns-subdomain', 'the object whose keys become variables');
    // clusters before 1.32 take nothing else
    if (options.prefix && !/^[A-Za-z_][A-Za-z0-9_.-]*$/.test(options.prefix)) {
      fail({
        code: 'invalid-name', what: 'variables cannot begin with this prefix', given: quote(options.prefix),
        allowed: 'letters, digits, `_`, `-` and `.`, no digit first', fix: 'write something like LOKI_',
      });
    }
  }

  /** @internal */
  public _toWire(): Wire {
    const { prefix, optional } = this.options;
    return compact({ prefix: prefix || undefined, [this.field]: compact({ name: this.name, optional: optional || undefined }) });
  }
}

guardClass({ EnvSource });
