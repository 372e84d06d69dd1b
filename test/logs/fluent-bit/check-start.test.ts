import { LogCollector } from '../../../src';
import { problemsOf } from '../log-config';

const extra = (extraConfig: object, configOverrides = {}) => problemsOf({
  collector: LogCollector.fluentBit({ extraConfig, configOverrides }),
});
const output = (more: object) => extra({ outputs: [{ match: '*', ...more }] });
const input = (more: object) => extra({ inputs: [{ name: 'tail', tag: 'mine', path: '/var/log/x.log', ...more }] });

/** Rows of what `fluent-bit --dry-run` of 5.1.1 passes, and ends the program when it starts. */
test.each<[string, () => string[]]>([
  ['positions in a directory that is mounted read-only', () => input({ db: '/var/log/x.db' })],
  ['positions on the read-only root', () => input({ db: '/data/x.db' })],
  ['a buffer on the read-only root', () => extra({}, { service: { 'storage.path': '/data/buffer' } })],
  ['files on the read-only root', () => output({ name: 'file', path: '/data' })],
  ['parts of uploads on the read-only root', () => output({
    name: 's3', bucket: 'b', region: 'eu-west-1', store_dir: '/tmp/fluent-bit/s3',
  })],
  ['a certificate that is not mounted', () => output({ 'name': 'http', 'host': 'web', 'tls': true, 'tls.ca_file': '/certs/ca.crt' })],
  ['a wrong property of the Kafka client', () => output({
    'name': 'kafka', 'brokers': 'k:9092', 'topics': 't', 'rdkafka.request.require.acks': 1,
  })],
])('%s', (_, problems) => {
  expect(problems()).toEqual([expect.stringMatching(/^\[test\/logs\] invalid-collector-config: /)]);
});

test.each<[string, () => string[]]>([
  ['positions in the directory of the state', () => input({ db: '/var/lib/fluent-bit/mine.db' })],
  ['a path from a variable', () => input({ db: '${NODE_NAME}/x.db' })],
  ['certificates of the image', () => output({
    'name': 'http', 'host': 'web', 'tls': true, 'tls.ca_file': '/etc/ssl/certs/ca-certificates.crt',
  })],
  ['properties of the Kafka client', () => output({
    'name': 'kafka', 'brokers': 'k:9092', 'topics': 't', 'rdkafka.request.required.acks': -1, 'rdkafka.compression.codec': 'zstd',
  })],
])('%s pass', (_, problems) => {
  expect(problems()).toEqual([]);
});
