import { Duration, Size } from 'cdk8s';
import { CaCertificate, DestinationAuth, KafkaSaslMechanism, LogDestination, LogValue, SecretKey } from '../../../src';
import { wrongWith } from '../../support/refused';

const key = SecretKey.of('logs', 'key');
const aws = DestinationAuth.aws('eu-west-1');
const tls = { caCertificate: CaCertificate.configMap('ca', 'ca.crt') };

test.each<[string, () => LogDestination, string]>([
  ['a path of OTLP over gRPC', () => LogDestination.otlpGrpc({ url: 'https://otlp:4317/v1/logs' }), 'invalid-destination'],
  ['a path of Splunk', () => LogDestination.splunkHec({
    url: 'https://splunk:8088/services/collector', token: key,
  }), 'invalid-destination'],
  ['no broker', () => LogDestination.kafka({ brokers: [], topic: 'logs' }), 'invalid-destination'],
  ['a broker without port', () => LogDestination.kafka({ brokers: ['kafka'], topic: 'logs' }), 'invalid-destination'],
  ['two brokers in one text', () => LogDestination.kafka({ brokers: ['a,b:9092'], topic: 'logs' }), 'invalid-destination'],
  ['a broker without a name', () => LogDestination.kafka({ brokers: [',:9092'], topic: 'logs' }), 'invalid-destination'],
  ['a host with a part that is empty', () => LogDestination.loki({ url: 'https://logs..example.com' }), 'invalid-destination'],
  ['a host for many', () => LogDestination.http({ url: 'https://*.example.com' }), 'invalid-destination'],
  ['a broker with credentials', () => LogDestination.kafka({ brokers: ['a:b@kafka:9092'], topic: 'logs' }), 'literal-credential'],
  ['a topic with a blank', () => LogDestination.kafka({ brokers: ['kafka:9092'], topic: 'a b' }), 'invalid-destination'],
  ['a token for Kafka', () => LogDestination.kafka({
    brokers: ['kafka:9092'], topic: 'logs', auth: DestinationAuth.bearer(key),
  }), 'invalid-destination'],
  ['a mechanism without user', () => LogDestination.kafka({
    brokers: ['k:1'], topic: 'l', saslMechanism: KafkaSaslMechanism.PLAIN,
  }), 'invalid-destination'],
  ['TLS and plaintext', () => LogDestination.kafka({ brokers: ['k:1'], topic: 'l', plaintext: true, tls }), 'invalid-destination'],
  ['one name for all brokers', () => LogDestination.kafka({
    brokers: ['k:1'], topic: 'l', tls: { serverName: 'k' },
  }), 'invalid-destination'],
  ['a bucket in capitals', () => LogDestination.s3({ bucket: 'Logs', auth: aws }), 'invalid-destination'],
  ['a password for S3', () => LogDestination.s3({ bucket: 'logs', auth: DestinationAuth.basic('a', key) }), 'invalid-destination'],
  ['a prefix with a date', () => LogDestination.s3({ bucket: 'logs', auth: aws, keyPrefix: 'a/%Y' }), 'invalid-destination'],
  ['a prefix that begins with a slash', () => LogDestination.s3({ bucket: 'logs', auth: aws, keyPrefix: '/a' }), 'invalid-destination'],
  ['objects of a gibibyte', () => LogDestination.s3({ bucket: 'logs', auth: aws, objectSize: Size.gibibytes(1) }), 'invalid-destination'],
  ['objects every 1.5 seconds', () => LogDestination.s3({
    bucket: 'logs', auth: aws, uploadInterval: Duration.millis(1500),
  }), 'invalid-duration'],
  ['an answer within half a second', () => LogDestination.http({
    url: 'https://logs.example.com', responseTimeout: Duration.millis(500),
  }), 'invalid-duration'],
  ['TLS with a plain store', () => LogDestination.s3({
    bucket: 'logs', auth: aws, endpoint: 'http://minio:9000', tls,
  }), 'invalid-destination'],
  ['a log group with a blank', () => LogDestination.cloudWatch({ auth: aws, logGroup: 'a b' }), 'invalid-destination'],
  ['the node as a log group', () => LogDestination.cloudWatch({
    auth: aws, logGroup: 'a', logGroupFrom: LogValue.nodeName(),
  }), 'invalid-destination'],
  ['four days', () => LogDestination.cloudWatch({ auth: aws, logGroup: 'a', createGroup: true, retentionDays: 4 }), 'invalid-destination'],
  ['days of groups of others', () => LogDestination.cloudWatch({ auth: aws, logGroup: 'a', retentionDays: 7 }), 'invalid-destination'],
  ['a site with a scheme', () => LogDestination.datadog({ apiKey: key, site: 'https://datadoghq.eu' }), 'invalid-destination'],
  ['a tag with a comma', () => LogDestination.datadog({ apiKey: key, tags: { a: 'b,c' } }), 'invalid-destination'],
  ['forward over HTTP', () => LogDestination.forward({ url: 'https://fluentd' }), 'invalid-destination'],
  ['forward with TLS over TCP', () => LogDestination.forward({ url: 'tcp://fluentd', tls }), 'invalid-destination'],
  ['syslog without scheme', () => LogDestination.syslog({ url: 'syslog:514' }), 'invalid-destination'],
  ['a facility of 24', () => LogDestination.syslog({ url: 'tcp://syslog', facility: 24 }), 'invalid-destination'],
  ['a severity of 8', () => LogDestination.syslog({ url: 'tcp://syslog', severity: 8 }), 'invalid-destination'],
  ['an application with a blank', () => LogDestination.syslog({ url: 'tcp://syslog', appName: 'a b' }), 'invalid-destination'],
  ['a relative file', () => LogDestination.file({ path: 'logs/all.log' }), 'invalid-path'],
  ['a file in /etc', () => LogDestination.file({ path: '/etc/all.log' }), 'invalid-path'],
  ['a file with an accessor', () => LogDestination.file({ path: '/srv/$log' }), 'invalid-destination'],
])('%s is refused', (_, make, code) => {
  expect(wrongWith(make()).map(found => found.code)).toEqual([code]);
});

test.each([
  ['tcp://syslog', 514], ['udp://syslog', 514], ['tls://syslog', 6514], ['tls://syslog:443', 443], ['tcp://[::1]', 514],
  ['tcp://[::1]:80', 80],
])('the port of %s is %d', (url, port) => {
  expect(LogDestination.syslog({ url })._destination).toMatchObject({ endpoint: { port } });
});
