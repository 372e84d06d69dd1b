import type { Toleration } from './toleration';
import type { NodeSelection } from '../../cluster/node-selection';

/** What was said of nodes by name. */
export interface SaidOfNodes {
  readonly selection: NodeSelection;
  /** Absent where nothing was said of taints. */
  readonly tolerations?: Toleration[];
}
