import { guardClass } from '../../private/doors/guard-class';
import { withoutLink } from '../../private/paths';
import { KUBELET_DIRECTORY } from '../../private/standard-values';

const DIRECTORY = 'Directory';
const CREATED = 'DirectoryOrCreate';
const FILE = 'File';

const ROWS: Array<[path: string, type: string, why: string]> = [
  ['/', DIRECTORY, 'the whole host, for file system statistics; mount it read-only with HostToContainer propagation'],
  ['/boot', DIRECTORY, 'kernel configuration, for feature discovery'],
  ['/dev', DIRECTORY, 'devices, for storage and device plugins'],
  ['/dev/dri', DIRECTORY, 'graphics devices'],
  ['/dev/kmsg', 'CharDevice', 'the kernel log; needs a privileged container'],
  ['/etc/cni/net.d', CREATED, 'CNI configuration; a fresh node has none until the network agent writes it'],
  ['/etc/localtime', '', 'the time zone of the node; absent where the node runs in UTC'],
  ['/etc/machine-id', FILE, 'the identity of the node, which the systemd journal is filed under'],
  ['/etc/os-release', FILE, 'name and version of the operating system'],
  ['/etc/selinux', '', 'SELinux configuration; absent where SELinux is not installed'],
  ['/lib/modules', '', 'kernel modules for modprobe; absent on some immutable images'],
  ['/opt/cni/bin', CREATED, 'CNI binaries that the kubelet and the runtime call'],
  ['/proc', DIRECTORY, 'processes and kernel statistics of the host'],
  ['/run/containerd', DIRECTORY, 'the socket of containerd: the directory, since the socket is created again at each restart'],
  ['/run/crio', DIRECTORY, 'the socket of CRI-O: the directory, since the socket is created again at each restart'],
  ['/run/log/journal', '', 'the volatile systemd journal; absent where the journal is kept in /var/log/journal'],
  ['/run/netns', CREATED, 'the network namespaces of the pods; a fresh node has none until the runtime starts its first pod'],
  ['/run/udev', DIRECTORY, 'the device database of udev'],
  ['/run/xtables.lock', 'FileOrCreate', 'the lock of iptables; without a type a runtime makes a directory of it and iptables breaks'],
  ['/sys', DIRECTORY, 'devices and kernel objects of the host'],
  ['/sys/fs/bpf', DIRECTORY, 'pinned eBPF programs and maps'],
  ['/sys/fs/cgroup', DIRECTORY, 'control groups of the host'],
  ['/usr/lib/modules', '', 'kernel modules, where /lib is a link to /usr/lib; absent on some immutable images'],
  ['/var/lib/cni/networks', CREATED, 'addresses that host-local gave to pods; a fresh node has none until its first pod'],
  ['/var/lib/docker/containers', '', 'container logs of Docker; absent on containerd and CRI-O'],
  [KUBELET_DIRECTORY, DIRECTORY, 'the root directory of the kubelet'],
  [
    `${KUBELET_DIRECTORY}/device-plugins`, DIRECTORY,
    'registration of device plugins: the directory, since the kubelet creates the socket again',
  ],
  [
    `${KUBELET_DIRECTORY}/plugins_registry`, DIRECTORY,
    'registration of CSI plugins; created by mistake it hides a wrong kubelet directory',
  ],
  [
    `${KUBELET_DIRECTORY}/pod-resources`, DIRECTORY,
    'which pod has which device: the directory, since the kubelet creates the socket again',
  ],
  [`${KUBELET_DIRECTORY}/pods`, DIRECTORY, 'volumes of the pods of the node'],
  ['/var/log', DIRECTORY, 'logs of the node and, below pods and containers, of its pods'],
  ['/var/log/calico/cni', CREATED, 'the log of the CNI plugin of Calico, which a fresh node does not have yet'],
  ['/var/log/containers', DIRECTORY, 'links to the current log file of each container'],
  ['/var/log/journal', '', 'the persistent systemd journal; absent where the journal is volatile'],
  ['/var/log/pods', DIRECTORY, 'log files of the pods, rotated ones included'],
  ['/var/run/cdi', CREATED, 'devices in the Container Device Interface; a node has none until a device plugin describes the first'],
];

/**
 * A path that node agents mount from the host, what is there, and why an agent needs it.
 *
 * The types follow one rule: only a directory that the agent owns is created; what the kubelet, the container runtime or the operating
 * system owns must exist, so that a wrong path fails at once with a clear event instead of showing an empty directory.
 */
export class KnownHostPath {
  /** What is known of a path, or undefined. `/var/run` is a link to `/run`, so either spelling finds it. */
  public static find(path: string): KnownHostPath | undefined {
    return KnownHostPath.BY_PATH.get(withoutLink(path));
  }

  /** The whole catalogue, by path. */
  public static all(): KnownHostPath[] {
    return [...KnownHostPath.BY_PATH.values()];
  }

  private static readonly BY_PATH = new Map(ROWS.map(([path, type, why]) => [withoutLink(path), new KnownHostPath(path, type, why)]));

  private constructor(
    /** The path on the host. */
    public readonly path: string,
    /** What must stand there, as `hostPath.type` spells it; empty where it must not be checked. */
    public readonly type: string,
    /** What an agent needs it for, and why the type is what it is. */
    public readonly why: string,
  ) {}
}

guardClass({ KnownHostPath });
