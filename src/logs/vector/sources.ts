import { VECTOR_DEFAULTS } from './defaults';
import { NAME, POD_LOGS } from './layout';
import { multilineTransform, partsTransform } from './multiline';
import { containerProgram, criProgram, dockerProgram, fileProgram, journalProgram } from './record';
import { plainText } from './text';
import { FlagSource, valueOf } from '../../private/default-row';
import { Wire } from '../../private/wire';
import { LOG_DEFAULTS } from '../defaults';
import { ContainerLogFormat, ContainerLogsOptions } from '../inputs/container-logs-options';
import { InputKind, InputKinds } from '../inputs/input-kinds';
import { LogInput } from '../log-input';
import { LogMetadata } from '../log-metadata';
import { LogValue } from '../log-value';
import { containersLeftOut } from '../private/log-agents';

/** What the components of an input depend on. */
export interface InputSetup {
  readonly namespace?: string;
  readonly writesToStdout: boolean;
  readonly cluster: FlagSource;
  readonly metadata: LogMetadata;
  readonly fields: { readonly [name: string]: LogValue };
}

/** The components of an input by their ids. The last of them gives the records that destinations get. */
export interface InputComponents {
  readonly source: Wire;
  readonly transforms: { readonly [id: string]: Wire };
}

/** An input in the spelling of Vector. */
export function componentsOf(input: LogInput, setup: InputSetup): InputComponents {
  const { kind, options } = input._input;
  return INPUTS[kind](input, options as never, setup);
}

/** The id of the component that gives the records of an input. */
export function recordsOf(input: LogInput): string {
  return `${input.name}-record`;
}

const INPUTS: { readonly [Kind in InputKind]: (input: LogInput, options: InputKinds[Kind], setup: InputSetup) => InputComponents } = {
  containers: (input, options, setup) => (setup.metadata.source === 'api' ? knownContainers : containerFiles)(input, options, setup),
  journal: (input, options, { fields }) => ({
    source: {
      type: 'journald',
      journal_directory: plainText(options.directory, 'the directory of the journal'),
      include_units: options.units?.map(unit => plainText(unit, 'a unit')),
      include_matches: options.transport && { _TRANSPORT: [options.transport] },
      // of the running boot alone: with the journalctl of systemd 250 to 257, which the images have, Vector refuses
      // `current_boot_only: false`
      since_now: !options.readFromBeginning,
    },
    transforms: chain(input, [], remap(journalProgram(fields))),
  }),
  files: (input, options, setup) => ({
    source: {
      ...tailing(options.readFromBeginning, setup.cluster),
      include: options.paths.map(path => plainText(path, 'a path')),
      exclude: options.exclude?.map(path => plainText(path, 'a path to leave out')),
      // by itself the first line says which file is which: of two files that begin alike one would never be read
      fingerprint: { strategy: 'device_and_inode' },
    },
    transforms: chain(input, multilineSteps(input), remap(fileProgram(options.parser === 'json', setup.fields))),
  }),
};

/** The source that knows the pods of the node. */
function knownContainers(input: LogInput, options: ContainerLogsOptions, setup: InputSetup): InputComponents {
  const { cluster, metadata, fields } = setup;
  const { rescanMilliseconds, longestLine, longestEntry } = valueOf(VECTOR_DEFAULTS.reading, cluster);
  const wanted = metadata._options;
  const { labels, annotations } = valueOf(LOG_DEFAULTS.podMetadata, cluster);
  return {
    source: {
      type: 'kubernetes_logs',
      glob_minimum_cooldown_ms: rescanMilliseconds,
      max_line_bytes: longestLine,
      // without it a line of any length is put together in memory
      max_merged_line_bytes: longestEntry,
      // what is read late still has the labels of a pod that is gone
      delay_deletion_ms: valueOf(VECTOR_DEFAULTS.podCache, cluster).keepSeconds * 1000,
      use_apiserver_cache: valueOf(VECTOR_DEFAULTS.podCache, cluster).apiServerCache,
      read_from: reads(options.readFromBeginning, cluster),
      // by itself it leaves out its own pods by their label
      exclude_paths_glob_patterns: setup.writesToStdout && !options.includeOwnLogs ? ['**/*.gz', '**/*.tmp', ...leftOut(setup)] : undefined,
      include_paths_glob_patterns: options.namespaces?.map(namespace => `${POD_LOGS}/${namespace}_*/**`),
      extra_field_selector: options.excludeNamespaces?.map(namespace => `metadata.namespace!=${namespace}`).join(','),
      insert_namespace_fields: metadata._readsNamespaces,
      pod_annotation_fields: {
        pod_namespace: 'kubernetes.namespace_name',
        pod_uid: 'kubernetes.pod_id',
        pod_node_name: 'kubernetes.host',
        pod_ip: 'kubernetes.pod_ip',
        pod_ips: '',
        pod_owner: wanted.ownerReferences ? 'kubernetes.ownerReferences' : '',
        pod_labels: wanted.labels ?? labels ? 'kubernetes.labels' : '',
        pod_annotations: wanted.annotations ?? annotations ? 'kubernetes.annotations' : '',
        container_id: 'kubernetes.docker_id',
        container_image_id: '',
      },
      namespace_annotation_fields: { namespace_labels: metadata._readsNamespaces ? 'kubernetes_namespace.labels' : '' },
      node_annotation_fields: { node_labels: '' },
    },
    transforms: chain(input, multilineSteps(input), remap(containerProgram({
      json: wantsJson(options, cluster),
      jsonField: options.jsonField,
      metadata: 'event',
      ownerReferences: Boolean(wanted.ownerReferences),
      namespaceLabels: metadata._readsNamespaces,
      fields,
    }))),
  };
}

