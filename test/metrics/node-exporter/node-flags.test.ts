import {
  COLLECTORS, ESSENTIAL, isOnByDefault, NEEDS_ROOT, OF_THE_HOST_ROOT, OF_THE_NETWORK_NAMESPACE, OF_THE_SYSTEM_BUS,
} from '../../../src/metrics/node-exporter/collector-table';
import { nodeExporterFlags } from '../../../src/metrics/node-exporter/node-flags';

const isKnown = (flag: string, minor: number) => {
  const found = nodeExporterFlags([1, minor]).find(flag);
  return found !== undefined && found.missing === undefined;
};

/** As the help of each release says, 1.5 to 1.12. */
test.each<[string, number]>([
  ['collector.softirqs', 6],
  ['collector.perf.cache-profilers', 6],
  ['collector.arp.netlink', 7],
  ['collector.cpu_vulnerabilities', 7],
  ['collector.filesystem.stat-workers', 7],
  ['collector.hwmon.chip-include', 7],
  ['collector.qdisc.device-exclude', 7],
  ['collector.watchdog', 8],
  ['collector.xfrm', 8],
  ['collector.filesystem.fs-types-include', 9],
  ['collector.filesystem.mount-points-include', 9],
  ['collector.hwmon.sensor-exclude', 9],
  ['collector.interrupts.name-include', 9],
  ['collector.netdev.label-ifalias', 9],
  ['collector.slabinfo.slabs-include', 9],
  ['collector.pcidevice', 10],
  ['collector.swap', 10],
  ['collector.bcachefs', 11],
  ['collector.kernel_hung', 11],
  ['collector.diskstats.device-include', 11],
  ['collector.dmmultipath', 12],
  ['collector.infiniband.device-exclude', 12],
  ['collector.nvmesubsystem', 12],
])('--%s comes with 1.%i', (flag, minor) => {
  expect([isKnown(flag, minor - 1), isKnown(flag, minor)]).toEqual([false, true]);
});

test('nothing that 1.5 knows is ever missing later', () => {
  const flags = [
    'collector.cpu', 'collector.ksmd', 'path.udev.data', 'web.config.file', 'collector.netdev.device-exclude', 'runtime.gomaxprocs',
    'collector.systemd.private',
  ];
  expect(flags.filter(flag => ![5, 8, 12].every(minor => isKnown(flag, minor)))).toEqual([]);
});

test('the text file directory may be repeated from 1.9 on', () => {
  const repeatable = (minor: number) => nodeExporterFlags([1, minor]).find('collector.textfile.directory')?.isRepeatable;
  expect([repeatable(8), repeatable(9)]).toEqual([false, true]);
});

test('a release that is newer than the table may have flags that are not in it, but none that were renamed long ago', () => {
  const later = nodeExporterFlags([1, 13]);
  expect(later.find('collector.quantum')).toEqual({});
  expect(later.find('no-collector.quantum')).toBeUndefined();
  expect(later.find('collector.netdev.device-blacklist')).toBeUndefined();
  expect(nodeExporterFlags([1, 12]).find('collector.quantum')).toBeUndefined();
});

test('every collector that has a rule of its own exists', () => {
  const named = [...ESSENTIAL, ...Object.keys(NEEDS_ROOT), ...OF_THE_HOST_ROOT, ...OF_THE_NETWORK_NAMESPACE, ...OF_THE_SYSTEM_BUS];
  expect(named.filter(name => !COLLECTORS.includes(name))).toEqual([]);
});

test('1.12 has 79 collectors, 49 of which run by themselves', () => {
  expect([COLLECTORS.length, COLLECTORS.filter(isOnByDefault).length]).toEqual([79, 49]);
});
