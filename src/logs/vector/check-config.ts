import { VectorConfig } from './config';
import { unconfinedTemplates } from './confinement';
import { componentProblems, componentsIn, ComponentSection, globalProblems, isKnownComponent, OptionProblem } from './options';
import { VectorRelease } from './releases';
import { SECRET } from './yaml';
import { quote } from '../../private/agent-error';
import { Finding, finding } from '../../private/finding';
import { nearest } from '../../private/nearest';
import { Wire } from '../../private/wire';
import { invalidPart } from '../private/config-findings';
import { holdsCredential, namesCredential, provesIdentity } from '../private/endpoint';
import { TextAt, textsIn } from '../private/texts-in';

/** What a configuration meets in its container, and how it came about. */
export interface ConfigEnvironment {
  readonly release: VectorRelease;
  readonly image: string;
  /** The ids of all components, also of those that others of the same id replaced. */
  readonly ids: readonly string[];
  readonly readsJournal: boolean;
  readonly allowUnknownKeys: boolean;
  /** The components that were written in the spelling of Vector. Of the others the agent says itself where they have no input. */
  readonly own: readonly string[];
  /** The components that settings were laid upon, or `global`. */
  readonly overridden: readonly string[];
  /** What was written in the spelling of Vector: there `${NAME}` was meant as a variable. */
  readonly raw: unknown;
  /** Whether Vector replaces variables of the environment. */
  readonly interpolates: boolean;
  /** The names of the variables of the container; undefined where they cannot be known. */
  readonly variables?: ReadonlySet<string>;
  /** Whether inputs are missing because they were refused. */
  readonly lacksInputs: boolean;
}

/**
 * What is wrong with a configuration, much of which `vector validate` passes where it has no environment, or finds at the start on every
 * node.
 */
export function checkConfig(config: VectorConfig, environment: ConfigEnvironment): Finding[] {
  const components = componentsOf(config);
  const repeated = checkIds(environment.ids);
  return [
    ...repeated,
    ...checkOverrides(components, environment.overridden),
    ...components.flatMap(component => checkComponent(component, environment)),
    ...globalProblems(config.global).flatMap(problem => optionFinding('the configuration', problem, environment)),
    ...repeated.length > 0 ? [] : checkInputs(components, environment),
    ...components.flatMap(checkBuffer),
    ...environment.release.confinesTemplates ? components.flatMap(checkTemplates) : [],
    ...checkSecrets(config),
    ...checkVariables(environment),
    ...components.flatMap(checkMeaning),
    ...checkJournal(config, environment),
  ];
}

/** A component where it stands. */
interface Component {
  readonly section: ComponentSection;
  readonly id: string;
  readonly where: string;
  readonly wire: Wire;
}

function componentsOf(config: VectorConfig): Component[] {
  return (['sources', 'transforms', 'sinks'] as const).flatMap(section => Object.entries(config[section])
    .map(([id, wire]) => ({ section, id, where: `${section}.${id}`, wire })));
}

function checkIds(ids: readonly string[]): Finding[] {
  const repeated = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
  // transforms are named after inputs and destinations, so two of one name are one mistake
  return repeated.filter(id => !repeated.some(other => id.startsWith(`${other}-`))).map((id): Finding => finding({
    code: 'duplicate-log-name',
    what: 'two components of Vector have one id, and the first of them would be lost',
    given: quote(id),
    fix: 'give the input, destination or component another name: `metrics` and `internal-metrics` are those of the agent',
  }));
}

function checkOverrides(components: readonly Component[], overridden: readonly string[]): Finding[] {
  const known = ['global', ...new Set(components.map(({ id }) => id))];
  return overridden.filter(id => !known.includes(id))
    .map(id => invalidPart('settings', 'are laid upon a component that is not there', quote(id), 'correct the id', known.join(', ')));
}

function checkComponent({ section, where, wire }: Component, environment: ConfigEnvironment): Finding[] {
  if (typeof wire !== 'object' || wire === null || typeof wire.type !== 'string') {
    return [invalidPart(where, 'has no type', '`type` is missing', 'name the type of the component')];
  }
  if (!isKnownComponent(section, wire.type)) {
    const known = componentsIn(section);
    const meant = nearest(wire.type, known);
    return environment.allowUnknownKeys ? [] : [invalidPart(where, 'has a type that is not known here', quote(wire.type),
      meant ? `did you mean ${meant}?` : 'correct it, or set `allowUnknownKeys` where your image knows it', known.join(', '))];
  }
  return [
    ...componentProblems(section, wire).flatMap(problem => optionFinding(where, problem, environment)),
    ...unknownToRelease(section, wire, environment.release).map(key => invalidPart(
      where, `has an option that Vector ${environment.release.version} does not know`, key, 'leave it out, or use 0.57')),
  ];
}

