import { Duration } from 'cdk8s';
import {
  CaCertificate, ContainerLogFormat, DestinationAuth, HttpLogFormat, HttpLogMethod, LogAgentProps, LogCompression, LogDateFormat,
  LogDestination,
  LogCondition, LogFilter, LogInput, LogLevel, LogLineFormat, LogMetadata, LogRedaction, LogScale, LogValue, LokiLineFormat, MultilineLogs,
  RetryPolicy, SearchIndex, SecretKey, SyslogFormat,
} from '../../../src';
import { DestinationKind } from '../../../src/logs/destinations/destination-kinds';
import { isCannot } from '../../../src/logs/support/choice';
import { VECTOR_SUPPORT } from '../../../src/logs/vector/support';
import { oneOfEach } from '../one-of-each';

const key = SecretKey.of('creds', 'key');
const tls = {
  caCertificate: CaCertificate.secret('ca', 'ca.crt'), clientCertificate: SecretKey.of('tls', 'tls.crt'),
  clientKey: SecretKey.of('tls', 'tls.key'),
};
const every = [MultilineLogs.java(), MultilineLogs.python(), MultilineLogs.goLang(), MultilineLogs.ruby()];
const to = (...destinations: LogDestination[]): Partial<LogAgentProps> => ({ destinations });
const from = (...inputs: LogInput[]): Partial<LogAgentProps> => ({ inputs, destinations: [LogDestination.stdout()] });

/** The kinds of destinations that Vector sends to. */
export const KINDS = (Object.keys(
  VECTOR_SUPPORT.destinations,
) as DestinationKind[]).filter(kind => !isCannot(VECTOR_SUPPORT.destinations[kind]));

/**
 * Agents with Vector that have between them everything that it can do. Their configurations are held against its options, and their
 * programs are compiled.
 */
