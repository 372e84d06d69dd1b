import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { secretInConfig } from '../../../src/checks/rules/secret-in-config';
import type { Wire } from '../../../src/private/wire';

const configMap = (text: string, key: string = 'agent.conf'): Wire => ({
  apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'agent' }, data: { [key]: text },
});
// put together here, so that no scanner takes this file for a leak
const join = (...parts: string[]) => parts.join('');
const PEM = `-----BEGIN ${'RSA '}PRIVATE KEY-----\n${'MIIEpAIBAAKCAQEA'.repeat(4)}\n`;
const JWT = ['eyJhbGciOiJSUzI1NiJ9', 'eyJzdWIiOiJhZ2VudCJ9', 'c2lnbmF0dXJlLW9mLXRoZS10b2tlbg'].join('.');
const DRAWN = 'a8f5f167f44f4964e6c998dee827110c';

test.each([
  PEM, PEM.replace(/\n/g, '\\n'), `key: ${JWT}`, join('token ghp_', 'x1Y2'.repeat(9)), join('glpat-', 'a1B2'.repeat(5)),
  join('https://hooks.slack.com/services/', 'T00AAAA11/B00BBBB22/', 'c3D4'.repeat(6)),
  join('AIza', 'Sy1_-'.repeat(7)), `DefaultEndpointsProtocol=https;AccountKey=${'Ab3+'.repeat(21)}ab==`,
])('the form of a credential leaves no doubt: %#', text => {
  expect(foundBy(secretInConfig, configMap(text))).toEqual([expect.stringMatching(/^error agent data\['agent\.conf'\] /)]);
  expect(foundBy(secretInConfig, daemonSet({}, { env: [{ name: 'X', value: text }] }))).toEqual([
    expect.stringMatching(/^error agent containers\[0\]\.env\[0\]\.value/),
  ]);
  expect(foundBy(secretInConfig, daemonSet({}, { args: [text] }))).toEqual([
    expect.stringMatching(/^error agent containers\[0\]\.args\[0\]/),
  ]);
});

test.each([
  'password: kingfisher', 'http_passwd = k1ngfisher!', '    Http_Passwd  k1ngfisher', '{"user":"a","password":"kingfisher"}',
  "db.password='king fisher'", `api_key: ${DRAWN}`,
  `apiKey: "${DRAWN}"`, `- token: "${DRAWN}"`, `splunk_token = "${'0f3b2a1c-1111-4222-8333-444455556666'}"`,
  `Authorization: Bearer ${DRAWN}`, `header = "Authorization: Basic ${DRAWN}"`,
  'url: https://elastic:kingfisher@es.example.org:9200/_bulk', `AWS_SECRET_ACCESS_KEY=${'wJalrX3tnF3MIK7MDENGb'}`,
])('a literal value under the name of a credential: %s', text => {
  expect(foundBy(secretInConfig, configMap(`level: info\n${text}\n`))).toEqual([expect.stringMatching(/^warning agent .*line 2\)$/)]);
});

test.each([
  'password: ${ES_PASSWORD}', 'password: $ES_PASSWORD', 'password = "$(ES_PASSWORD)"', 'password: {{ .Values.password }}',
  'password: <password>', 'password: ""', 'password:', 'password: null',
  'password: ENC[es_password]', 'password = "SECRET[vault.password]"', 'password: your-password', 'password: changeme',
  'password: xxxxxxxx', 'password: "***"', 'password: true',
  'password_file: /etc/agent/password', 'password: /etc/agent/password',
  'bearer_token_file: /var/run/secrets/kubernetes.io/serviceaccount/token', 'secretName: agent-credentials-2024',
  'tls_secret: agent-tls-2024-01-a', 'token: kubernetes', 'tokenizer: standard', 'token: "+"', 'token_ttl: 3600',
  'api_key_header: X-Api-Key', '# password: kingfisher', '// password: kingfisher',
  '; password = kingfisher', 'The password is asked for at the prompt', 'password required for this user', 'auth: basic',
  'access_key_id: AKIAIOSFODNN7EXAMPLE', 'url: https://${USER}:${PASS}@es:9200',
  'url: https://es.example.org:9200/path', 'image: registry.example.org:5000/agent@sha256:abc', 'key: kubernetes.io/hostname',
  'private_key_path: /etc/tls/tls.key', '-----BEGIN CERTIFICATE-----',
  '-----BEGIN PRIVATE KEY-----\n${TLS_KEY}', 'if password == "" then fail("password is empty") end', 'token = os.getenv("API_TOKEN")',
])('is nothing: %s', text => {
  expect(foundBy(secretInConfig, configMap(text))).toEqual([]);
});

test.each<[Wire, string[]]>([
  [{ env: [{ name: 'DB_PASSWORD', value: 'kingfisher' }] }, ['warning agent containers[0].env[0].value (DB_PASSWORD)']],
  [{
    env: [
      { name: 'DB_PASSWORD', value: '$(OTHER)' }, { name: 'PWD', value: 'kingfisher' }, { name: 'TOKEN_FILE', value: DRAWN },
      { name: 'API_TOKEN', value: 'agent' },
    ],
  }, []],
  [{ env: [{ name: 'REDIS_URL', value: 'redis://:kingfisher@redis:6379' }] }, ['warning agent containers[0].env[0].value (REDIS_URL)']],
  [{ args: ['--password=kingfisher'] }, ['warning agent containers[0].args[0] (--password)']],
  [{ args: ['--api-key', DRAWN, '--password', '--verbose', '--token=$(TOKEN)'] }, ['warning agent containers[0].args[0] (--api-key)']],
  [{ command: ['agent', 'https://user:kingfisher@example.org/x'] }, ['warning agent containers[0].command[1] (the password of a URL)']],
])('in a container: %j', (container, expected) => {
  expect(foundBy(secretInConfig, daemonSet({}, container))).toEqual(expected);
});

test('a key of a ConfigMap can be the name', () => {
  expect(foundBy(secretInConfig, configMap('kingfisher', 'db-password'))).toEqual([
    "warning agent data['db-password'] (db-password, line 1)",
  ]);
});

test('no finding shows the credential', () => {
  const objects = [
    configMap(`password: kingfisher\n${PEM}\nurl: https://a:kingfisher@b`),
    daemonSet({}, { args: ['--password=kingfisher'], env: [{ name: 'PASSWORD', value: 'kingfisher' }] }),
  ];
  const lines = foundBy(secretInConfig, ...objects);
  expect(lines).toHaveLength(5);
  expect(lines.join()).not.toMatch(/kingfisher|MIIE/);
});

test('a large text takes a moment', () => {
  const text = 'password: ${A}\nkey = value and some words\n'.repeat(20_000);
  const started = process.hrtime.bigint();
  expect(foundBy(secretInConfig, configMap(text))).toEqual([]);
  expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(2000);
});
