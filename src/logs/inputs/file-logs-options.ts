import { HostPathType } from '../../agent/container/host-path';
import { MultilineLogs } from '../multiline-logs';

/**
 * What is read of files of the node.
 */
export interface FileLogsOptions {
  /**
   * Paths that are not read, with `*` and `?` for parts of them.
   *
   * @default - every file is read that the paths match
   */
  readonly exclude?: string[];

  /**
   * The name of a parser that the collector knows: its own, or one that its options define. `json` drops what stands behind an object;
   * `LogFilter.parse(LogLineFormat.json())` keeps such a text whole.
   *
   * @default - the line as it is
   */
  readonly parser?: string;

  /**
   * Which lines belong together.
   *
   * @default - each line is an entry
   */
  readonly multiline?: MultilineLogs[];

  /**
   * What must stand at the directory before the pod may start.
   *
   * @default HostPathType.DIRECTORY - on a node without it the pod does not start, and says so. Files below /var/log need nothing more than
   * /var/log
   */
  readonly hostPathType?: HostPathType;

  /**
   * Whether files are read from their beginning when the agent first comes to a node.
   *
   * @default true
   */
  readonly readFromBeginning?: boolean;
}
