import { Alert, AlertRules, ALERTING_POD, ruleOf, seriesOf } from '../../presets/alert-rules';

/** An alert about an exporter or what it sees, with the matchers of its own series for its expression. */
export interface ExporterAlert extends Omit<Alert, 'expr' | 'wait'> {
  readonly expr: (series: string) => string;
  /** How long it must hold. Absent means a quarter of an hour. */
  readonly wait?: string;
}

/** The alerts about an exporter, after the one that all have: nobody can scrape it. */
export function exporterAlerts(program: string, own: readonly ExporterAlert[]): AlertRules {
  const down: ExporterAlert = {
    alert: 'MetricsExporterDown',
    expr: series => `up{${series}} == 0`,
    severity: 'critical',
    summary: `${program} cannot be scraped`,
    description: `Prometheus has not been able to scrape ${program} in ${ALERTING_POD} for 15 minutes: the metrics of its node are `
      + 'missing.',
  };
  return (agent, labels) => {
    const series = seriesOf(agent).join(',');
    return [down, ...own].map(({ expr, wait = '15m', ...alert }) => ruleOf({ ...alert, wait, expr: expr(series) }, labels));
  };
}
