import * as fc from 'fast-check';
import { agentOf, outputText, problemsOf } from './log-config';
import {
  CaCertificate, DestinationAuth, LogCompression, LogDestination, LogMetadata, LogValue, RetryPolicy, SearchIndex, SecretKey,
} from '../../src';
import { parseEndpoint } from '../../src/logs/private/endpoint';
import { objectOf, testChart } from '../support/golden';
import { refusal } from '../support/refusal';
import { reading } from '../support/refused';
import { runs } from '../support/runs';

const url = 'https://loki.example.com';

test.each([
  ['https://loki.example.com', { tls: true, host: 'loki.example.com', port: 443, path: '' }],
  ['http://loki:3100', { tls: false, host: 'loki', port: 3100, path: '' }],
  ['http://loki.monitoring.svc/', { tls: false, host: 'loki.monitoring.svc', port: 80, path: '' }],
  ['https://es.example.com:9200/sub/path', { tls: true, host: 'es.example.com', port: 9200, path: '/sub/path' }],
  ['https://in.example.com/v1/input?source=k8s', { tls: true, host: 'in.example.com', port: 443, path: '/v1/input?source=k8s' }],
  ['https://in.example.com?source=k8s', { tls: true, host: 'in.example.com', port: 443, path: '/?source=k8s' }],
  ['http://[fd00::1]:3100', { tls: false, host: 'fd00::1', port: 3100, path: '' }],
])('the URL %s', (text, endpoint) => {
  expect(parseEndpoint(text)).toEqual(endpoint);
});

test('host, port and path of a URL come back as they were given', () => {
  // what begins with xn-- is an international name, and must be one that can be decoded
  const label = fc.stringMatching(/^[a-z]([a-z0-9-]{0,10}[a-z0-9])?$/).filter(text => !text.startsWith('xn--'));
  fc.assert(fc.property(
    fc.array(label, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 65535 }), fc.array(label, { maxLength: 3 }), fc.boolean(),
    (hosts, port, parts, tls) => {
      const path = parts.map(part => `/${part}`).join('');
      expect(parseEndpoint(`${tls ? 'https' : 'http'}://${hosts.join('.')}:${port}${path}`)).toEqual({
        tls, host: hosts.join('.'), port, path,
      });
    }), { numRuns: runs(100) });
});

test.each([
  ['no scheme', 'loki.example.com'], ['another scheme', 'ftp://loki'], ['a fragment', 'https://loki/#x'],
  ['a variable', 'https://${HOST}/x'],
])('a URL with %s is refused', (_, text) => {
  expect(reading(() => LogDestination.loki({ url: text }))).toThrow(
    refusal('invalid-destination', { given: `'${text}'`, names: ['https://HOST[:PORT][/PATH]', 'http://'] }),
  );
});

test('credentials in a URL are refused, and not repeated in the message', () => {
  expect(reading(() => LogDestination.loki({ url: 'https://me:hunter2@loki.example.com' }))).toThrow(
    refusal('literal-credential', { given: "'https://...@loki.example.com'" }));
  expect(reading(() => LogDestination.http({ url: 'https://in.example.com/?api_key=abc' }))).toThrow(
    refusal('literal-credential', { given: "'?api_key=...'" }));
});

test.each([
  [{ Authorization: 'x' }, 'Authorization'],
  [{ 'X-Api-Key': 'x' }, 'X-Api-Key'],
  [{ 'X-Auth-Token': 'x' }, 'X-Auth-Token'],
  [{ 'X-Custom': 'Bearer abc' }, 'X-Custom'],
])('a credential among the headers is refused: %p', (headers, name) => {
  expect(reading(() => LogDestination.loki({ url, headers: headers as any }))).toThrow(
    refusal('literal-credential', { given: `headers: { '${name}': ... }`, names: [name] }));
});

