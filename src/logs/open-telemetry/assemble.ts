import { typeOf } from './components';
import { keeping } from './conditions';
import { CollectorConfig, Pipeline } from './config';
import { OPEN_TELEMETRY_DEFAULTS } from './defaults';
import { Output } from './exporters/output';
import { needsRecord, stepsOf } from './filters';
import { connectorOf, destinationPipelineOf, inputPipelineOf, receiverOf, STATE_PATH, STORAGE } from './layout';
import { OpenTelemetryCollectorOptions } from './open-telemetry-collector-options';
import { fieldsOf, memoryLimiter, nodeName, podAttributes } from './processors';
import { receiverFor } from './receivers';
import { TEXT_FIELD, toRecord, toText } from './transform';
import { valueOf } from '../../private/default-row';
import { mergeWire, Wire } from '../../private/wire';
import { LogDestination } from '../log-destination';
import { LogFilter } from '../log-filter';
import { LogInput } from '../log-input';
import { LogSetup } from '../private/collector';
import { Condition, sourcesOf } from '../private/condition';
import { isOwnLog } from '../private/log-agents';
import { LogSource } from '../private/log-source';

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

/** A configuration, and the ids that settings can be laid upon. */
export interface Assembled {
  readonly config: CollectorConfig;
  readonly ids: readonly string[];
}

const HEALTH = 'health_check';
const MEMORY = 'memory_limiter';
const PODS = 'k8s_attributes';
const NODE = 'resource/node';
const FIELDS = 'attributes/fields';
// no destination can have these names
const RECORD = 'transform/to_record';
const TEXT = 'transform/to_text';

/** One pipeline for each input and one for each destination, so that each destination can have what it needs and pods are watched once. */
export function assemble(parts: Parts): Assembled {
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
  const { receivers, processors, exporters, connectors, extensions: all } = whole;
  return {
    config: overridden({ ...whole, service: { ...whole.service, extensions: Object.keys(all) } }, parts.options.configOverrides),
    ids: ['service', ...[receivers, processors, exporters, connectors, all].flatMap(section => Object.keys(section))],
  };
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

function receiver(input: LogInput, parts: Parts): Wire {
  const { setup: { metadata, cluster }, namespace } = parts;
  return receiverFor(input, { namespace, writesToStdout: writesToStdout(parts), hasNames: metadata.source !== 'none', cluster });
}

/** Whether something writes logs into the log of the collector: `debug` does so in every verbosity, if only a line for each batch. */
function writesToStdout({ sinks, options: { extraConfig: { exporters = {} } = {} } }: Parts): boolean {
  const all = [...sinks.map(sink => [exporterOf(sink), sink.output.settings] as const), ...Object.entries(exporters)];
  return all.some(([id, settings]) => isOwnLog(typeOf(id), settings?.path, ['debug']));
}

function sharedProcessors(parts: Parts): { [id: string]: Wire } {
  const { inputs, setup: { metadata, fields, cluster } } = parts;
  const added = fieldsOf(fields);
  return {
    [MEMORY]: memoryLimiter(cluster),
    ...metadata.source === 'api' && inputs.some(hasPods) && { [PODS]: podAttributes(metadata, cluster) },
    [NODE]: nodeName(),
    ...added && { [FIELDS]: added },
    ...hasRecords(parts) && { [RECORD]: toRecord(), [TEXT]: toText() },
  };
}

/** Whether something looks at lines of text as records with the field `log`, or gives them further fields. */
function hasRecords({ filters: given, sinks }: Parts): boolean {
  const conditions = [
    ...given.flatMap(({ _filter: filter }) => filter.kind === 'keep' ? [filter.does.condition] : []),
    ...sinks.flatMap(({ destination: { _destination: { options: { when } } } }) => when === undefined ? [] : [when._condition]),
  ];
  return given.some(({ _filter }) => needsRecord(_filter)) || conditions.some(looksAtText)
    || sinks.some(({ output }) => output.sources?.some(isText));
}

function looksAtText(condition: Condition): boolean {
  return sourcesOf(condition).some(isText);
}

function isText(source: LogSource): boolean {
  return source.from === 'field' && source.path[0] === TEXT_FIELD;
}

function hasPods({ kind }: LogInput): boolean {
  return kind === 'containers';
}

function processorsOf({ destination, output: { processors, lastProcessors } }: Sink): { [id: string]: Wire } {
  const { name, _destination: { options: { when } } } = destination;
  return { ...when && named({ filter: keeping(when._condition) }, name), ...named(processors, name), ...named(lastProcessors, name) };
}

function named(processors: { readonly [type: string]: Wire } = {}, name: string): { [id: string]: Wire } {
  return Object.fromEntries(Object.entries(processors).map(([type, settings]) => [`${type}/${name}`, settings]));
}

/** What happens to the records of one destination alone: where they are texts again, before or after. */
function processingOf(sink: Sink, hasTexts: boolean): string[] {
  const last = Object.keys(named(sink.output.lastProcessors, sink.destination.name));
  const first = Object.keys(processorsOf(sink)).filter(id => !last.includes(id));
  return [...first, ...hasTexts ? [TEXT] : [], ...last];
}

/** Filters by their place, in their order. */
function filters(parts: Parts): { [id: string]: Wire } {
  return Object.fromEntries(parts.filters.flatMap(processorsOfFilter));
}

/** A filter may take several processors. */
function processorsOfFilter({ _filter: filter }: LogFilter, index: number): Array<[id: string, settings: Wire]> {
  const steps = stepsOf(filter);
  return steps.map(([type, settings], step) => [`${type}/${index + 1}-${filter.kind}${steps.length > 1 ? `-${step + 1}` : ''}`, settings]);
}

function filtersOf({ filters: given }: Parts, { name }: LogInput): string[] {
  return given.flatMap((filter, index) => {
    const { inputs } = filter._filter.options;
    return inputs === undefined || inputs.includes(name) ? processorsOfFilter(filter, index).map(([id]) => id) : [];
  });
}

/** An input that no destination takes has no pipeline. */
function inputPipelines(parts: Parts): { [id: string]: Pipeline } {
  const { inputs, sinks, setup: { metadata, fields } } = parts;
  return Object.fromEntries(inputs.map(input => [inputPipelineOf(input), {
    receivers: [receiverOf(input)],
    processors: [
      MEMORY, ...metadata.source === 'api' && hasPods(input) ? [PODS] : [], NODE, ...Object.keys(fields).length > 0 ? [FIELDS] : [],
      ...hasRecords(parts) ? [RECORD] : [], ...filtersOf(parts, input),
    ],
    exporters: sinks.filter(sink => takes(sink, input)).map(({ destination: { name } }) => connectorOf(name)),
  }] as const).filter(([, { exporters }]) => exporters.length > 0));
}

function takes({ destination: { _destination: { options } } }: Sink, { name }: LogInput): boolean {
  return options.inputs === undefined || options.inputs.includes(name);
}

function destinationPipelines(parts: Parts): { [id: string]: Pipeline } {
  const { sinks } = parts;
  const hasTexts = hasRecords(parts);
  return Object.fromEntries(sinks.map(sink => [destinationPipelineOf(sink.destination.name), {
    receivers: [connectorOf(sink.destination.name)],
    processors: processingOf(sink, hasTexts),
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
