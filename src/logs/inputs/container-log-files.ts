/**
 * Which log files of a container are read.
 */
export enum ContainerLogFiles {
  /** The one that is being written. What is written and rotated away while the agent is replaced is lost. */
  CURRENT = 'current',
  /** The one before it too: nothing is lost, but after a restart at most one rotated file of each container (10 MiB) is sent again. */
  CURRENT_AND_ROTATED = 'currentAndRotated',
}