function optionFinding(
  where: string, { path, what, given, allowed, meant }: OptionProblem, { allowUnknownKeys }: ConfigEnvironment,
): Finding[] {
  const option = path.join('.');
  switch (what) {
    case 'unknown': return allowUnknownKeys ? [] : [invalidPart(where, 'has an option that Vector 0.57 does not know: '
      + `${option}`, quote(given),
    meant ? `did you mean ${meant}?` : 'remove it, or set `allowUnknownKeys` where your image knows it', allowed)];
    case 'missing': return [invalidPart(where, `lacks an option that Vector does not start without: ${option}`, given, `add ${option}`)];
    case 'type': return [invalidPart(where, `has an option that cannot have this value: ${option}`, given, 'write one of those', allowed)];
  }
}

/** Options of 0.57 that an older release refuses. */
function unknownToRelease(section: ComponentSection, wire: Wire, { unknownKeys }: VectorRelease): string[] {
  return unknownKeys.filter(path => {
    const [inSection, type, ...keys] = path.split('.');
    const isMeant = inSection === section && (type === '*' || type === wire.type);
    return isMeant && keys.reduce<any>((value, key) => value?.[key], wire) !== undefined;
  }).map(path => path.split('.').slice(2).join('.'));
}

/** An input is the id of a source or transform, one of its outputs (`ID.OUTPUT`), or a pattern for ids. */
function checkInputs(components: readonly Component[], { own, lacksInputs }: ConfigEnvironment): Finding[] {
  const known = components.filter(({ section }) => section !== 'sinks').map(({ id }) => id);
  return components.filter(({ section }) => section !== 'sources').flatMap(({ where, id, wire }) => {
    const inputs: unknown[] = Array.isArray(wire.inputs) ? wire.inputs : [];
    if (inputs.length === 0) {
      // of destinations without an input that they ask for, or that was refused, there is another finding
      const isTold = lacksInputs
        || !own.includes(id) && components.some(({ section, wire: { type } }) => section === 'sources' && type !== 'internal_metrics');
      return isTold ? [] : [unmatched(`${where} has no input, and gets nothing`, '`inputs` is empty', known)];
    }
    return inputs.filter(input => !known.some(each => each !== id && meets(String(input), each)))
      .map(input => unmatched(`${where} takes the logs of a component that is not there`, quote(String(input)), known));
  });
}

function meets(input: string, id: string): boolean {
  if (input === id || input.startsWith(`${id}.`)) {return true;}
  const pattern = input.split('*').map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*');
  return input.includes('*') && new RegExp(`^${pattern}$`).test(id);
}

function unmatched(what: string, given: string, known: readonly string[]): Finding {
  const fix = 'name a source or transform that the configuration has';
  return finding({ code: 'unmatched-log-route', what, given, allowed: known.join(', '), fix });
}

function checkBuffer({ where, wire }: Component): Finding[] {
  const { type, max_size: size } = (wire?.buffer ?? {}) as Wire;
  return type !== 'disk' || Number.isInteger(size) && size >= 268_435_488 ? [] : [invalidPart(
    where, 'has a buffer on the disk that Vector refuses', `max_size: ${size}`,
    'give it at least 268435488 bytes: two data files and a ledger', 'at least 268435488')];
}

function checkTemplates({ where, wire }: Component): Finding[] {
  return unconfinedTemplates(wire).map(({ option, text }) => invalidPart(
    where, `has a template that begins with a field of the record, and Vector 0.57 does not start with it: ${option}`, quote(text),
    'put fixed text before the field; where the field cannot lead the logs elsewhere, set '
      + '`dangerously_allow_unconfined_template_resolution`', "fixed text first: 'logs-{{ field }}'"));
}

/** Keys of all components that hold what nobody may read. */
const SECRET_KEYS = [
  'access_key', 'api_key', 'auth_token', 'authorization', 'connection_string', 'default_api_key', 'default_token', 'key_pass',
  'license_key',
  'password', 'secret_access_key', 'session_token', 'token',
];

