import { LOG_DEFAULTS } from './defaults';
import { ContainerLogsOptions } from './inputs/container-logs-options';
import { FileLogsOptions } from './inputs/file-logs-options';
import { InputKind, InputOf } from './inputs/input-kinds';
import { JournalLogsOptions } from './inputs/journal-logs-options';
import { MultilineLogs } from './multiline-logs';
import { fixedDirectoryOf, LOGS } from './private/fixed-directory';
import { fail, quote } from '../private/agent-error';
import { fixedValue } from '../private/default-row';
import { guardClass } from '../private/doors/guard-class';
import { isDnsLabel } from '../private/names';
import { cleanAbsolutePath } from '../private/paths';

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
   * @param paths absolute, with `*` and `?` for parts of file names
   * @throws invalid-name
   * @throws invalid-path
   */
  public static files(inputName: string, paths: string[], options: FileLogsOptions = {}): LogInput {
    if (paths.length === 0) {
      fail({ code: 'invalid-path', what: `the input ${quote(inputName)} has no path`, given: 'an empty list', fix: 'name at least one file' });
    }
    const read = (path: string) => cleanAbsolutePath(path, `a path of the input ${quote(inputName)}`);
    const clean = paths.map(read);
    clean.filter(path => !path.startsWith(`${LOGS}/`)).forEach(fixedDirectoryOf);
    return new LogInput(inputName, { kind: 'files', options: { ...options, paths: clean, exclude: options.exclude?.map(read) } });
  }

  /** `containers`, `journal` or `files`. */
  public readonly kind: string;

  private constructor(
    /** The name of the input. */
    public readonly name: string,
    /** @internal */
    public readonly _input: InputOf<InputKind>,
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

  /** @internal what was said of the logs of containers, if it reads them */
  public get _containers(): ContainerLogsOptions | undefined {
    return this._input.kind === 'containers' ? this._input.options : undefined;
  }
}

guardClass({ LogInput });
