import * as fc from 'fast-check';
import { agentOf, outputText, problemsOf } from './log-config';
import {
  CaCertificate, DestinationAuth, LogCompression, LogDestination, LogMetadata, LogValue, RetryPolicy, SearchIndex, SecretKey,
} from '../../src';
import { parseEndpoint } from '../../src/logs/private/endpoint';
import { objectOf, testChart } from '../support/golden';
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
      expect(parseEndpoint(`${tls ? 'https' : 'http'}://${hosts.join('.')}:${port}${path}`)).toEqual({ tls, host: hosts.join('.'), port, path });
    }), { numRuns: runs(100) });
});

const ALLOWED = 'allowed: https://HOST[:PORT][/PATH], or http:// inside the cluster, without blanks, braces, `$` and `#`';

test.each<[string, string, string]>([
  ['no scheme', 'loki.example.com', `given: 'loki.example.com'; ${ALLOWED}; fix: write it in full, with https://`],
  ['another scheme', 'ftp://loki', `given: 'ftp://loki'; ${ALLOWED}; fix: begin it with https:// or http://, and write the rest as it is`],
  ['a fragment', 'https://loki/#x', `given: 'https://loki/#x'; ${ALLOWED}; fix: begin it with https:// or http://, and write the rest as it is`],
  ['a variable', 'https://${HOST}/x', `given: 'https://\${HOST}/x'; ${ALLOWED}; fix: begin it with https:// or http://, and write the rest as it is`],
])('a URL with %s is refused', (_, text, rest) => {
  expect(reading(() => LogDestination.loki({ url: text }))).toThrow(`invalid-destination: the URL of the destination cannot be used; ${rest}`);
});

test('credentials in a URL are refused, and not repeated in the message', () => {
  expect(reading(() => LogDestination.loki({ url: 'https://me:hunter2@loki.example.com' }))).toThrow(
    "literal-credential: the URL of the destination holds credentials, which everyone could read in the YAML; given: 'https://...@loki.example.com'; "
    + "fix: take them out, put them into a Secret, and give `auth: DestinationAuth.basic('user', SecretKey.of('my-secret', 'password'))`");
  expect(reading(() => LogDestination.http({ url: 'https://in.example.com/?api_key=abc' }))).toThrow(
    "literal-credential: the URL of the destination holds a credential, which everyone could read in the YAML; given: '?api_key=...'; "
    + 'fix: put it into a Secret and send it as a header: `secretHeaders`');
});

test.each([
  [{ Authorization: 'x' }, 'Authorization'],
  [{ 'X-Api-Key': 'x' }, 'X-Api-Key'],
  [{ 'X-Auth-Token': 'x' }, 'X-Auth-Token'],
  [{ 'X-Custom': 'Bearer abc' }, 'X-Custom'],
])('a credential among the headers is refused: %p', (headers, name) => {
  expect(reading(() => LogDestination.loki({ url, headers: headers as any }))).toThrow(
    `literal-credential: the header '${name}' carries a credential, which everyone could read in the YAML; given: headers: { '${name}': ... }; `
    + `fix: put the whole value into a Secret, and give \`secretHeaders: { '${name}': SecretKey.of('my-secret', 'header') }\``);
});

test.each<[string, () => LogDestination, string]>([
  ['settings for TLS without TLS', () => LogDestination.loki({ url: 'http://loki', tls: { insecureSkipVerify: true } }),
    "invalid-destination: the destination has settings for TLS, but its URL says that there is none; given: 'http://loki'; allowed: a URL that begins with https://; "
    + 'fix: write https://, or leave `tls` out'],
  ['a client certificate without its key', () => LogDestination.loki({ url, tls: { clientCertificate: SecretKey.of('tls', 'tls.crt') } }),
    'invalid-destination: a client certificate and its key come together; given: `clientCertificate` alone; fix: give both, or neither'],
  ['a header without a value', () => LogDestination.loki({ url, headers: { 'X-A': ' ' } }),
    "invalid-destination: the header 'X-A' cannot have this value; given: ' '; allowed: one line, without blanks at its ends; fix: trim the value"],
  ['a header with a bad name', () => LogDestination.loki({ url, headers: { 'X A:': 'x' } }),
    "invalid-destination: a header cannot have this name; given: 'X A:'; allowed: letters, digits and !#%&'*+-.^_`|~; fix: the value goes to the other side of the colon"],
  ['a header that is given twice', () => LogDestination.loki({ url, headers: { 'X-A': 'x' }, secretHeaders: { 'x-a': SecretKey.of('s', 'k') } }),
    "invalid-destination: a header has two values; given: 'x-a' in `headers` and in `secretHeaders`; fix: keep one of them"],
  ['a name that variables cannot have', () => LogDestination.loki({ url, name: '1st' }),
    "invalid-destination: a destination cannot have this name; given: '1st'; allowed: at most 63 lower case letters, digits and `-`, a letter first; "
    + 'fix: choose a short name: metrics and environment variables are named after it'],
  ['an index with capitals', () => LogDestination.elasticsearch({ url, index: SearchIndex.daily('Logs') }),
    "invalid-destination: index: an index cannot have this name; given: 'Logs'; allowed: at most 200 lower case letters, digits, `.`, `_` and `-`, a letter or digit first; "
    + 'fix: Elasticsearch and OpenSearch refuse other names: use a simple one'],
  ['a list of no inputs', () => LogDestination.stdout({ inputs: [] }),
    "invalid-destination: the destination 'stdout' takes the logs of no input; given: inputs: []; fix: leave `inputs` out for all"],
  ['half a retry', () => LogDestination.loki({ url, retry: RetryPolicy.times(0.5) }),
    'invalid-destination: retry: logs cannot be sent again this many times; given: 0.5; allowed: a whole number from 1; fix: use RetryPolicy.none() or RetryPolicy.unlimited()'],
  ['a path in place of a certificate', () => LogDestination.loki({ url, tls: { caCertificate: CaCertificate.pem('/etc/ssl/ca.crt') } }),
    "invalid-destination: tls.caCertificate: this is no certificate in PEM; given: '/etc/ssl/ca.crt'; "
    + 'allowed: blocks from `-----BEGIN CERTIFICATE-----` to `-----END CERTIFICATE-----`, without a private key; '
    + 'fix: give the text of the file, not its path; keys belong into a Secret'],
])('%s is refused', (_, make, message) => {
  expect(reading(make)).toThrow(message);
});

