import { releases as COLLECTORS_BY_RELEASE } from './facts/collectors.json';
import { NodeCollectorsOptions, NodeCollectors } from '../../../src';
import { COLLECTORS, collectorSince, isOnByDefault, NodeAccess } from '../../../src/metrics/node-exporter/collector-table';
import { ProgramVersion, isOlder, readVersion } from '../../../src/presets/program-version';
import { errorLine } from '../../../src/private/agent-error';
import { refusal } from '../../support/refusal';
import { reading } from '../../support/refused';

const FULL: NodeAccess = { isRoot: false, seesHostRoot: true, sharesHostNetwork: true };

function flagsOf(collectors: NodeCollectors, access: NodeAccess = FULL, version: ProgramVersion = [1, 12]): string[] {
  return collectors._flags(access, version).map(([flag, on]) => `${on ? '' : 'no '}${flag.replace('collector.', '')}`);
}

test('the standard set leaves out what costs more than it tells', () => {
  expect(flagsOf(NodeCollectors.standard())).toEqual(['no btrfs', 'no rapl']);
});

test('root may read energy counters', () => {
  expect(flagsOf(NodeCollectors.standard(), { ...FULL, isRoot: true })).toEqual(['no btrfs']);
});

test('without the root of the host nothing describes the container', () => {
  expect(flagsOf(NodeCollectors.standard(), { ...FULL, seesHostRoot: false })).toEqual(['no btrfs', 'no filesystem', 'no os', 'no rapl']);
});

test('without the host network nothing describes the network of the pod', () => {
  expect(flagsOf(NodeCollectors.standard(), { ...FULL, sharesHostNetwork: false }))
    .toEqual(['no arp', 'no btrfs', 'no conntrack', 'no ipvs', 'no netdev', 'no netstat', 'no rapl', 'no sockstat', 'no udp_queues']);
});

test('the upstream set needs no flag, whatever the exporter sees', () => {
  expect(flagsOf(NodeCollectors.upstream(), { isRoot: false, seesHostRoot: false, sharesHostNetwork: false })).toEqual([]);
});

test('the essential set names what runs, so that a later release adds nothing', () => {
  expect(flagsOf(NodeCollectors.essential())).toEqual([
    'disable-defaults', 'bonding', 'conntrack', 'cpu', 'diskstats', 'filefd', 'filesystem', 'loadavg', 'mdadm', 'meminfo', 'netdev',
    'pressure', 'stat', 'textfile', 'time',
    'timex', 'uname', 'vmstat',
  ]);
});

test('only means only, in the order of names and each once', () => {
  expect(flagsOf(NodeCollectors.only(['meminfo', 'cpu', 'cpu']))).toEqual(['disable-defaults', 'cpu', 'meminfo']);
});

test.each<[string, NodeCollectorsOptions, string[]]>([
  ['enabled ones run, whatever the set says', { enabled: ['systemd', 'btrfs', 'cpu'] }, ['btrfs', 'cpu', 'no rapl', 'systemd']],
  ['disabled ones do not', { disabled: ['zfs'] }, ['no btrfs', 'no rapl', 'no zfs']],
])('changes of a set: %s', (_, changes, flags) => {
  expect(flagsOf(NodeCollectors.standard(changes))).toEqual(flags);
});

test('to switch off what an older release does not have needs no flag, to switch it on is left to be refused', () => {
  expect(flagsOf(NodeCollectors.standard({ disabled: ['swap'] }), FULL, [1, 9])).toEqual(['no btrfs', 'no rapl']);
  expect(flagsOf(NodeCollectors.standard({ enabled: ['swap'] }), FULL, [1, 9])).toEqual(['no btrfs', 'no rapl', 'swap']);
});

test('tells which collectors run', () => {
  expect(NodeCollectors.only(['cpu', 'systemd'])._running(FULL)).toEqual(['cpu', 'systemd']);
  expect(NodeCollectors.standard({ enabled: ['qdisc'], disabled: ['netdev'] })._running(FULL)).toEqual(expect.arrayContaining([
    'qdisc', 'filesystem',
  ]));
  expect(NodeCollectors.standard({ disabled: ['netdev'] })._running(FULL)).not.toContain('netdev');
});

test('what is asked for by name and cannot tell the truth is an error', () => {
  const asked = NodeCollectors.standard({ enabled: ['rapl', 'filesystem', 'netdev', 'cpu'] });
  expect(asked._findings({ isRoot: false, seesHostRoot: false, sharesHostNetwork: false }).map(problem => errorLine(problem))).toEqual([
    refusal('collector-without-access', { given: 'hostRoot: false' }),
    refusal('collector-without-access', { given: 'hostNetwork: false' }),
    refusal('collector-without-access', { given: 'user 65534', names: ['0', '2020'] }),
  ]);
  expect(asked._findings({ ...FULL, isRoot: true })).toEqual([]);
  expect(asked._findings({ ...FULL, isRoot: undefined })).toEqual([]);
});

test.each<[string, () => NodeCollectors, string]>([
  ['a misspelt collector', () => NodeCollectors.standard({ enabled: ['sytemd'] }),
    refusal('unknown-collector', { given: "'sytemd'", names: ['node_exporter'] })],
  ['a collector on both lists', () => NodeCollectors.upstream({ enabled: ['zfs'], disabled: ['zfs'] }),
    refusal('conflicting-flags', { given: "'zfs'" })],
])('fails for %s', (_, make, message) => {
  expect(reading(make)).toThrow(message);
});

test('fails for a collector that nothing is near to, and lists all', () => {
  expect(reading(() => NodeCollectors.only(['gpu_temperature']))).toThrow(
    refusal('unknown-collector', { given: "'gpu_temperature'", names: ['node_exporter', 'arp, bcache, ', ', zfs, zoneinfo'] }));
});

test.each(Object.entries(COLLECTORS_BY_RELEASE))('of %s every collector is known, and whether it runs by '
  + 'itself', (release, { on, off }) => {
  const version = readVersion(release)!;
  const known = COLLECTORS.filter(name => !isOlder(version, collectorSince(name) ?? version));
  expect(known.filter(isOnByDefault).join(' ')).toBe(on);
  expect(known.filter(name => !isOnByDefault(name)).join(' ')).toBe(off);
});
