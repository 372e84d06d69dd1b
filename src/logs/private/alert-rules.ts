import { Alert, AlertRules, ALERTING_POD, ruleOf, seriesOf } from '../../presets/alert-rules';

/** What alerts ask Prometheus about a collector. Each is an expression for the series that a selector chooses. */
export interface AlertQueries {
  /** Records that were given up within 5 minutes: a number above 0 for each destination. */
  readonly dropped: (selector: string) => string;
  /** What is true of a destination that does not take logs, for each destination. */
  readonly undelivered: (selector: string) => string;
  /** How much of the buffer of a destination is free, in percent. */
  readonly bufferFree: (selector: string) => string;
  /** What is true of an agent that has read nothing for 15 minutes. */
  readonly notRead: (selector: string) => string;
  /** The label that tells destinations apart. */
  readonly destination: string;
  /** What happens when a buffer is full: a sentence. */
  readonly whenFull: string;
}

/** What grew above 0, for each destination. */
export function above0(destination: string, growth: string): string {
  return `sum by (namespace, pod, ${destination}) (${growth}) > 0`;
}

/** Pods whose counter of records that were read stands still. */
export function standsStill(counter: string): (selector: string) => string {
  return selector => `sum by (namespace, pod) (rate(${counter}{${selector}}[15m])) == 0`;
}

/** The alerts about a log agent. */
export function logAlerts(container: string, queries: AlertQueries): AlertRules {
  return (agent, labels) => rulesOf(
    [...seriesOf(agent), `container="${container}"`].join(','), queries,
  ).map(alert => ruleOf(alert, labels));
}

function rulesOf(own: string, { dropped, undelivered, bufferFree, notRead, destination: label, whenFull }: AlertQueries): Alert[] {
  const where = ALERTING_POD;
  const destination = `{{ $labels.${label} }}`;
  const rule = (alert: string, expr: string, wait: string, severity: Alert['severity'], summary: string, description: string): Alert => ({
    alert, expr, wait, severity, summary, description,
  });
  return [
    rule('LogsDropped', dropped(own), '0m', 'critical',
      'Logs were dropped',
      `${where} gave up {{ $value | humanize }} records for ${destination} within 5 minutes: its buffer is full, or it refuses them. `
      + 'The log of the agent says which.'),
    rule('LogsNotDelivered', undelivered(own), '15m', 'warning',
      'A destination does not take logs',
      `${where} has tried again to send logs to ${destination} for 15 minutes. They wait on the node.`),
    rule('LogBufferNearlyFull', `min by (namespace, pod, ${label}) (${bufferFree(own)}) < 20`, '5m', 'warning',
      'The buffer of a destination is nearly full',
      `{{ $value | humanize }} % of the buffer for ${destination} are free at ${where}. ${whenFull}`),
    rule('LogsNotRead', notRead(own), '15m', 'warning',
      'An agent reads no logs',
      `${where} has read nothing for half an hour, although it answers: it may not read the files, or is pointed to none.`),
    rule('LogAgentDown', `max by (namespace, pod) (up{${own}}) == 0`, '10m', 'warning',
      'A log agent does not answer',
      `${where} has not answered Prometheus for 10 minutes.`),
  ];
}
