import { Problem } from '../../private/problem';
import { Wire } from '../../private/wire';

/** A workload in the spelling of the Kubernetes API, as the plan has it: before patches. */
export interface RenderedWorkload {
  /** Whether a hash of what the pods read stands on them. */
  readonly rollsOnContent: boolean;
  readonly spec: Wire;
  /** The fields of the ConfigMap; empty when there are no files. */
  readonly config: Wire;
  /** The rules of the ClusterRole. */
  readonly clusterRules: Wire[];
  /** The rules of each Role, by namespace. */
  readonly namespacedRules: ReadonlyMap<string, Wire[]>;
  readonly problems: readonly Problem[];
  /** Whether it holds what late values were when it was rendered: what is written asks them anew. */
  readonly isLate: boolean;
}
