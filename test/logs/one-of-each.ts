import { CaCertificate, DestinationAuth, DestinationTlsOptions, KafkaSaslMechanism, LogDestination, LogValue, SecretKey } from '../../src';
import { DestinationKind, DESTINATIONS } from '../../src/logs/destinations/destination-kinds';

const key = (name: string) => SecretKey.of('logs', name);

/** TLS with an authority of its own and a client certificate. */
export const TLS: DestinationTlsOptions = {
  caCertificate: CaCertificate.configMap('ca', 'ca.crt'), clientCertificate: key('tls.crt'), clientKey: key('tls.key'),
};

type Options = { readonly [Kind in DestinationKind]: Parameters<(typeof DESTINATIONS)[Kind]>[0] };

/** Each kind of destination as it would be used: by TLS, with a proof of who sends. */
export const ONE_OF_EACH: Options = {
  loki: { url: 'https://loki.example.com', auth: DestinationAuth.basic('agent', key('password')), tenantId: 'platform', tls: TLS },
  elasticsearch: { url: 'https://es.example.com:9200', auth: DestinationAuth.apiKey(key('api-key')), tls: TLS },
  openSearch: { url: 'https://search.example.com', auth: DestinationAuth.aws('eu-west-1') },
  otlpHttp: { url: 'https://otlp.example.com:4318', auth: DestinationAuth.bearer(key('token')), tls: TLS },
  otlpGrpc: {
    url: 'https://otlp.example.com:4317', auth: DestinationAuth.bearer(key('token')), tls: TLS,
    resourceAttributes: { 'k8s.cluster.name': 'production' },
  },
  splunkHec: { url: 'https://splunk.example.com:8088', token: key('token'), index: 'kubernetes', tls: TLS },
  kafka: {
    brokers: ['kafka-0.example.com:9093', 'kafka-1.example.com:9093'], topic: 'logs', auth: DestinationAuth.basic('agent', key('password')),
    saslMechanism: KafkaSaslMechanism.SCRAM_SHA_256, tls: TLS,
  },
  s3: {
    bucket: 'platform-logs', auth: DestinationAuth.aws('eu-west-1', { roleArn: 'arn:aws:iam::111122223333:role/logs' }),
    keyPrefix: 'clusters/production', storageClass: 'STANDARD_IA',
  },
  cloudWatch: {
    auth: DestinationAuth.aws('eu-west-1'), logGroup: '/kubernetes/production', logGroupFrom: LogValue.namespaceName(), createGroup: true,
    retentionDays: 30,
  },
  datadog: { apiKey: key('api-key'), site: 'datadoghq.eu', service: 'platform', tags: { cluster: 'production', team: 'platform' } },
  forward: { url: 'tls://fluentd.example.com', sharedKey: key('shared-key'), tls: TLS },
  vector: { url: 'https://vector.example.com:6000', tls: TLS },
  syslog: { url: 'tls://syslog.example.com', appName: 'production', facility: 16, tls: TLS },
  http: { url: 'https://in.example.com/logs', auth: DestinationAuth.bearer(key('token')), tls: TLS },
  file: { path: '/srv/logs/all.log' },
  stdout: {},
};

/** A destination of each kind. */
export function oneOfEach(kind: DestinationKind): LogDestination {
  return LogDestination[kind](ONE_OF_EACH[kind] as never);
}
