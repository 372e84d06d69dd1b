import { checkValue, isVariable, Setting } from './check-values';
import { keysOf, lookUp, parserKeys, pluginsOf, Section, SERVICE_KEYS } from './known-keys';
import { BUILT_IN_MULTILINE_PARSERS } from './parsers';
import { tagsMeet } from './tag-pattern';
import { quote } from '../../private/agent-error';
import { Finding, finding } from '../../private/finding';
import { nearest } from '../../private/nearest';
import { Wire } from '../../private/wire';
import { invalidPart } from '../private/config-findings';
import { holdsCredential, namesCredential, provesIdentity } from '../private/endpoint';
import { groupNames, patternProblem } from '../private/pattern';

/** A configuration in the spelling of Fluent Bit's YAML. */
export interface FluentBitConfig {
  readonly service: Wire;
  readonly parsers: Wire[];
  readonly multiline_parsers: Wire[];
  readonly pipeline: { readonly inputs: Wire[]; readonly filters: Wire[]; readonly outputs: Wire[] };
}

/** What the configuration meets in its container. */
export interface ConfigEnvironment {
  /** The names of the variables; undefined where they cannot be known. */
  readonly variables?: ReadonlySet<string>;
  /** Those whose value is in the YAML. */
  readonly literals?: ReadonlySet<string>;
  readonly allowUnknownKeys: boolean;
  /** Whether inputs are missing because they were refused. */
  readonly lacksInputs?: boolean;
}

/**
 * What is wrong with a configuration. `fluent-bit --dry-run` passes most of it; the start then fails, or the key is ignored, or nothing is
 * sent.
 */
export function checkConfig(config: FluentBitConfig, environment: ConfigEnvironment): Finding[] {
  const broken = checkShape(config);
  return broken.length > 0 ? broken : [
    ...checkKeys(config, environment.allowUnknownKeys),
    ...checkStorage(config),
    ...checkCharacters(config),
    ...checkParsers(config),
    ...checkNames(config),
    ...environment.lacksInputs ? [] : checkRoutes(config),
    ...checkRetries(config),
    ...checkCredentials(config, environment.literals ?? new Set()),
    ...checkVariables(config, environment.variables),
  ];
}

/** Entries of lists that are not maps, of which nothing else can be said. */
function checkShape({ parsers, multiline_parsers, pipeline }: FluentBitConfig): Finding[] {
  return Object.entries({
    parsers, multiline_parsers, ...pipeline,
  }).flatMap(([section, entries]) => entries.flatMap((entry: unknown, index) =>
    typeof entry === 'object' && entry !== null && !Array.isArray(entry) ? []
      : [invalidPart(`${section}[${index}]`, 'is not a map of keys', quote(entry), "write { name: 'PLUGIN', ... }")]));
}

/** A plugin where it stands. */
interface Entry {
  readonly section: Section;
  readonly where: string;
  readonly plugin: Wire;
}

function entriesOf({ pipeline }: FluentBitConfig): Entry[] {
  return (['inputs', 'filters', 'outputs'] as const).flatMap(section => pipeline[section].flatMap((plugin, index) => [
    { section, where: `${section}[${index}]${plugin.alias === undefined ? '' : ` (${plugin.alias})`}`, plugin },
    ...processorsOf(plugin).map((processor, at) => ({
      section: 'processors' as const, where: `${section}[${index}].processors[${at}]`, plugin: processor,
    })),
  ]));
}

function processorsOf(plugin: Wire): Wire[] {
  return Object.values((plugin.processors ?? {}) as { [signal: string]: Wire[] }).flat();
}

