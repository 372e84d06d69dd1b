import * as fc from 'fast-check';
import { nodeExporterFlags } from '../../../src/metrics/node-exporter/node-flags';
import { FlagGrammar } from '../../../src/metrics/private/flag-grammar';
import { FlagSet } from '../../../src/metrics/private/flag-set';
import { errorLine } from '../../../src/private/agent-error';
import { refusal } from '../../support/refusal';
import { runs } from '../../support/runs';

const CURRENT = nodeExporterFlags([1, 12]);

interface Laid {
  readonly args: string[];
  readonly problems: string[];
}

function laid(args: string[], defaults: Array<[string, boolean | string]> = [], grammar: FlagGrammar = CURRENT): Laid {
  const flags = new FlagSet(grammar);
  defaults.forEach(([name, value]) => flags.set(name, value));
  flags.override(args);
  return { args: flags.render(), problems: flags.findings.map(problem => errorLine(problem)) };
}

test('what is given takes the place of the default of the same flag, and the flags are in the order of their names', () => {
  expect(laid(['--web.max-requests=5', '--collector.btrfs'], [
    ['web.max-requests', '40'], ['collector.btrfs', false], ['path.procfs', '/host/proc'],
  ]).args)
    .toEqual(['--collector.btrfs', '--path.procfs=/host/proc', '--web.max-requests=5']);
});

test('a value may be an argument of its own, as on a command line', () => {
  expect(laid(['--web.max-requests', '5', '--collector.cpu.info'])).toEqual({
    args: ['--collector.cpu.info', '--web.max-requests=5'], problems: [],
  });
});

test('a value may hold = and line breaks', () => {
  expect(laid(['--collector.supervisord.url=http://a/?b=c\nd']).args).toEqual(['--collector.supervisord.url=http://a/?b=c\nd']);
});

test('the same flag with the same value twice is one', () => {
  expect(laid(['--web.max-requests=5', '--web.max-requests=5'])).toEqual({ args: ['--web.max-requests=5'], problems: [] });
});

test('a flag that may be repeated keeps all its values, and drops the default', () => {
  const flag = 'collector.textfile.directory';
  expect(laid([`--${flag}=/a`, `--${flag}=/b`], [[flag, '/c']])).toEqual({ args: [`--${flag}=/a`, `--${flag}=/b`], problems: [] });
});

test('an include drops the default exclude that it excludes', () => {
  expect(laid(['--collector.netdev.device-include=eth0'], [['collector.netdev.device-exclude', 'veth.*']]))
    .toEqual({ args: ['--collector.netdev.device-include=eth0'], problems: [] });
});

const TEXTS = fc.constantFrom('path.udev.data', 'path.rootfs', 'path.procfs', 'collector.ntp.server');
const NUMBERS = fc.constantFrom('web.max-requests', 'runtime.gomaxprocs');
const SWITCHES = fc.constantFrom('collector.cpu', 'collector.zfs', 'collector.btrfs', 'web.disable-exporter-metrics', 'collector.cpu.info');
const SETTING = fc.oneof(
  fc.tuple(TEXTS, fc.stringMatching(/^[a-z0-9/:.]{1,8}$/)),
  fc.tuple(NUMBERS, fc.nat({ max: 99 }).map(String)),
  fc.tuple(SWITCHES, fc.boolean()),
);
const SETTINGS = fc.uniqueArray(SETTING, { selector: ([name]) => name, maxLength: 8 });
const spell = ([
  name, value,
]: [string, string | boolean,
]) => typeof value === 'string' ? `--${name}=${value}` : value ? `--${name}` : `--no-${name}`;
const nameOf = (arg: string) => arg.replace(/^--(no-)?/, '').replace(/=.*/, '');

test('no flag occurs twice, what was given wins, and every other default stays', () => {
  fc.assert(fc.property(SETTINGS, SETTINGS, (defaults, given) => {
    const { args, problems } = laid(given.map(spell), defaults);
    expect(problems).toEqual([]);
    expect(new Set(args.map(nameOf)).size).toBe(args.length);
    expect(args).toEqual(expect.arrayContaining(given.map(spell)));
    const names = given.map(([name]) => name);
    expect(args).toEqual(expect.arrayContaining(defaults.filter(([name]) => !names.includes(name)).map(spell)));
    expect(args.length).toBe(new Set([...defaults, ...given].map(([name]) => name)).size);
  }), { numRuns: runs(100) });
});

