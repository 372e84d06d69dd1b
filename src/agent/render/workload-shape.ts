import type { Wire } from '../../private/wire';

/** What a kind of workload adds to a pod template. */
export interface WorkloadShape {
  readonly apiVersion: string;
  readonly kind: string;
  /** The definition of its spec in the table of fields. */
  readonly definition: string;
  /** The fields of the spec beside selector and template. */
  readonly fields: Wire;
}
