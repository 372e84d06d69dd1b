import { KUBELET_VARIABLE } from './kubelet-layout';
import { fail, quote } from '../../private/agent-error';
import { lookUp } from '../../private/look-up';

/** The directories and sockets that a plugin shares with a kubelet of Windows. HostProcess containers see them as the node does. */
export class WindowsLayout {
  public readonly root: string;
  public readonly registry: string;
  public readonly pluginDirectory: string;
  public readonly socket: string;

  public constructor(kubeletDirectory: string, pluginDirectory: string) {
    this.root = requireDirectory(kubeletDirectory);
    this.registry = `${this.root}\\plugins_registry`;
    this.pluginDirectory = `${this.root}\\plugins\\${pluginDirectory.replace(/\//g, '\\')}`;
    this.socket = `${this.pluginDirectory}\\csi.sock`;
  }

  /** The socket as drivers take it. */
  public get endpoint(): string {
    return `unix://${this.socket}`;
  }

  /** A text of a driver, in which the directory of the kubelet is filled in. */
  public filledIn(text: string): string {
    return text.replace(/\$\((\w+)\)/g, (whole, name: string) => lookUp({ [KUBELET_VARIABLE]: this.root }, name) ?? whole);
  }
}

function requireDirectory(directory: string): string {
  const clean = directory.replace(/\//g, '\\').replace(/\\+$/, '');
  if (!/^[A-Za-z]:\\[^:'"]+$/.test(clean)) {
    fail({
      code: 'invalid-path', what: 'a CSI node plugin cannot share this directory with a kubelet of Windows', given: quote(directory),
      allowed: 'a directory with its drive, such as C:\\var\\lib\\kubelet', fix: 'look for --root-dir among the arguments of the kubelets',
    });
  }
  return clean;
}
