import { Alert, AlertRules, ALERTING_POD, ruleOf, seriesOf } from '../../presets/alert-rules';

/** The metrics of a collector that alerts look at. */
export interface AlertMetrics {
  /** The counter of records that were given up. */
  readonly dropped: string;
  /** The counter of tries that failed and are made again. */
  readonly retried: string;
  /** The counter of records that were read. */
  readonly read: string;
  /** How much of the buffer of a destination is free, in percent: an expression for series that a selector chooses. */
  readonly bufferFree: (selector: string) => string;
  /** The label that tells destinations apart. */
  readonly destination: string;
}

/** The alerts about a log agent. */
export function logAlerts(container: string, metrics: AlertMetrics): AlertRules {
  return (agent, labels) => rulesOf([...seriesOf(agent), `container="${container}"`].join(','), metrics).map(alert => ruleOf(alert, labels));
}

function rulesOf(own: string, metrics: AlertMetrics): Alert[] {
  const by = `namespace, pod, ${metrics.destination}`;
  const where = ALERTING_POD;
  const destination = `{{ $labels.${metrics.destination} }}`;
  const rule = (alert: string, expr: string, wait: string, severity: Alert['severity'], summary: string, description: string): Alert => ({
    alert, expr, wait, severity, summary, description,
  });
  return [
    rule('LogsDropped', `sum by (${by}) (increase(${metrics.dropped}{${own}}[5m])) > 0`, '0m', 'critical',
      'Logs were dropped',
      `${where} gave up {{ $value | humanize }} records for ${destination} within 5 minutes: its buffer is full, or it refuses them. `
      + 'The log of the agent says which.'),
    rule('LogsNotDelivered', `sum by (${by}) (increase(${metrics.retried}{${own}}[5m])) > 0`, '15m', 'warning',
      'A destination does not take logs',
      `${where} has tried again to send logs to ${destination} for 15 minutes. They wait on the node.`),
    rule('LogBufferNearlyFull', `min by (${by}) (${metrics.bufferFree(own)}) < 20`, '5m', 'warning',
      'The buffer of a destination is nearly full',
      `{{ $value | humanize }} % of the buffer for ${destination} are free at ${where}. When it is full the oldest logs are dropped.`),
    rule('LogsNotRead', `sum by (namespace, pod) (rate(${metrics.read}{${own}}[15m])) == 0`, '15m', 'warning',
      'An agent reads no logs',
      `${where} has read nothing for half an hour, although it answers: it may not read the files, or is pointed to none.`),
    rule('LogAgentDown', `max by (namespace, pod) (up{${own}}) == 0`, '10m', 'warning',
      'A log agent does not answer',
      `${where} has not answered Prometheus for 10 minutes.`),
  ];
}
