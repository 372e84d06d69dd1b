import { MonitorAccess } from './monitor';
import { NodeLogFileOptions } from './node-log-file-options';
import { requirePattern, requireText } from './problem-checks';
import { guardClass } from '../../private/doors/guard-class';
import { JOURNAL_DIRECTORY } from '../../private/standard-values';
import { compact, Wire } from '../../private/wire';

/**
 * A log of the node that a monitor watches.
 */
export class NodeLog {
  /** The log of the kernel, `/dev/kmsg`. Only a privileged container may open it, whatever its capabilities. */
  public static kernel(): NodeLog {
    return new NodeLog('kernel', { plugin: 'kmsg', logPath: '/dev/kmsg' }, { kernelLog: true });
  }

  /**
   * Entries of the systemd journal, which must be kept in `/var/log/journal`. It needs root, and no privileged container.
   *
   * @param identifier the `SYSLOG_IDENTIFIER` of the entries: `kernel`, `kubelet`, `containerd`
   * @throws invalid-node-monitor
   */
  public static journal(identifier: string): NodeLog {
    requireText(identifier, 'the identifier of journal entries', /^\S+$/, 'a word such as kubelet');
    return new NodeLog('journal', { plugin: 'journald', pluginConfig: { source: identifier }, logPath: JOURNAL_DIRECTORY }, {
      logDirectories: ['/var/log'],
    });
  }

  /**
   * A log file of the node. Its directory is mounted, so that a rotated file is followed.
   *
   * @param path absolute, such as `/var/log/kern.log`
   * @throws invalid-node-monitor
   * @throws invalid-pattern
   */
  public static file(path: string, options: NodeLogFileOptions): NodeLog {
    requireText(path, 'the path of a log file', /^\/([^/]+\/)+[^/]+$/, 'an absolute path of a file in a directory');
    requireText(options.timestampFormat, 'the format of the time', /\S/, 'a time as Go spells it: Jan _2 15:04:05');
    const { timestamp, timestampFormat, message } = options;
    requirePattern(timestamp, 'the pattern of the time');
    if (message !== undefined) {requirePattern(message, 'the pattern of the message');}
    return new NodeLog('file', {
      plugin: 'filelog', pluginConfig: {
        timestamp, timestampFormat, message: message ?? '(.*)',
      }, logPath: path,
    }, {
      logDirectories: [path.replace(/\/[^/]+$/, '')], foreignFiles: true,
    });
  }

  private constructor(
    /** `kernel`, `journal` or `file`. */
    public readonly kind: string,
    private readonly watcher: Wire,
    /** @internal */
    public readonly _access: MonitorAccess,
  ) {}

  /** @internal the part of the configuration that says what is read: the last five minutes of it at the start */
  public _toWire(): Wire {
    return compact({ ...this.watcher, lookback: '5m', bufferSize: 10 });
  }
}

guardClass({ NodeLog });
