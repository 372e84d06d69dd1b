/**
 * Processes that are counted together. A process belongs to the first group that it matches.
 */
export interface ProcessGroup {
  /**
   * The name of the group, as a template of Go: `{{.Comm}}`, `{{.ExeBase}}`, `{{.Username}}`, or a fixed name.
   *
   * @default {{.Comm}}
   */
  readonly name?: string;

  /**
   * Names of commands, of which the process has one. The kernel cuts them after 15 characters.
   *
   * @default - every command
   */
  readonly commands?: string[];

  /**
   * Paths or base names of executables, of which the process runs one.
   *
   * @default - every executable
   */
  readonly executables?: string[];

  /**
   * Patterns in RE2 syntax, all of which are found in the command line. What they capture by name can be used in the name of the group:
   * `{{.Matches.Jar}}`.
   *
   * @default - every command line
   */
  readonly commandLines?: string[];
}

/**
 * What can be said of process-exporter.
 */
export interface ProcessExporterOptions {
  /**
   * The release, which decides the image and which flags there are: `0.8.4`. 0.8.3 is the oldest.
   *
   * @default - what the tag of `image` says, else 0.8.7
   */
  readonly version?: string;

  /**
   * The image. Name `version` too where its tag does not begin with it.
   *
   * @default - docker.io/ncabatoff/process-exporter with the tag of `version`
   */
  readonly image?: string;

  /**
   * The groups of processes.
   *
   * @default - a group for each command, which is forgotten when its last process ends. Groups of your own stay, so that an alert can tell
   * that none of their processes runs.
   */
  readonly groups?: ProcessGroup[];

  /**
   * Whether the exporter also reads what the kernel shows to the owner of a process only: bytes read and written, open files, and the
   * memory that it does not share. It then runs as root with the capabilities `SYS_PTRACE` and `DAC_READ_SEARCH`.
   *
   * @default false - those metrics are 0
   */
  readonly readsAllProcesses?: boolean;

  /**
   * Whether each name of a thread has series of its own.
   *
   * @default false
   */
  readonly threads?: boolean;
}
