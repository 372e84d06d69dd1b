import * as dcgm from './facts/dcgm-exporter.json';
import * as windows from './facts/windows-exporter.json';
import { DCGM_FLAGS, readDcgmVersion } from '../../../src/metrics/dcgm-exporter/dcgm-flags';
import { TOOLKIT_FLAGS } from '../../../src/metrics/private/exporter-flags';
import { flagsOf, FlagTable } from '../../../src/metrics/private/flag-table';
import { WINDOWS_COLLECTORS, WINDOWS_FLAGS } from '../../../src/metrics/windows-exporter/windows-flags';
import { ProgramVersion, readPatchVersion } from '../../../src/presets/program-version';

// neither program runs where tests do: what their sources say of flags is committed

function knownTo(table: FlagTable, version: ProgramVersion): string[] {
  const grammar = flagsOf(table, version);
  return Object.keys(table.flags).filter(name => grammar.find(name)?.missing === undefined).sort();
}

/** It writes the list of its parts and ends. */
const ENDING = ['collector.exchange.list'];
/** Of 4.7 alone: gone before anybody could need it. */
const SHORT_LIVED = ['kubernetes-pod-label-cache-size'];
/** On Linux it is added to the others. */
const ON_LINUX = ['web-systemd-socket'];

test.each(Object.entries(windows.releases))('the flags of windows_exporter %s are those of its sources', (release, flags) => {
  // of libraries of the Prometheus project
  const others = [...Object.keys(TOOLKIT_FLAGS), 'log.format', 'log.level'];
  expect(knownTo(WINDOWS_FLAGS, readPatchVersion(release)!).filter(name => !others.includes(name)))
    .toEqual(flags.split(' ').filter(name => !ENDING.includes(name)));
});

test('the collectors of windows_exporter are those of its sources', () => {
  expect(WINDOWS_COLLECTORS.join(' ')).toBe(windows.collectors);
});

test.each(Object.entries(dcgm.releases))('the flags of dcgm-exporter %s are those of its sources', (release, flags) => {
  expect(knownTo(DCGM_FLAGS, readDcgmVersion(release)!))
    .toEqual([...new Set([...flags.split(' '), ...ON_LINUX])].filter(name => !SHORT_LIVED.includes(name)).sort());
});