function checkKeys(config: FluentBitConfig, allowUnknown: boolean): Finding[] {
  const parts: Array<[where: string, map: Wire, keys: Set<string> | undefined]> = [
    ['service', config.service, SERVICE_KEYS],
    ...config.parsers.map((parser, index): [string, Wire, Set<string>] => [`parsers[${index}]`, parser, parserKeys(false)]),
    ...config.multiline_parsers.map((parser, index): [
      string, Wire, Set<string>,
    ] => [`multiline_parsers[${index}]`, parser, parserKeys(true)]),
    ...entriesOf(config).map(({ section, where, plugin }): [string, Wire, Set<string> | undefined] =>
      [where, plugin, typeof plugin.name === 'string'
        ? keysOf(section, plugin.name) ?? filterAsProcessor(section, plugin.name)
        : undefined]),
  ];
  return parts.flatMap(([where, map, keys]) => [
    ...where === 'service' || typeof map.name === 'string'
      ? []
      : [invalidPart(where, 'has no name', '`name` is missing', 'name the plugin or parser')],
    ...Object.entries(map).flatMap(([key, value]) => checkKey({ where, plugin: map.name, key, value }, keys, allowUnknown)),
  ]).concat(allowUnknown ? [] : entriesOf(config).flatMap(checkPlugin));
}

/** A plugin that is like a known one is misspelt; any other may be one of the image's own. */
function checkPlugin({ section, where, plugin: { name } }: Entry): Finding[] {
  const known = pluginsOf(section);
  const meant = typeof name !== 'string' || known.includes(name.toLowerCase()) ? undefined : nearest(name, known);
  return meant === undefined ? [] : [invalidPart(where, 'is a plugin that Fluent Bit 5.1 does not have', quote(name),
    `did you mean ${meant}? Where your image has it, set \`allowUnknownKeys\``, quote(meant))];
}

/** Filters may stand among the processors. */
function filterAsProcessor(section: Section, name: string): Set<string> | undefined {
  return section === 'processors' ? keysOf('filters', name) : undefined;
}

function checkKey(setting: Setting, keys: Set<string> | undefined, allowUnknown: boolean): Finding[] {
  const { where, key } = setting;
  const kind = keys && lookUp(keys, key);
  if (keys && kind === undefined && !allowUnknown) {
    const meant = nearest(key, [...keys].map(known => known.replace('?', '')));
    return [invalidPart(where, `has a key that Fluent Bit 5.1 does not know: ${key}`, quote(key),
      meant ? `did you mean ${meant}?` : 'remove it, or set `allowUnknownKeys` for a newer release', meant && quote(meant))];
  }
  return checkValue(setting, kind === 'switch');
}

function checkStorage({ service, pipeline }: FluentBitConfig): Finding[] {
  if (service['storage.path']) {return [];}
  return pipeline.inputs.filter(input => input['storage.type'] === 'filesystem').slice(0, 1).map(input => invalidPart(
    'service', 'keeps logs on disk and does not say where',
    `storage.type filesystem in the input '${input.alias ?? input.name}', no storage.path`,
    'leave `storage.path` as it is'));
}

/** Fluent Bit reads YAML 1.1, where more characters end a line than in the YAML that is written. */
function checkCharacters(config: FluentBitConfig): Finding[] {
  const [character] = /[\u0085\u2028\u2029]/.exec(JSON.stringify(config)) ?? [];
  return character === undefined ? [] : [invalidPart('a text', 'holds a character that ends a line in the YAML of Fluent Bit',
    `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`, 'remove it')];
}

function checkParsers(config: FluentBitConfig): Finding[] {
  const parsers = new Set(config.parsers.map(parser => parser.name));
  const multiline = new Set([...BUILT_IN_MULTILINE_PARSERS, ...config.multiline_parsers.map(parser => parser.name)]);
  const missing = (where: string, key: string, wanted: string, known: Set<string>): Finding[] => {
    if (isVariable(wanted) || known.has(wanted)) {return [];}
    return [finding({
      code: 'undefined-parser',
      what: `${where} refers to a parser that is not defined, by ${key}`,
      given: quote(wanted),
      allowed: [...known].sort().join(', ') || 'none is defined',
      fix: 'add it to `parsers` of LogCollector.fluentBit, or correct the name',
    })];
  };
  const lists = (value: unknown): string[] =>
    (Array.isArray(value) ? value : [value]).flatMap(text => String(text).split(',')).map(text => text.trim());
  const asked = [
    ...entriesOf(config), ...config.multiline_parsers.map(parser => ({ where: `the multiline parser '${parser.name}'`, plugin: parser })),
  ];
  return [
    ...asked.flatMap(({ where, plugin }) => Object.entries(plugin).flatMap(([key, value]) => {
      if (/^(parser|parser_\d+|parser_firstline|docker_mode_parser|regex_parser|merge_parser)$/i.test(key)) {
        return lists(value).flatMap(name => missing(where, key, name, parsers));
      }
      return key.toLowerCase() === 'multiline.parser' ? lists(value).flatMap(name => missing(where, key, name, multiline)) : [];
    })),
    ...config.parsers.flatMap(checkPattern),
  ];
}

