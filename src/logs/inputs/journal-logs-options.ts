/**
 * What is read of the systemd journal.
 */
export interface JournalLogsOptions {
  /**
   * The name of the input: in metrics, and for destinations that take some inputs only.
   *
   * @default journal
   */
  readonly name?: string;

  /**
   * The units whose entries are read, such as `kubelet.service`.
   *
   * @default - all
   */
  readonly units?: string[];

  /**
   * Where the journal is: `/run/log/journal` where it is not kept over a restart of the node.
   *
   * @default /var/log/journal
   */
  readonly directory?: string;

  /**
   * Whether the journal is read from its beginning when the agent first comes to a node.
   *
   * @default false - a journal can hold gigabytes
   */
  readonly readFromBeginning?: boolean;
}
