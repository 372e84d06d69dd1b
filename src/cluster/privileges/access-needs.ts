/** What an agent does on its node, the least that lets it, and how the kernel says that something is missing. */
export interface AccessNeed {
  /** What the agent does, in words. */
  readonly does: string;
  /** How messages name it, in small letters. */
  readonly words: readonly string[];
  readonly capabilities?: readonly string[];
  /** Fields of the pod. */
  readonly namespaces?: ReadonlyArray<'hostNetwork' | 'hostPID' | 'hostIPC'>;
  readonly hostPaths?: readonly string[];
  /** Whether nothing less than a privileged container does. */
  readonly privileged?: boolean;
  /** What else is to be known. */
  readonly note?: string;
}

/** By capabilities(7) and the documentation of the kernel for each system call. What is precise comes first. */
export const ACCESS_NEEDS: readonly AccessNeed[] = [
  {
    does: 'load and read eBPF programs', words: ['bpf', 'memlock'], capabilities: ['BPF', 'PERFMON'], hostPaths: ['/sys/fs/bpf'],
    note: 'NET_ADMIN as well for programs of the network; SYS_ADMIN in their place before Linux 5.8',
  },
  {
    does: 'read performance counters', words: ['perf_event', 'perf event'], capabilities: ['PERFMON'],
    note: 'or kernel.perf_event_paranoid of at most 1 on the node',
  },
  {
    does: 'enter namespaces of other processes', words: ['setns', 'nsenter', '/ns/'], capabilities: ['SYS_ADMIN', 'SYS_PTRACE'],
    namespaces: ['hostPID'],
  },
  {
    does: 'look into other processes', words: ['ptrace', 'process_vm_readv', '/proc/'], capabilities: ['SYS_PTRACE'],
    namespaces: ['hostPID'],
  },
  {
    does: 'mount and unmount file systems', words: ['umount', 'mount'], privileged: true,
    note: 'with `mountPropagation: Bidirectional` where others are to see the mounts',
  },
  {
    does: 'change addresses, routes and packet filters',
    words: ['rtnetlink', 'netlink', 'iptables', 'ip6tables', 'nftables', 'nft', 'ipset', 'route', 'tc '], capabilities: ['NET_ADMIN'],
    namespaces: ['hostNetwork'],
  },
  {
    does: 'capture and send raw packets', words: ['raw socket', 'sock_raw', 'af_packet', 'packet socket', 'icmp', 'pcap'],
    capabilities: ['NET_RAW'], note: 'hostNetwork as well to see the traffic of the node',
  },
  {
    does: 'listen at a port below 1024', words: ['bind', 'listen'], capabilities: ['NET_BIND_SERVICE'],
    note: 'not needed with net.ipv4.ip_unprivileged_port_start=0, which containerd sets for pods off the host network',
  },
  {
    does: 'load modules of the kernel', words: ['modprobe', 'init_module', 'insmod'], capabilities: ['SYS_MODULE'],
    hostPaths: ['/lib/modules'], note: 'Talos does not allow it',
  },
  {
    does: 'read the log of the kernel', words: ['kmsg'], privileged: true, hostPaths: ['/dev/kmsg'],
    note: 'a device that is mounted can be opened by privileged containers alone; for dmesg(1) the capability SYSLOG is enough',
  },
  { does: 'read the ring buffer of the kernel', words: ['syslog', 'klogctl', 'dmesg'], capabilities: ['SYSLOG'] },
  {
    does: 'talk to disks (SMART, NVMe)', words: ['smart', 'nvme', 'sg_io'], capabilities: ['SYS_RAWIO', 'SYS_ADMIN'], privileged: true,
    hostPaths: ['/dev'], note: 'a disk that is mounted can be opened by privileged containers alone',
  },
  { does: 'set the clock', words: ['clock', 'adjtime', 'settimeofday'], capabilities: ['SYS_TIME'] },
  { does: 'lock memory', words: ['mlock'], capabilities: ['IPC_LOCK'] },
  { does: 'raise limits of resources', words: ['setrlimit', 'rlimit'], capabilities: ['SYS_RESOURCE'] },
  { does: 'raise priorities of processes', words: ['setpriority', 'sched_setscheduler', 'nice', 'ioprio'], capabilities: ['SYS_NICE'] },
  { does: 'change owners of files', words: ['chown', 'lchown'], capabilities: ['CHOWN'] },
  { does: 'change modes of files of others', words: ['chmod', 'utimes'], capabilities: ['FOWNER'] },
  { does: 'create devices', words: ['mknod'], capabilities: ['MKNOD'] },
  { does: 'change the root directory', words: ['chroot'], capabilities: ['SYS_CHROOT'] },
  { does: 'signal processes of others', words: ['kill'], capabilities: ['KILL'], namespaces: ['hostPID'] },
  { does: 'change user or group', words: ['setuid', 'setgid', 'setgroups'], capabilities: ['SETUID', 'SETGID'] },
];

/** What a message of a program says that it did when it was not allowed; undefined where it does not say. */
export function needIn(message: string): AccessNeed | undefined {
  const text = message.toLowerCase();
  return ACCESS_NEEDS.find(({ words }) => words.some(word => isWord(text, word)));
}

/** Whole words, so that `mount` is not found in `amount`. */
function isWord(text: string, word: string): boolean {
  const isLetter = (char: string | undefined): boolean => char !== undefined && /[a-z]/.test(char);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isLetter(text[at - 1]) && (!isLetter(text[at + word.length]) || !isLetter(word.at(-1)))) {return true;}
  }
  return false;
}
