import { keeping } from './conditions';
import { CollectorConfig, Pipeline } from './config';
import { OPEN_TELEMETRY_DEFAULTS } from './defaults';
import { Output } from './exporters/output';
import { connectorOf, destinationPipelineOf, inputPipelineOf, receiverOf, STATE_PATH, STORAGE } from './layout';
import { OpenTelemetryCollectorOptions } from './open-telemetry-collector-options';
import { fieldsOf, memoryLimiter, nodeName, podAttributes } from './processors';
import { receiverFor } from './receivers';
import { valueOf } from '../../private/default-row';
import { mergeWire, Wire } from '../../private/wire';
import { LogDestination } from '../log-destination';
import { LogFilter } from '../log-filter';
import { LogInput } from '../log-input';
import { LogSetup } from '../private/collector';

/** A destination, and what it is to the collector. */
export interface Sink {
  readonly destination: LogDestination;
  readonly output: Output;
}

/** What a configuration is made of. */
export interface Parts {
  readonly inputs: readonly LogInput[];
  readonly filters: readonly LogFilter[];
  readonly sinks: readonly Sink[];
  readonly setup: LogSetup;
  readonly namespace?: string;
  readonly options: OpenTelemetryCollectorOptions;
  readonly metricsPort: number;
}

const HEALTH = 'health_check';
const MEMORY = 'memory_limiter';
const PODS = 'k8s_attributes';
const NODE = 'resource/node';
const FIELDS = 'attributes/fields';

/** One pipeline for each input and one for each destination, so that each destination can have what it needs and pods are watched once. */
export function assemble(parts: Parts): CollectorConfig {
  const { inputs, sinks, options: { extraConfig = {} } } = parts;
  const own: CollectorConfig = {
    receivers: Object.fromEntries(inputs.map(input => [receiverOf(input), receiver(input, parts)])),
    processors: { ...sharedProcessors(parts), ...filters(parts), ...Object.assign({}, ...sinks.map(processorsOf)) },
    exporters: Object.fromEntries(sinks.map(sink => [exporterOf(sink), sink.output.settings])),
    connectors: Object.fromEntries(sinks.map(({ destination: { name } }) => [connectorOf(name), {}])),
    extensions: { ...extensions(parts), ...Object.assign({}, ...sinks.map(({ output }) => output.extensions)) },
    service: { extensions: [], telemetry: telemetry(parts), pipelines: { ...inputPipelines(parts), ...destinationPipelines(parts) } },
  };
  const whole: CollectorConfig = {
    receivers: { ...own.receivers, ...extraConfig.receivers },
    processors: { ...own.processors, ...extraConfig.processors },
    exporters: { ...own.exporters, ...extraConfig.exporters },
    connectors: { ...own.connectors, ...extraConfig.connectors },
    extensions: { ...own.extensions, ...extraConfig.extensions },
    service: { ...own.service, pipelines: { ...own.service.pipelines, ...extraConfig.pipelines } },
  };
  return overridden({ ...whole, service: { ...whole.service, extensions: Object.keys(whole.extensions) } }, parts.options.configOverrides);
}

/** The id of an exporter. */
export function exporterOf({ destination: { name }, output: { type } }: Sink): string {
  return `${type}/${name}`;
}

function overridden(config: CollectorConfig, overrides: { readonly [id: string]: Wire } = {}): CollectorConfig {
  const laid = (section: { [id: string]: Wire }) =>
    Object.fromEntries(Object.entries(section).map(([id, settings]) => [id, mergeWire(settings, overrides[id])]));
  return {
    receivers: laid(config.receivers),
    processors: laid(config.processors),
    exporters: laid(config.exporters),
    connectors: laid(config.connectors),
    extensions: laid(config.extensions),
    service: mergeWire(config.service, overrides.service) as CollectorConfig['service'],
  };
}

function receiver(input: LogInput, { setup: { metadata, cluster }, sinks, namespace }: Parts): Wire {
  const writesToStdout = sinks.some(({ destination: { kind } }) => kind === 'stdout');
  return receiverFor(input, { namespace, writesToStdout, hasNames: metadata.source !== 'none', cluster });
}

