import { HostPath, HostPathType } from '../../agent/container/host-path';
import { AGENT_DEFAULTS } from '../../agent/defaults';
import { fail, quote } from '../../private/agent-error';
import { fixedValue } from '../../private/default-row';
import { lookUp } from '../../private/look-up';
import { cleanAbsolutePath, requireRelativePath } from '../../private/paths';

/** Where every container of a plugin sees the directory of the driver's socket, unless the driver says otherwise. */
const SOCKET_DIRECTORY = '/csi';
const SOCKET = 'csi.sock';
const IN_PODS: SocketPlace = { directory: SOCKET_DIRECTORY, fileName: SOCKET };

/** Where Kubernetes has the directory of the kubelet, and so what manifests of drivers are written for. */
const USUAL = fixedValue(AGENT_DEFAULTS.kubeletDirectory);
/** The same in a text, as a whole path or the beginning of one. */
const USUAL_IN_TEXT = new RegExp(`(?<![\\w./\\\\-])${USUAL}(?![\\w.-])`, 'g');

/** What stands for the directory of the kubelet in arguments. */
export const KUBELET_VARIABLE = 'KUBELET_DIRECTORY';

/** What Linux takes as the path of a Unix socket, in bytes without the closing zero. */
const MAX_SOCKET_PATH = 107;

/** The directories and sockets that a plugin shares with a kubelet. All follow from one directory, so they cannot disagree. */
export class KubeletLayout {
  public readonly root: string;
  public readonly pods: string;
  public readonly staging: string;
  public readonly registry: string;
  public readonly pluginDirectory: string;
  /** The driver's socket, as the kubelet sees it. */
  public readonly socket: string;
  /** The driver's socket, as the containers see it. */
  public readonly socketInPods: string;
  /** Where the containers see the directory of the socket. */
  public readonly socketDirectory: string;

  public constructor(kubeletDirectory: string, driverName: string, pluginDirectory: string, inPods: SocketPlace = IN_PODS) {
    const file = inPods.fileName;
    this.root = requireKubeletDirectory(kubeletDirectory);
    this.pods = this.below('pods');
    this.staging = this.below('plugins/kubernetes.io/csi');
    this.registry = this.below('plugins_registry');
    this.pluginDirectory = cleanAbsolutePath(
      this.below(`plugins/${requirePluginDirectory(pluginDirectory)}`), 'the plugin directory of the driver',
    );
    this.socket = `${this.pluginDirectory}/${file}`;
    this.socketDirectory = inPods.directory ?? this.pluginDirectory;
    this.socketInPods = `${this.socketDirectory}/${file}`;
    const plugins = this.below('plugins/');
    requireRoom(plugins, this.pluginDirectory.slice(plugins.length), `/${file}`, {
      socket: `the socket of the CSI driver ${quote(driverName)}`, part: 'plugin directory',
      fix: 'set a shorter `pluginDirectory` for the driver',
    });
    requireRoom(`${this.registry}/`, driverName, '-reg.sock', {
      socket: `the registration socket of the CSI driver ${quote(driverName)}`,
      part: 'driver name',
      fix: 'have the driver answer to a shorter name where it can, or give the kubelets a shorter --root-dir',
    });
  }

  /**
   * The directory of the driver's socket, for the driver itself: one pod owns the socket. It is made, since the kubelet does not know it.
   */
  public get ownPluginDirectory(): HostPath {
    return HostPath.state(this.pluginDirectory, {
      mountPath: this.socketDirectory, volumeName: PLUGIN_VOLUME, type: HostPathType.DIRECTORY_OR_CREATE,
    });
  }

  /** The same for a sidecar: calling a socket writes nothing to its directory. */
  public get sharedPluginDirectory(): HostPath {
    return HostPath.readOnly(this.pluginDirectory, {
      mountPath: this.socketDirectory, volumeName: PLUGIN_VOLUME, type: HostPathType.DIRECTORY_OR_CREATE,
    });
  }

  /** Where the registrar puts its socket. Made by mistake it would be a directory that no kubelet watches, with every probe green. */
  public get registrationDirectory(): HostPath {
    return HostPath.readWrite(this.registry, { mountPath: '/registration', volumeName: 'registration-dir', type: HostPathType.DIRECTORY });
  }

  /** A directory below that of the kubelet; with an empty text that directory itself. */
  public below(path: string): string {
    return path === '' ? this.root : `${this.root}/${path}`;
  }

  /** A text of a driver, in which paths of the usual kubelet become those of this one. */
  public followed(text: string): string {
    return this.root === USUAL ? text : text.replace(USUAL_IN_TEXT, this.root);
  }

  /** The same for a host path, on both sides: the kubelet names paths of the node, which have to be those in the container. */
  public followedPath(path: HostPath): HostPath {
    const [onHost, inContainer] = [this.followed(path.path), this.followed(path.mountPath)];
    if (onHost === path.path && inContainer === path.mountPath) {return path;}
    const { type, propagation, subPath, recursiveReadOnly, volumeName } = path;
    const make = path.isState ? HostPath.state : path.isReadOnly ? HostPath.readOnly : HostPath.readWrite;
    return make(onHost, { mountPath: inContainer, type, propagation, subPath, recursiveReadOnly, volumeName });
  }

  /** A text of a sidecar, in which what the plugin knows is filled in. Variables that the container sets itself are left to it. */
  public filledIn(text: string, own: readonly string[] = []): string {
    const values: { readonly [variable: string]: string } = {
      CSI_ENDPOINT: `unix://${this.socketInPods}`, CSI_ADDRESS: this.socketInPods, [KUBELET_VARIABLE]: this.root,
    };
    return this.followed(text)
      .replace(/\$\((\w+)\)/g, (whole, name: string) => (own.includes(name) ? undefined : lookUp(values, name)) ?? whole);
  }
}

/** Where containers see the socket of a driver: without a directory, where the node has it. */
export interface SocketPlace {
  readonly directory?: string;
  readonly fileName: string;
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
