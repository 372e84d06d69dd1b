import type { ClusterNode } from './cluster-node';
import type { Inventory } from './inventory';
import type { OwnObjects } from './own-objects';
import type { PlatformFacts } from '../platforms/platform-facts';

/** What a rule looks at. */
export interface CheckContext {
  /** All objects at once. */
  readonly inventory: Inventory;
  /** The minor of the oldest Kubernetes that gets them: 28 for 1.28. */
  readonly minor: number;
  /** The nodes of the cluster, where they are known. */
  readonly nodes?: readonly ClusterNode[];
  /** What is known of the nodes of the cluster without them: the platform that someone named. */
  readonly platform?: PlatformFacts;
  /** Which of the objects the app makes with this library; absent for manifests alone. */
  readonly own?: OwnObjects;
}
