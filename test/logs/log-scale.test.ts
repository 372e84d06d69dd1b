import { Duration } from 'cdk8s';
import { agentOf, configOf } from './log-config';
import { LogCollector, LogScale, Rollout } from '../../src';
import { objectOf, testChart } from '../support/golden';

const specOf = (props: Parameters<typeof agentOf>[0]) => {
  const chart = testChart();
  agentOf(props, chart);
  return objectOf(chart, 'DaemonSet').spec;
};

test('on a large cluster an agent sends less often, returns at random, and is updated in smaller steps', () => {
  expect(configOf({ scale: LogScale.large() }).service).toMatchObject({ 'flush': 5, 'scheduler.base': 10, 'scheduler.cap': 120 });
  expect(specOf({ scale: LogScale.large() })).toMatchObject({ minReadySeconds: 10, updateStrategy: { rollingUpdate: { maxUnavailable: '5%' } } });
});

test('what is said by itself wins over the scale', () => {
  const collector = LogCollector.fluentBit({ flushInterval: Duration.seconds(2) });
  expect(configOf({ scale: LogScale.large(), collector }).service.flush).toBe(2);
  expect(specOf({ scale: LogScale.large(), rollout: Rollout.percent(1) }).updateStrategy.rollingUpdate.maxUnavailable).toBe('1%');
});

test('the standard scale changes nothing', () => {
  expect(configOf({ scale: LogScale.standard() })).toEqual(configOf());
});
