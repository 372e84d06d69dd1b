/** Kernel parameters that belong to the memory that processes share, next to those under the prefixes. */
const OF_IPC = /^(kernel\.(shm|msg)|kernel\.sem$|fs\.mqueue\.)/;
const OF_UTS = /^kernel\.(hostname|domainname)$/;

/**
 * What a kernel parameter belongs to: the node as a whole, or a namespace, of which each pod has its own unless it shares that of the node.
 */
export type SysctlScope = 'node' | 'network' | 'ipc' | 'uts';

/** @param name in dots */
export function scopeOf(name: string): SysctlScope {
  if (name.startsWith('net.')) {return 'network';}
  if (OF_IPC.test(name)) {return 'ipc';}
  return OF_UTS.test(name) ? 'uts' : 'node';
}

/** A name in dots. Kubernetes and sysctl(8) take slashes too, which swap with the dots of network devices. */
export function dotted(name: string): string {
  const first = /[./]/.exec(name)?.[0];
  return first === '/' ? name.replace(/[./]/g, each => (each === '/' ? '.' : '/')) : name;
}

/** Kernel settings that stay within the pod, with the policy version that allowed them. */
const SAFE_SYSCTLS: ReadonlyArray<readonly [number, readonly string[]]> = [
  [27, [
    'kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.tcp_syncookies', 'net.ipv4.ping_group_range',
    'net.ipv4.ip_unprivileged_port_start', 'net.ipv4.ip_local_reserved_ports',
  ]],
  [29, ['net.ipv4.tcp_keepalive_time', 'net.ipv4.tcp_fin_timeout', 'net.ipv4.tcp_keepalive_intvl', 'net.ipv4.tcp_keepalive_probes']],
  [32, ['net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem']],
  [37, ['net.ipv4.tcp_slow_start_after_idle', 'net.ipv4.tcp_notsent_lowat']],
];

/** Kernel parameters that a pod may set whatever flags the kubelets of a minor have. */
export function safeSysctls(minor: number): readonly string[] {
  return SAFE_SYSCTLS.filter(([since]) => minor >= since).flatMap(([, names]) => names);
}
