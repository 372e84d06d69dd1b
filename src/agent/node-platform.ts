import type { VirtualNodes } from './nodes/virtual-nodes';
import type { PlatformFacts } from '../cluster/platforms/platform-facts';
import { PLATFORM_IDS, platformOf } from '../cluster/platforms/platforms';
import { AS_KUBERNETES } from '../cluster/platforms/rows/usual';
import { fail, quote } from '../private/agent-error';
import { guardClass } from '../private/doors/guard-class';
import { nearest } from '../private/nearest';
import { cleanAbsolutePath, cleanKubeletDirectory } from '../private/paths';

/**
 * What is known of the nodes of a platform of one's own.
 */
export interface NodePlatformOptions {
  /**
   * What it is called in messages.
   */
  readonly name: string;

  /**
   * The platform that it is made from: everything that is not said here is as it is there.
   *
   * @default - directories where Kubernetes and containerd have them, and nothing else is known
   */
  readonly basedOn?: NodePlatform;

  /**
   * The root directory of the kubelet.
   *
   * @default - that of `basedOn`, else /var/lib/kubelet
   */
  readonly kubeletDirectory?: string;

  /**
   * The directory of the socket of containerd, `containerd.sock`.
   *
   * @default - that of `basedOn`, else /run/containerd
   */
  readonly containerdDirectory?: string;

  /**
   * The directory of CNI plugins.
   *
   * @default - that of `basedOn`, else /opt/cni/bin
   */
  readonly cniBinaryDirectory?: string;

  /**
   * The directory of the CNI configuration.
   *
   * @default - that of `basedOn`, else /etc/cni/net.d
   */
  readonly cniConfigurationDirectory?: string;

  /**
   * The directories that can be written, where the root file system of the nodes is read-only.
   *
   * @default - those of `basedOn`, else all
   */
  readonly writableDirectories?: string[];

  /**
   * The SELinux type of containers that may connect to the sockets of privileged ones: `spc_t` where the policy is that of Red Hat.
   *
   * @default - that of `basedOn`, else SELinux is not enforced
   */
  readonly seLinuxType?: string;

  /**
   * The virtual nodes that clusters can have: agents leave out no others.
   *
   * @default - those of `basedOn`, else any
   */
  readonly virtualNodes?: VirtualNodes;
}

/**
 * The kind of nodes that a cluster has: where the kubelet, the container runtime and CNI plugins keep their files, what can be written,
 * what SELinux and admission allow. Paths, presets and checks of agents follow it. docs/platforms.md lists what is known of each platform,
 * with its source; what nobody is sure of is as for an unknown platform.
 *
 *     TargetCluster.configure(chart, { platform: NodePlatform.microk8s() });
 */
export class NodePlatform {
  /** Amazon EKS with Amazon Linux 2023. */
  public static eks(): NodePlatform {
    return NodePlatform.known('eks');
  }

  /** Amazon EKS with Bottlerocket, whose root file system is read-only and which enforces SELinux. */
  public static eksBottlerocket(): NodePlatform {
    return NodePlatform.known('eks-bottlerocket');
  }

  /** Amazon EKS Auto Mode: agents run on its nodes, which other platforms leave out. */
  public static eksAuto(): NodePlatform {
    return NodePlatform.known('eks-auto');
  }

  /** Google Kubernetes Engine with Container-Optimized OS. */
  public static gke(): NodePlatform {
    return NodePlatform.known('gke');
  }

  /** GKE Autopilot, which admits neither privileges nor host paths but /var/log, read-only. */
  public static gkeAutopilot(): NodePlatform {
    return NodePlatform.known('gke-autopilot');
  }

  /** Azure Kubernetes Service with Ubuntu or Azure Linux. Agents for Windows nodes are judged as on `aksWindows`. */
  public static aks(): NodePlatform {
    return NodePlatform.known('aks');
  }

  /** The Windows nodes of Azure Kubernetes Service, for charts with agents for Windows. */
  public static aksWindows(): NodePlatform {
    return NodePlatform.known('aks-windows');
  }

  /** OpenShift with Red Hat Enterprise Linux CoreOS: SecurityContextConstraints admit pods, CRI-O runs them, and SELinux is enforced. */
  public static openShift(): NodePlatform {
    return NodePlatform.known('openshift');
  }

  /** K3s with the containerd that it brings. */
  public static k3s(): NodePlatform {
    return NodePlatform.known('k3s');
  }

  /** RKE2 with the containerd that it brings. */
  public static rke2(): NodePlatform {
    return NodePlatform.known('rke2');
  }

  /** k0s with its default directories. */
  public static k0s(): NodePlatform {
    return NodePlatform.known('k0s');
  }

  /** MicroK8s, which keeps everything in the directories of its snap. */
  public static microk8s(): NodePlatform {
    return NodePlatform.known('microk8s');
  }

