import { NodeCardinality, NodeExporterOptions } from './node-exporter-options';
import { ProgramVersion, isOlder } from '../../presets/program-version';
import { NameFilter } from '../name-filter';
import { FlagSet } from '../private/flag-set';
import { asDirectories, asNames } from '../private/name-patterns';

/** What is mounted for each pod. The directories themselves stay: they are often disks of their own. */
const NOISY_MOUNTS: readonly string[] = [
  '/dev',
  '/proc',
  '/sys',
  '/run/(containerd|credentials|crio|docker|k3s/containerd|netns|user)/.+',
  '/var/lib/(containerd|containers/storage|docker)/.+',
];

/** The exporter's own list from 1.10 on. */
const PSEUDO_FILESYSTEMS: readonly string[] = [
  'autofs', 'binfmt_misc', 'bpf', 'cgroup2?', 'configfs', 'debugfs', 'devpts', 'devtmpfs', 'erofs', 'fusectl', 'hugetlbfs', 'iso9660',
  'mqueue', 'nsfs', 'overlay',
  'proc', 'procfs', 'pstore', 'rpc_pipefs', 'securityfs', 'selinuxfs', 'squashfs', 'sysfs', 'tracefs',
];
const EROFS_SINCE: ProgramVersion = [1, 10];

/** File systems whose server can be gone. */
const NETWORK_FILESYSTEMS: readonly string[] = [
  '9p', 'afs', 'beegfs', 'ceph', 'cifs', 'fuse\\..+', 'glusterfs', 'gpfs', 'lustre', 'nfs4?', 'ocfs2', 'smb3?', 'virtiofs',
];
const MEMORY_FILESYSTEMS: readonly string[] = ['ramfs', 'tmpfs'];

/** The host's end of the link of each pod, as the network plugins name it. */
const POD_LINKS: readonly string[] = [
  'veth.*',
  // OVN-Kubernetes
  '[0-9a-f]{15}',
  // Calico, and what EKS, AKS and GKE make of the same scheme
  '(azv|cali|eni|gke)[0-9a-f]{11}',
  // Cilium
  'lxc([0-9a-f]+|_health)',
];

/** The exporter's own list. */
const PARTITIONS: readonly string[] = ['(z?ram|loop|fd|(h|s|v|xv)d[a-z]|nvme\\d+n\\d+p)\\d+'];

interface FilterContext {
  /** The collectors that run. */
  readonly running: readonly string[];
  readonly version: ProgramVersion;
  readonly kubeletDirectory: string;
  /** As Go reads it. */
  readonly mountTimeout?: string;
  /** The socket of the container runtime, where the platform is known: next to it, the runtime mounts what containers see. */
  readonly runtimeSocket?: string;
}

/** Sets the flags that say what becomes series and what does not. */
export function setFilters(flags: FlagSet, options: NodeExporterOptions, context: FilterContext): void {
  const runs = (collector: string) => context.running.includes(collector);
  const isFull = options.cardinality === NodeCardinality.FULL;
  /** What applies where the user says nothing of a filter. */
  const rest = (filter: NameFilter) => (isFull ? NameFilter.exporterDefault() : filter);
  if (runs('filesystem')) {
    const mounts = [...NOISY_MOUNTS, ...unusualRuntime(context.runtimeSocket), `${literally(context.kubeletDirectory)}/.+`];
    setFilter(flags, 'collector.filesystem.mount-points', options.mountPoints ?? rest(ALSO_NOTHING), mounts, asDirectories);
    const more = moreFilesystems(options);
    if (options.filesystemTypes !== undefined || more.length > 0 || isOlder(context.version, EROFS_SINCE)) {
      setFilter(
        flags, 'collector.filesystem.fs-types', options.filesystemTypes ?? rest(ALSO_NOTHING), [...PSEUDO_FILESYSTEMS, ...more], asNames,
      );
    }
    flags.set('collector.filesystem.mount-timeout', context.mountTimeout);
  }
  if (runs('diskstats') && options.diskDevices !== undefined) {
    setFilter(flags, 'collector.diskstats.device', options.diskDevices, PARTITIONS, asNames);
  }
  const devices = options.networkDevices ?? rest(ALSO_NOTHING);
  for (const collector of ['arp', 'ethtool', 'netdev', 'qdisc'].filter(runs)) {
    if (collector !== 'qdisc' || !isOlder(context.version, QDISC_FILTER_SINCE)) {
      setFilter(flags, `collector.${collector}.device`, devices, POD_LINKS, asNames);
    }
  }
  if (runs('netclass')) {
    const ignored = devices.mode === 'only' ? [...POD_LINKS] : devices._excluded(POD_LINKS);
    flags.set('collector.netclass.ignored-devices', ignored && asNames(ignored));
  }
}

/** What is left out beside file systems without files of their own. */
function moreFilesystems({ cardinality, networkFilesystems, filesystemTypes }: NodeExporterOptions): string[] {
  const isMinimal = cardinality === NodeCardinality.MINIMAL;
  return [
    ...networkFilesystems ?? (!isMinimal || filesystemTypes !== undefined) ? [] : NETWORK_FILESYSTEMS,
    ...isMinimal && filesystemTypes === undefined ? MEMORY_FILESYSTEMS : [],
  ];
}

/** Where a container runtime mounts what no other has there: nothing for the usual directories. */
function unusualRuntime(socket: string | undefined): string[] {
  const directory = socket?.slice(0, socket.lastIndexOf('/'));
  return directory === undefined || new RegExp(asDirectories([...NOISY_MOUNTS])).test(`${directory}/a`)
    ? []
    : [`${literally(directory)}/.+`];
}

const ALSO_NOTHING = NameFilter.excludingAlso([]);
const QDISC_FILTER_SINCE: ProgramVersion = [1, 7];

function setFilter(
  flags: FlagSet, stem: string, filter: NameFilter, standard: readonly string[], compose: (patterns: string[]) => string,
): void {
  const excluded = filter._excluded(standard);
  const included = filter._included();
  flags.set(`${stem}-exclude`, excluded && compose(excluded));
  flags.set(`${stem}-include`, included && compose(included));
}

function literally(path: string): string {
  return path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
