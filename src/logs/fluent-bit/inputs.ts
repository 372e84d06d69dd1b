import { NAME, STATE_PATH, tagOf, tagPrefixOf } from './layout';
import { multilineNames } from './parsers';
import { joined, listOf, NODE_NAME, optionalText, pathOf, plainText } from './text';
import { fail } from '../../private/agent-error';
import { FlagSource, valueOf } from '../../private/default-row';
import { sortedEntries, compact, Wire } from '../../private/wire';
import { LOG_DEFAULTS } from '../defaults';
import { ContainerLogFiles, ContainerLogFormat, ContainerLogsOptions } from '../inputs/container-logs-options';
import { InputKind, InputKinds } from '../inputs/input-kinds';
import { LogInput } from '../log-input';
import { LogValue } from '../log-value';
import { containersLeftOut } from '../private/log-agents';
import { NodeSystem, pathOn } from '../private/node-system';

/** Whose logs an agent leaves out: its own. */
export interface OwnPods {
  readonly namespace?: string;
  /** Whether it writes logs to its own log, where other log agents that do so read them. */
  readonly writesToStdout?: boolean;
  readonly cluster: FlagSource;
  readonly system: NodeSystem;
}

/** An input in the spelling of Fluent Bit. */
export function inputOf(input: LogInput, own: OwnPods, fields: { readonly [name: string]: LogValue }): Wire {
  const { kind, options } = input._input;
  return compact({ ...INPUTS[kind](input, options as never, own), 'storage.type': 'filesystem', 'processors': processorsOf(fields) });
}

const INPUTS: { readonly [Kind in InputKind]: (input: LogInput, options: InputKinds[Kind], own: OwnPods) => Wire } = {
  containers: containerLogs,
  journal: journalLogs,
  files: fileLogs,
};

function containerLogs(input: LogInput, options: ContainerLogsOptions, own: OwnPods): Wire {
  // refused on Windows, and then written as if it had not been asked for
  const rotated = options.files === ContainerLogFiles.CURRENT_AND_ROTATED && !own.system.isWindows;
  const prefix = tagPrefixOf(input);
  return {
    'name': 'tail',
    'alias': input.name,
    // names of namespaces and containers have no dot and none has `_`, so it separates what names of pods, which may have dots, do not
    ...rotated ? { tag: `${prefix}.<namespace>_<pod>_<container>`, tag_regex: POD_LOG_PATH } : { tag: tagOf(input) },
    'path': rotated ? rotatedPaths(options) : currentPaths(options, own.system),
    'exclude_path': listOf([
      ...options.includeOwnLogs ? [] : ownPaths(own, rotated),
      ...(options.excludeNamespaces
        ?? []).map(namespace => rotated ? `/var/log/pods/${namespace}_*` : containerFile(own.system, `*_${namespace}_*`)),
      ...rotated ? ['*.gz', '*.tmp'] : [],
    ], 'a path to leave out') || undefined,
    'multiline.parser': options.format === ContainerLogFormat.DOCKER ? 'docker' : 'cri',
    ...tailing(input, options.readFromBeginning, own),
    // entries are joined within a read: looked at four times a second, a file has whole entries where by itself it would be read line by
    // line. On Windows there is no other way, and no such key
    ...(options.multiline ?? []).length > 0 && !own.system.isWindows && { inotify_watcher: false },
    // a rotated file that is let go of would be found again by its new name, and sent again as a whole; one that is deleted is let go of
    // all the same
    ...rotated && { rotate_wait: 30 * 24 * 3600 },
  };
}

/** /var/log/pods/NAMESPACE_POD_UID/CONTAINER/N.log */
const POD_LOG_PATH = '/var/log/pods/(?<namespace>[^_/]+)_(?<pod>[^_/]+)_[^_/]+/(?<container>[^/]+)/';

