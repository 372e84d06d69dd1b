import { ComponentHealthOptions } from './component-health-options';
import { logMonitor } from './log-monitor';
import { LogMonitorOptions } from './log-monitor-options';
import { Monitor } from './monitor';
import { PluginMonitorOptions } from './plugin-monitor-options';
import { componentHealth, plugin, runtimeHealth } from './plugin-monitors';
import { RuntimeHealthOptions } from './runtime-health-options';
import { ShippedName, shippedMonitor } from './shipped-monitors';
import { systemStats } from './system-stats';
import { SystemStatsOptions } from './system-stats-options';
import { guardClass } from '../../private/doors/guard-class';
import { requireName } from '../../private/names';

/**
 * What node-problem-detector looks at. The rights of its container, its mounts and its namespaces follow from its monitors.
 */
export class NodeProblemMonitor {
  /**
   * Deadlocks, crashes and errors of memory, disks and file systems in the log of the kernel, as events and as the conditions
   * `KernelDeadlock`, `XfsShutdown` and `CperHardwareErrorFatal`. Needs a privileged container.
   */
  public static kernel(): NodeProblemMonitor {
    return NodeProblemMonitor.shipped('kernel');
  }

  /** File systems that the kernel made read-only, as the condition `ReadonlyFilesystem`. Needs a privileged container. */
  public static readonlyFilesystem(): NodeProblemMonitor {
    return NodeProblemMonitor.shipped('readonly-filesystem');
  }

  /**
   * Corrupt images of Docker in the journal, as events and as the condition `CorruptDockerOverlay2`. Needs root and a journal that is kept.
   */
  public static docker(): NodeProblemMonitor {
    return NodeProblemMonitor.shipped('docker');
  }

  /** Starts of the kubelet, Docker and containerd in the journal, as events. Needs root and a journal that is kept. */
  public static systemd(): NodeProblemMonitor {
    return NodeProblemMonitor.shipped('systemd');
  }

  /** Crashes that ABRT of Fedora and RHEL writes to the journal, as events. Needs root and a journal that is kept. */
  public static abrt(): NodeProblemMonitor {
    return NodeProblemMonitor.shipped('abrt');
  }

  /**
   * Five starts of the kubelet, Docker or containerd within 20 minutes, as the conditions `FrequentKubeletRestart`, `FrequentDockerRestart`
   * and `FrequentContainerdRestart`. Needs root and a journal that is kept.
   */
  public static frequentRestarts(): NodeProblemMonitor {
    return NodeProblemMonitor.shipped('frequent-restarts');
  }

  /**
   * Whether the kubelet answers, as the condition `KubeletUnhealthy`. Needs the network of the node. Nothing is repaired.
   *
   * @throws invalid-node-monitor
   */
  public static kubeletHealth(options: ComponentHealthOptions = {}): NodeProblemMonitor {
    return new NodeProblemMonitor(componentHealth('kubelet', options));
  }

  /**
   * Whether kube-proxy answers, as the condition `KubeProxyUnhealthy`. Nothing is repaired.
   *
   * @throws invalid-node-monitor
   */
  public static kubeProxyHealth(options: ComponentHealthOptions = {}): NodeProblemMonitor {
    return new NodeProblemMonitor(componentHealth('kube-proxy', options));
  }

  /**
   * Whether the container runtime answers, as the condition `ContainerRuntimeUnhealthy`. Needs root, the socket of the runtime, and
   * `crictl` on the node. Nothing is repaired.
   *
   * @throws invalid-node-monitor
   */
  public static containerRuntimeHealth(options: RuntimeHealthOptions = {}): NodeProblemMonitor {
    return new NodeProblemMonitor(runtimeHealth(options));
  }

  /**
   * Metrics of the node. An exporter such as node_exporter has more of them.
   *
   * @throws invalid-node-monitor
   */
  public static systemStats(options: SystemStatsOptions = {}): NodeProblemMonitor {
    return new NodeProblemMonitor(systemStats(options));
  }

  /**
   * Problems that lines of a log tell of.
   *
   * @param name the name of the monitor, by which its events are known: at most 63 lower-case letters, digits and `-`
   * @throws invalid-node-monitor
   * @throws invalid-pattern
   * @throws node-condition-conflict
   */
  public static log(name: string, options: LogMonitorOptions): NodeProblemMonitor {
    return new NodeProblemMonitor(logMonitor(requireName(name, 'dns-label', 'a monitor'), options));
  }

  /**
   * Problems that a script finds.
   *
   * @param name the name of the monitor, by which its events are known: at most 63 lower-case letters, digits and `-`
   * @throws invalid-node-monitor
   * @throws node-condition-conflict
   */
  public static plugin(name: string, options: PluginMonitorOptions): NodeProblemMonitor {
    return new NodeProblemMonitor(plugin(requireName(name, 'dns-label', 'a monitor'), options));
  }

  private static shipped(name: ShippedName): NodeProblemMonitor {
    return new NodeProblemMonitor(shippedMonitor(name));
  }

  private constructor(
    /** @internal */
    public readonly _monitor: Monitor,
  ) {}

  /** The name of the monitor. */
  public get name(): string {
    return this._monitor.name;
  }

  /** The conditions of the Node that it sets. */
  public get conditions(): string[] {
    return [...this._monitor.conditions];
  }
}

guardClass({ NodeProblemMonitor });
