import { Duration, Size } from 'cdk8s';
import { exporterText, otelConfig } from './otel-config';
import {
  CaCertificate, DestinationAuth, LogCollector, LogCompression, LogDestination, LogValue, RetryPolicy, SearchIndex, SecretKey,
} from '../../../src';
import { codesOf, testChart } from '../../support/golden';
import { agentOf, podOf } from '../log-config';

const key = SecretKey.of('creds', 'password');

test('Loki', () => {
  expect(exporterText(LogDestination.loki({ url: 'https://loki.example.com' }))).toBe(`otlp_http/loki:
  logs_endpoint: https://loki.example.com/otlp/v1/logs
  compression: gzip
`);
});

test('Loki with everything', () => {
  expect(exporterText(LogDestination.loki({
    url: 'http://gateway.loki.svc:3100/tenants/loki/api/v1/push',
    auth: DestinationAuth.basic('me$', key),
    tenantId: 'a$b',
    structuredMetadata: {
      pod: LogValue.podName(), app: LogValue.podLabel('app.kubernetes.io/name'), status: LogValue.field('http', 'status'),
      zone: LogValue.text('a"$1'),
    },
    removeFields: ['log.iostream'],
    compression: LogCompression.NONE,
    headers: { 'X-A': '${HOME}' },
    secretHeaders: { 'X-B': key },
  }), { fields: { cluster: LogValue.text('c') } })).toBe(`otlp_http/loki:
  logs_endpoint: http://gateway.loki.svc:3100/tenants/otlp/v1/logs
  compression: none
  headers:
    X-A: $\${HOME}
    X-B: \${env:LOKI_HEADER_X_B}
    X-Scope-OrgID: a$$b
  auth:
    authenticator: basicauth/loki
transform/loki:
  error_mode: silent
  log_statements:
    - set(log.attributes["app"], resource.attributes["k8s.pod.label.app.kubernetes.io/name"]) where resource.attributes["k8s.pod.label.app.kubernetes.io/name"] != nil
    - set(log.attributes["pod"], resource.attributes["k8s.pod.name"]) where resource.attributes["k8s.pod.name"] != nil
    - set(log.attributes["status"], log.body["http"]["status"]) where IsMap(log.body) and log.body["http"]["status"] != nil
    - set(log.attributes["zone"], "a\\"$$1")
    - delete_key(log.attributes, "log.iostream")
    - delete_key(log.body, "log.iostream") where IsMap(log.body)
basicauth/loki:
  client_auth:
    username: me$$
    password_file: /etc/otelcol/destinations/loki/password
`);
});

test('OTLP with everything', () => {
  expect(exporterText(LogDestination.otlpHttp({
    url: 'https://[2001:db8::1]:4318',
    auth: DestinationAuth.bearer(key),
    tls: { caCertificate: CaCertificate.secret('creds', 'ca.crt'), clientCertificate: key, clientKey: key, serverName: 'otel.example.com' },
    resourceAttributes: { 'k8s.cluster.name': 'production' },
    bodyField: 'message',
    compression: LogCompression.ZSTD,
  }))).toBe(`otlp_http/otlp-http:
  logs_endpoint: https://[2001:db8::1]:4318/v1/logs
  compression: zstd
  tls:
    ca_file: /etc/otelcol/destinations/otlp-http/ca.crt
    cert_file: /etc/otelcol/destinations/otlp-http/tls.crt
    key_file: /etc/otelcol/destinations/otlp-http/tls.key
    server_name_override: otel.example.com
  auth:
    authenticator: bearertokenauth/otlp-http
resource/otlp-http:
  attributes:
    - key: k8s.cluster.name
      value: production
      action: upsert
transform/otlp-http:
  error_mode: silent
  log_statements:
    - merge_maps(log.attributes, log.body, "insert") where IsMap(log.body) and log.body["message"] != nil
    - delete_key(log.attributes, "message") where IsMap(log.body) and log.body["message"] != nil
    - set(log.body, log.body["message"]) where IsMap(log.body) and log.body["message"] != nil
bearertokenauth/otlp-http:
  scheme: Bearer
  filename: /etc/otelcol/destinations/otlp-http/token
`);
});

