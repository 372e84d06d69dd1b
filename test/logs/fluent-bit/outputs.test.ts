import { Duration, Size } from 'cdk8s';
import {
  DestinationAuth, HttpLogFormat, HttpLogMethod, LogCollector, LogCompression, LogDateFormat, LogDestination, LogInput, LogMetadata,
  LogValue,
  LokiLineFormat, RetryPolicy, SearchIndex, SecretKey,
} from '../../../src';
import { configOf, outputText } from '../log-config';

const password = SecretKey.of('creds', 'password');

test('Loki', () => {
  expect(outputText(LogDestination.loki({ url: 'https://loki.example.com' }))).toBe(`name: loki
host: loki.example.com
port: 443
tls: true
tls.verify: true
tls.verify_hostname: true
uri: /loki/api/v1/push
labels: node=\${NODE_NAME}, container=$kubernetes['container_name'], job=fluent-bit, namespace=$kubernetes['namespace_name'], pod=$kubernetes['pod_name']
line_format: json
compress: gzip
`);
});

test('Loki with everything', () => {
  expect(outputText(LogDestination.loki({
    url: 'http://gateway.loki.svc:3100/custom/push',
    auth: DestinationAuth.bearer(SecretKey.of('creds', 'token')),
    tenantId: 'team-a',
    tenantFrom: LogValue.namespaceName(),
    labels: {
      zone: LogValue.text('a} b'), node: LogValue.nodeName(), app: LogValue.podLabel('app.kubernetes.io/name'),
      status: LogValue.field('http', 'status'),
    },
    structuredMetadata: { pod: LogValue.podName() },
    removeFields: ['stream', 'time'],
    lineFormat: LokiLineFormat.KEY_VALUE,
    compression: LogCompression.NONE,
    headers: { 'X-B': 'b c', 'X-A': 'a' },
    secretHeaders: { 'X-C': SecretKey.of('creds', 'c') },
  }))).toBe(`name: loki
host: gateway.loki.svc
port: 3100
uri: /custom/push
tenant_id: team-a
tenant_id_key: $kubernetes['namespace_name']
labels: node=\${NODE_NAME}, app=$kubernetes['labels']['app.kubernetes.io/name'], status=$http['status'], zone=a} b
structured_metadata: pod=$kubernetes['pod_name']
remove_keys: stream, time
line_format: key_value
bearer_token: \${LOKI_TOKEN}
header:
  - X-A a
  - X-B b c
  - X-C \${LOKI_HEADER_X_C}
`);
});

test('Loki without metadata has no labels of pods, and the message alone takes the rest away', () => {
  const output = outputText(LogDestination.loki({ url: 'http://loki:3100', lineFormat: LokiLineFormat.MESSAGE }), {
    metadata: LogMetadata.none(),
  });
  expect(output).toContain('labels: node=${NODE_NAME}, job=fluent-bit\n');
  expect(output).toContain('remove_keys: _p, kubernetes, stream, time\ndrop_single_key: raw\n');
});

test('Elasticsearch', () => {
  expect(outputText(LogDestination.elasticsearch({
    url: 'https://es.example.com:9200/sub', auth: DestinationAuth.basic('fluent', password), pipeline: 'geo',
  }))).toBe(`name: es
host: es.example.com
port: 9200
tls: true
tls.verify: true
tls.verify_hostname: true
path: /sub
index: logs-kubernetes-default
pipeline: geo
suppress_type_name: true
generate_id: false
replace_dots: true
buffer_size: false
write_operation: create
trace_error: true
http_user: fluent
http_passwd: \${ELASTICSEARCH_PASSWORD}
compress: gzip
`);
});

test('ids from content go with a write that may be repeated, except in data streams', () => {
  const idsOf = (index?: SearchIndex, idsFromContent?: boolean) => {
    const output = configOf({
      destinations: [LogDestination.elasticsearch({ url: 'http://es', index, idsFromContent })],
    }).pipeline.outputs[0];
    return [output.generate_id, output.write_operation];
  };
  expect(idsOf()).toEqual([false, 'create']);
  expect(idsOf(SearchIndex.daily('logs'))).toEqual([true, 'index']);
  expect(idsOf(SearchIndex.named('logs'))).toEqual([true, 'index']);
  expect(idsOf(SearchIndex.daily('logs'), false)).toEqual([false, 'create']);
});

test('OpenSearch', () => {
  expect(outputText(LogDestination.openSearch({
    url: 'https://search.example.com',
    auth: DestinationAuth.aws('eu-west-1', { service: 'aoss', roleArn: 'arn:aws:iam::1:role/logs', externalId: 'x' }),
    index: SearchIndex.daily('logs', { prefixFrom: LogValue.namespaceName(), dateFormat: '%Y.%m' }),
    replaceDots: true,
    tls: { insecureSkipVerify: true, serverName: 'search.internal' },
  }))).toBe(`name: opensearch
host: search.example.com
port: 443
tls: true
tls.verify: false
tls.verify_hostname: false
tls.vhost: search.internal
logstash_format: true
logstash_prefix: logs
logstash_prefix_key: $kubernetes['namespace_name']
logstash_dateformat: "%Y.%m"
suppress_type_name: true
generate_id: true
replace_dots: true
buffer_size: false
write_operation: create
trace_error: true
aws_auth: "on"
aws_region: eu-west-1
aws_service_name: aoss
aws_role_arn: arn:aws:iam::1:role/logs
aws_external_id: x
compress: gzip
`);
});

