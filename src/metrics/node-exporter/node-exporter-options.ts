import { Duration } from 'cdk8s';
import { NodeCollectors } from './node-collectors';
import { MountPropagation } from '../../agent/container/volume-mount';
import { NameFilter } from '../name-filter';

/**
 * How many series of a node there are. What is said of collectors and filters wins.
 */
export enum NodeCardinality {
  /**
   * What dashboards and alerts of the exporter's own mixin ask for: the collectors of NodeCollectors.essential(), no file systems in memory
   * or on the network, no processor time of guests, and no metrics about the exporter itself.
   */
  MINIMAL = 'minimal',
  /** What a node is: everything that the exporter reports by itself, but mounts and network devices of single pods. */
  STANDARD = 'standard',
  /** Everything that the exporter reports by itself: the mounts and network devices of each pod too, with series that end with it. */
  FULL = 'full',
}

/**
 * What can be said of node_exporter.
 */
export interface NodeExporterOptions {
  /**
   * The release, which decides the image and which flags there are: `1.9.1`. 1.5 is the oldest.
   *
   * @default - what the tag of `image` says, else 1.12.1
   */
  readonly version?: string;

  /**
   * The image. Name `version` too where its tag does not begin with it.
   *
   * @default - quay.io/prometheus/node-exporter with the tag of `version`
   */
  readonly image?: string;

  /**
   * How many series there are.
   *
   * @default NodeCardinality.STANDARD
   */
  readonly cardinality?: NodeCardinality;

  /**
   * Which collectors run.
   *
   * @default - those of `cardinality`: NodeCollectors.standard()
   */
  readonly collectors?: NodeCollectors;

  /**
   * Which mount points get file system series. A mount point that is left out takes those below it with it.
   *
   * @default - all but `/dev`, `/proc`, `/sys` and what container runtimes and the kubelet mount for each pod: their directories themselves
   * stay, since they are often disks of their own. The exporter's own default leaves each volume of each pod in.
   */
  readonly mountPoints?: NameFilter;

  /**
   * Which types of file system get series.
   *
   * @default - all but those that hold no files of their own, as the exporter itself decides from 1.10 on; older ones would count `erofs`
   * images as full disks
   */
  readonly filesystemTypes?: NameFilter;

  /**
   * How long a mount may take to answer before it is left out until it does, at least a second: a mount whose server is gone never answers.
   * The scrape that finds it fails, and those that begin later than this time do not wait for it. Keep it shorter than the interval of
   * scrapes.
   *
   * @default - 5 seconds, by the exporter
   */
  readonly mountTimeout?: Duration;

  /**
   * Whether file systems on the network get series: NFS, CIFS, Ceph, GlusterFS and the like. Without them no scrape meets a mount that
   * hangs.
   *
   * @default - true, and false with NodeCardinality.MINIMAL or where `filesystemTypes` says what is reported
   */
  readonly networkFilesystems?: boolean;

  /**
   * Which network devices get series: those of `netdev`, `netclass`, `arp`, and of `ethtool` and `qdisc` where they run. `netclass` can
   * only leave devices out: with NameFilter.only it keeps its default.
   *
   * @default - all but the host's end of each pod's own link (veth, Calico, Cilium, OVN, and those of EKS, AKS and GKE): the kubelet
   * reports pods, and each link would be some 36 series that end with the pod
   */
  readonly networkDevices?: NameFilter;

  /**
   * Which disks get series.
   *
   * @default - all but partitions, loop devices and memory disks, as the exporter itself decides
   */
  readonly diskDevices?: NameFilter;

  /**
   * A directory of the node whose `*.prom` files become metrics, for what cron jobs and other agents write. It is made where it is missing.
   *
   * @default - no files are read
   */
  readonly textfileDirectory?: string;

  /**
   * Whether the whole file system of the node is mounted, read-only. Without it the collectors `filesystem` and `os` are off.
   *
   * @default true
   */
  readonly hostRoot?: boolean;

  /**
   * Whether the exporter shares the network of its node. Without it the collectors that describe a network are off, except `netclass`.
   *
   * @default true
   */
  readonly hostNetwork?: boolean;

  /**
   * Whether mounts made later on the node appear in the exporter. Without it a volume that is mounted later is reported with the size of
   * its parent, and one that was mounted before cannot be removed while the exporter runs. Choose NONE where the runtime says that `/` is
   * "not a shared or slave mount": Docker Desktop, and clusters whose nodes are containers.
   *
   * @default MountPropagation.HOST_TO_CONTAINER
   */
  readonly mountPropagation?: MountPropagation;
}
