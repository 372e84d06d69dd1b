import { agentOf } from './log-config';
import { MetricsAlerts, LogCollector, LogDestination, LogInput, LogValue, MetricsScraping } from '../../src';
import { codesOf, expectGolden, objectOf, testChart } from '../support/golden';

test('alerts are about the series of this agent alone', () => {
  const chart = testChart();
  agentOf({
    alerts: MetricsAlerts.prometheusRule({
      labels: { release: 'prometheus' }, alertLabels: { team: 'platform' },
    }), scraping: MetricsScraping.podMonitor(),
  }, chart);
  expectGolden('logs-alerts', chart);
});

test('alerts of the OpenTelemetry Collector look at its own metrics', () => {
  const chart = testChart();
  agentOf({
    collector: LogCollector.openTelemetryCollector(), alerts: MetricsAlerts.prometheusRule({
      labels: { release: 'prometheus' },
    }), scraping: MetricsScraping.podMonitor(),
  }, chart);
  expectGolden('logs-alerts-open-telemetry', chart);
});

test('alerts about Vector ask for its own metrics', () => {
  const chart = testChart();
  agentOf({
    collector: LogCollector.vector(), alerts: MetricsAlerts.prometheusRule({ alertLabels: { team: 'platform' } }),
    scraping: MetricsScraping.podMonitor(),
  }, chart);
  expectGolden('logs-vector-alerts', chart);
});

test('without alerts there is no rule', () => {
  const chart = testChart();
  agentOf({ alerts: MetricsAlerts.none() }, chart);
  expect(objectOf(chart, 'PrometheusRule')).toBeUndefined();
});

test.each<[string, { [name: string]: LogValue } | undefined, string[], string[]]>([
  ['the default labels', undefined, ['journal'], []],
  ['labels without the node', { job: LogValue.text('x') }, ['journal'], ['[test/logs] shared-log-stream']],
  ['the name of the node', { at: LogValue.nodeName() }, ['journal'], []],
  ['a field that holds it', { host: LogValue.field('_HOSTNAME') }, ['journal'], []],
  ['labels without the node, for containers', { job: LogValue.text('x') }, ['containers'], []],
])('journals in Loki with %s', (_, labels, wanted, expected) => {
  const chart = testChart();
  agentOf({
    inputs: [
      LogInput.containers(), LogInput.journal(),
    ], destinations: [LogDestination.loki({ url: 'http://loki:3100', labels, inputs: wanted })],
  }, chart);
  expect(codesOf(chart)).toEqual(expected);
});
