import { Yaml } from 'cdk8s';
import { parse } from 'yaml';
import { LogAgentProps, LogCollector, LogDestination, OpenTelemetryCollectorOptions } from '../../../src';
import { objectOf, testChart } from '../../support/golden';
import { agentOf } from '../log-config';

/** The text of the collector's configuration. */
export function otelText(props: Partial<LogAgentProps> = {}, options: OpenTelemetryCollectorOptions = {}): string {
  const chart = testChart();
  agentOf({ collector: LogCollector.openTelemetryCollector(options), ...props }, chart);
  return objectOf(chart, 'ConfigMap').data['config.yaml'];
}

/** The collector's configuration of an agent without mistakes. */
export function otelConfig(props: Partial<LogAgentProps> = {}, options: OpenTelemetryCollectorOptions = {}): any {
  return parse(otelText(props, options));
}

/** What a destination is to the collector, as YAML without the queue, the retries and the timeout, which every one has. */
export function exporterText(destination: LogDestination, props: Partial<LogAgentProps> = {}): string {
  const { exporters, processors, extensions } = otelConfig({ destinations: [destination], ...props });
  const [[id, settings]] = Object.entries<any>(exporters);
  const { sending_queue: _, retry_on_failure: __, timeout: ___, ...rest } = settings;
  const own = (section: object) => Object.fromEntries(Object.entries(section).filter(([name]) => name.endsWith(`/${destination.name}`)));
  return Yaml.stringify({ [id]: rest, ...own(processors), ...own(extensions) });
}
