import { LogInput } from '../log-input';
import { CollectorDialect } from '../private/destination-context';

/** The name of the program, its container and the label of the agent. */
export const NAME = 'opentelemetry-collector';

/** Where positions and queues are in the container: where the collector's Helm chart has them, so that a directory can be taken over. */
export const STATE_PATH = '/var/lib/otelcol';

/** The configuration, in a directory of its own. */
export const CONFIG_PATH = '/etc/otelcol/config.yaml';

/** The variable that holds the name of the node. */
export const NODE_NAME = 'K8S_NODE_NAME';

/** How the configuration refers to certificates and credentials. */
export const DIALECT: CollectorDialect = {
  program: 'the OpenTelemetry Collector', tlsDirectory: '/etc/otelcol/destinations', variable: name => `\${env:${name}}`,
};

/** Positions and queues are kept by the id of their component, and so by this one. */
export const STORAGE = 'file_storage';

/**
 * The receiver of an input. The usual one has no name of its own, as in the collector's Helm chart: the chart's positions then hold for
 * it.
 */
export function receiverOf(input: LogInput): string {
  const type = input.kind === 'journal' ? 'journald' : 'file_log';
  return input.name === input.kind ? type : `${type}/${input.name}`;
}

/** The pipeline that reads an input. */
export function inputPipelineOf(input: LogInput): string {
  return `logs/in-${input.name}`;
}

/** The pipeline that ends in a destination. */
export function destinationPipelineOf(name: string): string {
  return `logs/out-${name}`;
}

/** What joins the pipelines of inputs to that of a destination. */
export function connectorOf(name: string): string {
  return `forward/${name}`;
}
