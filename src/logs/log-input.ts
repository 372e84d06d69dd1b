import { LOG_DEFAULTS } from './defaults';
import { AuditLogsOptions } from './inputs/audit-logs-options';
import { ContainerLogsOptions } from './inputs/container-logs-options';
import { FileLogsOptions } from './inputs/file-logs-options';
import { InputKind, InputOf } from './inputs/input-kinds';
import { JournalLogsOptions } from './inputs/journal-logs-options';
import { KernelLogsOptions } from './inputs/kernel-logs-options';
import { LogCondition } from './log-condition';
import { LogFilter } from './log-filter';
import { LogLineFormat } from './log-line-format';
import { LogValue } from './log-value';
import { MultilineLogs } from './multiline-logs';
import { fixedDirectoryOf, LOGS } from './private/fixed-directory';
import { OWN_FIELDS } from './private/own-fields';
import { fail, quote } from '../private/agent-error';
import { fixedValue } from '../private/default-row';
import { guardClass } from '../private/doors/guard-class';
import { isDnsLabel, requireName } from '../private/names';
import { cleanAbsolutePath } from '../private/paths';
import { sortedEntries } from '../private/wire';

/**
 * Where logs come from.
 */
export class LogInput {
  /**
   * The containers of the node.
   *
   * @throws invalid-name
   */
  public static containers(options: ContainerLogsOptions = {}): LogInput {
    for (const namespace of [...options.namespaces ?? [], ...options.excludeNamespaces ?? []]) {
      if (!isDnsLabel(namespace)) {
        fail({
          code: 'invalid-name',
          what: 'a namespace cannot have this name',
          given: quote(namespace),
          allowed: 'at most 63 lower case letters, digits and `-`',
          fix: 'name each namespace in full, without `*`',
        });
      }
    }
    if (options.jsonField !== undefined && OWN_FIELDS.includes(options.jsonField)) {
      fail({
        code: 'invalid-name',
        what: 'the fields of lines in JSON cannot be put into a field of the agent',
        given: `jsonField ${quote(options.jsonField)}`,
        allowed: `another name than ${OWN_FIELDS.join(', ')}`,
        fix: "choose another name, such as 'app'",
      });
    }
    [...options.containers ?? [], ...options.excludeContainers ?? []].forEach(container => requireName(
      container, 'dns-label', 'a container',
    ));
    return new LogInput(options.name ?? 'containers', { kind: 'containers', options });
  }

  /**
   * The systemd journal of the node.
   *
   * @throws invalid-name
   */
  public static journal(options: JournalLogsOptions = {}): LogInput {
    const directory = cleanAbsolutePath(options.directory ?? fixedValue(LOG_DEFAULTS.journalDirectory), 'the directory of the journal');
    return new LogInput(options.name ?? 'journal', { kind: 'journal', options: { ...options, directory } });
  }

  /**
   * Files of the node.
   *
   * @param inputName the name of the input: in metrics, and for destinations that take some inputs only
   * @param paths absolute, with `*` and `?` for parts of file names, and without `**`
   * @throws invalid-name
   * @throws invalid-path
   */
  public static files(inputName: string, paths: string[], options: FileLogsOptions = {}): LogInput {
    if (paths.length === 0) {
      fail({
        code: 'invalid-path', what: `the input ${quote(inputName)} has no path`, given: 'an empty list', fix: 'name at least one file',
      });
    }
    const read = (path: string) => requireOneLevel(cleanAbsolutePath(path, `a path of the input ${quote(inputName)}`));
    const clean = paths.map(read);
    clean.filter(path => !path.startsWith(`${LOGS}/`)).forEach(fixedDirectoryOf);
    return new LogInput(inputName, { kind: 'files', options: { ...options, paths: clean, exclude: options.exclude?.map(read) } });
  }

