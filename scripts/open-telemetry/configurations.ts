import { App, Chart, Size } from 'cdk8s';
import {
  CaCertificate, ContainerLogFiles, ContainerLogFormat, DestinationAuth, KafkaSaslMechanism, LogAgent, LogAgentProps, LogCollector,
  LogCompression, LogCondition, LogDestination, LogFilter, LogInput, LogLevel, LogLineFormat, LogMetadata, LogRedaction, LogValue,
  MultilineLogs, RetryPolicy, SearchIndex, SecretKey, SyslogFormat,
} from '../../src';

/** A configuration as the library writes it. */
export interface Configuration {
  readonly name: string;
  readonly text: string;
}

const key = SecretKey.of('credentials', 'key');
const tls = {
  caCertificate: CaCertificate.secret('credentials', 'ca.crt'), clientCertificate: key, clientKey: key, serverName: 'in.example.com',
};
const hostile = 'a$b ${env} $$ "quoted" \\ {{x}} %d é';

const INPUTS: { readonly [name: string]: LogInput[] } = {
  'containers': [LogInput.containers()],
  'containers of Docker': [LogInput.containers({ format: ContainerLogFormat.DOCKER, files: ContainerLogFiles.CURRENT, parseJson: false })],
  'containers of namespaces': [LogInput.containers({ namespaces: ['a', 'b'], excludeNamespaces: ['c'], readFromBeginning: false })],
  ...Object.fromEntries([
    MultilineLogs.java(), MultilineLogs.python(), MultilineLogs.goLang(), MultilineLogs.ruby(),
    MultilineLogs.startingWith('^\\d{4}-(?<m>\\d{2})$'),
  ]
    .map(multiline => [`containers with entries of ${multiline.kind}`, [LogInput.containers({ multiline: [multiline] })]])),
  'containers with JSON below a field': [LogInput.containers({ jsonField: 'app$' })],
  'audit logs': [LogInput.kubernetesAudit(), LogInput.linuxAudit()],
  'files': [LogInput.files('audit', ['/var/log/audit/*.log'], {
    exclude: ['/var/log/audit/x.log'], multiline: [MultilineLogs.startingWith('type=$')],
  })],
  'files and containers': [
    LogInput.files('app', ['/srv/a$b/*.log'], { multiline: [MultilineLogs.java(), MultilineLogs.startingWith('^\\[')] }),
    LogInput.containers(),
  ],
};

const DESTINATIONS: { readonly [name: string]: LogDestination } = {
  'Loki': LogDestination.loki({ url: 'https://loki.example.com' }),
  'Loki with everything': LogDestination.loki({
    url: 'https://loki.example.com:3100/x/loki/api/v1/push', tls, auth: DestinationAuth.basic(hostile, key), tenantId: hostile,
    removeFields: ['log.iostream'],
    structuredMetadata: {
      text: LogValue.text(hostile), label: LogValue.podLabel('app.kubernetes.io/name'), field: LogValue.field('http', 'status'),
      node: LogValue.nodeName(),
    },
    headers: { 'X-A': hostile }, secretHeaders: { 'X-B': key }, compression: LogCompression.SNAPPY, bufferLimit: Size.kibibytes(64),
    retry: RetryPolicy.none(),
  }),
  'OTLP': LogDestination.otlpHttp({ url: 'http://[2001:db8::1]:4318' }),
  'OTLP with everything': LogDestination.otlpHttp({
    url: 'https://in.example.com', tls, auth: DestinationAuth.bearer(key), bodyField: 'message',
    resourceAttributes: { [`k ${hostile}`]: hostile }, compression: LogCompression.ZSTD,
  }),
  'OTLP to Amazon': LogDestination.otlpHttp({ url: 'https://in.example.com', auth: DestinationAuth.aws('eu-west-1', { service: 'logs' }) }),
  'OTLP by OAuth': LogDestination.otlpHttp({
    url: 'https://in.example.com', auth: DestinationAuth.oauth2('https://id.example.com/token', 'me', key, { scope: 'a b', audience: 'c' }),
  }),
  'Elasticsearch': LogDestination.elasticsearch({ url: 'https://es.example.com:9200', auth: DestinationAuth.apiKey(key) }),
  'Elasticsearch by day': LogDestination.elasticsearch({
    url: 'https://es.example.com:9200', auth: DestinationAuth.basicFrom(key, key), index: SearchIndex.daily('logs'),
  }),
  'OpenSearch': LogDestination.openSearch({ url: 'https://search.example.com', auth: DestinationAuth.aws('eu-west-1') }),
  'OTLP over gRPC': LogDestination.otlpGrpc({ url: 'http://otlp.logging:4317', bodyField: 'message' }),
  'OTLP over gRPC with TLS': LogDestination.otlpGrpc({
    url: 'https://otlp.example.com:4317', tls, auth: DestinationAuth.bearer(key), resourceAttributes: { a: hostile },
  }),
  'Kafka': LogDestination.kafka({
    brokers: ['kafka-0.example.com:9093'], topic: 'logs', auth: DestinationAuth.basic(hostile, key),
    saslMechanism: KafkaSaslMechanism.SCRAM_SHA_256,
    tls: { caCertificate: tls.caCertificate, clientCertificate: key, clientKey: key }, compression: LogCompression.ZSTD,
  }),
  'Kafka in the clear': LogDestination.kafka({ brokers: ['kafka:9092'], topic: 'logs', plaintext: true }),
  'Splunk': LogDestination.splunkHec({ url: 'https://splunk.example.com:8088', token: key }),
  'S3': LogDestination.s3({
    bucket: 'logs', auth: DestinationAuth.aws('eu-west-1', { roleArn: 'arn:aws:iam::111122223333:role/logs' }), storageClass: 'STANDARD_IA',
  }),
  'a store like S3': LogDestination.s3({
    bucket: 'logs', auth: DestinationAuth.awsKeys('us-east-1', key, key), endpoint: 'https://minio.example.com:9000',
    retry: RetryPolicy.none(),
  }),
  'CloudWatch': LogDestination.cloudWatch({
    auth: DestinationAuth.aws('eu-west-1'), logGroup: '/a/b', logStreamPrefix: 'x', createGroup: true, retentionDays: 30,
  }),
  'Datadog': LogDestination.datadog({ apiKey: key, site: 'datadoghq.eu', service: hostile, source: hostile, tags: { a$b: 'c"d' } }),
  'syslog with TLS': LogDestination.syslog({ url: 'tls://syslog.example.com', tls, appName: 'a"$b\\', facility: 16 }),
  'syslog': LogDestination.syslog({ url: 'udp://[2001:db8::1]:514', format: SyslogFormat.RFC3164 }),
  'a file': LogDestination.file({ path: '/srv/logs/all.log', rotateSize: Size.mebibytes(3) }),
  'standard output': LogDestination.stdout({ when: LogCondition.levelAtLeast(LogLevel.ERROR, LogValue.field('severity')) }),
};

