import { Yaml, Chart } from 'cdk8s';
import { parse } from 'yaml';
import { LogAgent, LogAgentProps, LogDestination } from '../../src';
import { errorsOf, objectOf, testChart } from '../support/golden';

/** An agent in a chart of its own; a destination is given where none is. */
export function agentOf(props: Partial<LogAgentProps> = {}, chart: Chart = testChart()): LogAgent {
  return new LogAgent(chart, 'logs', { destinations: [LogDestination.loki({ url: 'http://loki:3100' })], ...props });
}

/** The text of the collector's configuration. */
export function configText(chart: Chart, fileName: string = 'fluent-bit.yaml'): string {
  return objectOf(chart, 'ConfigMap').data[fileName];
}

/** Fluent Bit's configuration of an agent without mistakes. */
export function configOf(props: Partial<LogAgentProps> = {}): any {
  const chart = testChart();
  agentOf(props, chart);
  return parse(configText(chart));
}

/** The only output of an agent, as YAML without what stands in every output. */
export function outputText(destination: LogDestination, props: Partial<LogAgentProps> = {}): string {
  const { 'alias': _, 'match': __, 'storage.total_limit_size': ___, 'retry_limit': ____, ...output } =
    configOf({ destinations: [destination], ...props }).pipeline.outputs[0];
  return Yaml.stringify(output);
}

/** The pod of an agent. */
export function podOf(props: Partial<LogAgentProps> = {}): any {
  const chart = testChart();
  agentOf(props, chart);
  return objectOf(chart, 'DaemonSet').spec.template.spec;
}

/** What a synth of an agent says is wrong. */
export function problemsOf(props: Partial<LogAgentProps> = {}): string[] {
  const chart = testChart();
  agentOf(props, chart);
  return errorsOf(chart);
}
