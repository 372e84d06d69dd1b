import { Alert, AlertRules, ALERTING_POD, ruleOf, seriesOf } from '../../presets/alert-rules';

/** Events that are no problem of a node: starts of services, and workloads that go beyond their own memory limit. */
const NO_PROBLEM = 'reason!~"ContainerdStart|DockerStart|KubeletStart|OOMKilling"';

/** The alerts about nodes with problems. */
export function detectorAlerts(container: string): AlertRules {
  return (agent, labels) => rulesOf([...seriesOf(agent), `container="${container}"`].join(',')).map(alert => ruleOf(alert, labels));
}

function rulesOf(own: string): Alert[] {
  const rule = (alert: string, expr: string, wait: string, severity: Alert['severity'], summary: string, description: string): Alert => ({
    alert, expr, wait, severity, summary, description,
  });
  const about = 'The node {{ $labels.node }}, which';
  return [
    rule('NodeHasProblem', `max by (namespace, pod, node, type, reason) (problem_gauge{${own}}) == 1`, '5m', 'critical',
      'A node has a problem',
      `${about} ${ALERTING_POD} looks at, has had the problem {{ $labels.type }} ({{ $labels.reason }}) for 5 minutes. \`kubectl describe `
        + 'node` shows its message.'),
    rule('NodeProblemRepeats', `sum by (namespace, pod, node, reason) (increase(problem_counter{${own},${NO_PROBLEM}}[1h])) >= `
      + '3', '0m', 'warning',
    'A problem of a node repeats itself',
    `${about} ${ALERTING_POD} looks at, had {{ $labels.reason }} {{ $value | humanize }} times within an hour. Events about the node `
        + 'have the messages.'),
    rule('NodeProblemDetectorDown', `max by (namespace, pod) (up{${own}}) == 0`, '10m', 'warning',
      'node-problem-detector does not answer',
      `${ALERTING_POD} has not answered Prometheus for 10 minutes: problems of its node are not seen.`),
  ];
}