test('the order in which flags are given does not matter', () => {
  fc.assert(fc.property(SETTINGS, given => {
    expect(laid(given.map(spell)).args).toEqual(laid([...given].reverse().map(spell)).args);
  }), { numRuns: runs(100) });
});

test.each<[string, string[], string]>([
  ['a misspelt flag', [
    '--colector.cpu',
  ], refusal('unknown-flag', { given: "'--colector.cpu'", names: ['node_exporter', '--colector.cpu'] })],
  ['an invented flag', ['--frobnicate'],
    refusal('unknown-flag', { given: "'--frobnicate'", names: ['node_exporter', '--frobnicate'] })],
  ['a flag of old', ['--collector.filesystem.ignored-mount-points=^/x'],
    refusal('unknown-flag', {
      given: "'--collector.filesystem.ignored-mount-points'", names: ['node_exporter', '--collector.filesystem.ignored-mount-points'],
    })],
  ['a short flag', ['-h'],
    refusal('unknown-flag', { given: "'-h'", allowed: '--name, --no-name, --name=value', names: ['node_exporter'] })],
  ['a switch with a value', ['--collector.cpu=false'],
    refusal('unknown-flag', {
      given: "'--collector.cpu=false'", allowed: '--collector.cpu, --no-collector.cpu', names: ['--collector.cpu', 'node_exporter'],
    })],
  ['a flag without its value', ['--web.max-requests'],
    refusal('unknown-flag', {
      given: "'--web.max-requests'", allowed: '--web.max-requests=value', names: ['--web.max-requests', 'node_exporter'],
    })],
  ['a negated flag with a value', ['--no-log.level'],
    refusal('unknown-flag', { given: "'--no-log.level'", allowed: '--log.level=value', names: ['--log.level', 'node_exporter'] })],
  ['two values', ['--web.max-requests=1', '--web.max-requests=2'],
    refusal('conflicting-flags', { given: "'1' and '2'", names: ['--web.max-requests', 'node_exporter'] })],
  ['on and off', ['--collector.cpu', '--no-collector.cpu'],
    refusal('conflicting-flags', { names: ['--collector.cpu', 'node_exporter'] })],
  ['include and exclude', ['--collector.netdev.device-include=a', '--collector.netdev.device-exclude=b'],
    refusal('conflicting-flags', {
      given: "'b' and 'a'", names: ['--collector.netdev.device-exclude', '--collector.netdev.device-include', 'node_exporter'],
    })],
  ['a look-ahead', ['--collector.vmstat.fields=^(?!pg)'],
    refusal('invalid-pattern', { given: "'^(?!pg)'", allowed: 'RE2 syntax', names: ['--collector.vmstat.fields'] })],
  ['the listen address', ['--web.listen-address=:9100'],
    refusal('conflicting-flags', { given: "':9100'", names: ['--web.listen-address', 'node_exporter'] })],
  ['the web configuration', ['--web.config.file=/a'],
    refusal('conflicting-flags', { given: "'/a'", names: ['--web.config.file', 'node_exporter'] })],
])('fails for %s', (_, args, message) => {
  expect(laid(args).problems).toEqual([message]);
});

test('fails for a flag that the release does not know yet', () => {
  expect(laid(['--collector.filesystem.mount-points-include=/'], [], nodeExporterFlags([1, 8])).problems).toEqual([
    refusal('flag-too-new', {
      given: 'node_exporter 1.8', allowed: '1.9 or newer', names: ['--collector.filesystem.mount-points-include', 'node_exporter', '1.9'],
    }),
  ]);
});

test('collects all that is wrong', () => {
  expect(laid(['--nope.nope.nope', '--web.max-requests=1', '--web.max-requests=2', '--collector.vmstat.fields=(']).problems.map(
    text => text.split(':')[0],
  ))
    .toEqual(['unknown-flag', 'conflicting-flags', 'invalid-pattern']);
});