  /** Talos Linux: read-only, without systemd, and with the Pod Security level `baseline` in every namespace that has no label. */
  public static talos(): NodePlatform {
    return NodePlatform.known('talos');
  }

  /** Machines that kubeadm joined, with containerd. */
  public static kubeadm(): NodePlatform {
    return NodePlatform.known('kubeadm');
  }

  /** kind: containers of one machine as nodes. */
  public static kind(): NodePlatform {
    return NodePlatform.known('kind');
  }

  /**
   * A platform by its id, as `node-agents check --platform` spells it: for programs that read it from their configuration.
   *
   * @param id such as `eks-bottlerocket`
   * @throws unknown-platform
   */
  public static named(id: string): NodePlatform {
    if (platformOf(id) === undefined) {
      const meant = nearest(id, PLATFORM_IDS);
      fail({
        code: 'unknown-platform', what: 'there is no such platform', given: quote(id), allowed: PLATFORM_IDS.join(', '),
        fix: meant === undefined ? 'name one of these, or describe your own with NodePlatform.of' : `did you mean ${meant}?`,
      });
    }
    return NodePlatform.known(id);
  }

  /**
   * A platform of one's own.
   *
   * @throws invalid-path
   */
  public static of(options: NodePlatformOptions): NodePlatform {
    return new NodePlatform(ownFacts(options));
  }

  private static known(id: string): NodePlatform {
    return new NodePlatform(platformOf(id)!);
  }

  /** @internal what the functions of `cluster` read */
  public readonly _facts: PlatformFacts;

  private constructor(facts: PlatformFacts) {
    this._facts = facts;
  }

  /** The platform as the command spells it; `own` for one of your own. */
  public get id(): string {
    return this._facts.id;
  }

  /** What it is called in messages. */
  public get name(): string {
    return this._facts.name;
  }

  /** The root directory of the kubelet. */
  public get kubeletDirectory(): string {
    return this._facts.kubeletDirectory;
  }

  /** The socket of the container runtime, where it is known. */
  public get containerRuntimeSocket(): string | undefined {
    return this._facts.containerRuntime?.socket;
  }

  /** The directory of CNI plugins, where it is known. */
  public get cniBinaryDirectory(): string | undefined {
    return this._facts.cniBinaries;
  }

  /** The directory of the CNI configuration, where it is known. */
  public get cniConfigurationDirectory(): string | undefined {
    return this._facts.cniConfiguration;
  }

  /** The SELinux type of containers that may connect to the sockets of privileged ones; undefined where SELinux is not enforced. */
  public get seLinuxType(): string | undefined {
    return this._facts.seLinuxType;
  }

  /** Capabilities that no container gets there, such as `SYS_MODULE` on Talos; empty where the runtime grants all of them. */
  public get missingCapabilities(): string[] {
    return [...this._facts.missingCapabilities ?? []];
  }

  /** Whether an agent may write to directories of its node. */
  public get writesHostPaths(): boolean {
    return this._facts.admission === undefined;
  }

  /** Whether the nodes may have a journal of systemd: all but those of Talos. */
  public get hasJournal(): boolean {
    return this._facts.absentPaths?.some(({ path }) => path === '/run/log/journal') !== true;
  }

  /** Whether root alone may open the log files of containers: its group may not. */
  public get logFilesOfRootAlone(): boolean {
    return this._facts.logFilesOfRootAlone ?? false;
  }
}

guardClass({ NodePlatform });

function ownFacts({ name, basedOn, virtualNodes, ...given }: NodePlatformOptions): PlatformFacts {
  const path = (text: string | undefined, what: string) => (text === undefined ? undefined : cleanAbsolutePath(text, what));
  const base: PlatformFacts = basedOn?._facts ?? { ...AS_KUBERNETES, virtualNodes: undefined, id: 'own', name };
  const directory = path(given.containerdDirectory, 'the directory of containerd');
  return {
    ...base, id: 'own', name,
    kubeletDirectory: given.kubeletDirectory === undefined ? base.kubeletDirectory : cleanKubeletDirectory(given.kubeletDirectory),
    containerRuntime: directory === undefined
      ? base.containerRuntime
      : { program: 'containerd', directory, socket: `${directory}/containerd.sock` },
    cniBinaries: path(given.cniBinaryDirectory, 'the directory of CNI plugins') ?? base.cniBinaries,
    cniConfiguration: path(given.cniConfigurationDirectory, 'the directory of the CNI configuration') ?? base.cniConfiguration,
    writableDirectories: given.writableDirectories?.map(each => cleanAbsolutePath(each, 'a directory that can be written'))
      ?? base.writableDirectories,
    nodeSystem: given.writableDirectories === undefined ? base.nodeSystem : undefined,
    seLinuxType: given.seLinuxType ?? base.seLinuxType,
    virtualNodes: virtualNodes === undefined ? base.virtualNodes
      : { eksComputeTypes: virtualNodes.eksComputeTypes, nodeTypes: virtualNodes.nodeTypes },
  };
}
