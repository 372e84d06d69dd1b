import { catalogue } from './catalogue';
import { guardClass } from '../../../private/doors/guard-class';
import type { SimulatedNode } from '../simulated-node';
import { kubeletLabels } from '../well-known';

/**
 * What the nodes of k0s look like. A controller is no node unless it is started with `--enable-worker`. What pods may take of them is not
 * known here.
 */
export abstract class K0sNodes {
  /**
   * A controller that is a worker too, started with `--no-taints`.
   *
   * Source: k0s, "Configuration options for worker nodes".
   */
  public static controller(): SimulatedNode {
    return NODES.one('k0s-controller');
  }

  /**
   * A worker: k0s adds no label and no taint.
   *
   * Source: as for `controller`.
   */
  public static worker(): SimulatedNode {
    return NODES.one('k0s-worker');
  }

  /** All of these. */
  public static all(): SimulatedNode[] {
    return NODES.all();
  }
}

guardClass({ K0sNodes });

const LINUX = kubeletLabels('linux', 'amd64');

const NODES = catalogue({
  'k0s-controller': { labels: { ...LINUX, 'node.k0sproject.io/role': 'control-plane', 'node-role.kubernetes.io/control-plane': 'true' } },
  'k0s-worker': { labels: LINUX },
});
