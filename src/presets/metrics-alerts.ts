import { AlertRules } from './alert-rules';
import { AgentObject } from '../agent/companions/agent-object';
import { AgentPlan } from '../agent/plan/agent-plan';
import { guardClass } from '../private/doors/guard-class';

/**
 * Details of the alerts about an agent.
 */
export interface MetricsAlertOptions {
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
   * @default - `severity: critical` where data is lost, missing or wrong, `severity: warning` otherwise
   */
  readonly alertLabels?: { [key: string]: string };
}

/**
 * Alerts about an agent itself. Which ones there are follows from the agent.
 */
export class MetricsAlerts {
  /**
   * A PrometheusRule of the Prometheus Operator, whose custom resource definitions must be in the cluster. The metrics must be scraped, in
   * a way that gives their series the labels `namespace`, `pod` and `container`, as monitors of `scraping` do.
   */
  public static prometheusRule(options: MetricsAlertOptions = {}): MetricsAlerts {
    return new MetricsAlerts('PrometheusRule', options);
  }

  /** No object is written: the Operator is not installed, or you have rules of your own. */
  public static none(): MetricsAlerts {
    return new MetricsAlerts('none', {});
  }

  private constructor(
    /** `PrometheusRule` or `none`. */
    public readonly kind: string,
    private readonly options: MetricsAlertOptions,
  ) {}

  /** @internal */
  public _contribute(plan: AgentPlan, rules: AlertRules): void {
    if (this.kind === 'none') {return;}
    const { agentName: name, namespace } = plan;
    const { labels, alertLabels } = this.options;
    plan.addObject(AgentObject.of({
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PrometheusRule',
      labels,
      fields: { spec: { groups: [{ name, rules: rules({ name, namespace }, alertLabels ?? {}) }] } },
    }));
  }
}

guardClass({ MetricsAlerts });
