import { parse } from 'yaml';
import { agentOf, configText, problemsOf } from './log-config';
import { LogAgentProps, LogCollector, LogDestination, LogInput, LogMetadata, LogValue } from '../../src';
import { testChart } from '../support/golden';

const FLUENT_BIT = {
  Service: { 'HTTP_Server': 'on', 'http_listen': '${POD_IP}', 'storage.path': '/var/lib/fluent-bit/buffer' },
  env: { HOST: 'loki' },
  pipeline: {
    inputs: [{ Name: 'tail', Tag: 'kube.*', Path: '/var/log/containers/*.log', DB: '/var/lib/fluent-bit/a.db' }],
    outputs: [{ Name: 'loki', Match: '*', Host: '${HOST}' }],
  },
};
const VECTOR = {
  sources: { logs: { type: 'kubernetes_logs' }, own: { type: 'internal_metrics' } },
  sinks: {
    out: { type: 'blackhole', inputs: ['logs'] }, prometheus: { type: 'prometheus_exporter', inputs: ['own'], address: '[::]:9090' },
  },
};
const OPEN_TELEMETRY = {
  receivers: { file_log: { include: ['/var/log/pods/*/*/*.log'], storage: 'file_storage' } },
  exporters: { debug: {} },
  extensions: { health_check: { endpoint: ':13133' }, file_storage: { directory: '/var/lib/otelcol' } },
  service: { extensions: ['health_check', 'file_storage'], pipelines: { logs: { receivers: ['file_log'], exporters: ['debug'] } } },
};
const fluentBit = (change: object = {}, more: Partial<LogAgentProps> = {}): Partial<LogAgentProps> =>
  ({ destinations: [], collector: LogCollector.fluentBit({ wholeConfig: { ...FLUENT_BIT, ...change } }), ...more });
const vector = (change: object = {}, more: Partial<LogAgentProps> = {}): Partial<LogAgentProps> =>
  ({ destinations: [], collector: LogCollector.vector({ wholeConfig: { ...VECTOR, ...change } }), ...more });
const openTelemetry = (change: object = {}, more: Partial<LogAgentProps> = {}): Partial<LogAgentProps> =>
  ({ destinations: [], collector: LogCollector.openTelemetryCollector({ wholeConfig: { ...OPEN_TELEMETRY, ...change } }), ...more });

test('a configuration that was written as a whole is all that the collector gets', () => {
  const written = (props: Partial<LogAgentProps>, file: string) => {
    const chart = testChart();
    agentOf(props, chart);
    return parse(configText(chart, file));
  };
  expect(written(fluentBit(), 'fluent-bit.yaml')).toEqual({
    service: { 'http_server': 'on', 'http_listen': '${POD_IP}', 'storage.path': '/var/lib/fluent-bit/buffer' },
    env: { HOST: 'loki' },
    pipeline: {
      inputs: [{ name: 'tail', tag: 'kube.*', path: '/var/log/containers/*.log', db: '/var/lib/fluent-bit/a.db' }],
      outputs: [{ name: 'loki', match: '*', host: '${HOST}' }],
    },
  });
  expect(written(vector(), 'vector.yaml')).toEqual(VECTOR);
  expect(written(openTelemetry(), 'config.yaml')).toMatchObject(OPEN_TELEMETRY);
});

