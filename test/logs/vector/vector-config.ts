import { Chart, Yaml } from 'cdk8s';
import { parse } from 'yaml';
import { LogAgent, LogAgentProps, LogCollector, LogDestination } from '../../../src';
import { errorsOf, objectOf, testChart } from '../../support/golden';

/** An agent with Vector in a chart of its own; a destination is given where none is. */
export function vectorAgent(props: Partial<LogAgentProps> = {}, chart: Chart = testChart()): LogAgent {
  return new LogAgent(chart, 'logs', {
    collector: LogCollector.vector(), destinations: [LogDestination.loki({ url: 'http://loki:3100' })], ...props,
  });
}

/** The text of the configuration of an agent without mistakes. */
export function configText(props: Partial<LogAgentProps> = {}): string {
  const chart = testChart();
  vectorAgent(props, chart);
  return objectOf(chart, 'ConfigMap').data['vector.yaml'];
}

/** The same, as Vector reads it. */
export function configOf(props: Partial<LogAgentProps> = {}): any {
  return parse(configText(props));
}

/** Every object of an agent without mistakes. */
export function objectsOf(props: Partial<LogAgentProps> = {}): any[] {
  const chart = testChart();
  vectorAgent(props, chart);
  return chart.toJson();
}

/** The pod of an agent. */
export function podOf(props: Partial<LogAgentProps> = {}): any {
  return objectsOf(props).find(({ kind }) => kind === 'DaemonSet').spec.template.spec;
}

/** What a synth of an agent says is wrong. */
export function problemsOf(props: Partial<LogAgentProps> = {}): string[] {
  const chart = testChart();
  vectorAgent(props, chart);
  return errorsOf(chart);
}

/** What a destination becomes, as YAML without what stands in every one: its program, and its sink. */
export function sinkText(destination: LogDestination, props: Partial<LogAgentProps> = {}): string {
  const { transforms, sinks } = configOf({ destinations: [destination], ...props });
  const { inputs: _, buffer: __, batch: ___, ...sink } = sinks[destination.name];
  const { source } = transforms[`${destination.name}-record`] ?? {};
  return Yaml.stringify({ ...source && { source }, ...sink });
}
