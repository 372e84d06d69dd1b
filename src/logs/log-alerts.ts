import { AlertMetrics, alertRules } from './private/alert-rules';
import { AgentObject } from '../agent/companions/agent-object';
import { AgentPlan } from '../agent/plan/agent-plan';
import { guardClass } from '../private/doors/guard-class';
import { finding } from '../private/finding';

/**
 * Details of the alerts of a log agent.
 */
export interface LogAlertOptions {
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
   * @default - `severity: critical` where logs are lost, `severity: warning` otherwise
   */
  readonly alertLabels?: { [key: string]: string };
}

/**
 * Alerts about a log agent.
 */
export class LogAlerts {
  /**
   * A PrometheusRule of the Prometheus Operator, whose custom resource definitions must be in the cluster. It alerts when logs are dropped,
   * when a destination does not take logs for 15 minutes, when less than a fifth of a buffer is free, and when an agent reads nothing or
   * does not answer. The metrics must be scraped: with `scraping: MetricsScraping.podMonitor()`, or in a way that gives them the labels
   * `namespace`, `pod` and `container`.
   */
  public static prometheusRule(options: LogAlertOptions = {}): LogAlerts {
    return new LogAlerts('PrometheusRule', options);
  }

  /** No object is written: the Operator is not installed, or you have rules of your own. */
  public static none(): LogAlerts {
    return new LogAlerts('none', {});
  }

  private constructor(
    /** `PrometheusRule` or `none`. */
    public readonly kind: string,
    private readonly options: LogAlertOptions,
  ) {}

  /** @internal */
  public _contribute(plan: AgentPlan, container: string, metrics: AlertMetrics | undefined): void {
    if (this.kind === 'none') {return;}
    if (metrics === undefined) {
      plan.addError(finding({
        code: 'unsupported-by-collector',
        what: `there are no alerts for ${container}`,
        given: 'LogAlerts.prometheusRule',
        fix: 'leave `alerts` out, and write a rule of your own',
      }));
      return;
    }
    const { agentName: name, namespace } = plan;
    const rules = alertRules({ name, namespace, container }, metrics, this.options.alertLabels);
    plan.addObject(AgentObject.of({
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PrometheusRule',
      labels: this.options.labels,
      fields: { spec: { groups: [{ name, rules }] } },
    }));
  }
}

guardClass({ LogAlerts });