test('two destinations of one kind need names', () => {
  const destinations = [LogDestination.loki({ url }), LogDestination.loki({ url: 'https://other.example.com' })];
  expect(problemsOf({ destinations })).toEqual([
    "[test/logs] duplicate-log-name: two outputs have one name; given: 'loki'; fix: give one of them another `name`: metrics, credentials and positions are kept by it",
  ]);
  expect(problemsOf({ destinations: [destinations[0], LogDestination.loki({ url: 'https://other.example.com', name: 'other' })] })).toEqual([]);
});

test('a destination that asks for an input that is not there is refused', () => {
  expect(problemsOf({ destinations: [LogDestination.loki({ url, inputs: ['audit'] })] })).toEqual([
    "[test/logs] unmatched-log-route: the destination 'loki' asks for the logs of an input that the agent does not have; given: 'audit'; allowed: containers; "
    + 'fix: correct the name, or add the input',
  ]);
});

test.each<[string, LogDestination, string, string]>([
  ['compression', LogDestination.loki({ url, compression: LogCompression.ZSTD }), 'compression: zstd', 'gzip'],
  ['authentication', LogDestination.elasticsearch({ url, auth: DestinationAuth.bearer(SecretKey.of('s', 'k')) }), 'auth: bearer', 'basic, apiKey, aws, awsKeys'],
  ['an id from content in a data stream', LogDestination.elasticsearch({ url, idsFromContent: true }), 'idsFromContent: dataStream', 'daily, named'],
])('%s that the collector does not know is refused where it is given', (_, destination, given, allowed) => {
  const [found] = problemsOf({ destinations: [destination] });
  expect(found).toContain(`unsupported-by-collector: Fluent Bit cannot do this for the destination '${destination.name}'`);
  expect(found).toContain(`; given: ${given}; allowed: ${allowed}; `);
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
      "unsupported-by-collector: [test/logs] the destination 'loki' cannot have this: the label 'x' is taken from what is not known of the pods; "
      + 'allowed: LogMetadata.fromApi, fromKubelet; for names also fromFileName; fix: choose another `metadata`, or another value');
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
      tls: { caCertificate: CaCertificate.secret('ca', 'ca.crt'), clientCertificate: SecretKey.of('tls', 'tls.crt'), clientKey: SecretKey.of('tls', 'tls.key') },
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
  expect(pod.containers[0].volumeMounts).toContainEqual({ mountPath: '/fluent-bit/etc/tls/audit-loki', name: 'files-fluent-bit-etc-tls-audit-loki', readOnly: true });
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
    "invalid-name: a Secret cannot have this key; given: 'p@ss word'; allowed: letters, digits, `-`, `_` and `.`; "
    + 'fix: name the key, not the value: the value stays in the Secret');
});

test('certificates of authorities may be given as text or come from a ConfigMap', () => {
  const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----';
  const chart = testChart();
  agentOf({ destinations: [LogDestination.loki({ url, tls: { caCertificate: CaCertificate.pem(pem) } })] }, chart);
  expect(objectOf(chart, 'ConfigMap').data['ca.crt']).toBe(`${pem}\n`);
  expect(outputText(LogDestination.loki({ url, tls: { caCertificate: CaCertificate.fromConfigMap({ name: 'bundle' } as any, 'ca.crt') } })))
    .toContain('tls.ca_file: /fluent-bit/etc/tls/loki/ca.crt');
});