test('Elasticsearch', () => {
  expect(exporterText(LogDestination.elasticsearch({
    url: 'https://es.example.com:9200', auth: DestinationAuth.apiKey(key), pipeline: 'p',
  }))).toBe(`elasticsearch/elasticsearch:
  endpoints:
    - https://es.example.com:9200
  logs_index: logs-kubernetes.otel-default
  mapping:
    mode: otel
  pipeline: p
  compression: gzip
  auth:
    authenticator: bearertokenauth/elasticsearch
  retry:
    enabled: true
    max_retries: 1000000
    initial_interval: 2s
    max_interval: 60s
    retry_on_status:
      - 429
      - 500
      - 502
      - 503
      - 504
bearertokenauth/elasticsearch:
  scheme: ApiKey
  filename: /etc/otelcol/destinations/elasticsearch/token
`);
});

test('OpenSearch of Amazon with an index a day', () => {
  expect(exporterText(LogDestination.openSearch({
    url: 'https://search.example.com', auth: DestinationAuth.aws('eu-west-1', { roleArn: 'arn:aws:iam::1:role/logs' }), replaceDots: true,
  })))
    .toBe(`opensearch/open-search:
  http:
    endpoint: https://search.example.com
    timeout: 30s
    compression: gzip
    auth:
      authenticator: sigv4auth/open-search
  logs_index: logs
  logs_index_time_format: yyyy.MM.dd
  bulk_action: create
transform/open-search:
  error_mode: silent
  log_statements:
    - replace_all_patterns(resource.attributes, "key", "\\\\.", "_")
    - replace_all_patterns(log.attributes, "key", "\\\\.", "_")
    - replace_all_patterns(log.body, "key", "\\\\.", "_") where IsMap(log.body)
sigv4auth/open-search:
  region: eu-west-1
  service: es
  assume_role:
    arn: arn:aws:iam::1:role/logs
    sts_region: eu-west-1
`);
});

test('labels with dots do not meet those without where no template keeps them apart', () => {
  const text = exporterText(LogDestination.elasticsearch({ url: 'https://es.example.com', index: SearchIndex.daily('logs') }));
  expect(text).toContain('    - replace_all_patterns(resource.attributes, "key", "^(k8s\\\\.pod\\\\.label\\\\.[^.]*)\\\\.", "$${1}_")\n');
  expect(text).toContain('  logstash_format:\n    enabled: true\n    prefix_separator: "-"\n    date_format: "%Y.%m.%d"\n');
});

test('standard output', () => {
  expect(exporterText(LogDestination.stdout())).toBe(`debug/stdout:
  verbosity: normal
  use_internal_logger: false
`);
});

test('a queue is on the disk, bounded, and waits when it is full; logs are sent again without an end', () => {
  const {
    exporters: { 'otlp_http/loki': loki },
  } = otelConfig({ destinations: [LogDestination.loki({ url: 'http://loki', bufferLimit: Size.mebibytes(2) })] });
  expect(loki.sending_queue).toEqual({
    enabled: true,
    storage: 'file_storage',
    sizer: 'bytes',
    queue_size: 2097152,
    block_on_overflow: true,
    batch: { sizer: 'bytes', flush_timeout: '1s', min_size: 524288, max_size: 3000000 },
  });
  expect(loki.retry_on_failure).toEqual({ enabled: true, initial_interval: '2s', max_interval: '60s', max_elapsed_time: '0s' });
});

test('logs that are not to be sent again are not', () => {
  const destinations = [
    LogDestination.loki({ url: 'http://loki', retry: RetryPolicy.none() }),
    LogDestination.elasticsearch({ url: 'http://es', retry: RetryPolicy.none() }),
  ];
  const { exporters } = otelConfig({ destinations });
  expect(exporters['otlp_http/loki'].retry_on_failure).toEqual({ enabled: false });
  expect(exporters['elasticsearch/elasticsearch'].retry).toEqual({ enabled: false });
});

