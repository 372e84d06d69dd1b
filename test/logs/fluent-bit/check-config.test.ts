import { checkConfig, ConfigEnvironment, FluentBitConfig } from '../../../src/logs/fluent-bit/check-config';
import { errorLine } from '../../../src/private/agent-error';

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
  return checkConfig(config, { allowUnknownKeys: false, variables: new Set(['HOSTNAME', 'TOKEN']), ...environment }).map(problem => errorLine(problem));
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
    "invalid-collector-config: inputs[0] (containers) has a key that Fluent Bit 5.1 does not know: refresh_intervall; given: 'refresh_intervall'; "
    + "allowed: 'refresh_interval'; fix: did you mean refresh_interval?"],
  ['an unknown key of an output', output({ lables: 'a=b' }),
    "invalid-collector-config: outputs[0] (loki) has a key that Fluent Bit 5.1 does not know: lables; given: 'lables'; allowed: 'labels'; fix: did you mean labels?"],
  ['an unknown key of the service', config => {config.service.log_levle = 'info';},
    "invalid-collector-config: service has a key that Fluent Bit 5.1 does not know: log_levle; given: 'log_levle'; allowed: 'log_level'; fix: did you mean log_level?"],
  ['a key that is like no other', config => {config.service.retention = 'info';},
    "invalid-collector-config: service has a key that Fluent Bit 5.1 does not know: retention; given: 'retention'; "
    + 'fix: remove it, or set `allowUnknownKeys` for a newer release'],
  ['an unknown key of a processor', input({ processors: { logs: [{ name: 'content_modifier', actoin: 'upsert' }] } }),
    "invalid-collector-config: inputs[0].processors[0] has a key that Fluent Bit 5.1 does not know: actoin; given: 'actoin'; allowed: 'action'; fix: did you mean action?"],
  ['an unknown key of a parser', config => {config.parsers[0].time_fromat = '%s';},
    "invalid-collector-config: parsers[0] has a key that Fluent Bit 5.1 does not know: time_fromat; given: 'time_fromat'; "
    + "allowed: 'time_format'; fix: did you mean time_format?"],
  ['a plugin without a name', filter({ alias: 'x' }),
    'invalid-collector-config: filters[0] (x) has no name; given: `name` is missing; fix: name the plugin or parser'],
  ['a switch that is neither on nor off', input({ skip_long_lines: 'perhaps' }),
    "invalid-collector-config: inputs[0] (containers) has a switch that is neither on nor off: skip_long_lines; given: 'perhaps'; allowed: true, false; fix: write true or false"],
  ['a signature that the plugin would leave out', config => config.pipeline.outputs.push({ name: 'es', match: '*', aws_auth: true }),
    "invalid-collector-config: outputs[1] would not be signed: the plugin compares aws_auth with the text `on`; given: true; allowed: 'on', 'off'; fix: write aws_auth: 'on'"],
  ['TLS that would be off', output({ tls: 'maybe' }),
    "invalid-collector-config: outputs[0] (loki) has a switch that is neither on nor off: tls; given: 'maybe'; allowed: true, false; fix: write true or false"],
  ['a misspelt plugin', config => config.pipeline.outputs.push({ name: 'lokii', match: '*' }),
    "invalid-collector-config: outputs[1] is a plugin that Fluent Bit 5.1 does not have; given: 'lokii'; allowed: 'loki'; "
    + 'fix: did you mean loki? Where your image has it, set `allowUnknownKeys`'],
  ['a misspelt processor', input({ processors: { logs: [{ name: 'content_modifer' }] } }),
    "invalid-collector-config: inputs[0].processors[0] is a plugin that Fluent Bit 5.1 does not have; given: 'content_modifer'; allowed: 'content_modifier'; "
    + 'fix: did you mean content_modifier? Where your image has it, set `allowUnknownKeys`'],
  ['an entry that is no map', config => config.pipeline.filters.push('grep'),
    "invalid-collector-config: filters[0] is not a map of keys; given: 'grep'; fix: write { name: 'PLUGIN', ... }"],
  ['nothing that is read', config => {config.pipeline.inputs = [];},
    'unmatched-log-route: the agent reads nothing; given: `inputs` is empty; fix: leave `inputs` out for the logs of containers, or add one'],
  ['a number of retries that becomes one', output({ retry_limit: 'forever' }),
    "invalid-collector-config: the output 'loki' has a limit of retries that becomes 1; given: 'forever'; allowed: no_limits, no_retries, or a number from 1; "
    + 'fix: write one of those'],
  ['storage on disk without a path', config => {
    config.service['storage.path'] = '';
    input({ 'storage.type': 'filesystem' })(config);
  }, "invalid-collector-config: service keeps logs on disk and does not say where; given: storage.type filesystem in the input 'containers', no storage.path; "
    + 'fix: leave `storage.path` as it is'],
  ['a parser that is not defined', input({ parser: 'nginx' }),
    "undefined-parser: inputs[0] (containers) refers to a parser that is not defined, by parser; given: 'nginx'; allowed: json; "
    + 'fix: add it to `parsers` of LogCollector.fluentBit, or correct the name'],
  ['a multiline parser that is not defined', filter({ 'name': 'multiline', 'multiline.parser': 'java, php' }),
    "undefined-parser: filters[0] refers to a parser that is not defined, by multiline.parser; given: 'php'; allowed: cri, docker, go, java, python, ruby; "
    + 'fix: add it to `parsers` of LogCollector.fluentBit, or correct the name'],
  ['a pattern without a field', config => config.parsers.push({ name: 'kv', format: 'regex', regex: '^(a+)$' }),
    "invalid-pattern: the pattern of the parser 'kv' is not usable: it names no field: (?<field>...); given: '^(a+)$'; fix: correct the pattern: no line would be read by it"],
  ['a pattern that does not close', config => config.parsers.push({ name: 'kv', format: 'regex', regex: '^(?<a>\\w+' }),
    "invalid-pattern: the pattern of the parser 'kv' is not usable: unterminated group; given: '^(?<a>\\w+'; fix: correct the pattern: no line would be read by it"],
  ['a parser without a pattern', config => config.parsers.push({ name: 'kv', format: 'regex' }),
    "invalid-collector-config: the parser 'kv' has no pattern; given: format: regex; fix: add `regex`"],
  ['two outputs of one name', config => config.pipeline.outputs.push({ name: 'null', alias: 'loki', match: '*' }),
    "duplicate-log-name: two outputs have one name; given: 'loki'; fix: give one of them another `name`: metrics, credentials and positions are kept by it"],
  ['two parsers of one name', config => config.parsers.push({ name: 'json', format: 'json' }),
    "duplicate-log-name: two parsers have one name, and Fluent Bit does not start with them; given: 'json'; "
    + 'fix: give one of them another name: `json` and `json-line` are those of the agent'],
  ['two filters of one name', config => {
    filter({ name: 'grep', alias: 'x' })(config);
    filter({ name: 'grep', alias: 'x' })(config);
  }, "duplicate-log-name: two filters have one name; given: 'x'; fix: give one of them another `alias`"],
  ['an output that matches nothing', output({ match: 'host.*' }),
    "unmatched-log-route: the output 'loki' matches no input; given: 'host.*'; allowed: a pattern that matches one of the tags kube.*; fix: match `*` for everything"],
  ['an output that does not say what it matches', config => {delete config.pipeline.outputs[0].match;},
    "unmatched-log-route: the output 'loki' does not say what it matches, and so matches nothing; given: `match` is missing; "
    + 'allowed: a pattern that matches one of the tags kube.*; fix: match `*` for everything'],
  ['a password', output({ http_passwd: 'hunter2' }),
    'literal-credential: outputs[0] (loki) holds a credential in http_passwd, which everyone could read in the YAML; given: http_passwd: ...; '
    + 'allowed: a variable of the environment that comes from a Secret: ${NAME}; '
    + "fix: put it into a Secret, and add `agent.container.addEnv('NAME', EnvValue.secret('my-secret', 'key'))`"],
  ['a header with a credential', output({ header: ['X-A b', 'Authorization Bearer abc'] }),
    'literal-credential: outputs[0] (loki) holds a credential in header, which everyone could read in the YAML; given: header: ...; '
    + 'allowed: a variable of the environment that comes from a Secret: ${NAME}; '
    + "fix: put it into a Secret, and add `agent.container.addEnv('NAME', EnvValue.secret('my-secret', 'key'))`"],
  ['a character that ends a line in YAML 1.1', output({ tenant_id: 'a\u2028b' }),
    'invalid-collector-config: a text holds a character that ends a line in the YAML of Fluent Bit; given: U+2028; fix: remove it'],
  ['a variable that is not there', output({ host: '${LOKI_HOST}' }),
    'undefined-config-variable: the configuration of Fluent Bit refers to a variable that the container does not have; given: ${LOKI_HOST}; allowed: HOSTNAME, TOKEN; '
    + "fix: add it: agent.container.addEnv('LOKI_HOST', ...)"],
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
