import { HostPath, HostPathType } from '../../agent/container/host-path';
import { fail, quote } from '../../private/agent-error';
import { cleanAbsolutePath, requireRelativePath } from '../../private/paths';

/** Where every container of a plugin sees the directory of the driver's socket. */
const SOCKET_DIRECTORY = '/csi';
const SOCKET = 'csi.sock';

/** What Linux takes as the path of a Unix socket, in bytes without the closing zero. */
const MAX_SOCKET_PATH = 107;

/** The directories and sockets that a plugin shares with a kubelet. All follow from one directory, so they cannot disagree. */
export class KubeletLayout {
  /** The driver's socket, as the containers see it. */
  public static readonly SOCKET_IN_PODS = `${SOCKET_DIRECTORY}/${SOCKET}`;

  public readonly root: string;
  public readonly pods: string;
  public readonly staging: string;
  public readonly registry: string;
  public readonly pluginDirectory: string;
  /** The driver's socket, as the kubelet sees it. */
  public readonly socket: string;

  public constructor(kubeletDirectory: string, driverName: string, pluginDirectory: string) {
    this.root = requireKubeletDirectory(kubeletDirectory);
    this.pods = this.below('pods');
    this.staging = this.below('plugins/kubernetes.io/csi');
    this.registry = this.below('plugins_registry');
    this.pluginDirectory = cleanAbsolutePath(this.below(`plugins/${requirePluginDirectory(pluginDirectory)}`), 'the plugin directory of the driver');
    this.socket = `${this.pluginDirectory}/${SOCKET}`;
    const plugins = this.below('plugins/');
    requireRoom(plugins, this.pluginDirectory.slice(plugins.length), `/${SOCKET}`, {
      socket: `the socket of the CSI driver ${quote(driverName)}`, part: 'plugin directory', fix: 'set a shorter `pluginDirectory` for the driver',
    });
    requireRoom(`${this.registry}/`, driverName, '-reg.sock', {
      socket: `the registration socket of the CSI driver ${quote(driverName)}`,
      part: 'driver name',
      fix: 'have the driver answer to a shorter name where it can, or give the kubelets a shorter --root-dir',
    });
  }

  /** The directory of the driver's socket, for the driver itself: one pod owns the socket. It is made, since the kubelet does not know it. */
  public get ownPluginDirectory(): HostPath {
    return HostPath.state(this.pluginDirectory, { mountPath: SOCKET_DIRECTORY, volumeName: PLUGIN_VOLUME, type: HostPathType.DIRECTORY_OR_CREATE });
  }

  /** The same for a sidecar: calling a socket writes nothing to its directory. */
  public get sharedPluginDirectory(): HostPath {
    return HostPath.readOnly(this.pluginDirectory, {
      mountPath: SOCKET_DIRECTORY, volumeName: PLUGIN_VOLUME, type: HostPathType.DIRECTORY_OR_CREATE,
    });
  }

  /** Where the registrar puts its socket. Made by mistake it would be a directory that no kubelet watches, with every probe green. */
  public get registrationDirectory(): HostPath {
    return HostPath.readWrite(this.registry, { mountPath: '/registration', volumeName: 'registration-dir', type: HostPathType.DIRECTORY });
  }

  private below(path: string): string {
    return `${this.root}/${path}`;
  }
}

const PLUGIN_VOLUME = 'plugin-dir';

function requireKubeletDirectory(directory: string): string {
  const root = cleanAbsolutePath(directory, 'the directory of the kubelet');
  if (!root.startsWith('/') || root === '/') {
    fail({
      code: 'invalid-path',
      what: 'a CSI node plugin cannot share this directory with the kubelet',
      given: quote(directory),
      allowed: 'a directory of a Linux node other than its root',
      fix: 'look for --root-dir among the arguments of the kubelets; without it they use /var/lib/kubelet',
    });
  }
  return root;
}

function requirePluginDirectory(directory: string): string {
  const path = requireRelativePath(directory, 'the plugin directory of the driver');
  if (path.split('/')[0] === 'kubernetes.io') {
    fail({
      code: 'invalid-path',
      what: 'the plugin directory of the driver belongs to the kubelet',
      given: quote(directory),
      allowed: 'a directory below `plugins` other than kubernetes.io',
      fix: 'leave `pluginDirectory` out for the name of the driver',
    });
  }
  return path;
}

function requireRoom(before: string, name: string, after: string, about: { socket: string; part: string; fix: string }): void {
  const [head, middle, tail] = [before, name, after].map(text => Buffer.byteLength(text));
  if (head + middle + tail > MAX_SOCKET_PATH) {
    fail({
      code: 'socket-path-too-long',
      what: `${about.socket} has a longer path than Linux takes`,
      given: `${head} (${before}) + ${middle} (${about.part}) + ${tail} (${after}) = ${head + middle + tail} bytes`,
      allowed: `${MAX_SOCKET_PATH} bytes, which leaves ${Math.max(0, MAX_SOCKET_PATH - head - tail)} for the ${about.part}`,
      fix: about.fix,
    });
  }
}
