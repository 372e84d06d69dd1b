import { ConfigEnvironment } from './environment';
import { Finding, finding } from '../../../private/finding';
import { sortedEntries } from '../../../private/wire';
import { invalidConfig } from '../../private/config-findings';
import { namesCredential } from '../../private/endpoint';
import { textsIn } from '../../private/texts-in';
import { SECTIONS } from '../components';
import { CollectorConfig } from '../config';

/** Keys that name a credential without holding one: files, other components, and settings of tokens. */
const HARMLESS = /(_file|_url|_uri|_type|_name|_key_regex|_path|^authenticator|^auth|^auth_type|^filename|^scheme|^header|^key)$/i;

/** Credentials in clear text, and variables that the container lacks. */
export function checkSecrets(config: CollectorConfig, { variables, literals }: ConfigEnvironment): Finding[] {
  const texts = SECTIONS.flatMap(section => sortedEntries(config[section]).flatMap(([id, settings]) => textsIn(settings, [section, id])));
  const all = [...texts, ...textsIn(config.service.telemetry, ['service', 'telemetry'])].flatMap(({ text }) => variablesIn(text));
  const isMissing = ({ name, hasDefault }: Variable) => variables !== undefined && !hasDefault && !variables.has(name);
  const missing = new Set(all.filter(isMissing).map(({ name }) => name));
  return [
    ...texts.filter(({ path, text }) => holdsCredential(path) && isReadable(text, literals)).map(({ path }): Finding => finding({
      code: 'literal-credential',
      what: `${path.slice(0, 2).join(': ')} holds a credential in ${path.slice(2).join('.')}, which everyone could read in the YAML`,
      given: `${path[path.length - 1]}: ...`,
      allowed: 'a variable of the environment that comes from a Secret: ${env:NAME}',
      fix: "put it into a Secret, and add `agent.container.addEnv('NAME', EnvValue.secret('my-secret', 'key'))`",
    })),
    ...[...missing].map((name): Finding => finding({
      code: 'undefined-config-variable',
      what: 'the configuration of the OpenTelemetry Collector refers to a variable that the container does not have',
      given: `\${env:${name}}`,
      allowed: [...variables!].sort().join(', '),
      fix: `add it: agent.container.addEnv('${name}', ...); a \`$\` that is text is written \`$$\``,
    })),
    ...texts.filter(({ text }) => /(^|[^$])(\$\$)*\$\{[^}]*$/.test(text)).map(({ path, text }) =>
      invalidConfig(
        `${path.join('.')} begins a reference and does not end it`, text, 'close it with `}`; a `$` that is text is written `$$`',
      )),
  ];
}

interface Variable {
  readonly name: string;
  readonly hasDefault: boolean;
}

/** Only of exporters, receivers and extensions: elsewhere names of fields are keys. */
function holdsCredential([section, , ...keys]: readonly string[]): boolean {
  const key = keys.filter(part => !/^\d+$/.test(part)).pop();
  return ['receivers', 'exporters', 'extensions'].includes(section) && !keys.includes('operators') && key !== undefined
    && namesCredential(key) && !HARMLESS.test(key);
}

/** Whether a value is in the YAML, here or as the value of a variable. */
function isReadable(text: string, literals: ReadonlySet<string>): boolean {
  if (text === '' || /^\$\{file:[^}]+\}$/.test(text)) {return false;}
  const names = variablesIn(text);
  return names.length === 0 || names.some(({ name }) => literals.has(name));
}

/** `${env:NAME}` and `${NAME}`, with a default or without, behind an even number of `$`. */
function variablesIn(text: string): Variable[] {
  return [...text.matchAll(/(?<!\$)(?:\$\$)*\$\{(?:env:)?([A-Za-z_][A-Za-z0-9_]*)(:-[^}]*)?\}/g)]
    .map(([, name, otherwise]) => ({ name, hasDefault: otherwise !== undefined }));
}
