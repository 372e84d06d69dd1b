/**
 * The images of the containers that kubernetes-csi makes for every driver. Those of a driver are the ones that its own release was tested
 * with.
 */
export interface CsiSidecarImages {
  /**
   * node-driver-registrar, which registers the driver with the kubelet.
   *
   * @default - registry.k8s.io/sig-storage/csi-node-driver-registrar:v2.17.0
   */
  readonly registrar?: string;

  /**
   * livenessprobe, which asks the driver how it is.
   *
   * @default - registry.k8s.io/sig-storage/livenessprobe:v2.19.0
   */
  readonly livenessProbe?: string;

  /**
   * external-provisioner, which makes and deletes volumes.
   *
   * @default - registry.k8s.io/sig-storage/csi-provisioner:v6.3.0
   */
  readonly provisioner?: string;

  /**
   * external-attacher, which attaches volumes to nodes.
   *
   * @default - registry.k8s.io/sig-storage/csi-attacher:v4.12.0
   */
  readonly attacher?: string;

  /**
   * external-resizer, which makes volumes larger.
   *
   * @default - registry.k8s.io/sig-storage/csi-resizer:v2.2.1
   */
  readonly resizer?: string;

  /**
   * external-snapshotter, which makes snapshots of volumes.
   *
   * @default - registry.k8s.io/sig-storage/csi-snapshotter:v8.6.0
   */
  readonly snapshotter?: string;
}
