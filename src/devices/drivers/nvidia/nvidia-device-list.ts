/**
 * How the container runtime learns which GPUs a container gets.
 */
export enum NvidiaDeviceList {
  /** By the variable `NVIDIA_VISIBLE_DEVICES`, which the NVIDIA Container Runtime reads. */
  ENVVAR = 'envvar',
  /**
   * By mounts that the NVIDIA Container Runtime understands, and that containers cannot set by themselves as they can a variable. The
   * plugin needs SYS_ADMIN.
   */
  VOLUME_MOUNTS = 'volume-mounts',
  /** By annotations with names of CDI (Container Device Interface), for container runtimes that read them. */
  CDI_ANNOTATIONS = 'cdi-annotations',
  /** By fields of the container runtime interface with names of CDI: containerd 1.7, CRI-O 1.23 and newer need no other runtime. */
  CDI_CRI = 'cdi-cri',
}
