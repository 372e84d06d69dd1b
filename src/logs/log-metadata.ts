import { guardClass } from '../private/doors/guard-class';

/**
 * What is asked of the Kubernetes API.
 */
export interface ApiMetadataOptions {
  /**
   * Whether lines carry the labels of their pod.
   *
   * @default true
   */
  readonly labels?: boolean;

  /**
   * Whether lines carry the annotations of their pod.
   *
   * @default false - they are long, and few of them help to find a line
   */
  readonly annotations?: boolean;

  /**
   * Whether lines carry the controller of their pod.
   *
   * @default false
   */
  readonly ownerReferences?: boolean;

  /**
   * Whether lines carry the labels of their namespace. Grants reading namespaces.
   *
   * @default false
   */
  readonly namespaceLabels?: boolean;

  /**
   * Whether lines carry the annotations of their namespace. Grants reading namespaces.
   *
   * @default false
   */
  readonly namespaceAnnotations?: boolean;

  /**
   * Whether pods may choose a parser, or leave themselves out, by annotations of the collector (`fluentbit.io/exclude: "true"`).
   *
   * @default true
   */
  readonly podAnnotationsDecide?: boolean;
}

/**
 * What is asked of the kubelet.
 */
export interface KubeletMetadataOptions extends ApiMetadataOptions {
  /**
   * Accepts any certificate of the kubelet. Most clusters need it: the kubelet signs its own certificate unless `serverTLSBootstrap` is
   * set.
   *
   * @default false
   */
  readonly insecureSkipVerify?: boolean;

  /**
   * Grants `nodes/proxy`, for clusters before Kubernetes 1.33. It lets whoever has the token run commands in every pod of every node.
   *
   * @default false - `nodes/pods` alone, which kubelets take from Kubernetes 1.33
   */
  readonly grantNodesProxy?: boolean;
}

/**
 * What is known of the pod that wrote a line, and from where.
 */
export class LogMetadata {
  /**
   * Names, labels and more from the Kubernetes API: one request for each pod, when its first line is read. Grants `get` on pods and nothing
   * else.
   */
  public static fromApi(options: ApiMetadataOptions = {}): LogMetadata {
    return new LogMetadata('api', options);
  }

  /**
   * The same from the kubelet of the node, which spares the API server. Each request brings all pods of the node, so above 256 containers
   * on a node it is slower.
   */
  public static fromKubelet(options: KubeletMetadataOptions = {}): LogMetadata {
    return new LogMetadata('kubelet', options);
  }

  /**
   * Namespace, pod and container, from the names of the log files: no request, no token, no role.
   */
  public static fromFileName(): LogMetadata {
    return new LogMetadata('fileName', {});
  }

  /** Nothing but the line, its time and its stream. */
  public static none(): LogMetadata {
    return new LogMetadata('none', {});
  }

  private constructor(
    /** `api`, `kubelet`, `fileName` or `none`. */
    public readonly source: string,
    /** @internal */
    public readonly _options: KubeletMetadataOptions,
  ) {}

  /** @internal whether namespaces are read too */
  public get _readsNamespaces(): boolean {
    return Boolean(this._options.namespaceLabels || this._options.namespaceAnnotations);
  }
}

guardClass({ LogMetadata });
