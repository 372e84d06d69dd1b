/**
 * How the container runtime writes log files.
 */
export enum ContainerLogFormat {
  /** containerd, CRI-O, and cri-dockerd. */
  CRI = 'cri',
  /** Docker with its json-file driver. Also mounts /var/lib/docker/containers, where the files then are. */
  DOCKER = 'docker',
}
