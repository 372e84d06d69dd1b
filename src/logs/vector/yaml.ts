/**
 * How what Vector replaces in the text of its configuration begins, before it reads the YAML, where it was started so: src/config/vars.rs.
 * The brace that ends it may be in a later value.
 */
const VARIABLE = /\$\$|\$[\w.]|\$\{[\w.]/u;

/** What it replaces by a credential: src/config/loading/secret.rs. */
export const SECRET = /SECRET\[\w+\.[\w./-]+\]/u;

/** Texts that some reader takes for something else than text. */
const TAKEN = /^(true|false|yes|no|on|off|y|n|null|nan|inf)$/i;

/** What stands as it is between line breaks. */
// eslint-disable-next-line no-control-regex
const UNWRITABLE = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]/u;

/**
 * A value as YAML that Vector reads as it is, whether or not it replaces variables of the environment.
 *
 * A credential is put into the text, not into the value: within a block it may hold quotes, `#`, `: ` and digits alone.
 */
export function vectorYaml(value: object): string {
  return `${block(value, '')}\n`;
}

function block(value: object, indent: string): string {
  const lines = Array.isArray(value)
    ? value.map(item => `${indent}-${node(item, indent, true)}`)
    : Object.entries(value).map(([key, item]) => `${indent}${text(key)}:${node(item, indent, false)}`);
  return lines.join('\n');
}

function node(value: unknown, indent: string, isItem: boolean): string {
  if (typeof value === 'string') {return ` ${scalar(value, `${indent}  `)}`;}
  if (typeof value !== 'object' || value === null) {return ` ${String(value)}`;}
  if (Object.keys(value).length === 0) {return Array.isArray(value) ? ' []' : ' {}';}
  const inner = block(value, `${indent}  `);
  return isItem ? ` ${inner.slice(indent.length + 2)}` : `\n${inner}`;
}

function scalar(value: string, indent: string): string {
  const asks = value.includes('\n') || SECRET.test(value);
  const allows = /^\S/.test(value) && /\S\n?$/.test(value) && !VARIABLE.test(value) && !UNWRITABLE.test(value);
  if (!asks || !allows) {return text(value);}
  const body = value.endsWith('\n') ? value.slice(0, -1) : value;
  return `|${body === value ? '-' : ''}\n${body.replace(/^(?=.)/gm, indent)}`;
}

function text(value: string): string {
  return /^[A-Za-z/][\w./-]*$/.test(value) && !TAKEN.test(value) ? value : quoted(value);
}

function quoted(value: string): string {
  const json = JSON.stringify(value).replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return VARIABLE.test(json) ? json.replace(/\$/g, '\\x24') : json;
}