function sharedProcessors({ inputs, setup: { metadata, fields, cluster } }: Parts): { [id: string]: Wire } {
  const added = fieldsOf(fields);
  return {
    [MEMORY]: memoryLimiter(cluster),
    ...metadata.source === 'api' && inputs.some(hasPods) && { [PODS]: podAttributes(metadata, cluster) },
    [NODE]: nodeName(),
    ...added && { [FIELDS]: added },
  };
}

function hasPods({ kind }: LogInput): boolean {
  return kind === 'containers';
}

function processorsOf({ destination, output }: Sink): { [id: string]: Wire } {
  const { when } = destination._destination.options;
  const chosen = { ...when && { filter: keeping(when._condition) }, ...output.processors };
  return Object.fromEntries(Object.entries(chosen).map(([type, settings]) => [`${type}/${destination.name}`, settings]));
}

/** Filters by their place, in their order. */
function filters(parts: Parts): { [id: string]: Wire } {
  return Object.fromEntries(parts.filters.flatMap(({ _filter: filter }, index) =>
    filter.kind === 'keep' ? [[filterOf(index), keeping(filter.does.condition)]] : []));
}

function filterOf(index: number): string {
  return `filter/${index + 1}-keep`;
}

function filtersOf({ filters: given }: Parts, { name }: LogInput): string[] {
  return given.flatMap(({ _filter: { options } }, index) => options.inputs === undefined || options.inputs.includes(name) ? [filterOf(index)] : []);
}

/** An input that no destination takes has no pipeline. */
function inputPipelines(parts: Parts): { [id: string]: Pipeline } {
  const { inputs, sinks, setup: { metadata, fields } } = parts;
  return Object.fromEntries(inputs.map(input => [inputPipelineOf(input), {
    receivers: [receiverOf(input)],
    processors: [
      MEMORY, ...metadata.source === 'api' && hasPods(input) ? [PODS] : [], NODE, ...Object.keys(fields).length > 0 ? [FIELDS] : [],
      ...filtersOf(parts, input),
    ],
    exporters: sinks.filter(sink => takes(sink, input)).map(({ destination: { name } }) => connectorOf(name)),
  }] as const).filter(([, { exporters }]) => exporters.length > 0));
}

function takes({ destination: { _destination: { options } } }: Sink, { name }: LogInput): boolean {
  return options.inputs === undefined || options.inputs.includes(name);
}

function destinationPipelines({ sinks }: Parts): { [id: string]: Pipeline } {
  return Object.fromEntries(sinks.map(sink => [destinationPipelineOf(sink.destination.name), {
    receivers: [connectorOf(sink.destination.name)],
    processors: Object.keys(processorsOf(sink)),
    exporters: [exporterOf(sink)],
  }]));
}

function extensions({ options, setup: { cluster } }: Parts): { [id: string]: Wire } {
  const { neededAbove, startedBelow } = valueOf(OPEN_TELEMETRY_DEFAULTS.compactionMebibytes, cluster);
  return {
    [HEALTH]: { endpoint: `:${options.healthPort ?? valueOf(OPEN_TELEMETRY_DEFAULTS.healthPort, cluster)}` },
    [STORAGE]: {
      directory: STATE_PATH,
      timeout: '10s',
      fsync: options.syncState ?? false,
      // a file that a power failure damaged would otherwise end the collector at each start
      recreate: true,
      compaction: {
        directory: STATE_PATH,
        on_rebound: true,
        rebound_needed_threshold_mib: neededAbove,
        rebound_trigger_threshold_mib: startedBelow,
        cleanup_on_start: true,
      },
    },
  };
}

function telemetry({ options, metricsPort, setup: { cluster } }: Parts): Wire {
  return {
    logs: { level: options.logLevel ?? valueOf(OPEN_TELEMETRY_DEFAULTS.logLevel, cluster) },
    metrics: { readers: [{ pull: { exporter: { prometheus: { host: '', port: metricsPort } } } }] },
  };
}

/** The ids that settings can be laid upon. */
export function overridable(config: CollectorConfig): string[] {
  const { receivers, processors, exporters, connectors, extensions: own } = config;
  return ['service', ...[receivers, processors, exporters, connectors, own].flatMap(section => Object.keys(section))];
}