test('OTLP over HTTP', () => {
  expect(outputText(LogDestination.otlpHttp({
    url: 'http://collector.otel:4318',
    auth: DestinationAuth.bearer(SecretKey.of('creds', 'token')),
    compression: LogCompression.ZSTD,
    resourceAttributes: { 'service.name': 'nodes', 'k8s.cluster.name': 'production' },
  }))).toBe(`name: opentelemetry
host: collector.otel
port: 4318
logs_uri: /v1/logs
logs_body_key: $log
logs_body_key_attributes: true
log_level: warn
compress: zstd
header:
  - Authorization Bearer \${OTLP_HTTP_TOKEN}
processors:
  logs:
    - name: modify
      rename: MESSAGE log
    - name: opentelemetry_envelope
    - name: content_modifier
      context: otel_resource_attributes
      action: upsert
      key: k8s.cluster.name
      value: production
    - name: content_modifier
      context: otel_resource_attributes
      action: upsert
      key: service.name
      value: nodes
`);
});

test('HTTP', () => {
  expect(outputText(LogDestination.http({ url: 'https://in.example.com' }))).toBe(`name: http
host: in.example.com
port: 443
tls: true
tls.verify: true
tls.verify_hostname: true
uri: /
format: json_lines
json_date_key: date
json_date_format: iso8601
log_response_payload: false
log_level: warn
`);
});

test('HTTP with everything', () => {
  expect(outputText(LogDestination.http({
    url: 'http://in.example.com/v1?source=k8s',
    auth: DestinationAuth.oauth2('https://login.example.com/token', 'agent', password, { scope: 'logs', audience: 'in' }),
    method: HttpLogMethod.PUT,
    format: HttpLogFormat.JSON,
    dateField: 'ts',
    dateFormat: LogDateFormat.EPOCH_MS,
    responseTimeout: Duration.seconds(10),
    compression: LogCompression.SNAPPY,
  }))).toBe(`name: http
host: in.example.com
port: 80
uri: /v1?source=k8s
http_method: PUT
format: json
json_date_key: ts
json_date_format: epoch_ms
http.response_timeout: 10s
log_response_payload: false
log_level: warn
oauth2.enable: true
oauth2.token_url: https://login.example.com/token
oauth2.client_id: agent
oauth2.client_secret: \${HTTP_CLIENT_SECRET}
oauth2.scope: logs
oauth2.audience: in
compress: snappy
`);
});

test('standard output', () => {
  expect(outputText(LogDestination.stdout())).toBe('name: stdout\nformat: json_lines\njson_date_key: date\njson_date_format: iso8601\n');
});

test.each<[string, RetryPolicy | undefined, unknown]>([
  ['by default', undefined, 'no_limits'],
  ['without limit', RetryPolicy.unlimited(), 'no_limits'],
  ['five times', RetryPolicy.times(5), 5],
  ['never', RetryPolicy.none(), 'no_retries'],
])('what was not taken is sent again %s', (_, retry, expected) => {
  expect(configOf({ destinations: [LogDestination.http({ url: 'http://in', retry })] }).pipeline.outputs[0].retry_limit).toBe(expected);
});

test.each([[Size.mebibytes(512), '536M'], [Size.gibibytes(2), '2147M'], [Size.kibibytes(10_000), '10M']])(
  'a buffer of %p is rounded down in the units of Fluent Bit', (bufferLimit, expected) => {
    const output = configOf({ destinations: [LogDestination.http({ url: 'http://in', bufferLimit })] }).pipeline.outputs[0];
    expect(String(output['storage.total_limit_size'])).toBe(expected);
  });

test.each([
  [Size.mebibytes(1), '1048K'], [Size.kibibytes(4), '4096'],
])('what was refused is kept up to %p, in the units of Fluent Bit', (keepRejected, expected) => {
  expect(String(configOf({ collector: LogCollector.fluentBit({ keepRejected }) }).service['storage.rejected.limit'])).toBe(expected);
});

test.each<[string[] | undefined, object]>([
  [undefined, { match: '*' }],
  [['containers'], { match: 'kube.*' }],
  [['audit'], { match: 'audit.*' }],
  [['containers', 'audit'], { match_regex: '^(audit|kube)\\.' }],
])('a destination for the inputs %p', (inputs, expected) => {
  const { outputs } = configOf({
    inputs: [LogInput.containers(), LogInput.files('audit', ['/var/log/audit.log'])],
    destinations: [LogDestination.http({ url: 'http://in', inputs })],
  }).pipeline;
  expect(outputs[0]).toMatchObject(expected);
});

test('signatures of Amazon over plain HTTP and OTLP are for the service behind the URL', () => {
  const auth = DestinationAuth.aws('eu-west-1', { roleArn: 'arn:aws:iam::123456789012:role/logs' });
  expect(outputText(LogDestination.http({ url: 'https://api.example.com', auth }))).toContain(`aws_auth: on
aws_region: eu-west-1
aws_service: execute-api
aws_role_arn: arn:aws:iam::123456789012:role/logs
`.replace('aws_auth: on', 'aws_auth: "on"'));
  expect(outputText(LogDestination.otlpHttp({ url: 'https://logs.eu-west-1.amazonaws.com', auth }))).toContain('aws_service: logs\n');
  expect(outputText(LogDestination.otlpHttp({
    url: 'https://xray.eu-west-1.amazonaws.com', auth: DestinationAuth.aws('eu-west-1', { service: 'xray' }),
  }))).toContain('aws_service: xray\n');
});