test.each<[string, Partial<LogAgentProps>, string, string]>([
  ['a server that probes do not reach', fluentBit({ Service: {} }), 'invalid-collector-config', 'http_server off'],
  ['a server at another port', fluentBit({}, { port: 2021 }), 'invalid-collector-config', 'http_port 2020'],
  ['a misspelt section', fluentBit({ paserrs: [] }), 'invalid-collector-config', 'did you mean parsers?'],
  ['a key that is not known', fluentBit({ parsers: [{ name: 'a', fromat: 'json' }] }), 'invalid-collector-config', 'fromat'],
  ['a credential in a variable of the file', fluentBit({
    env: { HOST: 'loki', PASSWORD: 'hunter2' },
    pipeline: { ...FLUENT_BIT.pipeline, outputs: [{ name: 'http', match: '*', http_passwd: '${PASSWORD}' }] },
  }), 'literal-credential', 'http_passwd'],
  [
    'a destination that has no place', fluentBit({}, { destinations: [LogDestination.stdout()], fields: { a: LogValue.text('b') } }),
    'invalid-collector-config', 'destinations, fields',
  ],
  ['no output', fluentBit({ pipeline: { inputs: FLUENT_BIT.pipeline.inputs } }), 'missing-log-destination', 'sends them nowhere'],
  [
    'no sink but that of metrics', vector({ sinks: { prometheus: VECTOR.sinks.prometheus } }), 'missing-log-destination',
    'sends them nowhere',
  ],
  [
    'metrics that probes do not reach', vector({ sinks: { out: VECTOR.sinks.out } }), 'invalid-collector-config',
    'no sink prometheus_exporter at this port',
  ],
  [
    'two components of one id', vector({ transforms: { out: { type: 'remap', inputs: ['logs'], source: '.' } } }), 'duplicate-log-name',
    "'out'",
  ],
  ['an option that is not known', vector({ data_dri: '/x' }), 'invalid-collector-config', 'did you mean data_dir?'],
  ['a variable', vector({
    sinks: {
      ...VECTOR.sinks, out: { type: 'loki', inputs: ['logs'], endpoint: '${LOKI}', labels: { a: 'b' }, encoding: { codec: 'json' } },
    },
  }),
  'undefined-config-variable', 'wholeConfig.sinks.out.endpoint'],
  [
    'a health check that probes do not reach', openTelemetry({ extensions: { ...OPEN_TELEMETRY.extensions, health_check: {} } }),
    'invalid-collector-config', 'localhost:13133',
  ],
  [
    'a health check that is not started', openTelemetry({ service: { ...OPEN_TELEMETRY.service, extensions: ['file_storage'] } }),
    'invalid-collector-config', 'no extension health_check',
  ],
  [
    'a misspelt section of the OpenTelemetry Collector', openTelemetry({ exporter: {} }), 'invalid-collector-config',
    'did you mean exporters?',
  ],
  ['a component that no image has', openTelemetry({ processors: { batsch: {} } }), 'invalid-collector-config', 'batsch'],
  ['a reference to nothing', openTelemetry({
    service: { ...OPEN_TELEMETRY.service, pipelines: { logs: { receivers: ['file_log'], exporters: ['debug', 'loki'] } } },
  }), 'invalid-collector-config', "'loki'"],
  [
    'a receiver that no pipeline has', openTelemetry({ receivers: { ...OPEN_TELEMETRY.receivers, otlp: {} } }), 'unmatched-log-route',
    "'otlp'",
  ],
  ['a credential in the file', openTelemetry({
    exporters: { debug: {}, otlp_http: { endpoint: 'https://a.example.com', headers: { 'x-api-key': 'hunter2' } } },
    service: { ...OPEN_TELEMETRY.service, pipelines: { logs: { receivers: ['file_log'], exporters: ['debug', 'otlp_http'] } } },
  }), 'literal-credential', 'x-api-key'],
  ['fields that have no place', openTelemetry({}, { fields: { a: LogValue.text('b') } }), 'invalid-collector-config', 'fields'],
  [
    'no exporter',
    openTelemetry({ exporters: {}, service: { extensions: ['health_check', 'file_storage'], pipelines: {} }, receivers: {} }),
    'missing-log-destination', 'sends them nowhere',
  ],
])('%s is found', (_, props, code, says) => {
  const problems = problemsOf(props);
  expect(problems.map(problem => /^\[test\/logs\] ([a-z-]+):/.exec(problem)?.[1])).toEqual([code]);
  expect(problems[0]).toContain(says);
});

test('inputs and metadata still decide what is mounted and granted', () => {
  const chart = testChart();
  agentOf(fluentBit({}, { inputs: [LogInput.journal()], metadata: LogMetadata.none() }), chart);
  const { volumes } = chart.toJson().find(({ kind }: any) => kind === 'DaemonSet').spec.template.spec;
  expect(volumes.map(({ hostPath }: any) => hostPath?.path)).toContain('/etc/machine-id');
});

test('a whole configuration of the OpenTelemetry Collector with what only one image has gets that image', () => {
  const imageOf = (change: object) => {
    const chart = testChart();
    agentOf(openTelemetry(change), chart);
    return chart.toJson().find(({ kind }: any) => kind === 'DaemonSet').spec.template.spec.containers[0].image;
  };
  const pipelines = { logs: { receivers: ['file_log'], exporters: ['syslog'] } };
  expect(imageOf({})).toMatch(/collector-k8s:/);
  expect(imageOf({ exporters: { syslog: { endpoint: 'a.example.com' } }, service: { ...OPEN_TELEMETRY.service, pipelines } })).toMatch(
    /collector-contrib:/,
  );
});

test('processors that no pipeline has are left alone in a whole configuration', () => {
  expect(problemsOf(openTelemetry({ processors: { batch: {} } }))).toEqual([]);
});
