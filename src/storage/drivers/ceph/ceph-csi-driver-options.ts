import { CephCluster } from './ceph-cluster';
import { EnvValue } from '../../../agent/container/env-value';
import { Resources } from '../../../agent/container/resources';
import { CsiDriverPresetOptions } from '../../csi-driver-preset-options';

/**
 * What the two drivers of Ceph have in common.
 */
export interface CephCsiDriverOptions extends CsiDriverPresetOptions {
  /**
   * The name that the driver answers to. A second instance needs another one and other ports; Rook's are `rook-ceph.rbd.csi.ceph.com` and
   * the like.
   *
   * @default - rbd.csi.ceph.com, cephfs.csi.ceph.com
   */
  readonly name?: string;

  /**
   * The Ceph clusters. They are written to a ConfigMap of the plugin and one of the controller, and a change rolls the pods.
   *
   * @default - they are in the ConfigMap of `configMap`
   */
  readonly clusters?: CephCluster[];

  /**
   * An existing ConfigMap of the namespace with the clusters, as `config.json`: pods see a change without a restart. Not together with
   * `clusters`.
   *
   * @default ceph-csi-config
   */
  readonly configMap?: string;

  /**
   * An existing ConfigMap of the namespace with `ceph.conf` and an empty `keyring`.
   *
   * @default - the driver writes a ceph.conf that asks for cephx, and nothing else
   */
  readonly cephConfigMap?: string;

  /**
   * An existing ConfigMap of the namespace with the key management systems of encrypted volumes, as `config.json`. With it the driver may
   * read every Secret, ConfigMap and service account of the cluster by name, and make tokens of service accounts: tenants have their keys
   * in their own namespaces.
   *
   * @default - volumes are not encrypted, or by passphrases of the Secret of their class
   */
  readonly kmsConfigMap?: string;

  /**
   * Labels of nodes that say where a node is in the CRUSH map, such as `topology.kubernetes.io/zone`: data are read from the nearest
   * replica. A cluster of `clusters` can say otherwise.
   *
   * @default - data are read from the primary replica
   */
  readonly readAffinityLabels?: string[];

  /**
   * Labels of nodes that are the failure domains of volumes, such as `topology.kubernetes.io/zone`, for pools that are in one domain each.
   *
   * @default - volumes reach every node
   */
  readonly domainLabels?: string[];

  /**
   * The name of this cluster of Kubernetes, which volumes keep as metadata.
   *
   * @default - they do not say which cluster made them
   */
  readonly clusterName?: string;

  /**
   * Whether images and subvolumes keep the names of their claim and volume as metadata.
   *
   * @default true
   */
  readonly volumeMetadata?: boolean;

  /**
   * Whether snapshots of several volumes are made at once. The cluster needs the custom resources of group snapshots, too.
   *
   * @default false
   */
  readonly groupSnapshots?: boolean;

  /**
   * Whether a container generates what mirrored volumes need in another Ceph cluster, from PersistentVolumes that were restored there. It
   * may read every Secret of the cluster.
   *
   * @default false
   */
  readonly omapGenerator?: boolean;

  /**
   * Whether volumes are mounted with the SELinux label of their pod, in place of relabelling each file. Only where every node has SELinux.
   *
   * @default false
   */
  readonly seLinuxMount?: boolean;

  /**
   * Whether clusters name files of network namespaces (`netNamespaceFilePath`), as those of Rook with Multus do. The driver then sees all
   * directories below `plugins`.
   *
   * @default false
   */
  readonly networkNamespaces?: boolean;

  /**
   * Whether a container next to the driver serves metrics in the format of Prometheus, on the port `metrics`: how the driver answers. On
   * nodes it is a port of the node.
   *
   * @default false
   */
  readonly metrics?: boolean;

  /**
   * The port of metrics, on nodes and in the controller.
   *
   * @default - 8680 for RBD, 8681 for CephFS
   */
  readonly metricsPort?: number;

  /**
   * Environment variables of the driver on nodes and in the controller: a proxy, or what a key management system needs.
   *
   * @default - those that follow from the other options
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * How much is logged, 0 to 5: at 5 each call, at 0 only what fails.
   *
   * @default 5
   */
  readonly logVerbosity?: number;

  /**
   * What the driver reserves and may use in its controller.
   *
   * @default - that of the driver on nodes
   */
  readonly controllerResources?: Resources;
}
