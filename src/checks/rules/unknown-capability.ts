import { containersIn } from '../../cluster/inventory/containers';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import { nearest } from '../../private/nearest';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

/** The capabilities of Linux, and the word for all of them. */
const CAPABILITIES: ReadonlySet<string> = new Set([
  'ALL', 'AUDIT_CONTROL', 'AUDIT_READ', 'AUDIT_WRITE', 'BLOCK_SUSPEND', 'BPF', 'CHECKPOINT_RESTORE', 'CHOWN', 'DAC_OVERRIDE',
  'DAC_READ_SEARCH', 'FOWNER', 'FSETID',
  'IPC_LOCK', 'IPC_OWNER', 'KILL', 'LEASE', 'LINUX_IMMUTABLE', 'MAC_ADMIN', 'MAC_OVERRIDE', 'MKNOD', 'NET_ADMIN', 'NET_BIND_SERVICE',
  'NET_BROADCAST', 'NET_RAW', 'PERFMON',
  'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYSLOG', 'SYS_ADMIN', 'SYS_BOOT', 'SYS_CHROOT', 'SYS_MODULE', 'SYS_NICE', 'SYS_PACCT',
  'SYS_PTRACE', 'SYS_RAWIO', 'SYS_RESOURCE',
  'SYS_TIME', 'SYS_TTY_CONFIG', 'WAKE_ALARM',
]);

export const unknownCapability: Rule = {
  id: 'unknown-capability',
  level: 'warning',
  summary: 'A capability has a name that container runtimes do not know.',
  looksAt: '`securityContext.capabilities` of containers of workloads.',
  why: 'Kubernetes checks no names. Runtimes put `CAP_` in front themselves: containerd asks for CAP_CAP_NET_ADMIN where the manifest says '
    + 'CAP_NET_ADMIN, and the container runs without it, or does not start. Pod Security compares the text: CAP_CHOWN is not CHOWN. What '
    + 'is not dropped by its right name stays. Small letters are a note where the pod meets the level restricted otherwise: runtimes '
    + 'read them, and Pod Security does not.',
  fix: 'Write the name in capitals and without CAP_ in front.',
  example: () => ({
    fails: [daemonSet({}, { securityContext: { capabilities: { drop: ['ALL'], add: ['CAP_NET_ADMIN'] } } })],
    passes: [daemonSet({}, { securityContext: { capabilities: { drop: ['ALL'], add: ['NET_ADMIN'] } } })],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      for (const { container, name, path } of containersIn(workload)) {
        const capabilities = container.securityContext?.capabilities ?? {};
        for (const list of ['add', 'drop']) {
          for (const [index, given] of (capabilities[list] ?? []).entries()) {
            if (typeof given !== 'string' || CAPABILITIES.has(given)) {continue;}
            const bare = given.toUpperCase().replace(/^CAP_/, '');
            const meant = CAPABILITIES.has(bare) ? bare : nearest(bare, CAPABILITIES);
            const isSpelling = meant === given.toUpperCase();
            if (isSpelling && sharesNode(workload.pod)) {continue;}
            yield findingOf(unknownCapability, {
              about: workload, path: `${path}.securityContext.capabilities.${list}[${index}]`, container: name,
              given: given === '' ? 'an empty text' : given,
              ...meant !== undefined && { allowed: meant }, level: isSpelling ? 'note' : 'warning',
              what: CAPABILITIES.has(bare)
                ? 'capabilities are named in capitals, and without CAP_ in front'
                : 'no kernel knows the capability',
            });
          }
        }
      }
    }
  },
};

/** Whether Pod Security refuses a pod at the level restricted whatever its capabilities are called. */
function sharesNode({ hostNetwork, hostPID, hostIPC, volumes }: Wire): boolean {
  return hostNetwork === true || hostPID === true || hostIPC === true || (volumes ?? []).some(({ hostPath }: Wire) => hostPath);
}
