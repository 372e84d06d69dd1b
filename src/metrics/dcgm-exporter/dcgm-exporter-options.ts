/**
 * What becomes of a field of DCGM.
 */
export enum DcgmCounterKind {
  /** A value that goes up and down. */
  GAUGE = 'gauge',
  /** A value that only grows. */
  COUNTER = 'counter',
  /** A text, which becomes a label of all metrics. */
  LABEL = 'label',
}

/**
 * A field of DCGM that becomes a metric.
 */
export interface DcgmCounter {
  /**
   * The name of the field, which is also that of the metric: `DCGM_FI_DEV_GPU_UTIL`.
   */
  readonly field: string;

  /**
   * What becomes of it.
   *
   * @default DcgmCounterKind.GAUGE
   */
  readonly kind?: DcgmCounterKind;

  /**
   * What the metric says, in one line.
   *
   * @default - the name of the field
   */
  readonly help?: string;
}

/**
 * What can be said of dcgm-exporter.
 */
export interface DcgmExporterOptions {
  /**
   * The release, that of DCGM first, which decides the image and which flags there are: `4.4.2-4.7.1`. 4.4.2-4.7.0 is the oldest: before it
   * the start of the image wrote to its own file system.
   *
   * @default - what the tag of `image` says, else 4.5.3-4.8.2
   */
  readonly version?: string;

  /**
   * The image. Name `version` too where its tag does not begin with it.
   *
   * @default - nvcr.io/nvidia/k8s/dcgm-exporter with the tag of `version`, distroless
   */
  readonly image?: string;

  /**
   * The fields that become metrics.
   *
   * @default - those of the image
   */
  readonly counters?: DcgmCounter[];

  /**
   * Whether profiling metrics (`DCGM_FI_PROF_*`) are read, which takes the capability `SYS_ADMIN`.
   *
   * @default false
   */
  readonly profiling?: boolean;

  /**
   * Labels of pods that become labels of their GPUs' metrics, as RE2 patterns of their keys. The exporter may then read all pods.
   *
   * @default - metrics name the pod and its namespace, without labels of the pod
   */
  readonly podLabels?: string[];

  /**
   * Whether metrics name the uid of the pod. The exporter may then read all pods.
   *
   * @default false
   */
  readonly podUid?: boolean;

  /**
   * Whether GPUs that pods have by dynamic resource allocation are attributed to them. The exporter may then read all ResourceSlices.
   *
   * @default false
   */
  readonly dynamicResourceAllocation?: boolean;

  /**
   * Whether GPUs that a device plugin shares among pods (time slicing, MPS) are attributed to all of them.
   *
   * @default false
   */
  readonly sharedGpus?: boolean;
}
