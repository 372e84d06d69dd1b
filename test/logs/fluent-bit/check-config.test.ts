import { checkConfig, ConfigEnvironment, FluentBitConfig } from '../../../src/logs/fluent-bit/check-config';
import { errorLine } from '../../../src/private/agent-error';
import { refusal } from '../../support/refusal';

const RIGHT = {
  service: { 'flush': 1, 'storage.path': '/state/buffer' },
  parsers: [{ name: 'json', format: 'json' }],
  multiline_parsers: [],
  pipeline: {
    inputs: [{ name: 'tail', alias: 'containers', tag: 'kube.*', path: '/var/log/containers/*.log' }],
    filters: [],
    outputs: [{ name: 'loki', alias: 'loki', match: '*', host: 'loki' }],
  },
} satisfies FluentBitConfig;

function problemsOf(change: (config: any) => void, environment: Partial<ConfigEnvironment> = {}): string[] {
  const config = structuredClone(RIGHT);
  change(config);
  return checkConfig(config, { allowUnknownKeys: false, variables: new Set(['HOSTNAME', 'TOKEN']), ...environment }).map(
    problem => errorLine(problem),
  );
}

const input = (fields: object) => (config: any) => Object.assign(config.pipeline.inputs[0], fields);
const filter = (fields: object) => (config: any) => config.pipeline.filters.push({ match: '*', ...fields });
const output = (fields: object) => (config: any) => Object.assign(config.pipeline.outputs[0], fields);

test('a right configuration has no problems', () => {
  expect(problemsOf(() => undefined)).toEqual([]);
});

