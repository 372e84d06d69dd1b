import type { EnvValue as PlusEnvValue, ISecret, IConfigMap } from 'cdk8s-plus-28';
import { PodField } from './pod-field';
import { fail, quote } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { requireName } from '../../private/names';
import { compact, Wire } from '../../private/wire';

/**
 * Details of a variable that is taken from a ConfigMap or Secret.
 */
export interface EnvReferenceOptions {
  /**
   * Whether the container may start while the key is missing.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/**
 * The value of an environment variable.
 */
export class EnvValue {
  /**
   * A text. `$(NAME)` stands for another variable of the container. Line ends become LF, so that the same text gives the same YAML on every
   * machine.
   */
  public static of(text: string): EnvValue {
    const value = text.replace(/\r\n?/g, '\n');
    return new EnvValue(compact({ value: value === '' ? undefined : value }), value);
  }

  /** A field of the pod or its node. */
  public static field(field: PodField): EnvValue {
    return new EnvValue({ valueFrom: { fieldRef: { fieldPath: field } } }, undefined, field);
  }

  /** A label of the pod. */
  public static podLabel(key: string): EnvValue {
    requireName(key, 'label-key', 'the label of a pod');
    return new EnvValue({ valueFrom: { fieldRef: { fieldPath: `metadata.labels['${key}']` } } });
  }

  /** An annotation of the pod. */
  public static podAnnotation(key: string): EnvValue {
    requireName(key, 'label-key', 'the annotation of a pod');
    return new EnvValue({ valueFrom: { fieldRef: { fieldPath: `metadata.annotations['${key}']` } } });
  }

  /**
   * A request or limit of the container.
   *
   * @param resource `limits.memory`, `requests.cpu` and the like
   * @param divisor the unit of the number: `1Mi` gives mebibytes; empty for bytes and whole processors
   * @throws invalid-quantity
   */
  public static resource(resource: string, divisor?: string): EnvValue {
    if (!/^(limits|requests)\.(cpu|memory|ephemeral-storage|hugepages-.+)$/.test(resource)) {
      fail({
        code: 'invalid-quantity', what: 'a variable cannot hold this resource', given: quote(resource),
        allowed: 'limits or requests, a dot, and cpu, memory, ephemeral-storage or hugepages-<size>',
        fix: 'write something like limits.memory',
      });
    }
    const units = resource.endsWith('.cpu') ? ['1', '1m'] : BYTES;
    if (divisor && !units.includes(divisor)) {
      fail({
        code: 'invalid-quantity', what: `${resource} is not counted in this unit`, given: quote(divisor), allowed: units.join(', '),
        fix: 'use one of these units',
      });
    }
    return new EnvValue({ valueFrom: { resourceFieldRef: compact({ resource, divisor: divisor || undefined }) } });
  }

  /** A key of a Secret. */
  public static secret(secretName: string, key: string, options: EnvReferenceOptions = {}): EnvValue {
    return new EnvValue({ valueFrom: { secretKeyRef: reference(secretName, key, options) } });
  }

  /** A key of a ConfigMap. */
  public static configMap(configMapName: string, key: string, options: EnvReferenceOptions = {}): EnvValue {
    return new EnvValue({ valueFrom: { configMapKeyRef: reference(configMapName, key, options) } });
  }

  /** A key of a Secret of cdk8s-plus, or of anything else that has its `name`. */
  public static fromSecret(secret: ISecret, key: string): EnvValue {
    return EnvValue.secret(secret.name, key);
  }

  /** A key of a ConfigMap of cdk8s-plus, or of anything else that has its `name`. */
  public static fromConfigMap(configMap: IConfigMap, key: string): EnvValue {
    return EnvValue.configMap(configMap.name, key);
  }

  /** A value of cdk8s-plus. */
  public static fromPlus(env: PlusEnvValue): EnvValue {
    return new EnvValue(compact({ value: env.value, valueFrom: env.valueFrom }), typeof env.value === 'string' ? env.value : undefined);
  }

  private constructor(
    private readonly source: Wire,
    /** The text, where the value is one. */
    public readonly text?: string,
    /** The field, where the value is one of the pod or its node. */
    public readonly podField?: PodField,
  ) {}

  /** @internal */
  public _toWire(): Wire {
    return this.source;
  }
}

guardClass({ EnvValue });

const BYTES = ['1', ...['k', 'M', 'G', 'T', 'P', 'E', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'].map(unit => `1${unit}`)];

function reference(name: string, key: string, options: EnvReferenceOptions): Wire {
  return compact({
    name: requireName(name, 'dns-subdomain', 'the object that a variable is taken from'),
    key: requireName(key, 'config-map-key', 'the key that a variable is taken from'),
    optional: options.optional || undefined,
  });
}