const METADATA: { readonly [name: string]: LogMetadata } = {
  'from the API': LogMetadata.fromApi(),
  'all there is': LogMetadata.fromApi({ annotations: true, ownerReferences: true, namespaceLabels: true, namespaceAnnotations: true }),
  'from file names': LogMetadata.fromFileName(),
  'none': LogMetadata.none(),
};

const FILTERS = [
  LogFilter.addFields({ a: LogValue.text(hostile), b: LogValue.nodeName(), c: LogValue.field('http', 'status'), d: LogValue.field('log') }),
  LogFilter.renameFields({ msg: 'message' }),
  LogFilter.removeFields(['e', 'app.kubernetes.io/name']),
  LogFilter.redact([LogRedaction.tokens(), LogRedaction.emailAddresses(), LogRedaction.cardNumbers(), LogRedaction.pattern('a\\$b\'"')]),
  LogFilter.parse(LogLineFormat.json()),
  LogFilter.parse(LogLineFormat.logfmt(), { field: 'message' }),
  LogFilter.parse(LogLineFormat.nginx()),
  LogFilter.parse(LogLineFormat.regex('^(?<level>\\w+)\\$ (?<rest>.*)$')),
  LogFilter.sample(3),
  LogFilter.keep(LogCondition.anyOf(
    LogCondition.isOneOf(LogValue.field('http', 'status'), ['500', hostile]),
    LogCondition.matches(LogValue.field('message'), '(?i)^a\\$b (?<rest>.*)\\{$'),
    LogCondition.noneOf(LogCondition.exists(LogValue.field('a', 'b', 'c'))),
  )),
  LogFilter.level(LogLevel.WARN),
  LogFilter.level(LogLevel.TRACE),
];

/** Every input with every destination; metadata and fields take turns, so that each meets each destination. */
export function configurations(): Configuration[] {
  const metadata = Object.entries(METADATA);
  return Object.entries(INPUTS).flatMap(([input, inputs], row) => Object.entries(DESTINATIONS).map(([destination, value], column) => {
    // what is taken from pods must be known of them
    const [source, of] = metadata[destination === 'Loki with everything' ? row % 2 : (row + column) % metadata.length];
    const fields = (row + column) % 3 === 0 ? { cluster: LogValue.text(hostile), node: LogValue.nodeName() } : undefined;
    const filters = (row + column) % 2 === 0 ? FILTERS : undefined;
    return {
      name: `${input}; ${source}; ${destination}`, text: configurationOf({ inputs, metadata: of, fields, filters, destinations: [value] }),
    };
  }));
}

/** The configuration of an agent. */
export function configurationOf(props: Partial<LogAgentProps>): string {
  const chart = new Chart(new App(), 'validate', { namespace: 'node-agents' });
  new LogAgent(chart, 'logs', { collector: LogCollector.openTelemetryCollector(), destinations: [], ...props });
  return chart.toJson().find((object: any) => object.kind === 'ConfigMap').data['config.yaml'];
}