// `fluent-bit --dry-run` finds the first two of these, and next to nothing of the rest
test.each<[string, (config: any) => void, string]>([
  ['an unknown key of an input', input({ refresh_intervall: 5 }),
    refusal('invalid-collector-config', {
      given: "'refresh_intervall'", allowed: "'refresh_interval'", names: ['inputs[0]', '5.1', 'refresh_intervall'],
    })],
  ['an unknown key of an output', output({ lables: 'a=b' }),
    refusal('invalid-collector-config', { given: "'lables'", allowed: "'labels'", names: ['outputs[0]', '5.1'] })],
  ['an unknown key of the service', config => {config.service.log_levle = 'info';},
    refusal('invalid-collector-config', { given: "'log_levle'", allowed: "'log_level'", names: ['5.1', 'log_levle'] })],
  ['a key that is like no other', config => {config.service.retention = 'info';},
    refusal('invalid-collector-config', { given: "'retention'", names: ['5.1'] })],
  ['an unknown key of a processor', input({ processors: { logs: [{ name: 'content_modifier', actoin: 'upsert' }] } }),
    refusal('invalid-collector-config', { given: "'actoin'", allowed: "'action'", names: ['inputs[0].processors[0]', '5.1'] })],
  ['an unknown key of a parser', config => {config.parsers[0].time_fromat = '%s';},
    refusal('invalid-collector-config', { given: "'time_fromat'", allowed: "'time_format'", names: ['parsers[0]', '5.1', 'time_fromat'] })],
  ['a plugin without a name', filter({ alias: 'x' }),
    refusal('invalid-collector-config', { given: '`name` is missing', names: ['filters[0]'] })],
  ['a switch that is neither on nor off', input({ skip_long_lines: 'perhaps' }),
    refusal('invalid-collector-config', { given: "'perhaps'", allowed: 'true, false', names: ['inputs[0]', 'skip_long_lines'] })],
  ['a signature that the plugin would leave out', config => config.pipeline.outputs.push({ name: 'es', match: '*', aws_auth: true }),
    refusal('invalid-collector-config', { given: 'true', allowed: "'on', 'off'", names: ['outputs[1]', 'aws_auth', 'on'] })],
  ['TLS that would be off', output({ tls: 'maybe' }),
    refusal('invalid-collector-config', { given: "'maybe'", allowed: 'true, false', names: ['outputs[0]'] })],
  ['a misspelt plugin', config => config.pipeline.outputs.push({ name: 'lokii', match: '*' }),
    refusal('invalid-collector-config', { given: "'lokii'", allowed: "'loki'", names: ['outputs[1]', '5.1'] })],
  ['a misspelt processor', input({ processors: { logs: [{ name: 'content_modifer' }] } }),
    refusal('invalid-collector-config', {
      given: "'content_modifer'", allowed: "'content_modifier'", names: ['inputs[0].processors[0]', '5.1'],
    })],
  ['an entry that is no map', config => config.pipeline.filters.push('grep'),
    refusal('invalid-collector-config', { given: "'grep'", names: ['filters[0]'] })],
  ['nothing that is read', config => {config.pipeline.inputs = [];},
    refusal('unmatched-log-route', { given: '`inputs` is empty' })],
  ['a port that is a word', output({ port: 'https' }),
    refusal('invalid-collector-config', { given: "'https'", allowed: '1 to 65535', names: ['outputs[0]', '0'] })],
  ['a size that is a word', config => {config.service['storage.backlog.mem_limit'] = 'lots';},
    refusal('invalid-collector-config', { given: "'lots'", allowed: '5M, 512K, 1G', names: ['storage.backlog.mem_limit'] })],
  ['a rule that does not close', filter({ name: 'grep', regex: 'log (a|b' }),
    refusal('invalid-pattern', { given: "regex: '(a|b'", names: ['filters[0]'] })],
  ['a rule without a pattern', filter({ name: 'grep', exclude: 'log' }),
    refusal('invalid-collector-config', { given: "'log'", allowed: 'FIELD PATTERN', names: ['filters[0]'] })],
  ['a number of retries that becomes one', output({ retry_limit: 'forever' }),
    refusal('invalid-collector-config', { given: "'forever'", names: ['loki', '1', 'no_limits', 'no_retries', '1'] })],
  ['storage on disk without a path', config => {
    config.service['storage.path'] = '';
    input({ 'storage.type': 'filesystem' })(config);
  }, refusal('invalid-collector-config', { names: ['storage.type', 'containers', 'storage.path'] })],
  ['a parser that is not defined', input({ parser: 'nginx' }),
    refusal('undefined-parser', { given: "'nginx'", allowed: 'json', names: ['inputs[0]'] })],
  ['a multiline parser that is not defined', filter({ 'name': 'multiline', 'multiline.parser': 'java, php' }),
    refusal('undefined-parser', { given: "'php'", names: ['filters[0]', 'multiline.parser'] })],
  ['a pattern without a field', config => config.parsers.push({ name: 'kv', format: 'regex', regex: '^(a+)$' }),
    refusal('invalid-pattern', { given: "'^(a+)$'", names: ['kv'] })],
  ['a pattern that does not close', config => config.parsers.push({ name: 'kv', format: 'regex', regex: '^(?<a>\\w+' }),
    refusal('invalid-pattern', { given: "'^(?<a>\\w+'", names: ['kv'] })],
  ['a parser without a pattern', config => config.parsers.push({ name: 'kv', format: 'regex' }),
    refusal('invalid-collector-config', { given: 'format: regex', names: ['kv'] })],
  ['two outputs of one name', config => config.pipeline.outputs.push({ name: 'null', alias: 'loki', match: '*' }),
    refusal('duplicate-log-name', { given: "'loki'" })],
  ['two parsers of one name', config => config.parsers.push({ name: 'json', format: 'json' }),
    refusal('duplicate-log-name', { given: "'json'" })],
  ['two filters of one name', config => {
    filter({ name: 'grep', alias: 'x' })(config);
    filter({ name: 'grep', alias: 'x' })(config);
  }, refusal('duplicate-log-name', { given: "'x'" })],
  ['an output that matches nothing', output({ match: 'host.*' }),
    refusal('unmatched-log-route', { given: "'host.*'", names: ['loki'] })],
  ['an output that does not say what it matches', config => {delete config.pipeline.outputs[0].match;},
    refusal('unmatched-log-route', { given: '`match` is missing', names: ['loki'] })],
  ['a password', output({ http_passwd: 'hunter2' }),
    refusal('literal-credential', { given: 'http_passwd: ...', names: ['outputs[0]', 'http_passwd'] })],
  ['a header with a credential', output({ header: ['X-A b', 'Authorization Bearer abc'] }),
    refusal('literal-credential', { given: 'header: ...', names: ['outputs[0]'] })],
  ['a character that ends a line in YAML 1.1', output({ tenant_id: 'a\u2028b' }),
    refusal('invalid-collector-config', { given: 'U+2028' })],
  ['a variable that is not there', output({ host: '${LOKI_HOST}' }),
    refusal('undefined-config-variable', { given: '${LOKI_HOST}', allowed: 'HOSTNAME, TOKEN' })],
])('%s is found', (_, change, message) => {
  expect(problemsOf(change)).toEqual([message]);
});