test.each<[string, () => LogDestination, string]>([
  ['settings for TLS without TLS', () => LogDestination.loki({ url: 'http://loki', tls: { insecureSkipVerify: true } }),
    refusal('invalid-destination', { given: "'http://loki'", names: ['https://'] })],
  ['a client certificate without its key', () => LogDestination.loki({ url, tls: { clientCertificate: SecretKey.of('tls', 'tls.crt') } }),
    refusal('invalid-destination', { given: '`clientCertificate` alone' })],
  ['a header without a value', () => LogDestination.loki({ url, headers: { 'X-A': ' ' } }),
    refusal('invalid-destination', { given: "' '", names: ['X-A'] })],
  ['a header with a bad name', () => LogDestination.loki({ url, headers: { 'X A:': 'x' } }),
    refusal('invalid-destination', { given: "'X A:'", names: ['_'] })],
  ['a header that is given twice', () => LogDestination.loki({
    url, headers: { 'X-A': 'x' }, secretHeaders: { 'x-a': SecretKey.of('s', 'k') },
  }),
  refusal('invalid-destination', { given: "'x-a' in `headers` and in `secretHeaders`" })],
  ['a name that variables cannot have', () => LogDestination.loki({ url, name: '1st' }),
    refusal('invalid-destination', { given: "'1st'", names: ['63'] })],
  ['an index with capitals', () => LogDestination.elasticsearch({ url, index: SearchIndex.daily('Logs') }),
    refusal('invalid-destination', { given: "'Logs'", names: ['200', '_'] })],
  ['a list of no inputs', () => LogDestination.stdout({ inputs: [] }),
    refusal('invalid-destination', { given: 'inputs: []', names: ['stdout'] })],
  ['half a retry', () => LogDestination.loki({ url, retry: RetryPolicy.times(0.5) }),
    refusal('invalid-destination', { given: '0.5', names: ['1'] })],
  ['a path in place of a certificate', () => LogDestination.loki({ url, tls: { caCertificate: CaCertificate.pem('/etc/ssl/ca.crt') } }),
    refusal('invalid-destination', {
      given: "'/etc/ssl/ca.crt'", names: ['tls.caCertificate', '-----BEGIN CERTIFICATE-----', '-----END CERTIFICATE-----'],
    })],
])('%s is refused', (_, make, message) => {
  expect(reading(make)).toThrow(message);
});

test('two destinations of one kind need names', () => {
  const destinations = [LogDestination.loki({ url }), LogDestination.loki({ url: 'https://other.example.com' })];
  expect(problemsOf({ destinations })).toEqual([
    refusal('duplicate-log-name', { at: 'test/logs', given: "'loki'" }),
  ]);
  expect(problemsOf({
    destinations: [destinations[0], LogDestination.loki({ url: 'https://other.example.com', name: 'other' })],
  })).toEqual([]);
});

test('a destination that asks for an input that is not there is refused', () => {
  expect(problemsOf({ destinations: [LogDestination.loki({ url, inputs: ['audit'] })] })).toEqual([
    refusal('unmatched-log-route', { at: 'test/logs', given: "'audit'", allowed: 'containers', names: ['loki'] }),
  ]);
});

test.each<[string, LogDestination, string, string]>([
  ['compression', LogDestination.loki({ url, compression: LogCompression.ZSTD }), 'compression: zstd', 'gzip'],
  ['authentication', LogDestination.elasticsearch({
    url, auth: DestinationAuth.bearer(SecretKey.of('s', 'k')),
  }), 'auth: bearer', 'basic, apiKey, aws, awsKeys'],
  ['an id from content in a data stream', LogDestination.elasticsearch({
    url, idsFromContent: true,
  }), 'idsFromContent: dataStream', 'daily, named'],
])('%s that the collector does not know is refused where it is given', (_, destination, given, allowed) => {
  const [found] = problemsOf({ destinations: [destination] });
  expect(found).toEqual(refusal('unsupported-by-collector', { given, allowed, names: [`'${destination.name}'`] }));
});