function currentPaths({ namespaces }: ContainerLogsOptions, system: NodeSystem): string {
  return (namespaces?.map(namespace => `*_${namespace}_*`) ?? ['*']).map(name => containerFile(system, name)).join(', ');
}

/** The links to the files that are being written. On Windows the plugin takes a path apart at backslashes alone. */
function containerFile({ logs, separator }: NodeSystem, name: string): string {
  return [logs, 'containers', `${name}.log`].join(separator);
}

function rotatedPaths({ namespaces }: ContainerLogsOptions): string {
  return (namespaces?.map(namespace => `${namespace}_*`) ?? ['*'])
    .flatMap(directory => ['*.log', '*.log.2*'].map(file => `/var/log/pods/${directory}/*/${file}`)).join(', ');
}

/** The files of containers whose logs the agent leaves out. */
export function ownPaths(own: OwnPods, rotated: boolean): string[] {
  return containersLeftOut({ ...own, container: NAME }).map(({ namespace, container }) =>
    rotated ? `/var/log/pods/${namespace}_*/${container}/*` : containerFile(own.system, `*_${namespace}_${container}-*`));
}

function journalLogs(input: LogInput, options: InputKinds['journal']): Wire {
  return {
    name: 'systemd',
    alias: input.name,
    tag: tagOf(input),
    path: plainText(options.directory, 'the directory of the journal'),
    systemd_filter: options.transport !== undefined ? [`_TRANSPORT=${options.transport}`]
      : options.units?.map(unit => joined('a unit', '_SYSTEMD_UNIT=', plainText(unit, 'a unit'))),
    db: `${STATE_PATH}/journal-${input.name}.db`,
    read_from_tail: !options.readFromBeginning,
  };
}

function fileLogs(input: LogInput, options: InputKinds['files'], own: OwnPods): Wire {
  return {
    'name': 'tail',
    'alias': input.name,
    'tag': tagOf(input),
    'path': listOf(options.paths, 'a path'),
    'exclude_path': options.exclude && listOf(options.exclude, 'a path to leave out'),
    'parser': optionalText(options.parser, 'the name of a parser'),
    'multiline.parser': multilineNames(input.name, options.multiline) || undefined,
    ...tailing(input, options.readFromBeginning, own),
  };
}

function tailing(input: LogInput, given: boolean | undefined, { cluster, system }: OwnPods): Wire {
  const { fromBeginning, refreshSeconds, rotateWaitSeconds, longestLine } = valueOf(LOG_DEFAULTS.tail, cluster);
  return {
    // where each file was read up to; locked, because two readers would both send every line
    'db': pathOn(system, `${STATE_PATH}/tail-${input.name}.db`),
    'db.locking': true,
    'read_from_head': given ?? fromBeginning,
    // pods that live for less than this leave no trace; by itself the plugin looks once a minute
    'refresh_interval': refreshSeconds,
    'rotate_wait': rotateWaitSeconds,
    'buffer_max_size': longestLine,
    // a longer line would otherwise end the reading of its file
    'skip_long_lines': true,
  };
}

/** Fields that every record gets. A processor, not a filter: it takes any text as it is. */
function processorsOf(fields: { readonly [name: string]: LogValue }): Wire | undefined {
  const entries = sortedEntries(fields);
  return entries.length === 0 ? undefined : {
    logs: entries.map(([key, value]) => ({
      name: 'content_modifier', action: 'upsert', key: plainText(key, 'the name of a field'), value: fieldText(key, value),
    })),
  };
}

function fieldText(name: string, value: LogValue): string {
  const source = value._source;
  if (source.from === 'nodeName') {return NODE_NAME;}
  if (source.from === 'text') {return plainText(source.text, `the field '${name}'`);}
  fail({
    code: 'invalid-log-text',
    what: `the field '${name}' would be a copy of another one`,
    given: pathOf(source).join('.'),
    allowed: 'LogValue.text, LogValue.nodeName',
    fix: 'leave it out: the record has it already',
  });
}
