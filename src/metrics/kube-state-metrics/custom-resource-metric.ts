import { requireLabel } from './metric-label';
import { fail, quote } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { compact, Wire } from '../../private/wire';

/**
 * What all metrics of custom resources can set.
 */
export interface CustomResourceMetricOptions {
  /**
   * What the metric means.
   *
   * @default - the name of the metric
   */
  readonly help?: string;

  /**
   * The field that the metric is about, from the outside in: `['status', 'conditions']`. A list or a map becomes a series for each entry.
   *
   * @default - the whole object
   */
  readonly path?: string[];

  /**
   * Labels whose values are fields below `path`, by the name of the label: `{ type: ['type'] }`.
   *
   * @default - none but those of the resource
   */
  readonly labelsFromPath?: { [label: string]: string[] };
}

/**
 * A number of a custom resource.
 */
export interface CustomResourceGaugeOptions extends CustomResourceMetricOptions {
  /**
   * The field below `path` whose value is the value of the metric: a number, a time, a condition status such as `True`, or a quantity.
   *
   * @default - the value at `path`
   */
  readonly valueFrom?: string[];

  /**
   * Whether a missing value counts as 0.
   *
   * @default false - a missing value makes no series
   */
  readonly nilIsZero?: boolean;

  /**
   * The label that holds the key of each entry, where `path` is a map.
   *
   * @default - the key is in no label
   */
  readonly labelFromKey?: string;
}

/**
 * Texts of a custom resource.
 */
export interface CustomResourceInfoOptions extends CustomResourceMetricOptions {
  /**
   * The label that holds the key of each entry, where `path` is a map.
   *
   * @default - the key is in no label
   */
  readonly labelFromKey?: string;
}

/**
 * One of several states of a custom resource.
 */
export interface CustomResourceStateSetOptions extends CustomResourceMetricOptions {
  /** The states: each has a series, which is 1 for the state that the object is in. */
  readonly states: string[];
  /** The label that holds the state. */
  readonly labelName: string;

  /**
   * The field below `path` that holds the state.
   *
   * @default - the value at `path`
   */
  readonly valueFrom?: string[];
}

/**
 * A metric that kube-state-metrics makes of the fields of a custom resource.
 */
export class CustomResourceMetric {
  /**
   * A number.
   *
   * @throws invalid-custom-resource-metric
   */
  public static gauge(name: string, options: CustomResourceGaugeOptions = {}): CustomResourceMetric {
    const { valueFrom, nilIsZero, labelFromKey } = options;
    const fields = { valueFrom, nilIsZero: nilIsZero || undefined, labelFromKey: optionalLabel(labelFromKey) };
    return new CustomResourceMetric('Gauge', name, options, fields);
  }

  /**
   * Labels with texts of the object; the value is always 1.
   *
   * @throws invalid-custom-resource-metric
   */
  public static info(name: string, options: CustomResourceInfoOptions = {}): CustomResourceMetric {
    return new CustomResourceMetric('Info', name, options, { labelFromKey: optionalLabel(options.labelFromKey) });
  }

  /**
   * A series for each state.
   *
   * @throws invalid-custom-resource-metric
   */
  public static stateSet(name: string, options: CustomResourceStateSetOptions): CustomResourceMetric {
    const { states, labelName, valueFrom } = options;
    if (states.length === 0) {refuse('a state set has no state', 'states: []', 'at least one state', 'name the states');}
    return new CustomResourceMetric('StateSet', name, options, { list: [...states], labelName: requireLabel(labelName), valueFrom });
  }

  private constructor(
    /** `Gauge`, `Info` or `StateSet`. */
    public readonly type: string,
    /** The name of the metric, after the prefix of the resource. */
    public readonly name: string,
    private readonly options: CustomResourceMetricOptions,
    private readonly fields: Wire,
  ) {
    if (!/^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name)) {
      refuse('a metric cannot have this name', quote(name), 'letters, digits, `_` and `:`, no digit first', 'use `_` between words');
    }
    Object.keys(options.labelsFromPath ?? {}).forEach(requireLabel);
  }

  /** @internal */
  public _toWire(): Wire {
    const { type, name, options: { help = name, path, labelsFromPath } } = this;
    const field = type.charAt(0).toLowerCase() + type.slice(1);
    return { name, help, each: { type, [field]: compact({ path, labelsFromPath, ...this.fields }) } };
  }
}

guardClass({ CustomResourceMetric });

function optionalLabel(label: string | undefined): string | undefined {
  return label === undefined ? undefined : requireLabel(label);
}

function refuse(what: string, given: string, allowed: string, fix: string): never {
  fail({ code: 'invalid-custom-resource-metric', what, given, allowed, fix });
}
