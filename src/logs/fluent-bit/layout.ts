import { LogInput } from '../log-input';
import { above0, AlertQueries, standsStill } from '../private/alert-rules';
import { CollectorDialect } from '../private/destination-context';

/** The name of the program, its container and the label of the agent. */
export const NAME = 'fluent-bit';

/** Where positions and buffers are in the container, on Windows from drive C. */
export const STATE_PATH = '/var/lib/fluent-bit';

/** The configuration, in a directory of its own, on Windows from drive C. */
export const CONFIG_PATH = '/fluent-bit/etc/conf/fluent-bit.yaml';

/** Where the image has the program. */
export const PROGRAM_PATH = '/fluent-bit/bin/fluent-bit';

/** How the configuration refers to certificates and credentials. */
export const DIALECT: CollectorDialect = { program: 'Fluent Bit', tlsDirectory: '/fluent-bit/etc/tls', variable: name => `\${${name}}` };

/** What alerts look at, at `/api/v2/metrics/prometheus`. */
export const ALERT_QUERIES: AlertQueries = {
  dropped: own => above0('name', `increase(fluentbit_output_dropped_records_total{${own}}[5m])`),
  undelivered: own => above0('name', `increase(fluentbit_output_retries_total{${own}}[5m])`),
  notRead: standsStill('fluentbit_input_records_total'),
  bufferFree: selector => `fluentbit_output_chunk_available_capacity_percent{${selector}}`,
  whenFull: 'When it is full the oldest logs are dropped.',
  destination: 'name',
};

/** What the tags of an input begin with. `kube` is what examples everywhere match the logs of containers by. */
export function tagPrefixOf(input: LogInput): string {
  return input.kind === 'containers' && input.name === 'containers' ? 'kube' : input.name;
}

/** What matches the tags of an input. */
export function tagOf(input: LogInput): string {
  return `${tagPrefixOf(input)}.*`;
}
