import { Duration } from 'cdk8s';
import { fail, quote } from '../../private/agent-error';
import { fixedValue } from '../../private/default-row';
import { distinct } from '../../private/distinct';
import { guardClass } from '../../private/doors/guard-class';
import { wholeSeconds } from '../../private/duration';
import { requireName } from '../../private/names';
import { compact, mergeWire, orUndefined, Wire } from '../../private/wire';
import { Port } from '../container/port';
import { AGENT_DEFAULTS } from '../defaults';

/**
 * How Prometheus scrapes the agent.
 */
export interface PrometheusMonitorOptions {
  /**
   * The name of the monitor. Monitors of one kind and name become one object with an endpoint for each.
   *
   * @default - the name of the agent
   */
  readonly name?: string;

  /**
   * How often.
   *
   * @default - as Prometheus is set to
   */
  readonly interval?: Duration;

  /**
   * How long a scrape may take: no longer than the interval.
   *
   * @default - as Prometheus is set to
   */
  readonly scrapeTimeout?: Duration;

  /**
   * The path of the metrics.
   *
   * @default /metrics
   */
  readonly path?: string;

  /**
   * Whether TLS is spoken with a certificate that cannot be verified, as kube-rbac-proxy does by default.
   *
   * @default false
   */
  readonly insecureHttps?: boolean;

  /**
   * Whether the token of Prometheus is sent. ServiceMonitor only.
   *
   * @default false
   */
  readonly bearerToken?: boolean;

  /**
   * Labels of the monitor, by which a Prometheus selects it: `{ release: 'kube-prometheus-stack' }`.
   *
   * @default - the monitor carries the labels of the agent
   */
  readonly labels?: { [key: string]: string };

  /**
   * Whether the series carry the name of the node, as `node` and as `instance` in place of an address that changes.
   *
   * @default true
   */
  readonly nodeLabels?: boolean;

  /**
   * Whether labels of the metrics win over labels of the target that have the same name: for agents that report about other objects than
   * themselves.
   *
   * @default false - a label of the metrics is kept as `exported_` and its name
   */
  readonly honorLabels?: boolean;

  /**
   * Rules that rewrite the labels of a target, in the spelling of the monitor.
   *
   * @default - none in addition to those of `nodeLabels`
   */
  readonly relabelings?: any[];

  /**
   * Rules that rewrite or drop series, in the spelling of the monitor.
   *
   * @default - every series is kept as it is
   */
  readonly metricRelabelings?: any[];

  /**
   * Fields of the endpoint in the spelling of the monitor, laid upon what is written here:
   * `{ authorization: { credentials: { name, key } } }`.
   *
   * @default - the endpoint is what the other options say
   */
  readonly endpointOverrides?: { [field: string]: any };

  /**
   * Fields of the monitor's spec in its own spelling, laid upon what is written here.
   *
   * @default - the monitor is what the typed options say
   */
  readonly overrides?: { [field: string]: any };
}

/**
 * An object of the Prometheus Operator that has the agent scraped. Its custom resource definitions must be in the cluster.
 */
export class PrometheusMonitor {
  /**
   * By the pods. It needs no Service, and is not cut off at a thousand addresses as classic Endpoints are.
   *
   * @throws invalid-monitor
   */
  public static podMonitor(port: Port, options: PrometheusMonitorOptions = {}): PrometheusMonitor {
    if (options.bearerToken) {
      fail({
        code: 'invalid-monitor', what: 'a PodMonitor cannot send the token of Prometheus', given: 'bearerToken: true',
        fix: 'use PrometheusMonitor.serviceMonitor, or name a Secret under `overrides`',
      });
    }
    return new PrometheusMonitor('PodMonitor', port, options);
  }

  /**
   * By the agent's Service, which it needs.
   *
   * @throws invalid-monitor
   */
  public static serviceMonitor(port: Port, options: PrometheusMonitorOptions = {}): PrometheusMonitor {
    return new PrometheusMonitor('ServiceMonitor', port, options);
  }

  /** @internal the spec of the one object that several monitors of a kind become */
  public static _specOf(monitors: PrometheusMonitor[], selector: Wire, namespace: string | undefined): Wire {
    return monitors.reduce((spec, monitor) => mergeWire(spec, monitor._options.overrides), compact({
      jobLabel: fixedValue(AGENT_DEFAULTS.identity).application,
      selector: { matchLabels: selector },
      namespaceSelector: orUndefined({ matchNames: namespace === undefined ? undefined : [namespace] }),
      [monitors[0].kind === 'PodMonitor' ? 'podMetricsEndpoints' : 'endpoints']: distinct(
        monitors.map(monitor => monitor.endpoint()), endpoint => endpoint,
      ),
    }));
  }

  private constructor(
    /** `PodMonitor` or `ServiceMonitor`. */
    public readonly kind: string,
    /** The port that is scraped. */
    public readonly port: Port,
    /** @internal */
    public readonly _options: PrometheusMonitorOptions,
  ) {
    const { interval, scrapeTimeout } = _options;
    if (_options.name !== undefined) {requireName(_options.name, 'dns-subdomain', 'the monitor');}
    if (interval) {wholeSeconds(interval, 'the interval of a monitor', 1);}
    if (scrapeTimeout) {wholeSeconds(scrapeTimeout, 'the scrapeTimeout of a monitor', 1);}
    if (interval && scrapeTimeout && scrapeTimeout.toMilliseconds() > interval.toMilliseconds()) {
      fail({
        code: 'invalid-monitor', what: 'a scrape cannot take longer than the interval',
        given: `interval ${interval.toSeconds()} s, scrapeTimeout ${scrapeTimeout.toSeconds()} s`, fix: 'shorten the timeout',
      });
    }
    if (!port.isDeclared) {
      fail({
        code: 'invalid-monitor', what: 'a monitor names a declared port', given: quote(port.name), fix: 'declare it with Port.container',
      });
    }
  }

  private endpoint(): Wire {
    const options = this._options;
    return mergeWire(compact({
      port: this.port.name,
      path: options.path,
      interval: options.interval && `${options.interval.toSeconds()}s`,
      scrapeTimeout: options.scrapeTimeout && `${options.scrapeTimeout.toSeconds()}s`,
      scheme: options.insecureHttps ? 'https' : undefined,
      tlsConfig: options.insecureHttps ? { insecureSkipVerify: true } : undefined,
      bearerTokenFile: options.bearerToken ? '/var/run/secrets/kubernetes.io/serviceaccount/token' : undefined,
      honorLabels: options.honorLabels || undefined,
      relabelings: [...options.nodeLabels ?? fixedValue(AGENT_DEFAULTS.monitorNodeLabels) ? NODE_LABELS : [], ...options.relabelings ?? []],
      metricRelabelings: options.metricRelabelings,
    }), options.endpointOverrides);
  }
}

guardClass({ PrometheusMonitor });

const NODE_LABELS = ['node', 'instance'].map(targetLabel => ({
  action: 'replace', sourceLabels: ['__meta_kubernetes_pod_node_name'], targetLabel,
}));