  /**
   * The log of the kernel, as the journal of the node has it: no device and no right beyond that of the journal. Nodes without systemd
   * have none.
   *
   * @throws invalid-name
   */
  public static kernel(options: KernelLogsOptions = {}): LogInput {
    const directory = cleanAbsolutePath(options.directory ?? fixedValue(LOG_DEFAULTS.journalDirectory), 'the directory of the journal');
    return new LogInput(options.name ?? 'kernel', { kind: 'journal', options: { name: options.name, directory, transport: 'kernel' } });
  }

  /**
   * The audit log of the Kubernetes API server, whose events become fields. Only nodes with an API server have it, and only where the
   * server is configured to write it.
   *
   * @throws invalid-name
   * @throws invalid-path
   */
  public static kubernetesAudit(options: AuditLogsOptions = {}): LogInput {
    return LogInput.parsed(options.name ?? 'kubernetes-audit', options.path ?? '/var/log/kubernetes/audit/audit.log', LogLineFormat.json());
  }

  /**
   * The audit log of Linux, as auditd writes it: `type`, `audit_time`, `audit_id` and `message` become fields. The file is of root alone.
   *
   * @throws invalid-name
   * @throws invalid-path
   */
  public static linuxAudit(options: AuditLogsOptions = {}): LogInput {
    return LogInput.parsed(options.name ?? 'linux-audit', options.path ?? '/var/log/audit/audit.log', LogLineFormat.regex(LINUX_AUDIT));
  }

  private static parsed(inputName: string, path: string, format: LogLineFormat): LogInput {
    const { name, _input } = LogInput.files(inputName, [path]);
    return new LogInput(name, _input, format);
  }

  /** `containers`, `journal` or `files`. */
  public readonly kind: string;

  private constructor(
    /** The name of the input. */
    public readonly name: string,
    /** @internal */
    public readonly _input: InputOf<InputKind>,
    /** @internal how its lines are read, whatever the collector */
    private readonly format?: LogLineFormat,
  ) {
    this.kind = _input.kind;
    if (!isDnsLabel(name) || name === 'kube') {
      fail({
        code: 'invalid-name',
        what: 'an input cannot have this name',
        given: quote(name),
        allowed: 'at most 63 lower case letters, digits and `-`, and not `kube`, which is what collectors tag the logs of containers with',
        fix: 'choose a short name such as audit',
      });
    }
  }

  /** @internal which lines belong together */
  public get _multiline(): MultilineLogs[] {
    return 'multiline' in this._input.options ? this._input.options.multiline ?? [] : [];
  }

  /** @internal the filters that belong to the input: its collector need not know about them */
  public get _filters(): LogFilter[] {
    const { name, format, _containers: { containers, excludeContainers, podLabels } = {} } = this;
    const conditions = [
      ...containers === undefined ? [] : [LogCondition.isOneOf(LogValue.containerName(), containers)],
      ...excludeContainers === undefined ? [] : [LogCondition.noneOf(LogCondition.isOneOf(LogValue.containerName(), excludeContainers))],
      ...sortedEntries(podLabels).map(([key, value]) => LogCondition.isOneOf(LogValue.podLabel(key), [value])),
    ];
    return [
      ...format === undefined ? [] : [LogFilter.parse(format, { inputs: [name] })],
      ...conditions.length === 0 ? [] : [LogFilter.keep(LogCondition.allOf(...conditions), { inputs: [name] })],
    ];
  }

  /** @internal what was said of the logs of containers, if it reads them */
  public get _containers(): ContainerLogsOptions | undefined {
    return this._input.kind === 'containers' ? this._input.options : undefined;
  }
}

guardClass({ LogInput });

/** Collectors read `**` as a part of one name, or as directories of any depth. */
function requireOneLevel(path: string): string {
  if (path.includes('**')) {
    fail({
      code: 'invalid-path',
      what: 'a path has `**`, which not every collector reads as directories of any depth',
      given: quote(path),
      allowed: '`*` and `?` for parts of one name',
      fix: 'write a path for each depth: /srv/*.log, /srv/*/*.log',
    });
  }
  return path;
}

const LINUX_AUDIT = '^type=(?<type>[^ ]+) msg=audit\\((?<audit_time>[0-9.]+):(?<audit_id>[0-9]+)\\): ?(?<message>.*)$';
