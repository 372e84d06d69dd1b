import { MultilineLogs } from '../multiline-logs';

/**
 * Which log files of a container are read.
 */
export enum ContainerLogFiles {
  /** The one that is being written. What is written and rotated away while the agent is replaced is lost. */
  CURRENT = 'current',
  /** The one before it too: nothing is lost, but after a restart at most one rotated file of each container (10 MiB) is sent again. */
  CURRENT_AND_ROTATED = 'currentAndRotated',
}

/**
 * How the container runtime writes log files.
 */
export enum ContainerLogFormat {
  /** containerd, CRI-O, and cri-dockerd. */
  CRI = 'cri',
  /** Docker with its json-file driver. Also mounts /var/lib/docker/containers, where the files then are. */
  DOCKER = 'docker',
}

/**
 * What is read of the logs of containers.
 */
export interface ContainerLogsOptions {
  /**
   * The name of the input: in metrics, and for destinations that take some inputs only.
   *
   * @default containers
   */
  readonly name?: string;

  /**
   * The namespaces whose logs are read.
   *
   * @default - all
   */
  readonly namespaces?: string[];

  /**
   * Namespaces whose logs are not read.
   *
   * @default - every namespace is read
   */
  readonly excludeNamespaces?: string[];

  /**
   * The containers whose logs are sent on, by name: `['app']` in whatever pod.
   *
   * @default - all
   */
  readonly containers?: string[];

  /**
   * Containers whose logs are not sent on, by name: `['istio-proxy']`.
   *
   * @default - every container is
   */
  readonly excludeContainers?: string[];

  /**
   * Labels that pods must have, each with this value, for their logs to be sent on. Needs `metadata` with labels.
   *
   * @default - pods with any labels
   */
  readonly podLabels?: { [key: string]: string };

  /**
   * Whether the agent reads its own log too: not with a destination on standard output, which would feed itself.
   *
   * @default false - an error in sending would make more logs to send
   */
  readonly includeOwnLogs?: boolean;

  /**
   * Which files are read.
   *
   * @default ContainerLogFiles.CURRENT
   */
  readonly files?: ContainerLogFiles;

  /**
   * How the files are written.
   *
   * @default ContainerLogFormat.CRI
   */
  readonly format?: ContainerLogFormat;

  /**
   * Which lines belong together, beyond those that the container runtime cut.
   *
   * @default - each line is an entry
   */
  readonly multiline?: MultilineLogs[];

  /**
   * Whether the fields of lines in JSON become fields of the record.
   *
   * @default true
   */
  readonly parseJson?: boolean;

  /**
   * The field that gets the fields of lines in JSON, in place of the top of the record: then no program can write a field that others rely
   * on. Not `kubernetes`, `stream`, `time` or `@timestamp` (`invalid-name`).
   *
   * @default - they are at the top of the record
   */
  readonly jsonField?: string;

  /**
   * Whether files that are there before the agent first comes to a node are read from their beginning.
   *
   * @default true - what led to the agent being installed is often in there. Expect a burst at the first rollout
   */
  readonly readFromBeginning?: boolean;
}
