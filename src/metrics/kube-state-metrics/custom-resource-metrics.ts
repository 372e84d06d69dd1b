import { CustomResourceMetric } from './custom-resource-metric';
import { requireLabel } from './metric-label';
import { fail, quote } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { compact, Wire } from '../../private/wire';

/**
 * The metrics of one kind of custom resources.
 */
export interface CustomResourceMetricsOptions {
  /** The API group: `cert-manager.io`. */
  readonly group: string;
  /** The version: `v1`. */
  readonly version: string;
  /** The kind: `Certificate`. */
  readonly kind: string;
  /** The plural name, by which the right to read the objects is granted: `certificates`. */
  readonly plural: string;
  /** The metrics. */
  readonly metrics: CustomResourceMetric[];

  /**
   * Whether the objects are in no namespace.
   *
   * @default false
   */
  readonly clusterScoped?: boolean;

  /**
   * What the names of the metrics begin with, followed by `_`. An empty text leaves it out.
   *
   * @default kube_customresource
   */
  readonly metricNamePrefix?: string;

  /**
   * Labels that all metrics of the kind have, by name.
   *
   * @default - group, version and kind alone
   */
  readonly commonLabels?: { [label: string]: string };

  /**
   * Labels whose values are fields of the object, by name: `{ name: ['metadata', 'name'], namespace: ['metadata', 'namespace'] }`.
   *
   * @default - the name and the namespace of the object, as `name` and `namespace`
   */
  readonly labelsFromPath?: { [label: string]: string[] };
}

/**
 * Custom resources that kube-state-metrics turns into metrics: its custom resource state configuration, which is experimental there and
 * gets no new features.
 */
export class CustomResourceMetrics {
  /**
   * The metrics of one kind.
   *
   * @throws invalid-custom-resource-metric
   */
  public static of(options: CustomResourceMetricsOptions): CustomResourceMetrics {
    return new CustomResourceMetrics(options);
  }

  /** The plural name and the group: `certificates.cert-manager.io`. */
  public readonly resource: string;

  private constructor(
    private readonly options: CustomResourceMetricsOptions,
  ) {
    const { group, version, kind, plural, metrics, metricNamePrefix = '', commonLabels, labelsFromPath } = options;
    requirePart('group', group, /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/, 'a DNS name such as cert-manager.io');
    requirePart('version', version, /^v[0-9]+((alpha|beta)[0-9]+)?$/, 'a version such as v1 or v1beta1');
    requirePart('kind', kind, /^[A-Z][A-Za-z0-9]*$/, 'a kind such as Certificate');
    requirePart('plural', plural, /^[a-z][a-z0-9]*$/, 'the plural in lower case, such as certificates');
    if (metrics.length === 0) {
      fail({
        code: 'invalid-custom-resource-metric', what: 'a custom resource has no metric', given: 'metrics: []',
        allowed: 'at least one CustomResourceMetric', fix: 'name what becomes a metric',
      });
    }
    requirePart('metricNamePrefix', metricNamePrefix, /^([a-zA-Z_:][a-zA-Z0-9_:]*)?$/, 'letters, digits, `_` and `:`, no digit first');
    [...Object.keys(commonLabels ?? {}), ...Object.keys(labelsFromPath ?? {})].forEach(requireLabel);
    this.resource = `${plural}.${group}`;
  }

  /** @internal what is read of the API server */
  public _readKind(): { readonly group: string; readonly resource: string; readonly isNamespaced: boolean } {
    const { group, plural, clusterScoped } = this.options;
    return { group, resource: plural, isNamespaced: !clusterScoped };
  }

  /** @internal */
  public _toWire(): Wire {
    const { group, version, kind, plural, metrics, metricNamePrefix, commonLabels, labelsFromPath = NAMES } = this.options;
    return {
      groupVersionKind: { group, version, kind },
      resourcePlural: plural,
      // an empty prefix means none
      ...metricNamePrefix !== undefined && { metricNamePrefix },
      ...compact({ commonLabels, labelsFromPath }),
      metrics: metrics.map(metric => metric._toWire()),
    };
  }
}

guardClass({ CustomResourceMetrics });

/** The monitor honors the labels of the metrics, so that `namespace` is that of the object. */
const NAMES = { name: ['metadata', 'name'], namespace: ['metadata', 'namespace'] };

function requirePart(option: string, text: string, pattern: RegExp, allowed: string): void {
  if (!pattern.test(text)) {
    fail({
      code: 'invalid-custom-resource-metric', what: `a custom resource cannot have this ${option}`, given: quote(text), allowed,
      fix: option === 'metricNamePrefix' ? 'use `_` between words' : 'copy it from `kubectl api-resources`',
    });
  }
}
