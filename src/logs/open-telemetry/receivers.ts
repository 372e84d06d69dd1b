import { containerOperators } from './container-operators';
import { OPEN_TELEMETRY_DEFAULTS } from './defaults';
import { goPattern } from './go-pattern';
import { NAME, STORAGE } from './layout';
import { joinLines } from './multiline';
import { escaped, plainText } from './text';
import { FlagSource, valueOf } from '../../private/default-row';
import { compact, Wire } from '../../private/wire';
import { LOG_DEFAULTS } from '../defaults';
import { ContainerLogsOptions } from '../inputs/container-logs-options';
import { InputKind, InputKinds } from '../inputs/input-kinds';
import { LogInput } from '../log-input';
import { containersLeftOut } from '../private/log-agents';

/** Whose logs an agent leaves out, its own, and what it has to know of pods. */
export interface OwnPods {
  readonly namespace?: string;
  readonly writesToStdout?: boolean;
  readonly hasNames: boolean;
  readonly cluster: FlagSource;
}

/** An input as a receiver. */
export function receiverFor({ _input: { kind, options } }: LogInput, own: OwnPods): Wire {
  return compact(RECEIVERS[kind](options as never, own));
}

const RECEIVERS: { readonly [Kind in InputKind]: (options: InputKinds[Kind], own: OwnPods) => Wire } = {
  containers: containerLogs,
  // `support.ts` says that there is none
  journal: () => ({}),
  files: fileLogs,
};

function containerLogs(options: ContainerLogsOptions, own: OwnPods): Wire {
  const rotated = (options.files ?? valueOf(OPEN_TELEMETRY_DEFAULTS.tail, own.cluster).files) === 'currentAndRotated';
  const files = rotated ? ['*.log', '*.log.2*'] : ['*.log'];
  const pods = options.namespaces?.map(namespace => `${namespace}_*`) ?? ['*'];
  return {
    include: pods.flatMap(pod => files.map(file => `/var/log/pods/${pod}/*/${file}`)),
    exclude: [
      ...options.includeOwnLogs ? [] : containersLeftOut({ ...own, container: NAME })
        .map(({ namespace, container }) => `/var/log/pods/${namespace}_*/${container}/*`),
      ...(options.excludeNamespaces ?? []).map(namespace => `/var/log/pods/${namespace}_*/*/*`),
      ...rotated ? ['/var/log/pods/*/*/*.gz', '/var/log/pods/*/*/*.tmp'] : [],
    ],
    ...reading(options.readFromBeginning, own.cluster),
    operators: containerOperators(options, own.hasNames, own.cluster),
  };
}

function fileLogs(options: InputKinds['files'], { cluster }: OwnPods): Wire {
  const { multiline = [] } = options;
  const [{ kind, pattern } = { kind: undefined, pattern: undefined }] = multiline;
  // the receiver itself can only split where an entry begins; unlike an operator it holds nothing that counts as read
  const splits = multiline.length === 1 && kind === 'start';
  return {
    include: options.paths.map(path => plainText(path, 'a path')),
    exclude: options.exclude?.map(path => plainText(path, 'a path to leave out')),
    ...reading(options.readFromBeginning, cluster),
    multiline: splits ? { line_start_pattern: escaped(`^.*(?:${goPattern(pattern!, 'the pattern of a first line')})`) } : undefined,
    operators: splits ? undefined : joinLines(multiline, 'body', 'attributes["log.file.path"]', cluster),
  };
}

function reading(given: boolean | undefined, cluster: FlagSource): Wire {
  const { pollSeconds, longestEntry } = valueOf(OPEN_TELEMETRY_DEFAULTS.tail, cluster);
  return {
    start_at: given ?? valueOf(LOG_DEFAULTS.tail, cluster).fromBeginning ? 'beginning' : 'end',
    storage: STORAGE,
    poll_interval: `${pollSeconds}s`,
    max_log_size: longestEntry,
    include_file_path: true,
    include_file_name: false,
    // where nothing more may be read for now, reading waits: by itself for five minutes, and then it goes on without those lines
    retry_on_failure: { enabled: true, max_elapsed_time: '0s' },
  };
}
