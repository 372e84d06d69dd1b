import { ProgramVersion } from '../../presets/program-version';
import { LOG_FLAGS, TOOLKIT_FLAGS } from '../private/exporter-flags';
import { FlagRow, FlagTable } from '../private/flag-table';
import { FlagType, isDuration, isInteger, isNumber, isOneOf } from '../private/flag-type';

/** The oldest release that the table is true for. */
export const OLDEST_KNOWN: ProgramVersion = [0, 31];
/** The newest release that the table knows. */
export const NEWEST_KNOWN: ProgramVersion = [0, 31, 8];

const words = (list: string) => list.trim().split(/\s+/);

/** Every collector of 0.31 (pkg/collector/map.go at its tags). */
export const WINDOWS_COLLECTORS: readonly string[] = words(`
  ad adcs adfs cache container cpu cpu_info dfsr dhcp diskdrive dns exchange filetime fsrmquota gpu hyperv iis license logical_disk memory
  mscluster msmq mssql net netframework nps os pagefile performancecounter physical_disk printer process remote_fx scheduled_task service
  smb smbclient smtp system tcp terminal_services textfile thermalzone time udp update vmware`);

const PATTERNS = words(`
  collector.iis.app-exclude collector.iis.app-include collector.iis.site-exclude collector.iis.site-include
  collector.logical_disk.volume-exclude collector.logical_disk.volume-include collector.net.nic-exclude collector.net.nic-include
  collector.physical_disk.disk-exclude collector.physical_disk.disk-include collector.printer.exclude collector.printer.include
  collector.process.exclude collector.process.include collector.scheduled_task.exclude collector.scheduled_task.include
  collector.service.exclude collector.service.include collector.smtp.server-exclude collector.smtp.server-include`);

const LISTS = words(`
  collector.container.containerd-state-dir collector.container.enabled collector.dfsr.sources-enabled collector.dhcp.enabled
  collector.dns.enabled collector.exchange.enabled collector.filetime.file-patterns collector.hyperv.enabled collector.logical_disk.enabled
  collector.mscluster.enabled collector.mssql.enabled collector.net.enabled collector.netframework.enabled
  collector.performancecounter.objects collector.tcp.enabled collector.textfile.directories collector.time.enabled config.file log.file
  telemetry.path`);

const value = (type?: FlagType, more: FlagRow = {}): FlagRow => ({ kind: 'value', type, ...more });
const isSwitch: FlagRow = { kind: 'switch' };

/** The flags of 0.31 (cmd/windows_exporter/main.go and internal/collector at its tags). */
export const WINDOWS_FLAGS: FlagTable = {
  program: 'windows_exporter',
  newest: NEWEST_KNOWN,
  flags: {
    ...TOOLKIT_FLAGS,
    ...LOG_FLAGS,
    ...Object.fromEntries(PATTERNS.map((name): [string, FlagRow] => [name, value(undefined, { isPattern: true })])),
    ...Object.fromEntries(LISTS.map((name): [string, FlagRow] => [name, value()])),
    'collector.filetime.file-patterns': value(undefined, { isRepeatable: true }),
    'collector.process.cmdline': { ...isSwitch, since: [0, 31, 2] },
    'collector.process.counter-version': value(isInteger),
    'collector.process.iis': isSwitch,
    'collector.update.online': isSwitch,
    'collector.update.scrape-interval': value(isDuration),
    'collectors.disabled': value(undefined, { reserved: 'use `collectors`', since: [0, 31, 3] }),
    'collectors.enabled': value(undefined, { reserved: 'use `collectors`' }),
    'debug.enabled': isSwitch,
    'process.memory-limit': value(isInteger),
    'process.priority': value(isOneOf('realtime', 'high', 'abovenormal', 'normal', 'belownormal', 'low')),
    'scrape.timeout-margin': value(isNumber),
    'web.disable-exporter-metrics': isSwitch,
  },
};
