import { EnvValue, FluentBitLogLevel, FluentBitParser, LogCollector, LogDestination } from '../../../src';
import { errorsOf, testChart } from '../../support/golden';
import { refusal } from '../../support/refusal';
import { reading } from '../../support/refused';
import { agentOf, configOf, problemsOf } from '../log-config';

test('sections of your own stand beside those of the agent', () => {
  const config = configOf({
    collector: LogCollector.fluentBit({
      logLevel: FluentBitLogLevel.WARN,
      listenAddress: '::',
      extraConfig: {
        inputs: [{ name: 'kmsg', tag: 'kernel' }],
        filters: [{ name: 'grep', match: 'kernel', exclude: 'msg noise' }],
        filtersBefore: [{ name: 'throttle', match: 'kube.*', rate: 1000 }],
        outputs: [{ name: 'null', match: 'kernel' }],
        parsers: [{ name: 'mine', format: 'logfmt' }],
        multilineParsers: [{ name: 'mine', type: 'regex', rules: [] }],
      },
      configOverrides: {
        'service': { flush: 5 }, 'containers': { rotate_wait: 60 }, 'containers-metadata': { labels: false }, 'loki': { workers: 2 },
      },
    }),
  });
  expect(config.pipeline.inputs.map((input: any) => input.name)).toEqual(['tail', 'kmsg']);
  expect(config.pipeline.filters[0].name).toBe('throttle');
  expect(config.pipeline.filters.at(-1).name).toBe('grep');
  expect(config.pipeline.outputs.map((output: any) => output.name)).toEqual(['loki', 'null']);
  expect([config.parsers.at(-1).name, config.multiline_parsers[0].name]).toEqual(['mine', 'mine']);
  expect(config.service).toMatchObject({ flush: 5, log_level: 'warn', http_listen: '::' });
  expect([
    config.pipeline.inputs[0].rotate_wait, config.pipeline.filters.find((filter: any) => filter.alias === 'containers-metadata').labels,
    config.pipeline.outputs[0].workers,
  ]).toEqual([60, false, 2]);
});

test('variables that are added later count', () => {
  const chart = testChart();
  const agent = agentOf(
    { collector: LogCollector.fluentBit({ extraConfig: { outputs: [{ name: 'http', match: '*', host: '${SINK}' }] } }) }, chart,
  );
  expect(errorsOf(chart).join()).toMatch(/undefined-config-variable.*\$\{SINK\}/);
  agent.container.addEnv('SINK', EnvValue.of('sink.example.com'));
  expect(errorsOf(chart)).toEqual([]);
});

test('all mistakes are shown at once, each with the path of its agent', () => {
  const chart = testChart();
  agentOf({
    destinations: [LogDestination.stdout({ inputs: ['audit'] })],
    collector: LogCollector.fluentBit({
      configOverrides: { lokki: {}, service: { flsh: 1 } },
      extraConfig: { outputs: [{ name: 'http', match: 'x', header: 'Authorization y' }] },
    }),
  }, chart);
  expect(errorsOf(chart).map(line => line.replace(/: .*/, ''))).toEqual([
    '[test/logs] unmatched-log-route', '[test/logs] invalid-collector-config', '[test/logs] invalid-collector-config',
    '[test/logs] unmatched-log-route',
    '[test/logs] literal-credential',
  ]);
});

test('settings for something that is not there are refused', () => {
  expect(problemsOf({ collector: LogCollector.fluentBit({ configOverrides: { lokki: { workers: 2 } } }) })).toEqual([
    refusal('invalid-collector-config', { at: 'test/logs', given: "'lokki'" }),
  ]);
});

test.each<[string, () => FluentBitParser, string]>([
  ['a pattern that names no field', () => FluentBitParser.regex('kv', '(a)(b)'),
    refusal('invalid-pattern', { given: "'(a)(b)'", names: ['kv'] })],
  ['a time without a format', () => FluentBitParser.json('j', { timeField: 'ts' }),
    refusal('invalid-collector-config', { given: '`timeField` alone', names: ['j'] })],
  ['an unknown type', () => FluentBitParser.ltsv('l', { types: { a: 'int' } }),
    refusal('invalid-collector-config', { given: 'a: int', names: ['l'] })],
  ['a name with blanks', () => FluentBitParser.logfmt('a b'),
    refusal('invalid-name', { given: "'a b'", allowed: 'letters, digits, `-`, `_` and `.`' })],
])('a parser with %s is refused', (_, make, message) => {
  expect(reading(make)).toThrow(message);
});
