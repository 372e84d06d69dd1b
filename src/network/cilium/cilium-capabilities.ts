/** What each container asks of the kernel, and what for. */
export const CAPABILITIES = {
  'cilium-agent': [
    ['CHOWN', 'gives its sockets to other users'],
    ['DAC_OVERRIDE', 'writes files of other users below /var/run/cilium'],
    ['FOWNER', 'changes modes of files of other users'],
    ['IPC_LOCK', 'locks the memory of eBPF maps'],
    ['KILL', 'ends the Envoy that it started'],
    ['NET_ADMIN', 'sets up interfaces, routes and eBPF programs'],
    ['NET_RAW', 'opens raw sockets for health checks'],
    ['SETGID', 'starts Envoy with another group'],
    ['SETUID', 'starts Envoy as another user'],
    ['SYSLOG', 'reads addresses of the kernel for eBPF programs'],
    ['SYS_ADMIN', 'loads eBPF programs, and enters namespaces of pods'],
    ['SYS_MODULE', 'loads modules of the kernel for iptables'],
    ['SYS_RESOURCE', 'raises the limit of locked memory'],
  ],
  'mount-cgroup': [
    ['SYS_ADMIN', 'enters namespaces of the node and mounts there'],
    ['SYS_CHROOT', 'enters the mount namespace of the node'],
    ['SYS_PTRACE', 'reads the namespaces of the first process of the node'],
  ],
  'apply-sysctl-overwrites': [
    ['SYS_ADMIN', 'enters namespaces of the node and mounts there'],
    ['SYS_CHROOT', 'enters the mount namespace of the node'],
    ['SYS_PTRACE', 'reads the namespaces of the first process of the node'],
  ],
  'clean-cilium-state': [
    ['NET_ADMIN', 'removes interfaces of a former state'],
    ['SYS_ADMIN', 'removes eBPF programs of a former state'],
    ['SYS_MODULE', 'loads modules of the kernel for iptables'],
    ['SYS_RESOURCE', 'raises the limit of locked memory'],
  ],
  'config': [['NET_ADMIN', 'looks at the interfaces of the node']],
  'install-cni-binaries': [],
  'cilium-envoy': [
    ['NET_ADMIN', 'marks packets and binds to addresses of pods'],
    ['SYS_ADMIN', 'reads eBPF maps with the policies'],
  ],
} as const satisfies { readonly [container: string]: ReadonlyArray<readonly [name: string, reason: string]> };

/** A container of Cilium that lists what it asks of the kernel. */
export type CiliumContainer = keyof typeof CAPABILITIES;
