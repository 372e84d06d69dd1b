import { ApiGrant } from '../agent/companions/api-grant';
import { guardClass } from '../private/doors/guard-class';

/**
 * What a CSI node plugin asks of the Kubernetes API, by the thing it does with it. Most need nothing at all, so nothing is the default.
 */
export class CsiGrant {
  /**
   * Take the start-up taint off the plugin's own node once the driver has registered. The right to patch nodes reaches every node of the
   * cluster: drivers that let a controller do it are better left without.
   */
  public static taintRemoval(): CsiGrant {
    return new CsiGrant([
      ApiGrant.clusterWide(['nodes'], ['get', 'list', 'watch', 'patch']),
      ApiGrant.clusterWide(['csinodes'], ['get'], { apiGroup: STORAGE }),
    ]);
  }

  /**
   * Wait, when the node is drained, until its volumes are detached: otherwise they are forced off after six minutes. Goes with a `preStop`
   * hook.
   */
  public static drainHook(): CsiGrant {
    return new CsiGrant([
      ApiGrant.clusterWide(['nodes'], ['get']),
      ApiGrant.clusterWide(['volumeattachments'], ['get', 'list', 'watch'], { apiGroup: STORAGE }),
    ]);
  }

  /**
   * Read any Secret of the cluster by its name. Secrets that a volume or a storage class names are handed over by the kubelet without this.
   */
  public static readSecrets(): CsiGrant {
    return new CsiGrant([ApiGrant.clusterWide(['secrets'], ['get'])]);
  }

  /** Read the labels of the plugin's own node, to tell its zone and how many volumes it takes. */
  public static nodeTopology(): CsiGrant {
    return new CsiGrant([ApiGrant.clusterWide(['nodes'], ['get'])]);
  }

  /** See which volumes are attached, and how many the nodes take: for drivers that tell the kubelet a number of their own. */
  public static volumeLimits(): CsiGrant {
    return new CsiGrant([
      ApiGrant.clusterWide(['csinodes'], ['get'], { apiGroup: STORAGE }),
      ApiGrant.clusterWide(['volumeattachments'], ['get', 'list', 'watch'], { apiGroup: STORAGE }),
    ]);
  }

  /** Anything else. */
  public static of(apiGrants: ApiGrant[]): CsiGrant {
    return new CsiGrant([...apiGrants]);
  }

  private constructor(
    /** What is granted to the container of the driver. */
    public readonly apiGrants: ApiGrant[],
  ) {}

  /** @internal */
  public get _patchesNodes(): boolean {
    return this.apiGrants.some(grant => grant.allows('patch', 'nodes'));
  }
}

guardClass({ CsiGrant });

const STORAGE = 'storage.k8s.io';
