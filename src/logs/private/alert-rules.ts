import { Alert, AlertRules, ALERTING_POD, ruleOf, seriesOf } from '../../presets/alert-rules';

/** What alerts ask the metrics of a collector: expressions for series that a selector chooses. */
export interface AlertMetrics {
  /** How many records were given up within five minutes. */
  readonly dropped: (selector: string) => string;
  /** More than nothing while a destination does not take logs and is tried again. */
  readonly retried: (selector: string) => string;
  /** Pods that read nothing, for a quarter of an hour or at all. */
  readonly notRead: (selector: string) => string;
  /** How much of the buffer of a destination is free, in percent. */
  readonly bufferFree: (selector: string) => string;
  /** What happens when it is full. */
  readonly whenFull: string;
  /** The label that tells destinations apart. */
  readonly destination: string;
}

/** How much a counter grew within some time. */
export function growth(counter: string, time: string): (selector: string) => string {
  return selector => `increase(${counter}{${selector}}[${time}])`;
}

/** Pods whose counter of records that were read stands still. */
export function standsStill(counter: string): (selector: string) => string {
  return selector => `sum by (namespace, pod) (rate(${counter}{${selector}}[15m])) == 0`;
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
    rule('LogsDropped', `sum by (${by}) (${metrics.dropped(own)}) > 0`, '0m', 'critical',
      'Logs were dropped',
      `${where} gave up {{ $value | humanize }} records for ${destination} within 5 minutes: its buffer is full, or it refuses them. `
      + 'The log of the agent says which.'),
    rule('LogsNotDelivered', `sum by (${by}) (${metrics.retried(own)}) > 0`, '15m', 'warning',
      'A destination does not take logs',
      `${where} has tried again to send logs to ${destination} for 15 minutes. They wait on the node.`),
    rule('LogBufferNearlyFull', `min by (${by}) (${metrics.bufferFree(own)}) < 20`, '5m', 'warning',
      'The buffer of a destination is nearly full',
      `{{ $value | humanize }} % of the buffer for ${destination} are free at ${where}. When it is full ${metrics.whenFull}.`),
    rule('LogsNotRead', metrics.notRead(own), '15m', 'warning',
      'An agent reads no logs',
      `${where} has read nothing for half an hour, although it answers: it may not read the files, or is pointed to none.`),
    rule('LogAgentDown', `max by (namespace, pod) (up{${own}}) == 0`, '10m', 'warning',
      'A log agent does not answer',
      `${where} has not answered Prometheus for 10 minutes.`),
  ];
}
