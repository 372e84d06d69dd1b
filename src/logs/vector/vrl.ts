import { NODE_NAME_VARIABLE } from './layout';
import { LogSource } from '../private/log-source';

/**
 * A text in a program of the Vector Remap Language. What would be a template, a variable of the environment or a credential is written by
 * its number.
 */
export function vrlText(text: string): string {
  // eslint-disable-next-line no-control-regex
  const escaped = text.replace(/[\x00-\x1f\x7f-\x9f"\\${}[\]\u2028\u2029\ufeff]/g,
    character => ESCAPES[character] ?? `\\u{${character.charCodeAt(0).toString(16)}}`);
  return `"${escaped}"`;
}

const ESCAPES: { readonly [character: string]: string } = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A pattern in a program. It ends at `'`, which is therefore written by its number. */
export function vrlPattern(pattern: string): string {
  return `r'${pattern.replace(/\\([^])|'/g, (part, escaped) => escaped === undefined || escaped === "'" ? '\\x27' : part)}'`;
}

/** A path in the record, from the outside in. */
export function vrlPath(path: readonly string[]): string {
  return path.map(part => `.${pathPart(part)}`).join('');
}

function pathPart(part: string): string {
  return /^[A-Za-z_]\w*$/.test(part) ? part : vrlText(part);
}

/** A map, a line for each entry. */
export function vrlObject(entries: ReadonlyArray<readonly [key: string, expression: string]>): string {
  return entries.length === 0 ? '{}' : `{\n${entries.map(([key, expression]) => `  ${vrlText(key)}: ${expression},\n`).join('')}}`;
}

/** An expression for a value; null where a record does not have it. */
export function vrlValue(source: LogSource): string {
  switch (source.from) {
    case 'text': return vrlText(source.text);
    case 'nodeName': return NODE_NAME;
    default: return vrlPath(pathOf(source));
  }
}

/** The name of the node, which every record has whether or not its pod is known. */
const NODE_NAME = `get_env_var!("${NODE_NAME_VARIABLE}")`;

function pathOf(source: Exclude<LogSource, { from: 'text' | 'nodeName' }>): readonly string[] {
  switch (source.from) {
    case 'namespaceName': return ['kubernetes', 'namespace_name'];
    case 'podName': return ['kubernetes', 'pod_name'];
    case 'containerName': return ['kubernetes', 'container_name'];
    case 'podLabel': return ['kubernetes', 'labels', source.key];
    case 'field': return source.path;
  }
}