test.each<[string, (config: any) => void, Partial<ConfigEnvironment>]>([
  ['keys of newer releases, where they are allowed', input({ brand_new: 1 }), { allowUnknownKeys: true }],
  ['plugins that are not known here', input({ name: 'my_plugin', whatever: 1 }), {}],
  ['keys of the network and of TLS', output({ 'net.keepalive': 'off', 'tls': 'on', 'tls.min_version': 'TLSv1.3', 'workers': 2 }), {}],
  ['keys in capitals', output({ HOST: 'x', Retry_Limit: 'False' }), {}],
  ['switches from variables', input({ skip_long_lines: '${TOKEN}' }), {}],
  ['prefixed keys', input({ Parser_1: 'json' }), {}],
  ['filters among the processors', input({ processors: { logs: [{ name: 'grep', regex: 'log x' }] } }), {}],
  ['a password from a variable', output({ http_passwd: '${TOKEN}', header: 'Authorization Bearer ${TOKEN}' }), {}],
  ['a variable with a default', output({ host: '${LOKI_HOST:-loki}' }), {}],
  ['any variable, where they cannot be known', output({ host: '${LOKI_HOST}' }), { variables: undefined }],
  ['tags that filters make', config => {
    filter({ name: 'rewrite_tag', rule: '$log x new.tag false' })(config);
    output({ match: 'new.*' })(config);
  }, {}],
  ['outputs by routes', config => {
    input({ routes: { logs: [] } })(config);
    delete config.pipeline.outputs[0].match;
  }, {}],
  ['an output by a pattern', config => {
    delete config.pipeline.outputs[0].match;
    output({ match_regex: '^kube' })(config);
  }, {}],
  ['multiline parsers that are defined', config => {
    config.multiline_parsers.push({ name: 'php', type: 'regex', rules: [] });
    filter({ 'name': 'multiline', 'multiline.parser': 'php' })(config);
  }, {}],
])('%s pass', (_, change, environment) => {
  expect(problemsOf(change, environment)).toEqual([]);
});

test.each<[string, object]>([
  ['in the query of a path', { uri: '/in?token=hunter2' }],
  ['in a URL', { proxy: 'http://user:hunter2@proxy:3128' }],
  ['behind a scheme, in a header of any name', { header: 'X-Any Bearer hunter2' }],
  ['as what a variable has where it is not set', { http_passwd: '${TOKEN:-hunter2}' }],
  ['in the address of a hook', { webhook: 'https://hooks.example.com/hunter2' }],
  ['as a private key', { 'rdkafka.ssl.key.pem': '-----BEGIN' }],
])('a credential is found %s', (_, fields) => {
  expect(problemsOf(output(fields), { allowUnknownKeys: true })).toEqual([expect.stringMatching(/^literal-credential:/)]);
});

test('what looks like a credential and is none passes', () => {
  const fields = { uri: '/in?source=node&tokenize=true', proxy: 'http://proxy:3128', header: 'X-Any bearer', http_passwd: '${TOKEN:-}' };
  expect(problemsOf(output(fields), { allowUnknownKeys: true })).toEqual([]);
});

test('a credential in a variable whose value stands in the YAML is one that everyone can read', () => {
  expect(problemsOf(output({ http_passwd: '${TOKEN}' }), { literals: new Set(['TOKEN']) })).toHaveLength(1);
});

test.each([1, 3100, '443', '65535', '${PORT}'])('%p is a port', port => {
  expect(problemsOf(output({ port }), { variables: new Set(['PORT']) })).toEqual([]);
});

test.each([0, 65536, '443/tcp', '', '-1', 4.5])('%p is none', port => {
  expect(problemsOf(output({ port }))).toHaveLength(1);
});

test.each<[string, unknown, boolean]>([
  ['storage.total_limit_size', '5M', true], ['storage.total_limit_size', '5mb', true], ['storage.total_limit_size', 'off', true],
  ['storage.total_limit_size', 1_000_000, true],
  ['storage.total_limit_size', '5 M', false], ['storage.total_limit_size', '5Mi', false], ['storage.total_limit_size', '5T', false],
  ['storage.total_limit_size', '1.5G', false],
])('%s: %p is a size: %p', (key, value, isSize) => {
  expect(problemsOf(output({ [key]: value }))).toHaveLength(isSize ? 0 : 1);
});

test.each<[object, number]>([
  [{ regex: 'log ^(GET|POST) ' }, 0], [{ regex: ['log a', '$kubernetes[\'labels\'][\'app\'] ^web$'] }, 0],
  [{ exclude: 'log /health(z)?/i' }, 0], [{ regex: 'log ${PATTERN}' }, 0],
  [{ regex: ['log a', 'log [a'] }, 1], [{ exclude: 'log *a' }, 1], [{ exclude: 'log ' }, 1],
])('grep %j: %i mistakes', (rules, count) => {
  expect(problemsOf(filter({ name: 'grep', ...rules }), { variables: new Set(['PATTERN']) })).toHaveLength(count);
});
