import type { CsiPlugin } from './csi-plugins';
import { PluginSockets, slashed, socketsOf } from './plugin-sockets';
import type { Wire } from '../../private/wire';
import { isAtOrBelow } from '../host-state/host-directories';
import type { Workload } from '../inventory/workload';

/** Something that happens to a plugin and the kubelet of its node. */
export interface RegistrationStep {
  readonly event: 'plugin-starts' | 'kubelet-restarts' | 'pod-replaced';
  /** Why the kubelet does not know the driver afterwards, one sentence; undefined where it does. */
  readonly reason?: string;
}

/**
 * What becomes of the registration of a driver when its pod starts, when the kubelet restarts, and when the pod is replaced. By the rules
 * of the kubelet's plugin watcher and of node-driver-registrar: the kubelet walks its directory `plugins_registry` when it starts and
 * watches it from then on, asks each socket there where the driver is, and calls the driver at that path of the node; it forgets a driver
 * whose socket is removed there. A registrar asks its driver first, makes its socket when it starts, and removes it when it ends.
 */
export function registrationOf(plugin: CsiPlugin, kubeletDirectory: string): RegistrationStep[] {
  const kubelet = slashed(kubeletDirectory);
  const missing = missingDirectory(plugin.workload, kubelet);
  if (missing !== undefined) {return [{ event: 'plugin-starts', reason: missing }];}
  const node = new PluginOnNode(plugin, kubelet);
  node.startPod();
  const started = node.after('plugin-starts');
  node.restartKubelet();
  const restarted = node.after('kubelet-restarts');
  if (!plugin.workload.facts.surges) {
    node.endPod();
    node.startPod();
    return [started, restarted, node.after('pod-replaced')];
  }
  node.startPod();
  node.endPod();
  return [started, restarted, {
    event: 'pod-replaced',
    reason: 'the old registrar removes the socket of the new one when it ends, because maxSurge lets both run: set maxSurge to 0',
  }];
}

/** A node with one plugin: its sockets, and what the kubelet knows. */
class PluginOnNode {
  private readonly files: PluginSockets;
  /** The socket that the registrar makes. */
  private readonly own: string;
  private readonly registry: string;
  /** Sockets that someone listens on. */
  private readonly open = new Set<string>();
  private isRegistered = false;

  public constructor(plugin: CsiPlugin, kubelet: string) {
    this.files = socketsOf(plugin);
    this.own = `${this.files.registry}/${plugin.name ?? 'driver'}-reg.sock`;
    this.registry = `${kubelet}/plugins_registry`;
  }

  public startPod(): void {
    const { driver, calledByRegistrar } = this.files;
    // a driver whose socket nothing names is taken to be where the registrar looks for it
    this.open.add(driver ?? calledByRegistrar);
    if (this.open.has(calledByRegistrar)) {this.open.add(this.own);}
    this.lookForPlugins();
  }

  /** Both containers get SIGTERM. The socket of the driver stays as a file that the next one takes over. */
  public endPod(): void {
    this.open.delete(this.own);
    this.isRegistered = false;
  }

  /** The kubelet remembers nothing, and the pods go on meanwhile. */
  public restartKubelet(): void {
    this.isRegistered = false;
    this.lookForPlugins();
  }

  public after(event: RegistrationStep['event']): RegistrationStep {
    return this.isRegistered ? { event } : { event, reason: this.obstacle() };
  }

  private lookForPlugins(): void {
    this.isRegistered = this.open.has(this.own) && isAtOrBelow(this.own, this.registry) && this.open.has(this.files.calledByKubelet);
  }

  /** The first link that is missing between the kubelet and the driver. */
  private obstacle(): string {
    const { driver, calledByRegistrar, registry, calledByKubelet } = this.files;
    if (!this.open.has(this.own)) {
      return `the registrar waits for ${calledByRegistrar}, and the driver listens on ${driver}: give both the path in one volume `
        + '(--csi-address, --endpoint)';
    }
    if (!isAtOrBelow(this.own, this.registry)) {
      return `the registrar makes its socket in ${registry}, and the kubelet looks in ${this.registry}: mount that directory `
        + '(`kubeletDirectory`)';
    }
    return `the kubelet calls ${calledByKubelet || 'no path'}, and the driver listens on ${driver ?? calledByRegistrar}: correct `
      + '--kubelet-registration-path';
  }
}

/** What the kubelet makes itself, in its own directory. */
const MADE_BY_KUBELET = /^(.+?)(?:\/pods|\/plugins_registry|\/plugins(?:\/kubernetes\.io(?:\/csi)?)?)$/;

/** A directory that must be there, and is that of another kubelet: the pod does not start, and its events say so. */
function missingDirectory({ pod }: Workload, kubelet: string): string | undefined {
  for (const { name, hostPath } of (pod.volumes ?? []) as Wire[]) {
    if (typeof hostPath?.path !== 'string' || hostPath.type !== 'Directory') {continue;}
    const path = slashed(hostPath.path);
    const root = MADE_BY_KUBELET.exec(path)?.[1];
    if (root !== undefined && root !== kubelet) {
      return `the pod does not start: its volume ${name} asks for the directory ${path}, and the kubelet is in ${kubelet}`;
    }
  }
  return undefined;
}
