import { COLLECTORS, collectorSince, NEWEST_KNOWN } from './collector-table';
import { ProgramVersion, isOlder, showVersion } from '../../presets/program-version';
import { lookUp } from '../../private/look-up';
import { nearest } from '../../private/nearest';
import { LOG_FLAGS, TOOLKIT_FLAGS } from '../private/exporter-flags';
import { Flag, FlagGrammar } from '../private/flag-grammar';
import { FlagType, isDuration, isInteger, isPortNumber } from '../private/flag-type';

const words = (list: string) => list.trim().split(/\s+/);

/**
 * The flags of the Linux build in addition to those that switch a collector, without those that end the program (`--help`, `--version`).
 */
const SWITCHES = words(`
  collector.arp.netlink collector.bcache.priorityStats collector.cpu.guest collector.cpu.info collector.disable-defaults
  collector.interrupts.include-zeros collector.netclass.ignore-invalid-speed collector.netclass.netlink collector.netclass_rtnl.with-stats
  collector.netdev.address-info collector.netdev.enable-detailed-metrics collector.netdev.label-ifalias collector.netdev.netlink
  collector.ntp.server-is-local collector.pcidevice.names collector.perf.disable-cache-profilers collector.perf.disable-hardware-profilers
  collector.perf.disable-software-profilers collector.rapl.enable-zone-label collector.stat.softirq
  collector.systemd.enable-restarts-metrics collector.systemd.enable-start-time-metrics collector.systemd.enable-task-metrics
  collector.systemd.private web.disable-exporter-metrics`);

const PATTERNS = words(`
  collector.arp.device-exclude collector.arp.device-include collector.cpu.info.bugs-include collector.cpu.info.flags-include
  collector.diskstats.device-exclude collector.diskstats.device-include collector.ethtool.device-exclude collector.ethtool.device-include
  collector.ethtool.metrics-include collector.filesystem.fs-types-exclude collector.filesystem.fs-types-include
  collector.filesystem.mount-points-exclude collector.filesystem.mount-points-include collector.hwmon.chip-exclude
  collector.hwmon.chip-include collector.hwmon.sensor-exclude collector.hwmon.sensor-include collector.infiniband.device-exclude
  collector.infiniband.device-include collector.interrupts.name-exclude collector.interrupts.name-include collector.netclass.ignored-devices
  collector.netdev.device-exclude collector.netdev.device-include collector.netstat.fields collector.powersupply.ignored-supplies
  collector.qdisc.device-exclude collector.qdisc.device-include collector.slabinfo.slabs-exclude collector.slabinfo.slabs-include
  collector.systemd.unit-exclude collector.systemd.unit-include collector.tapestats.ignored-devices collector.vmstat.fields`);

const VALUES = words(`
  collector.filesystem.mount-timeout collector.filesystem.stat-workers collector.ipvs.backend-labels collector.ntp.ip-ttl
  collector.ntp.local-offset-tolerance collector.ntp.max-distance collector.ntp.protocol-version collector.ntp.server
  collector.ntp.server-port collector.pcidevice.idsfile collector.perf.cache-profilers collector.perf.cpus collector.perf.hardware-profilers
  collector.perf.software-profilers collector.perf.tracepoint collector.qdisc.fixtures collector.runit.servicedir collector.supervisord.url
  collector.sysctl.include collector.sysctl.include-info collector.textfile.directory collector.wifi.fixtures path.procfs path.rootfs
  path.sysfs path.udev.data runtime.gomaxprocs web.max-requests web.telemetry-path`);

const TYPES: { readonly [flag: string]: FlagType } = {
  'collector.filesystem.mount-timeout': isDuration,
  'collector.filesystem.stat-workers': isInteger,
  'collector.ntp.ip-ttl': isInteger,
  'collector.ntp.local-offset-tolerance': isDuration,
  'collector.ntp.max-distance': isDuration,
  'collector.ntp.protocol-version': isInteger,
  'collector.ntp.server-port': isPortNumber,
  'runtime.gomaxprocs': isInteger,
  'web.max-requests': isInteger,
};