test('S3: one object at a time, tried as long as the client of Amazon can', () => {
  const { exporters } = otelConfig({
    destinations: [LogDestination.s3({
      bucket: 'logs', auth: DestinationAuth.aws('eu-west-1'), objectSize: Size.mebibytes(5), uploadInterval: Duration.minutes(1),
    })],
  });
  const { s3uploader, timeout, sending_queue: queue, retry_on_failure: retry } = exporters['awss3/s3'];
  expect(s3uploader).toMatchObject({
    retry_mode: 'standard', retry_max_attempts: 0, retry_max_backoff: '300s', unique_key_func_name: 'uuidv7',
    file_prefix: '${env:K8S_NODE_NAME}-',
  });
  expect([timeout, retry]).toEqual(['0s', undefined]);
  expect(queue).toMatchObject({
    num_consumers: 1, storage: 'file_storage', batch: { flush_timeout: '60s', min_size: 5_242_880, max_size: 5_242_880 },
  });
});

test.each([
  Size.kibibytes(102_400.5), Size.mebibytes(100.0001),
])('sizes are rounded down to whole KiB, as for every collector', bufferLimit => {
  const { exporters } = otelConfig({ destinations: [LogDestination.otlpHttp({ url: 'https://otlp.example.com', bufferLimit })] });
  expect(exporters['otlp_http/otlp-http'].sending_queue.queue_size).toBe(104_857_600);
});

test('a store like S3 has the bucket in its path, and keys in the environment', () => {
  const destination = LogDestination.s3({
    bucket: 'logs', auth: DestinationAuth.awsKeys('us-east-1', key, key), endpoint: 'https://[2001:db8::1]:9000', retry: RetryPolicy.none(),
  });
  expect(otelConfig({ destinations: [destination] }).exporters['awss3/s3'].s3uploader).toMatchObject({
    endpoint: 'https://[2001:db8::1]:9000', s3_force_path_style: true, retry_mode: 'nop',
  });
  const { env } = podOf({ collector: LogCollector.openTelemetryCollector(), destinations: [destination] }).containers[0];
  expect(env.map(({ name }: any) => name)).toEqual(expect.arrayContaining(['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']));
});

test('syslog makes its message of attributes, and takes none but ours for a part of it', () => {
  const {
    exporters, processors,
  } = otelConfig({ destinations: [LogDestination.syslog({ url: 'tcp://[2001:db8::1]:1514', appName: 'a"$1', severity: 3 })] });
  expect(
    exporters['syslog/syslog'],
  ).toMatchObject({ endpoint: '[2001:db8::1]', port: 1514, network: 'tcp', protocol: 'rfc5424', tls: { insecure: true } });
  expect(processors['transform/syslog'].log_statements).toEqual([
    'set(log.attributes, {"appname": "a\\"$$1", "hostname": resource.attributes["k8s.node.name"], "message": String(log.body), "priority": '
      + '"11"})',
  ]);
});

test.each<[string, LogDestination, string]>([
  ['a storage class', LogDestination.s3({
    bucket: 'logs', auth: DestinationAuth.aws('eu-west-1'), storageClass: 'GLACIER_IR',
  }), 'invalid-destination'],
  ['the external id of a role for S3', LogDestination.s3({
    bucket: 'logs', auth: DestinationAuth.aws('eu-west-1', { roleArn: 'arn:aws:iam::1:role/a', externalId: 'x' }),
  }), 'unsupported-by-collector'],
  ['certificates for S3', LogDestination.s3({
    bucket: 'logs', auth: DestinationAuth.aws('eu-west-1'), tls: { insecureSkipVerify: true },
  }), 'unsupported-by-collector'],
  ['1096 days', LogDestination.cloudWatch({
    auth: DestinationAuth.aws('eu-west-1'), logGroup: 'a', createGroup: true, retentionDays: 1096,
  }), 'invalid-destination'],
  ['a group for each namespace', LogDestination.cloudWatch({
    auth: DestinationAuth.aws('eu-west-1'), logGroup: 'a', logGroupFrom: LogValue.namespaceName(),
  }), 'unsupported-by-collector'],
  ['a number of tries', LogDestination.syslog({ url: 'tcp://syslog', retry: RetryPolicy.times(3) }), 'unsupported-by-collector'],
  ['the length of a message', LogDestination.syslog({ url: 'tcp://syslog', maxSize: Size.kibibytes(1) }), 'unsupported-by-collector'],
])('%s is refused', (_, destination, code) => {
  const chart = testChart();
  agentOf({ collector: LogCollector.openTelemetryCollector(), destinations: [destination] }, chart);
  expect(codesOf(chart)).toEqual([`[test/logs] ${code}`]);
});
