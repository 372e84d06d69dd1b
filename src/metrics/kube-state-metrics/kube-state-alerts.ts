import { alertRules } from './kube-state-alert-rules';
import { AgentObject } from '../../agent/companions/agent-object';
import { AgentPlan } from '../../agent/plan/agent-plan';
import { guardClass } from '../../private/doors/guard-class';

/**
 * Details of the alerts about kube-state-metrics.
 */
export interface KubeStateAlertOptions {
  /**
   * Labels of the PrometheusRule, by which a Prometheus selects it: `{ release: 'kube-prometheus-stack' }`.
   *
   * @default - the rule carries the labels of the agent
   */
  readonly labels?: { [key: string]: string };

  /**
   * Labels of every alert, by which Alertmanager routes it: `{ team: 'platform' }`. `severity` is set already, and can be set to another
   * value.
   *
   * @default - `severity: critical` where metrics are missing or wrong, `severity: warning` where they are late
   */
  readonly alertLabels?: { [key: string]: string };
}

/**
 * Alerts about kube-state-metrics itself.
 */
export class KubeStateAlerts {
  /**
   * A PrometheusRule of the Prometheus Operator, whose custom resource definitions must be in the cluster. It alerts when lists or watches
   * of a kind keep failing, and, where the objects are divided among shards, when pods disagree about the number of shards or a shard is
   * missing. The telemetry port must be scraped: with `scraping: MetricsScraping.serviceMonitor()`, or in a way that gives its series the
   * labels `namespace` and `pod`.
   */
  public static prometheusRule(options: KubeStateAlertOptions = {}): KubeStateAlerts {
    return new KubeStateAlerts('PrometheusRule', options);
  }

  /** No object is written: the Operator is not installed, or you have rules of your own. */
  public static none(): KubeStateAlerts {
    return new KubeStateAlerts('none', {});
  }

  private constructor(
    /** `PrometheusRule` or `none`. */
    public readonly kind: string,
    private readonly options: KubeStateAlertOptions,
  ) {}

  /** @internal */
  public _contribute(plan: AgentPlan, isSharded: boolean): void {
    if (this.kind === 'none') {return;}
    const { agentName: name, namespace } = plan;
    plan.addObject(AgentObject.of({
      apiVersion: 'monitoring.coreos.com/v1', kind: 'PrometheusRule', labels: this.options.labels,
      fields: { spec: { groups: [{ name, rules: alertRules({ name, namespace, isSharded }, this.options.alertLabels) }] } },
    }));
  }
}

guardClass({ KubeStateAlerts });
