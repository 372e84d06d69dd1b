import { Duration } from 'cdk8s';
import { Resources } from '../../../agent/container/resources';
import { guardClass } from '../../../private/doors/guard-class';

/**
 * Details of GPU Feature Discovery.
 */
export interface GpuFeatureDiscoveryOptions {
  /**
   * How often the labels are worked out.
   *
   * @default Duration.seconds(60)
   */
  readonly interval?: Duration;

  /**
   * What it reserves and may use.
   *
   * @default - 10m of a processor and 100Mi of memory, at most 500Mi
   */
  readonly resources?: Resources;
}

/**
 * Labels about the GPUs of each node, such as `nvidia.com/gpu.product` and `nvidia.com/gpu.memory`. They reach the node by way of Node
 * Feature Discovery, which must be in the cluster (`NodeFeatureDiscovery`).
 */
export class GpuFeatureDiscovery {
  /** No labels. */
  public static none(): GpuFeatureDiscovery {
    return new GpuFeatureDiscovery('none', {});
  }

  /** By NodeFeature objects, for Node Feature Discovery of any namespace. They are the only objects that it may write. */
  public static nodeFeatures(options: GpuFeatureDiscoveryOptions = {}): GpuFeatureDiscovery {
    return new GpuFeatureDiscovery('NodeFeature', options);
  }

  /** By a file on the node, which the worker of Node Feature Discovery reads: without any access to the API. */
  public static featureFiles(options: GpuFeatureDiscoveryOptions = {}): GpuFeatureDiscovery {
    return new GpuFeatureDiscovery('file', options);
  }

  private constructor(
    /** `none`, `NodeFeature` or `file`. */
    public readonly kind: string,
    /** @internal */
    public readonly _options: GpuFeatureDiscoveryOptions,
  ) {}
}

guardClass({ GpuFeatureDiscovery });
