/** What is known of a kernel parameter. */
export interface SysctlRow {
  /** Whole numbers that it can be. */
  readonly range?: readonly [least: number, most: number];
  /** The capability without which root cannot write it, as seen on Linux 6.18; without one root can. */
  readonly capability?: string;
}

const INT: SysctlRow = { range: [0, 2_147_483_647] };

/** By name in dots. Documentation/admin-guide/sysctl of Linux has the ranges. */
const ROWS: { readonly [name: string]: SysctlRow } = {
  'fs.aio-max-nr': INT,
  'fs.file-max': { range: [0, Number.MAX_SAFE_INTEGER] },
  'fs.inotify.max_queued_events': INT,
  'fs.inotify.max_user_instances': INT,
  'fs.inotify.max_user_watches': INT,
  'fs.nr_open': INT,
  'kernel.bpf_stats_enabled': { range: [0, 1], capability: 'SYS_ADMIN' },
  'kernel.dmesg_restrict': { range: [0, 1], capability: 'SYS_ADMIN' },
  'kernel.keys.maxkeys': INT,
  'kernel.kptr_restrict': { range: [0, 2], capability: 'SYS_ADMIN' },
  'kernel.numa_balancing': { range: [0, 3], capability: 'SYS_ADMIN' },
  'kernel.panic_on_oops': { range: [0, 1] },
  'kernel.pid_max': { range: [301, 4_194_304] },
  'kernel.threads-max': { range: [20, 1_073_741_823] },
  'kernel.unprivileged_bpf_disabled': { range: [0, 2], capability: 'SYS_ADMIN' },
  'kernel.yama.ptrace_scope': { range: [0, 3], capability: 'SYS_PTRACE' },
  'net.core.bpf_jit_enable': { range: [0, 2], capability: 'SYS_ADMIN' },
  'net.core.bpf_jit_harden': { range: [0, 2], capability: 'SYS_ADMIN' },
  'net.core.default_qdisc': { capability: 'NET_ADMIN' },
  'net.core.netdev_max_backlog': INT,
  'net.core.rmem_max': INT,
  'net.core.somaxconn': INT,
  'net.core.wmem_max': INT,
  'net.ipv4.ip_forward': { range: [0, 1], capability: 'NET_ADMIN' },
  'net.ipv4.neigh.default.gc_thresh1': INT,
  'net.ipv4.neigh.default.gc_thresh2': INT,
  'net.ipv4.neigh.default.gc_thresh3': INT,
  'net.netfilter.nf_conntrack_max': INT,
  'vm.max_map_count': INT,
  'vm.min_free_kbytes': INT,
  'vm.mmap_min_addr': { range: [0, Number.MAX_SAFE_INTEGER], capability: 'SYS_RAWIO' },
  'vm.overcommit_memory': { range: [0, 2] },
  'vm.panic_on_oom': { range: [0, 2] },
  'vm.swappiness': { range: [0, 200] },
};

const FORWARDING: SysctlRow = { range: [0, 1], capability: 'NET_ADMIN' };

export function sysctlRow(name: string): SysctlRow {
  if (/^net\.ipv4\.conf\..+\.forwarding$/.test(name)) {return FORWARDING;}
  return Object.hasOwn(ROWS, name) ? ROWS[name] : {};
}