export const SAMPLES: { readonly [name: string]: Partial<LogAgentProps> } = {
  'a large cluster, with a destination of each kind that has requests': {
    destinations: KINDS.filter(kind => kind !== 'syslog').map(oneOfEach), scale: LogScale.large(),
  },
  'Loki': to(LogDestination.loki({ url: 'https://loki.example.com' })),
  'Loki with everything': to(LogDestination.loki({
    url: 'https://gateway.example.com/custom/push',
    auth: DestinationAuth.basicFrom(key, key),
    tls: { ...tls, serverName: 'loki.internal' },
    tenantId: 'team-a',
    tenantFrom: LogValue.namespaceName(),
    labels: {
      App: LogValue.podLabel('app.kubernetes.io/name'), node: LogValue.nodeName(), zone: LogValue.text('a "b" {{ c }} $d 100%'),
      status: LogValue.field('http', 'status code'),
    },
    structuredMetadata: { pod: LogValue.podName(), Uid: LogValue.field('kubernetes', 'pod_id') },
    removeFields: ['time', 'stream'],
    lineFormat: LokiLineFormat.KEY_VALUE,
    compression: LogCompression.SNAPPY,
    retry: RetryPolicy.times(3),
  })),
  'Loki with the message alone': to(LogDestination.loki({
    url: 'http://loki:3100', tenantFrom: LogValue.field('tenant'), lineFormat: LokiLineFormat.MESSAGE, auth: DestinationAuth.bearer(key),
  })),
  'Elasticsearch': to(LogDestination.elasticsearch({
    url: 'https://es.example.com:9200/sub', auth: DestinationAuth.basic('elastic', key), pipeline: 'geo', tls: { insecureSkipVerify: true },
  })),
  'Elasticsearch with an API key': to(LogDestination.elasticsearch({
    url: 'https://es.example.com:9200', auth: DestinationAuth.apiKey(key), index: SearchIndex.named('logs'), replaceDots: true,
  })),
  'OpenSearch': to(LogDestination.openSearch({
    url: 'https://search.example.com', index: SearchIndex.daily('logs', { prefixFrom: LogValue.namespaceName(), dateFormat: '%Y.%m' }),
  })),
  'OpenSearch Serverless': to(LogDestination.openSearch({
    url: 'https://x.aoss.amazonaws.com', auth: DestinationAuth.aws('eu-west-1', {
      service: 'aoss', roleArn: 'arn:aws:iam::1:role/logs', externalId: 'x',
    }), idsFromContent: false,
  })),
  'OTLP': to(LogDestination.otlpHttp({
    url: 'http://collector:4318', resourceAttributes: { 'k8s.cluster.name': 'a "b" {{ c }}', 'b': 'c' }, headers: { 'X-A': 'b' },
    bodyField: 'message',
  })),
  'OTLP with a signature': to(LogDestination.otlpHttp({
    url: 'https://xray.example.com/v1/logs', auth: DestinationAuth.aws('eu-west-1', { service: 'xray' }), tls,
  })),
  'HTTP': to(LogDestination.http({
    url: 'https://in.example.com', auth: DestinationAuth.bearer(key), headers: { 'X-B': 'b c' }, secretHeaders: { 'X-Api-Key': key },
  })),
  'HTTP with an array': to(LogDestination.http({
    url: 'http://[fd00::1]:8080/in?a=b', method: HttpLogMethod.PUT, format: HttpLogFormat.JSON, dateField: 'at',
    dateFormat: LogDateFormat.DOUBLE,
    responseTimeout: Duration.seconds(10), retry: RetryPolicy.none(), compression: LogCompression.ZSTD,
    auth: DestinationAuth.aws('eu-west-1'),
  })),
  'HTTP with objects': to(LogDestination.http({ url: 'http://in', format: HttpLogFormat.JSON_STREAM, dateFormat: LogDateFormat.EPOCH })),
  'HTTP with milliseconds': to(LogDestination.http({ url: 'http://in', dateFormat: LogDateFormat.EPOCH_MS, dateField: '@timestamp' })),
  ...Object.fromEntries(KINDS.map(kind => [`one ${kind}`, to(oneOfEach(kind))])),
  'Kafka without TLS': to(LogDestination.kafka({ brokers: ['kafka:9092'], topic: 'logs', plaintext: true, retry: RetryPolicy.times(2) })),
  'S3 of others': to(LogDestination.s3({
    bucket: 'logs', auth: DestinationAuth.awsKeys('eu-west-1', key, key), endpoint: 'http://minio:9000', compression: LogCompression.NONE,
    uploadInterval: Duration.minutes(1),
  })),
  'CloudWatch': to(LogDestination.cloudWatch({
    auth: DestinationAuth.awsKeys('eu-west-1', key, key), logGroup: '/k8s', logStreamPrefix: 'prod',
  })),
  'Elasticsearch with access keys': to(LogDestination.elasticsearch({
    url: 'https://es', auth: DestinationAuth.awsKeys('eu-west-1', key, key),
  })),
  'syslog over UDP': to(LogDestination.syslog({ url: 'udp://syslog', format: SyslogFormat.RFC3164 })),
  'Splunk with everything': to(LogDestination.splunkHec({
    url: 'http://splunk:8088', token: key, source: 'a', sourceType: 'b', index: 'c', retry: RetryPolicy.times(2),
  })),
  'standard output': from(LogInput.containers()),
  'containers with everything': {
    ...from(LogInput.containers({
      namespaces: ['shop', 'web'], excludeNamespaces: ['kube-system', 'noisy'], multiline: every, readFromBeginning: false,
      includeOwnLogs: true,
    })),
    destinations: [LogDestination.http({ url: 'http://in' })],
    metadata: LogMetadata.fromApi({ labels: true, annotations: true, ownerReferences: true, namespaceLabels: true }),
    fields: { cluster: LogValue.text('a "b" $c {{ d }}'), node: LogValue.nodeName() },
  },
  'containers by their files': {
    ...from(LogInput.containers({ namespaces: ['shop'], multiline: [MultilineLogs.startingWith("^\\d{4}-'x'"), MultilineLogs.java()] })),
    metadata: LogMetadata.fromFileName(),
  },
  'containers without metadata': {
    ...from(LogInput.containers({ format: ContainerLogFormat.DOCKER, parseJson: false, excludeNamespaces: ['noisy'] })),
    metadata: LogMetadata.none(),
  },
  'the journal': from(LogInput.journal({ units: ['kubelet.service'], readFromBeginning: true })),
  'the journal with a field': { ...from(LogInput.journal()), fields: { node: LogValue.nodeName() } },
  'the kernel and audit logs': from(LogInput.kernel(), LogInput.kubernetesAudit(), LogInput.linuxAudit()),
  'JSON in a field': from(LogInput.containers({
    jsonField: 'app "x"', podLabels: { app: 'a' }, containers: ['web'], excludeContainers: ['proxy'],
  })),
  'files': from(LogInput.files('audit', ['/var/log/audit/*.log'], {
    exclude: ['/var/log/audit/old*'], multiline: [MultilineLogs.startingWith('^type=')],
  })),
  'every filter': {
    ...from(LogInput.containers(), LogInput.journal()),
    filters: [
      LogFilter.keep(LogCondition.anyOf(
        LogCondition.isOneOf(LogValue.namespaceName(), ['shop', 'web']), LogCondition.matches(LogValue.field('log'), '^a\\d+$'),
        LogCondition.exists(LogValue.podLabel('a/b')),
      ), { inputs: ['containers'] }),
      LogFilter.drop(LogCondition.matches(LogValue.field('path'), "(?i)/health|it's")),
      LogFilter.level(LogLevel.WARN),
      LogFilter.addFields({ 'a.b': LogValue.text('c "d"'), 'node': LogValue.nodeName(), 'team': LogValue.podLabel('team') }),
      LogFilter.renameFields({ msg: 'message' }),
      LogFilter.removeFields(['x', '@y']),
      LogFilter.redact(
        [LogRedaction.emailAddresses(), LogRedaction.cardNumbers(), LogRedaction.tokens(), LogRedaction.pattern('id-\\d+')],
        { replacement: '[gone]' },
      ),
      LogFilter.parse(LogLineFormat.json(), { field: 'payload' }),
      LogFilter.parse(LogLineFormat.logfmt()),
      LogFilter.parse(LogLineFormat.nginx()),
      LogFilter.sample(10),
      LogFilter.throttle(100),
    ],
    destinations: [
      LogDestination.loki({ url: 'http://loki', when: LogCondition.levelAtLeast(LogLevel.ERROR, LogValue.field('severity')) }),
      LogDestination.stdout({ when: LogCondition.noneOf(LogCondition.namespaces('a')) }),
    ],
  },
  'two inputs': {
    inputs: [LogInput.containers(), LogInput.journal()],
    destinations: [LogDestination.stdout({ inputs: ['journal'] }), LogDestination.loki({ url: 'http://loki', inputs: ['containers'] })],
  },
};
