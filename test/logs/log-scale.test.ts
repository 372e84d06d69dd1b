import { Duration } from 'cdk8s';
import { agentOf, configOf } from './log-config';
import { configOf as vectorConfigOf } from './vector/vector-config';
import { DestinationAuth, LogCollector, LogDestination, LogScale, Rollout } from '../../src';
import { objectOf, testChart } from '../support/golden';

const specOf = (props: Parameters<typeof agentOf>[0]) => {
  const chart = testChart();
  agentOf(props, chart);
  return objectOf(chart, 'DaemonSet').spec;
};

test('on a large cluster an agent sends less often, returns at random, and is updated in smaller steps', () => {
  expect(configOf({ scale: LogScale.large() }).service).toMatchObject({ 'flush': 5, 'scheduler.base': 10, 'scheduler.cap': 120 });
  expect(specOf({ scale: LogScale.large() })).toMatchObject({
    minReadySeconds: 10, updateStrategy: { rollingUpdate: { maxUnavailable: '5%' } },
  });
});

test('what is said by itself wins over the scale', () => {
  const collector = LogCollector.fluentBit({ flushInterval: Duration.seconds(2) });
  expect(configOf({ scale: LogScale.large(), collector }).service.flush).toBe(2);
  expect(specOf({ scale: LogScale.large(), rollout: Rollout.percent(1) }).updateStrategy.rollingUpdate.maxUnavailable).toBe('1%');
});

test('the standard scale changes nothing', () => {
  expect(configOf({ scale: LogScale.standard() })).toEqual(configOf());
});

test('Vector, too, sends less often and returns at random, where a destination has requests', () => {
  const destinations = [
    LogDestination.loki({ url: 'http://loki:3100' }), LogDestination.otlpHttp({ url: 'http://otlp:4318' }), LogDestination.stdout(),
    LogDestination.s3({ bucket: 'logs', auth: DestinationAuth.aws('eu-west-1') }),
  ];
  const { sinks } = vectorConfigOf({ destinations, scale: LogScale.large() });
  const waits = { retry_initial_backoff_secs: 10, retry_max_duration_secs: 120 };
  expect(sinks.loki).toMatchObject({ batch: { timeout_secs: 5 }, request: waits });
  expect(sinks['otlp-http'].protocol).toMatchObject({ batch: { timeout_secs: 5 }, request: waits });
  expect(sinks.s3.request).toMatchObject(waits);
  expect(sinks.s3.batch.timeout_secs).not.toBe(5);
  expect(JSON.stringify(sinks.stdout)).not.toMatch(/retry|timeout/);
  expect(specOf({ collector: LogCollector.vector(), scale: LogScale.large() })).toMatchObject({ minReadySeconds: 10 });
});

test('the standard scale leaves Vector its own waits', () => {
  expect(vectorConfigOf({ scale: LogScale.standard() })).toEqual(vectorConfigOf());
});
