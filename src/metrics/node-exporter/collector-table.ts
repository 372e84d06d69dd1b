import { ProgramVersion } from '../../presets/program-version';
import { lookUp } from '../../private/look-up';

/** The newest release that the tables know. Newer ones may have flags that are not listed. */
export const NEWEST_KNOWN: ProgramVersion = [1, 12];
/** The oldest release that the tables are true for. */
export const OLDEST_KNOWN: ProgramVersion = [1, 5];

const ON = `
  arp bcache bcachefs bonding btrfs conntrack cpu cpufreq diskstats dmi dmmultipath edac entropy fibrechannel filefd filesystem hwmon
  infiniband ipvs kernel_hung loadavg mdadm meminfo netclass netdev netstat nfs nfsd nvme os powersupplyclass pressure rapl schedstat
  selinux sockstat softnet stat tapestats textfile thermal_zone time timex udp_queues uname vmstat watchdog xfs zfs`;

const OFF = `
  buddyinfo cgroups cpu_vulnerabilities drbd drm ethtool interrupts ksmd lnstat logind meminfo_numa mountstats network_route ntp
  nvmesubsystem pcidevice perf processes qdisc runit slabinfo softirqs supervisord swap sysctl systemd tcpstat wifi xfrm zoneinfo`;

const SINCE: { readonly [collector: string]: ProgramVersion } = {
  bcachefs: [1, 11],
  cpu_vulnerabilities: [1, 7],
  dmmultipath: [1, 12],
  kernel_hung: [1, 11],
  nvmesubsystem: [1, 12],
  pcidevice: [1, 10],
  softirqs: [1, 6],
  swap: [1, 10],
  watchdog: [1, 8],
  xfrm: [1, 8],
};

/** What the exporter can see, as far as it decides which collectors tell the truth. */
export interface NodeAccess {
  /** Whether it runs as user 0; undefined where the image decides. */
  readonly isRoot: boolean | undefined;
  readonly seesHostRoot: boolean;
  readonly sharesHostNetwork: boolean;
}

/** Why a collector has nothing to say for a user other than root without capabilities. */
export const NEEDS_ROOT: { readonly [collector: string]: string } = {
  perf: 'the kernel opens performance counters to user 0 with the capability PERFMON only',
  rapl: 'the kernel lets only user 0 read energy counters since 2020, because they leak what other processes compute',
  slabinfo: 'only user 0 may read /proc/slabinfo',
};

/** What collectors report of the network namespace that they run in: the pod's own, without the host network. */
export const OF_THE_NETWORK_NAMESPACE: readonly string[] = [
  'arp', 'conntrack', 'ethtool', 'ipvs', 'netdev', 'netstat', 'network_route', 'qdisc', 'sockstat', 'tcpstat', 'udp_queues', 'xfrm',
];

/** What reads files below the root of the host. */
export const OF_THE_HOST_ROOT: readonly string[] = ['filesystem', 'os'];

/** What talks to systemd through the system bus of the host. */
export const OF_THE_SYSTEM_BUS: readonly string[] = ['logind', 'systemd'];

/** What the dashboards and alerts of the project's own mixin ask for, with `pressure` and `stat` (boot time, processes). */
export const ESSENTIAL: readonly string[] = [
  'bonding', 'conntrack', 'cpu', 'diskstats', 'filefd', 'filesystem', 'loadavg', 'mdadm', 'meminfo', 'netdev', 'pressure', 'stat',
  'textfile', 'time',
  'timex', 'uname', 'vmstat',
];

const names = (list: string) => list.trim().split(/\s+/);
const ENABLED = new Set(names(ON));

/** Every collector of the Linux build. */
export const COLLECTORS: readonly string[] = [...names(ON), ...names(OFF)].sort();

/** Whether the exporter runs the collector when nothing is said. */
export function isOnByDefault(collector: string): boolean {
  return ENABLED.has(collector);
}

/** The release that brought a collector, where it is not older than all that are supported. */
export function collectorSince(collector: string): ProgramVersion | undefined {
  return lookUp(SINCE, collector);
}