function checkPattern(parser: Wire): Finding[] {
  if (parser.format !== 'regex' || typeof parser.regex !== 'string') {
    return parser.format === 'regex' ? [invalidPart(`the parser '${parser.name}'`, 'has no pattern', 'format: regex', 'add `regex`')] : [];
  }
  const problem = patternProblem(parser.regex) ?? (groupNames(parser.regex).length === 0 ? 'it names no field: (?<field>...)' : undefined);
  return problem === undefined ? [] : [finding({
    code: 'invalid-pattern',
    what: `the pattern of the parser '${parser.name}' is not usable: ${problem}`,
    given: quote(parser.regex),
    fix: 'correct the pattern: no line would be read by it',
  })];
}

/** Names that are there more than once. */
function twice(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

/** Metrics tell inputs and outputs apart by their aliases. */
function checkNames(config: FluentBitConfig): Finding[] {
  // filters are named after inputs, so two inputs of one name are one mistake
  const repeated = (section: 'inputs' | 'filters' | 'outputs') => {
    const names = config.pipeline[section].map(plugin => plugin.alias).filter(alias => alias !== undefined);
    return twice(names).map((name): Finding => finding({
      code: 'duplicate-log-name',
      what: `two ${section} have one name`,
      given: quote(name),
      fix: section === 'filters'
        ? 'give one of them another `alias`'
        : 'give one of them another `name`: metrics, credentials and positions are kept by it',
    }));
  };
  const inputs = repeated('inputs');
  const parsers = [
    config.parsers, config.multiline_parsers,
  ].flatMap(each => twice(each.map(({ name }) => name))).map((name): Finding => finding({
    code: 'duplicate-log-name',
    what: 'two parsers have one name, and Fluent Bit does not start with them',
    given: quote(name),
    fix: 'give one of them another name: `json` and `json-line` are those of the agent',
  }));
  return [...inputs, ...parsers, ...inputs.length > 0 ? [] : repeated('filters'), ...repeated('outputs')];
}

/** Tags that filters make are not known here, so with such a filter anything may match. */
function checkRoutes({ pipeline: { inputs, filters, outputs } }: FluentBitConfig): Finding[] {
  const free = filters.some(filter => /^(rewrite_tag|log_to_metrics|wasm)$/.test(filter.name)) || inputs.some(input => input.routes);
  const tags = inputs.map(input => String(input.tag ?? input.name));
  if (tags.length === 0) {
    return [finding({
      code: 'unmatched-log-route', what: 'the agent reads nothing', given: '`inputs` is empty',
      fix: 'leave `inputs` out for the logs of containers, or add one',
    })];
  }
  return [
    ...filters.map(plugin => ({ kind: 'filter', plugin })), ...outputs.map(plugin => ({ kind: 'output', plugin })),
  ].flatMap(({ kind, plugin }) => {
    const name = plugin.alias ?? plugin.name;
    if (plugin.match === undefined && plugin.match_regex === undefined) {
      return free && kind === 'output'
        ? []
        : [unmatched(`the ${kind} '${name}' does not say what it matches, and so matches nothing`, '`match` is missing', tags)];
    }
    const pattern = plugin.match;
    return free || pattern === undefined || isVariable(pattern) || tags.some(tag => tagsMeet(String(pattern), tag))
      ? [] : [unmatched(`the ${kind} '${name}' matches no input`, quote(pattern), tags)];
  });
}

function unmatched(what: string, given: string, tags: string[]): Finding {
  return finding({
    code: 'unmatched-log-route', what, given, allowed: `a pattern that matches one of the tags ${tags.join(', ')}`,
    fix: 'match `*` for everything',
  });
}

function checkRetries({ pipeline }: FluentBitConfig): Finding[] {
  return pipeline.outputs.filter(({ retry_limit: limit }) => limit !== undefined && !isVariable(limit)
    && !/^(no_limits|no_retries|false|off|[1-9]\d*)$/i.test(String(limit)))
    .map(output => invalidPart(`the output '${output.alias ?? output.name}'`, 'has a limit of retries that becomes '
      + '1', quote(output.retry_limit),
    'write one of those', 'no_limits, no_retries, or a number from 1'));
}

/** Keys of all plugins that hold what nobody may read. */
const SECRET_KEY = /(^|[_.])(passwd|password|passphrase|secret|api_?key|shared_key|license_key|splunk_token|bearer_token|cloud_auth|sas_token|key_passwd|client_secret|access_key|account_key|auth_token|http_token|webhook|key\.pem)$/i;

function checkCredentials(config: FluentBitConfig, literals: ReadonlySet<string>): Finding[] {
  return entriesOf(config).flatMap(({ where, plugin }) => Object.entries(plugin)
    .filter(([key, value]) => SECRET_KEY.test(key) || holdsCredential(value) ? isReadable(value, literals)
      : key.toLowerCase() === 'header' && hasCredential(value, literals))
    .map(([key]): Finding => finding({
      code: 'literal-credential',
      what: `${where} holds a credential in ${key}, which everyone could read in the YAML`,
      given: `${key}: ...`,
      allowed: 'a variable of the environment that comes from a Secret: ${NAME}',
      fix: "put it into a Secret, and add `agent.container.addEnv('NAME', EnvValue.secret('my-secret', 'key'))`",
    })));
}

function hasCredential(value: unknown, literals: ReadonlySet<string>): boolean {
  return (Array.isArray(value) ? value : [value]).some(header => {
    const [, name, rest] = /^\s*(\S+)\s+(.*)$/.exec(String(header)) ?? [];
    return name !== undefined && (namesCredential(name) || provesIdentity(rest)) && isReadable(rest, literals);
  });
}

/** Whether a value is in the YAML, here or as the value of a variable. */
function isReadable(value: unknown, literals: ReadonlySet<string>): boolean {
  if (typeof value !== 'string' || value === '') {return false;}
  const names = variablesIn(value);
  return names.length === 0 || names.some(({ name, hasDefault }) => hasDefault || literals.has(name));
}

/** As Fluent Bit finds them: up to the first `}`. */
function variablesIn(text: string): { readonly name: string; readonly hasDefault: boolean }[] {
  const found: { name: string; hasDefault: boolean }[] = [];
  for (let start = text.indexOf('${'), end = text.indexOf(
    '}', start,
  ); start !== -1 && end !== -1; start = text.indexOf('${', end), end = text.indexOf('}', start)) {
    const [name, ...rest] = text.slice(start + 2, end).split(':-');
    if (name !== '') {found.push({ name, hasDefault: rest.join('') !== '' });}
  }
  return found;
}

/** A variable that is not there becomes nothing. */
function checkVariables(config: FluentBitConfig, variables: ReadonlySet<string> | undefined): Finding[] {
  if (variables === undefined) {return [];}
  const text = JSON.stringify(config);
  if (!text.includes('${')) {return [];}
  const missing = [
    ...new Set(variablesIn(text).filter(({ name, hasDefault }) => !hasDefault && !variables.has(name)).map(({ name }) => name)),
  ];
  return missing.map((name): Finding => finding({
    code: 'undefined-config-variable',
    what: 'the configuration of Fluent Bit refers to a variable that the container does not have',
    given: `\${${name}}`,
    allowed: [...variables].sort().join(', '),
    fix: `add it: agent.container.addEnv('${name}', ...)`,
  }));
}
