import { joinText, refuseText, requireText, TextPart, TextRules } from '../private/config-text';
import { LogSource } from '../private/log-source';

/** Every `$` can be escaped, so nothing is refused for it. */
const RULES: TextRules = { program: 'the OpenTelemetry Collector', expands: /(?!)/, expandsText: 'control characters' };

/**
 * A text that is a value of its own.
 *
 * @throws invalid-log-text
 */
export function plainText(text: string, what: string): string {
  return escaped(requireText(RULES, text, what));
}

/**
 * As `plainText`, where there is a text.
 *
 * @throws invalid-log-text
 */
export function optionalText(text: string | undefined, what: string): string | undefined {
  return text === undefined ? undefined : plainText(text, what);
}

/**
 * A value made of texts and variables.
 *
 * @throws invalid-log-text
 */
export function joined(what: string, ...parts: TextPart[]): string {
  return joinText(RULES, parts.map(part => typeof part === 'string' ? escaped(part) : part), what);
}

/** `$$` is how the collector spells a `$`. */
export function escaped(text: string): string {
  return text.replace(/\$/g, '$$$$');
}

/**
 * A string of the collector's expression languages, OTTL and Expr, as it is in its YAML: with line breaks, and what YAML does not take,
 * by their numbers.
 *
 * @throws invalid-log-text
 */
export function literal(text: string): string {
  if (/[\ud800-\udfff]/u.test(text)) {refuseText(RULES, 'a text', text, 'whole characters');}
  return escaped(JSON.stringify(text)
    .replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, found => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`));
}

/** Where the records of the collector have it, in the spelling of OTTL. */
export function pathOf(source: LogSource): string {
  return PATHS[source.from](source as never);
}

/** Whether a record has it, in the spelling of OTTL: a body that is a text has no fields. */
export function hasOf(source: LogSource): string {
  return `${source.from === 'field' ? 'IsMap(log.body) and ' : ''}${pathOf(source)} != nil`;
}

const resource = (name: string) => `resource.attributes[${literal(name)}]`;

const PATHS: { readonly [From in LogSource['from']]: (source: Extract<LogSource, { from: From }>) => string } = {
  text: ({ text }) => literal(text),
  nodeName: () => resource('k8s.node.name'),
  namespaceName: () => resource('k8s.namespace.name'),
  podName: () => resource('k8s.pod.name'),
  containerName: () => resource('k8s.container.name'),
  podLabel: ({ key }) => resource(`k8s.pod.label.${key}`),
  field: ({ path }) => `log.body${path.map(part => `[${literal(part)}]`).join('')}`,
};
