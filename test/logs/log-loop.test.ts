import { parse } from 'yaml';
import { agentOf, configOf, configText, problemsOf } from './log-config';
import { ContainerLogFiles, LogCollector, LogDestination, LogInput, LogMetadata } from '../../src';
import { testChart } from '../support/golden';

const stdout = [LogDestination.stdout()];
const excluded = (props: Parameters<typeof configOf>[0]) => configOf(props).pipeline.inputs[0].exclude_path;
const codes = (props: Parameters<typeof problemsOf>[0]) => problemsOf(props).map(line => line.replace(
  /^\[test\/logs\] ([\w-]+):.*$/, '$1',
));

test('an agent that writes logs to its own log reads those of no log agent, wherever it is', () => {
  expect(excluded({ destinations: stdout })).toBe(
    '/var/log/containers/*_*_fluent-bit-*.log, /var/log/containers/*_*_opentelemetry-collector-*.log, '
      + '/var/log/containers/*_*_vector-*.log');
  expect(excluded({ destinations: stdout, inputs: [LogInput.containers({ files: ContainerLogFiles.CURRENT_AND_ROTATED })] })).toContain(
    '/var/log/pods/*_*/vector/*',
  );
  expect(excluded({ collector: LogCollector.fluentBit({ extraConfig: { outputs: [{ name: 'stdout', match: '*' }] } }) })).toContain(
    '_*_vector-',
  );
});

test.each<[string, LogCollector, string, string, LogMetadata]>([
  ['Vector', LogCollector.vector(), 'vector.yaml', 'sources.containers.exclude_paths_glob_patterns', LogMetadata.fromApi()],
  ['Vector without the API', LogCollector.vector(), 'vector.yaml', 'sources.containers.exclude', LogMetadata.fromFileName()],
  [
    'the OpenTelemetry Collector', LogCollector.openTelemetryCollector(), 'config.yaml', 'receivers.file_log.exclude',
    LogMetadata.fromApi(),
  ],
])('%s leaves out every log agent too, where it writes logs to its own log', (_, collector, file, path, metadata) => {
  const excludedOf = (destinations?: LogDestination[]): string[] => {
    const chart = testChart();
    agentOf({ collector, metadata, ...destinations && { destinations } }, chart);
    return path.split('.').reduce((value, key) => value?.[key], parse(configText(chart, file))) ?? [];
  };
  const agents = (paths: string[]) => [
    'fluent-bit', 'opentelemetry-collector', 'vector',
  ].filter(name => paths.some(each => each.includes(`/*_*/${name}/`)));
  expect(agents(excludedOf(stdout))).toEqual(['fluent-bit', 'opentelemetry-collector', 'vector']);
  expect(agents(excludedOf())).toEqual([]);
});

test.each<[string, string, number]>([
  ['standard output', 'stdout', 3],
  ['standard error', 'stderr', 3],
])('a sink of Vector on %s, in sections of your own, leaves out every log agent', (_, target, count) => {
  const sinks = { debug: { type: 'console', inputs: ['containers-record'], target, encoding: { codec: 'json' } } };
  const chart = testChart();
  agentOf({ collector: LogCollector.vector({ extraConfig: { sinks } }) }, chart);
  const { sources } = parse(configText(chart, 'vector.yaml'));
  expect(sources.containers.exclude_paths_glob_patterns.filter((path: string) => path.includes('/*_*/'))).toHaveLength(count);
});

test.each<[string, string[], Parameters<typeof problemsOf>[0]]>([
  ['the own log, asked for', ['log-loop'], { destinations: stdout, inputs: [LogInput.containers({ includeOwnLogs: true })] }],
  ['the own log, by an override', ['log-loop'], {
    destinations: stdout,
    collector: LogCollector.fluentBit({ configOverrides: { containers: { exclude_path: '/var/log/containers/x*.log' } } }),
  }],
  ['the own log, by an input of the user', ['log-loop'], {
    destinations: stdout,
    collector: LogCollector.fluentBit({ extraConfig: { inputs: [{ name: 'tail', tag: 'mine', path: '/var/log/pods/*/*/*.log' }] } }),
  }],
  ['the own log, asked for, with an output of the user in capitals', ['log-loop'], {
    inputs: [LogInput.containers({ includeOwnLogs: true })],
    collector: LogCollector.fluentBit({ extraConfig: { outputs: [{ Name: 'STDOUT', Match: '*' }] } }),
  }],
  ['the own log, into which a filter writes', ['log-loop'], {
    inputs: [LogInput.containers({ includeOwnLogs: true })],
    collector: LogCollector.fluentBit({ extraConfig: { filters: [{ name: 'stdout', match: '*' }] } }),
  }],
  ['the file that a destination writes', ['log-loop'], { destinations: [LogDestination.file({ path: '/var/log/containers/all.log' })] }],
  ['the own log, by files of Vector', ['log-loop'], {
    destinations: stdout, collector: LogCollector.vector(), inputs: [LogInput.files('pods', ['/var/log/pods/*/*/*.log'])],
  }],
  ['the own log, by a source of the user and a transform', ['log-loop'], {
    collector: LogCollector.vector({
      extraConfig: {
        sources: { mine: { type: 'file', include: ['/var/log/pods/**/*.log'] } },
        transforms: { some: { type: 'sample', rate: 2, inputs: ['mi*'] } },
        sinks: { out: { type: 'console', inputs: ['some'], encoding: { codec: 'json' } } },
      },
    }),
  }],
  ['other files of Vector', [], {
    destinations: stdout, collector: LogCollector.vector(),
    inputs: [LogInput.files('pods', ['/var/log/pods/shop_*/*/*.log'], { exclude: ['/var/log/pods/*/vector/*'] })],
  }],
  ['other containers, by an input of the user', [], {
    destinations: stdout, collector: LogCollector.fluentBit({
      extraConfig: { inputs: [{ name: 'tail', tag: 'mine', path: '/var/log/containers/*_shop_web-*.log' }] },
    }),
  }],
  ['the own log, sent elsewhere', [], {
    collector: LogCollector.fluentBit({ configOverrides: { containers: { exclude_path: '/var/log/containers/x*.log' } } }),
  }],
  ['the own log, where standard output takes another input', [], {
    destinations: [LogDestination.stdout({ inputs: ['journal'] }), LogDestination.http({ url: 'http://web' })],
    inputs: [LogInput.containers(), LogInput.journal()],
    collector: LogCollector.fluentBit({ configOverrides: { containers: { exclude_path: '/var/log/containers/x*.log' } } }),
  }],
])('%s: %j', (_, expected, props) => {
  expect(codes(props)).toEqual(expected);
});
