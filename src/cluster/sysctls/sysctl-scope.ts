/** Kernel parameters that belong to the memory that processes share, next to those under the prefixes. */
const OF_IPC = /^(kernel\.(shm|msg)|kernel\.sem$|fs\.mqueue\.)/;
const OF_UTS = /^kernel\.(hostname|domainname)$/;

/** What a kernel parameter belongs to: the node as a whole, or a namespace, of which each pod has its own unless it shares that of the node. */
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
