import { VectorConfig } from './config';
import { Finding } from '../../private/finding';
import { Wire } from '../../private/wire';
import { unanswered } from '../private/config-findings';

/** A configuration that was written as a whole. */
export function wholeConfigOf({ sources, transforms, sinks, ...global }: Wire): VectorConfig {
  return { global, sources: sources ?? {}, transforms: transforms ?? {}, sinks: sinks ?? {} };
}

/**
 * What keeps a whole configuration from being run by the agent.
 *
 * @param port that metrics, and without an API probes, ask
 * @param apiPort that probes ask where there is an API
 */
export function checkWhole(file: Wire, port: number, apiPort: number | undefined): Finding[] {
  const { global, sinks } = wholeConfigOf(file);
  const answers = (address: unknown, wanted: number) => String(address).endsWith(`:${wanted}`);
  const hasMetrics = Object.values(sinks).some(sink => sink?.type === 'prometheus_exporter'
    && answers(sink.address ?? '0.0.0.0:9598', port));
  const hasApi = apiPort !== undefined && global.api?.enabled === true && answers(global.api.address ?? '127.0.0.1:8686', apiPort);
  return (apiPort === undefined ? hasMetrics : hasApi) ? [] : [unanswered(
    apiPort === undefined ? 'no sink prometheus_exporter at this port' : 'no `api` at this port',
    'add it; another port is `port` of the agent, or `apiPort` of the collector',
    apiPort === undefined ? `type: prometheus_exporter, address: '[::]:${port}'` : `api: { enabled: true, address: '[::]:${apiPort}' }`)];
}