const SINCE: { readonly [flag: string]: ProgramVersion } = {
  'collector.arp.netlink': [1, 7],
  // the flag is older, but by itself it makes every release before this one panic
  'collector.diskstats.device-include': [1, 11],
  'collector.filesystem.fs-types-include': [1, 9],
  'collector.filesystem.mount-points-include': [1, 9],
  'collector.filesystem.stat-workers': [1, 7],
  'collector.hwmon.chip-exclude': [1, 7],
  'collector.hwmon.chip-include': [1, 7],
  'collector.hwmon.sensor-exclude': [1, 9],
  'collector.hwmon.sensor-include': [1, 9],
  'collector.infiniband.device-exclude': [1, 12],
  'collector.infiniband.device-include': [1, 12],
  'collector.interrupts.include-zeros': [1, 9],
  'collector.interrupts.name-exclude': [1, 9],
  'collector.interrupts.name-include': [1, 9],
  'collector.netdev.label-ifalias': [1, 9],
  'collector.pcidevice.idsfile': [1, 10],
  'collector.pcidevice.names': [1, 10],
  'collector.perf.cache-profilers': [1, 6],
  'collector.perf.disable-cache-profilers': [1, 6],
  'collector.perf.disable-hardware-profilers': [1, 6],
  'collector.perf.disable-software-profilers': [1, 6],
  'collector.perf.hardware-profilers': [1, 6],
  'collector.perf.software-profilers': [1, 6],
  'collector.qdisc.device-exclude': [1, 7],
  'collector.qdisc.device-include': [1, 7],
  'collector.slabinfo.slabs-exclude': [1, 9],
  'collector.slabinfo.slabs-include': [1, 9],
};

const REPEATABLE = new Set(words(`
  collector.perf.cache-profilers collector.perf.hardware-profilers collector.perf.software-profilers collector.perf.tracepoint
  collector.sysctl.include collector.sysctl.include-info`));

const TEXTFILE = 'collector.textfile.directory';
const TEXTFILE_REPEATABLE_SINCE: ProgramVersion = [1, 9];

/** Pairs that the exporter refuses to start with. Other pairs of include and exclude both apply. */
const EXCLUSIVE = words(`
  collector.diskstats.device collector.filesystem.fs-types collector.filesystem.mount-points collector.netdev.device
  collector.qdisc.device`);

/** What became of the names that other projects still use. */
const RENAMED: ReadonlyMap<string, string> = new Map(Object.entries({
  'collector.diskstats.ignored-devices': 'collector.diskstats.device-exclude',
  'collector.filesystem.ignored-fs-types': 'collector.filesystem.fs-types-exclude',
  'collector.filesystem.ignored-mount-points': 'collector.filesystem.mount-points-exclude',
  'collector.netdev.device-blacklist': 'collector.netdev.device-exclude',
  'collector.netdev.device-whitelist': 'collector.netdev.device-include',
  'collector.qdisk.device-exclude': 'collector.qdisc.device-exclude',
  'collector.qdisk.device-include': 'collector.qdisc.device-include',
  'collector.systemd.unit-blacklist': 'collector.systemd.unit-exclude',
  'collector.systemd.unit-whitelist': 'collector.systemd.unit-include',
}));

const TABLE: ReadonlyMap<string, Flag> = new Map([
  ...COLLECTORS.map((name): [string, Flag] => [`collector.${name}`, { kind: 'switch' }]),
  ...SWITCHES.map((name): [string, Flag] => [name, { kind: 'switch' }]),
  ...PATTERNS.map((name): [string, Flag] => [name, { kind: 'value', isPattern: true, excludes: excludedBy(name) }]),
  ...VALUES.map((name): [string, Flag] => [name, { kind: 'value', type: lookUp(TYPES, name), isRepeatable: REPEATABLE.has(name) }]),
  ...Object.entries<Flag>({ ...TOOLKIT_FLAGS, ...LOG_FLAGS }),
]);

/** The flags of one version of node_exporter. A version that is newer than the table may have flags that are not in it. */
export function nodeExporterFlags(version: ProgramVersion): FlagGrammar {
  return {
    program: 'node_exporter',
    find: name => {
      const flag = TABLE.get(name);
      if (flag === undefined) {
        return isOlder(NEWEST_KNOWN, version) && !RENAMED.has(name) && !name.startsWith('no-') ? UNKNOWN : undefined;
      }
      const since = lookUp(SINCE, name) ?? collectorSince(name.replace(/^collector\./, ''));
      return {
        ...flag,
        ...name === TEXTFILE && { isRepeatable: !isOlder(version, TEXTFILE_REPEATABLE_SINCE) },
        ...since !== undefined && isOlder(version, since) && { missing: { needs: showVersion(since), given: showVersion(version) } },
      };
    },
    suggest: name => RENAMED.get(name) ?? nearest(name, TABLE.keys()),
  };
}

/** A flag that may have come with a later release. */
const UNKNOWN: Flag = {};

function excludedBy(name: string): string | undefined {
  const [, stem, side] = /^(.*)-(include|exclude)$/.exec(name) ?? [];
  return EXCLUSIVE.includes(stem) ? `${stem}-${side === 'include' ? 'exclude' : 'include'}` : undefined;
}
