/**
 * What the worker of Node Feature Discovery looks at.
 */
export enum FeatureSource {
  /** Model, instructions and topology of processors. */
  CPU = 'cpu',
  /** Rules of the worker's own configuration. */
  CUSTOM = 'custom',
  /** Version, configuration and modules of the kernel. */
  KERNEL = 'kernel',
  /** Files that other programs write on the node, such as GPU Feature Discovery. */
  LOCAL = 'local',
  /** Memory: NUMA, non-volatile, swap. */
  MEMORY = 'memory',
  /** Network devices. */
  NETWORK = 'network',
  /** PCI devices: GPUs among them. */
  PCI = 'pci',
  /** Disks. */
  STORAGE = 'storage',
  /** Name and version of the operating system. */
  SYSTEM = 'system',
  /** USB devices. */
  USB = 'usb',
}