function checkSecrets({ global, ...sections }: VectorConfig): Finding[] {
  const backends = Object.keys(global.secret ?? {});
  const used = [...JSON.stringify(sections).matchAll(/SECRET\[(\w+)\.[\w./-]+\]/g)].map(([, backend]) => backend);
  const missing = [...new Set(used)].filter(name => !backends.includes(name));
  return [
    ...missing.map(name => invalidPart(
      'a credential', 'comes from a backend that is not there', `SECRET[${name}. ...]`,
      'add it to `global: { secret: ... }` of `extraConfig`', backends.join(', ') || 'none')),
    ...textsIn({ global, ...sections }).filter(isReadableCredential).map(({ path }): Finding => finding({
      code: 'literal-credential',
      what: `${path.join('.')} holds a credential, which everyone could read in the YAML`,
      given: `${path[path.length - 1]}: ...`,
      allowed: 'SECRET[BACKEND.KEY]',
      fix: 'mount a Secret as files (`AgentFile.secret`), and name their directory in '
        + "`global: { secret: { mine: { type: 'directory', path: '...' } } }` of `extraConfig`",
    })),
  ];
}

function isReadableCredential({ text, path }: TextAt): boolean {
  const key = (path[path.length - 1] ?? '').toLowerCase();
  const isHeader = path[path.length - 2] === 'headers' && (namesCredential(key) || provesIdentity(text));
  const isProof = path[path.length - 2] === 'auth' && key === 'value';
  return (SECRET_KEYS.includes(key) || SECRET_PROPERTY.test(key) || isHeader || isProof || holdsCredential(text)
    || /^[a-z]+:\/\/[^/\s@]+@/.test(text))
    && !SECRET.test(text) && text !== '' && !text.startsWith('{{');
}

/** Of the client of Kafka. */
const SECRET_PROPERTY = /\.(password|secret|pem)$/;

/** `${NAME}`, and `$NAME` as a whole text: part of a text it is not meant as a variable by everybody. */
const VARIABLE = /\$\{([\w.]+)([^}]*)\}|^\$([A-Z_][A-Z0-9_]*)$/g;

function checkVariables({ raw, interpolates, variables }: ConfigEnvironment): Finding[] {
  const named = textsIn(raw).flatMap(({ text, path }) => [...text.matchAll(VARIABLE)]
    .map(([
      variable, braced, otherwise = '', plain,
    ]) => ({ variable, name: braced ?? plain, hasDefault: otherwise !== '', where: path.join('.') })));
  const missing = named.filter(({ name, hasDefault }) => !hasDefault && variables?.has(name) === false);
  return interpolates ? missing.map(({ variable, name, where }) => finding({
    code: 'undefined-config-variable',
    what: `${where} refers to a variable that the container does not have`,
    given: variable,
    allowed: [...variables!].sort().join(', '),
    fix: `add it: agent.container.addEnv('${name}', ...)`,
  })) : named.map(({ variable, where }) => finding({
    code: 'undefined-config-variable',
    what: `${where} refers to a variable, which Vector does not replace`,
    given: variable,
    allowed: 'a text, or SECRET[BACKEND.KEY]',
    fix: 'write the value, or, for a credential, SECRET[...]; VECTOR_DANGEROUSLY_ALLOW_ENV_VAR_INTERPOLATION=true in `env` '
      + 'has Vector replace variables again',
  }));
}

/** What keys and types do not tell. */
function checkMeaning({ where, wire }: Component): Finding[] {
  if (wire?.type === 'reduce' && wire.starts_when !== undefined && wire.ends_when !== undefined) {
    return [invalidPart(
      where, 'says both where an entry starts and where it ends, and Vector refuses that', 'starts_when and ends_when',
      'keep one of them')];
  }
  if (wire?.type === 'loki' && Object.keys(wire.labels ?? {}).length === 0) {
    return [invalidPart(where, 'has no label, and Vector does not start without one', 'labels: {}', 'add a label')];
  }
  return [];
}

/** The journal is read by the program `journalctl`: that of the images with Debian is of systemd 257, which cannot follow all boots. */
function checkJournal({ sources }: VectorConfig, { image, readsJournal }: ConfigEnvironment): Finding[] {
  const reads = readsJournal || Object.values(sources).some(source => source?.type === 'journald');
  const allBoots = Object.entries(sources).filter(([, source]) => source?.type === 'journald' && source.current_boot_only === false);
  return [
    ...reads && /-(distroless-\w+|alpine)(@|$)/.test(image) ? [invalidPart(
      'the journal', 'is read by the program journalctl, which the image does not have', quote(image), 'use the image with -debian')] : [],
    ...!/-debian(@|$)/.test(image) ? [] : allBoots.map(([id]) => invalidPart(
      `sources.${id}`, 'asks for all boots, which Vector refuses with the journalctl of the image', 'current_boot_only: false',
      'leave it out, or use an image with systemd 258 or later')),
  ];
}