/** The files of containers whose logs the agent leaves out. */
function leftOut(setup: InputSetup): string[] {
  return containersLeftOut({ ...setup, container: NAME }).map(({ namespace, container }) => `${POD_LOGS}/${namespace}_*/${container}/**`);
}

/** Files alone: without the API server, and with acknowledgements. */
function containerFiles(input: LogInput, options: ContainerLogsOptions, setup: InputSetup): InputComponents {
  const { cluster, metadata, fields } = setup;
  const directories = (options.namespaces ?? ['*']).map(each => `${POD_LOGS}/${each === '*' ? '*' : `${each}_*`}`);
  return {
    source: {
      ...tailing(options.readFromBeginning, cluster),
      include: directories.map(directory => `${directory}/*/*.log*`),
      exclude: [
        ...options.includeOwnLogs ? [] : leftOut(setup),
        ...(options.excludeNamespaces ?? []).map(each => `${POD_LOGS}/${each}_*/**`),
        '**/*.gz',
        '**/*.tmp',
      ],
    },
    transforms: chain(
      input,
      [
        ['line', () => remap(options.format === ContainerLogFormat.DOCKER ? dockerProgram() : criProgram())],
        ['parts', partsTransform],
        ...multilineSteps(input),
      ],
      remap(containerProgram({
        json: wantsJson(options, cluster),
        jsonField: options.jsonField,
        metadata: metadata.source === 'none' ? 'none' : 'fileName',
        ownerReferences: false,
        namespaceLabels: false,
        fields,
      })),
    ),
  };
}

type Step = readonly [suffix: string, transform: (inputs: readonly string[]) => Wire];

function multilineSteps(input: LogInput): Step[] {
  return input._multiline.length === 0 ? [] : [['multiline', inputs => multilineTransform(input._multiline, inputs)]];
}

/** Transforms one after the other, from the source to the record. */
function chain(input: LogInput, steps: readonly Step[], record: Wire): { [id: string]: Wire } {
  const transforms: { [id: string]: Wire } = {};
  let from = input.name;
  for (const [suffix, transform] of [...steps, ['record', () => record] as const]) {
    const id = `${input.name}-${suffix}`;
    const { type, ...rest } = transform([from]);
    transforms[id] = { type, ...rest, inputs: [from] };
    from = id;
  }
  return transforms;
}

/** A program that lets no record go by unchanged, and drops none. */
export function remap(source: string): Wire {
  return { type: 'remap', inputs: [], source };
}

function tailing(given: boolean | undefined, cluster: FlagSource): Wire {
  const { rescanMilliseconds, longestLine } = valueOf(VECTOR_DEFAULTS.reading, cluster);
  return { type: 'file', glob_minimum_cooldown_ms: rescanMilliseconds, max_line_bytes: longestLine, read_from: reads(given, cluster) };
}

function reads(given: boolean | undefined, cluster: FlagSource): string {
  return given ?? valueOf(LOG_DEFAULTS.tail, cluster).fromBeginning ? 'beginning' : 'end';
}

function wantsJson({ parseJson }: ContainerLogsOptions, cluster: FlagSource): boolean {
  return parseJson ?? valueOf(LOG_DEFAULTS.parseJson, cluster);
}

