import { otelConfig } from './otel-config';
import { EnvValue, LogCollector, LogInput, OpenTelemetryCollectorOptions } from '../../../src';
import { codesOf, testChart } from '../../support/golden';
import { agentOf } from '../log-config';

function codes(options: OpenTelemetryCollectorOptions, env: { [name: string]: EnvValue } = {}): string[] {
  const chart = testChart();
  agentOf({ collector: LogCollector.openTelemetryCollector(options), env }, chart);
  return codesOf(chart).map(code => code.replace('[test/logs] ', ''));
}

const pipeline = { 'logs/own': { receivers: ['file_log'], exporters: ['nop/own'] } };

test('own components stand beside those of the agent', () => {
  const {
    exporters, service,
  } = otelConfig({}, { extraConfig: { exporters: { 'nop/own': {} }, extensions: { pprof: {} }, pipelines: pipeline } });
  expect(Object.keys(exporters)).toEqual(['otlp_http/loki', 'nop/own']);
  expect(service.extensions).toContain('pprof');
  expect(service.pipelines['logs/own']).toEqual(pipeline['logs/own']);
});

test('settings are laid upon components and upon the service', () => {
  const { receivers, service } = otelConfig({}, {
    configOverrides: {
      file_log: { poll_interval: '5s' },
      service: { pipelines: { 'logs/out-loki': { processors: [] } }, telemetry: { logs: { encoding: 'json' } } },
    },
  });
  expect(receivers.file_log).toMatchObject({ poll_interval: '5s', start_at: 'beginning' });
  expect(service.telemetry.logs).toEqual({ level: 'info', encoding: 'json' });
});

test.each<[string, OpenTelemetryCollectorOptions, string[]]>([
  ['settings upon nothing', { configOverrides: { filelog: {} } }, ['invalid-collector-config']],
  ['an unknown component', {
    extraConfig: { exporters: { 'otpl/own': {} }, pipelines: { 'logs/own': { receivers: ['file_log'], exporters: ['otpl/own'] } } },
  }, ['invalid-collector-config']],
  ['a component that is no receiver', {
    extraConfig: { receivers: { batch: {} }, pipelines: { 'logs/own': { receivers: ['batch'], exporters: ['forward/loki'] } } },
  }, ['invalid-collector-config']],
  ['an old name', {
    extraConfig: { receivers: { filelog: {} }, pipelines: { 'logs/own': { receivers: ['filelog'], exporters: ['forward/loki'] } } },
  }, ['invalid-collector-config']],
  ['a new name in an old release', {
    version: '0.145.0', extraConfig: { processors: { 'k8s_attributes/own': {} } },
  }, ['unmatched-log-route']],
  ['a component that no pipeline has', { extraConfig: { processors: { batch: {} } } }, ['unmatched-log-route']],
  ['a pipeline that names what is not there', {
    extraConfig: { pipelines: { 'logs/own': { receivers: ['file_log'], processors: ['batch'], exporters: ['debug'] } } },
  }, ['invalid-collector-config', 'invalid-collector-config']],
  ['a pipeline that ends nowhere', {
    extraConfig: { pipelines: { 'logs/own': { receivers: ['file_log'] } } },
  }, ['invalid-collector-config']],
  ['a pipeline of nothing', {
    extraConfig: { pipelines: { lines: { receivers: ['file_log'], exporters: ['forward/loki'] } } },
  }, ['invalid-collector-config']],
  ['an authenticator that is not there', {
    configOverrides: { 'otlp_http/loki': { auth: { authenticator: 'basicauth/own' } } },
  }, ['invalid-collector-config']],
  ['a password in clear text', {
    configOverrides: { 'otlp_http/loki': { headers: { Authorization: 'Bearer abc' } } },
  }, ['literal-credential']],
  ['a variable that is not there', {
    configOverrides: { 'otlp_http/loki': { headers: { 'X-A': '${env:NOPE}' } } },
  }, ['undefined-config-variable']],
  ['a variable that is not there, in the short spelling', {
    configOverrides: { memory_limiter: { check_interval: '${NOPE}' } },
  }, ['undefined-config-variable']],
  ['a reference without an end', {
    configOverrides: { 'otlp_http/loki': { headers: { 'X-A': '${env:A' } } },
  }, ['invalid-collector-config']],
  ['a dollar that is text', {
    configOverrides: { 'otlp_http/loki': { headers: { 'X-A': '$${env:NOPE} $$${K8S_NODE_NAME} ${env:NOPE:-x}' } } },
  }, []],
  ['a password from a Secret', { configOverrides: { 'otlp_http/loki': { headers: { Authorization: '${env:TOKEN}' } } } }, []],
])('%s', (_, options, expected) => {
  expect(codes(options, { TOKEN: EnvValue.secret('s', 'token') })).toEqual(expected);
});

test('a password in a variable that is in the YAML', () => {
  expect(codes({ configOverrides: { 'otlp_http/loki': { headers: { Authorization: '${env:TOKEN}' } } } }, {
    TOKEN: EnvValue.of('abc'),
  })).toEqual(['literal-credential']);
});

test('components of an image of your own', () => {
  const extraConfig = { exporters: { 'mine/own': {} }, pipelines: { 'logs/own': { receivers: ['file_log'], exporters: ['mine/own'] } } };
  expect(codes({
    image: 'example.com/otel:1', command: '/otel', extraConfig: { ...extraConfig, allowUnknownComponents: true },
  })).toEqual([]);
});

test('two inputs of one name are one receiver', () => {
  const chart = testChart();
  agentOf({ collector: LogCollector.openTelemetryCollector(), inputs: [LogInput.containers(), LogInput.containers()] }, chart);
  expect(codesOf(chart)).toContain('[test/logs] duplicate-log-name');
});
