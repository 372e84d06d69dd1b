import { Duration } from 'cdk8s';
import { FeatureSource } from './feature-source';
import { PciLabelField } from './pci-label-field';
import { AgentOptions } from '../../agent/agent-options';
import { ContainerSecurity } from '../../agent/container/container-security';
import { Resources } from '../../agent/container/resources';
import { NodeCoverage } from '../../agent/nodes/node-coverage';

/**
 * The Deployment that writes the labels.
 */
export interface FeatureMasterOptions {
  /**
   * How many pods run. With more than one, one of them works and the others stand by.
   *
   * @default 1
   */
  readonly replicas?: number;

  /**
   * The nodes that it may run on.
   *
   * @default - every Linux node without a taint
   */
  readonly nodes?: NodeCoverage;

  /**
   * Namespaces of labels that are allowed although they end in `kubernetes.io`, or are denied by `deniedLabelNamespaces`:
   * `node-role.kubernetes.io`.
   *
   * @default - every namespace that does not end in `kubernetes.io`, and `feature.node.kubernetes.io`
   */
  readonly extraLabelNamespaces?: string[];

  /**
   * Namespaces of labels that are denied: `*.example.com`, or `*` for all that are not allowed.
   *
   * @default - those that end in `kubernetes.io`, apart from those of Node Feature Discovery
   */
  readonly deniedLabelNamespaces?: string[];

  /**
   * Whether NodeFeatureRules may taint nodes.
   *
   * @default false
   */
  readonly taints?: boolean;

  /**
   * What it reserves and may use.
   *
   * @default - 100m of a processor and 128Mi of memory, at most 4Gi
   */
  readonly resources?: Resources;
}

/**
 * The Deployment that removes what was known of nodes that are gone.
 */
export interface FeatureCollectorOptions {
  /**
   * Whether it runs.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * How often it looks.
   *
   * @default Duration.hours(1)
   */
  readonly interval?: Duration;

  /**
   * The nodes that it may run on.
   *
   * @default - every Linux node without a taint
   */
  readonly nodes?: NodeCoverage;

  /**
   * What it reserves and may use.
   *
   * @default - 10m of a processor and 128Mi of memory, at most 1Gi
   */
  readonly resources?: Resources;
}

/**
 * Node Feature Discovery. The options of agents are those of the worker, which runs on each node. Every taint is tolerated, because device
 * plugins wait for labels of tainted nodes.
 */
export interface NodeFeatureDiscoveryProps extends AgentOptions {
  /**
   * The image of worker, master and garbage collector, with a tag other than `latest`, or a digest, or both.
   *
   * @default registry.k8s.io/nfd/node-feature-discovery:v0.19.0
   */
  readonly image?: string;

  /**
   * What the worker looks at, for labels and for NodeFeatureRules.
   *
   * @default - all sources
   */
  readonly sources?: FeatureSource[];

  /**
   * Classes of PCI devices that get labels, each of two or four hexadecimal digits: `03` for GPUs, `0200` for Ethernet.
   *
   * @default - `03`, `0b40` and `12`: display controllers, co-processors and processing accelerators
   */
  readonly pciDeviceClasses?: string[];

  /**
   * What labels of PCI devices are made of. `GpuNodes` knows the labels of class and vendor, and those of the vendor alone.
   *
   * @default - class and vendor: `feature.node.kubernetes.io/pci-0302_10de.present`
   */
  readonly pciLabelFields?: PciLabelField[];

  /**
   * How often the worker looks.
   *
   * @default Duration.seconds(60)
   */
  readonly interval?: Duration;

  /**
   * More of the configuration of the worker, in the spelling of `nfd-worker.conf`, laid upon what is written here: maps merge, everything
   * else is replaced.
   *
   * @default - the configuration follows from the other options
   */
  readonly config?: { [key: string]: any };

  /**
   * The port of probes and metrics, of all three programs.
   *
   * @default 8080
   */
  readonly port?: number;

  /**
   * The Deployment that writes the labels.
   *
   * @default - one pod
   */
  readonly master?: FeatureMasterOptions;

  /**
   * The Deployment that removes what was known of nodes that are gone.
   *
   * @default - one pod, which looks every hour
   */
  readonly garbageCollector?: FeatureCollectorOptions;

  /**
   * What the worker reserves and may use.
   *
   * @default - 5m of a processor and 64Mi of memory, at most 512Mi
   */
  readonly resources?: Resources;

  /**
   * With which rights the worker runs.
   *
   * @default ContainerSecurity.leastPrivilege() - what it reads of the node, every user may read
   */
  readonly securityContext?: ContainerSecurity;

  /**
   * Fields of the worker's container in the spelling of the Kubernetes API, laid upon what is written here: maps merge, everything else is
   * replaced.
   *
   * @default - the container is what the other properties say
   */
  readonly overrides?: { [field: string]: any };
}