test.each([
  ['a label of the pod', LogValue.podLabel('app'), LogMetadata.fromFileName(), false],
  ['a label of the pod', LogValue.podLabel('app'), LogMetadata.fromApi({ labels: false }), false],
  ['a label of the pod', LogValue.podLabel('app'), LogMetadata.fromApi(), true],
  ['the name of the pod', LogValue.podName(), LogMetadata.none(), false],
  ['the name of the pod', LogValue.podName(), LogMetadata.fromFileName(), true],
  ['the name of the node', LogValue.nodeName(), LogMetadata.none(), true],
])('%s as a label needs it to be known (%#)', (_, value, metadata, isKnown) => {
  const make = () => agentOf({ metadata, destinations: [LogDestination.loki({ url, labels: { x: value } })] });
  if (isKnown) {
    expect(reading(make)).not.toThrow();
  } else {
    expect(reading(make)).toThrow(
      refusal('unsupported-by-collector', { at: 'test/logs', names: ['loki', 'x', 'LogMetadata.fromApi', 'fromKubelet', 'fromFileName'] }));
  }
});

test('credentials are references to Secrets, and certificates are files', () => {
  const chart = testChart();
  agentOf({
    destinations: [LogDestination.loki({
      url,
      name: 'audit-loki',
      auth: DestinationAuth.basicFrom(SecretKey.of('loki', 'user'), SecretKey.fromSecret({ name: 'loki' } as any, 'password')),
      secretHeaders: { 'X-Trace-Id': SecretKey.of('trace', 'id') },
      tls: {
        caCertificate: CaCertificate.secret('ca', 'ca.crt'), clientCertificate: SecretKey.of('tls', 'tls.crt'),
        clientKey: SecretKey.of('tls', 'tls.key'),
      },
    })],
  }, chart);
  const pod = objectOf(chart, 'DaemonSet').spec.template.spec;
  expect(pod.containers[0].env.map((variable: any) => [variable.name, variable.valueFrom.secretKeyRef])).toEqual([
    ['AUDIT_LOKI_HEADER_X_TRACE_ID', { name: 'trace', key: 'id' }],
    ['AUDIT_LOKI_PASSWORD', { name: 'loki', key: 'password' }],
    ['AUDIT_LOKI_USER', { name: 'loki', key: 'user' }],
    ['NODE_NAME', undefined],
    ['POD_IP', undefined],
  ]);
  expect(
    pod.containers[0].volumeMounts,
  ).toContainEqual({ mountPath: '/fluent-bit/etc/tls/audit-loki', name: 'files-fluent-bit-etc-tls-audit-loki', readOnly: true });
  expect(pod.volumes.find((volume: any) => volume.name === 'files-fluent-bit-etc-tls-audit-loki')).toEqual({
    name: 'files-fluent-bit-etc-tls-audit-loki',
    projected: {
      sources: [
        { secret: { name: 'ca', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
        { secret: { name: 'tls', items: [{ key: 'tls.crt', path: 'tls.crt' }, { key: 'tls.key', path: 'tls.key' }] } },
      ],
    },
  });
  expect(reading(() => SecretKey.of('loki', 'p@ss word'))).toThrow(
    refusal('invalid-name', { given: "'p@ss word'", allowed: 'letters, digits, `-`, `_` and `.`' }));
});

test('certificates of authorities may be given as text or come from a ConfigMap', () => {
  const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----';
  const chart = testChart();
  agentOf({ destinations: [LogDestination.loki({ url, tls: { caCertificate: CaCertificate.pem(pem) } })] }, chart);
  expect(objectOf(chart, 'ConfigMap').data['ca.crt']).toBe(`${pem}\n`);
  expect(outputText(LogDestination.loki({ url, tls: { caCertificate: CaCertificate.fromConfigMap({ name: 'bundle' } as any, 'ca.crt') } })))
    .toContain('tls.ca_file: /fluent-bit/etc/tls/loki/ca.crt');
});
