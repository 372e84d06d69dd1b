import { Monitor, MonitorAccess, ProblemDaemon } from './monitor';

const KERNEL_LOG: MonitorAccess = { kernelLog: true };
// the directory above, which every node has: a mount of a journal that is not kept would create its directory, and systemd would then keep
// it
const JOURNAL: MonitorAccess = { logDirectories: ['/var/log'] };

interface Row {
  readonly file: string;
  readonly daemon: ProblemDaemon;
  readonly access: MonitorAccess;
  readonly conditions: readonly string[];
}

/** The monitors whose configuration is in the image (config/ at the tags v1.34.0 to v1.36.0). */
const ROWS = {
  'kernel': {
    file: 'kernel-monitor.json', daemon: 'system-log-monitor', access: KERNEL_LOG,
    conditions: ['KernelDeadlock', 'XfsShutdown', 'CperHardwareErrorFatal'],
  },
  'readonly-filesystem': {
    file: 'readonly-monitor.json', daemon: 'system-log-monitor', access: KERNEL_LOG, conditions: ['ReadonlyFilesystem'],
  },
  'docker': { file: 'docker-monitor.json', daemon: 'system-log-monitor', access: JOURNAL, conditions: ['CorruptDockerOverlay2'] },
  'systemd': { file: 'systemd-monitor.json', daemon: 'system-log-monitor', access: JOURNAL, conditions: [] },
  'abrt': { file: 'abrt-adaptor.json', daemon: 'system-log-monitor', access: JOURNAL, conditions: [] },
  'frequent-restarts': {
    file: 'systemd-monitor-counter.json', daemon: 'custom-plugin-monitor', access: JOURNAL,
    conditions: ['FrequentKubeletRestart', 'FrequentDockerRestart', 'FrequentContainerdRestart'],
  },
} as const satisfies { readonly [name: string]: Row };

/** The name of a monitor whose configuration is in the image. */
export type ShippedName = keyof typeof ROWS;

export function shippedMonitor(name: ShippedName): Monitor {
  const { file, ...row }: Row = ROWS[name];
  return { name, shipped: file, ...row };
}
