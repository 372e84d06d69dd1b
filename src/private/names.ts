import { AgentError, quote } from './agent-error';
import { finding, Finding, NO_PLACE, ObjectFinding, ObjectPlace, Place } from './finding';
import { contentHash } from './hash';

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const DNS_SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const DNS_1035_LABEL = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const LABEL_NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

const MAX_LABEL = 63;
const MAX_SUBDOMAIN = 253;
const MAX_PORT_NAME = 15;

/** Names of namespaces, containers and volumes (RFC 1123). */
export function isDnsLabel(text: string): boolean {
  return text.length <= MAX_LABEL && DNS_LABEL.test(text);
}

/** Names of most objects: DaemonSets, config maps, service accounts, nodes, priority classes. */
export function isDnsSubdomain(text: string): boolean {
  return text.length <= MAX_SUBDOMAIN && DNS_SUBDOMAIN.test(text);
}

/** Names of services: a DNS label that begins with a letter (RFC 1035). */
export function isDns1035Label(text: string): boolean {
  return text.length <= MAX_LABEL && DNS_1035_LABEL.test(text);
}

/** Keys of labels, taints and node selectors: a name, optionally after a DNS subdomain and `/`. */
export function isQualifiedName(text: string): boolean {
  const parts = text.split('/');
  const name = parts[parts.length - 1];
  const prefixed = parts.length === 1 || parts.length === 2 && isDnsSubdomain(parts[0]);
  return prefixed && name.length <= MAX_LABEL && LABEL_NAME.test(name);
}

/** Values of labels. The empty text is one. */
export function isLabelValue(text: string): boolean {
  return text === '' || text.length <= MAX_LABEL && LABEL_NAME.test(text);
}

/** Names of container ports: what probes and services refer to. */
export function isPortName(text: string): boolean {
  return text.length <= MAX_PORT_NAME && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && /[a-z]/.test(text);
}

/** Names of environment variables by the rule up to Kubernetes 1.31: newer servers accept more, older ones refuse it. */
export function isEnvName(text: string): boolean {
  return /^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(text) && !isRelativeStep(text);
}

/** Keys of config maps and secrets, which become file names. */
export function isConfigMapKey(text: string): boolean {
  return text.length <= MAX_SUBDOMAIN && /^[-._a-zA-Z0-9]+$/.test(text) && !isRelativeStep(text);
}

/** The kinds of names that Kubernetes tells apart. */
export type NameKind = 'dns-label' | 'dns-subdomain' | 'dns-1035-label' | 'label-key' | 'label-value' | 'port-name' | 'env-name'
  | 'config-map-key';

interface NameRule {
  readonly code: 'invalid-name' | 'invalid-label';
  readonly valid: (text: string) => boolean;
  readonly allowed: string;
  /** The nearest text that may be valid; it is proposed only if it is. */
  readonly repair: (text: string) => string;
}

const NAME_RULES: { readonly [kind in NameKind]: NameRule } = {
  'dns-label': {
    code: 'invalid-name',
    valid: isDnsLabel,
    allowed: 'at most 63 lower-case letters, digits and `-`, a letter or digit at both ends',
    repair: text => slug(text),
  },
  'dns-subdomain': {
    code: 'invalid-name',
    valid: isDnsSubdomain,
    allowed: 'at most 253 lower-case letters, digits, `-` and `.`, a letter or digit at both ends and beside every `.`',
    repair: repairSubdomain,
  },
  'dns-1035-label': {
    code: 'invalid-name',
    valid: isDns1035Label,
    allowed: 'at most 63 lower-case letters, digits and `-`, a letter first and no `-` at the end',
    repair: text => (/^[a-z]/.test(slug(text)) ? slug(text) : `x-${slug(text, MAX_LABEL - 2)}`),
  },
  'label-key': {
    code: 'invalid-label',
    valid: isQualifiedName,
    allowed: 'at most 63 letters, digits, `-`, `_` and `.`, a letter or digit at both ends; optionally after a DNS subdomain and `/`',
    repair: repairLabelKey,
  },
  'label-value': {
    code: 'invalid-label',
    valid: isLabelValue,
    allowed: 'nothing, or at most 63 letters, digits, `-`, `_` and `.`, a letter or digit at both ends',
    repair: repairLabelValue,
  },
  'port-name': {
    code: 'invalid-name',
    valid: isPortName,
    allowed: 'at most 15 lower-case letters, digits and single `-` between them, at least one letter',
    repair: repairPortName,
  },
  'env-name': {
    code: 'invalid-name',
    valid: isEnvName,
    allowed: 'letters, digits, `_`, `-` and `.`, no digit first, not `.` alone, not beginning with `..`',
    repair: text => text.replace(/^\.+/, '').replace(/[^-._a-zA-Z0-9]+/g, '_').replace(/^(?=\d)/, '_'),
  },
  'config-map-key': {
    code: 'invalid-name',
    valid: isConfigMapKey,
    allowed: 'at most 253 letters, digits, `-`, `_` and `.`, not `.` alone, not beginning with `..`',
    repair: text => text.replace(/[^-._a-zA-Z0-9]+/g, '-').replace(/^[-.]+/, '').slice(0, MAX_SUBDOMAIN).replace(/-+$/, ''),
  },
};

/**
 * The name, when the API server would take it as one of that kind.
 *
 * @throws invalid-name, invalid-label
 */
export function requireName(text: string, kind: NameKind, what: string): string {
  const wrong = nameFinding(text, kind, what);
  if (wrong !== undefined) {throw new AgentError(wrong);}
  return text;
}

/** Whether the API server takes a text as a name of a kind. */
export function isName(text: string, kind: NameKind): boolean {
  return NAME_RULES[kind].valid(text);
}

/** What is wrong with a name of a kind, or undefined. */
export function nameFinding(text: string, kind: NameKind, what: string, place: ObjectPlace): ObjectFinding | undefined;
export function nameFinding(text: string, kind: NameKind, what: string, place?: Place): Finding | undefined;
export function nameFinding(text: string, kind: NameKind, what: string, place: Place = NO_PLACE): Finding | undefined {
  const rule = NAME_RULES[kind];
  if (rule.valid(text)) return undefined;
  const instead = text === '' ? '' : rule.repair(text);
  return finding({
    ...place,
    code: rule.code,
    what: `${what} is not a valid ${kind.replace('dns-', 'DNS ').replace(/-/g, ' ')}`,
    given: quote(text),
    allowed: rule.allowed,
    fix: instead !== '' && rule.valid(instead) ? `write ${quote(instead)}` : 'choose another name',
  });
}

/**
 * A DNS label made from any text: `/var/log` becomes `var-log`, `/` becomes `root`, and what is a label already stays as it is.
 * Text that is too long, or has nothing a label can hold, gets a hash of the whole, so that it stays apart from its like.
 * The hash needs 8 characters: a `maxLength` below that counts as 8.
 */
export function slug(text: string, maxLength: number = MAX_LABEL): string {
  const words = wordsOf(text);
  return words !== '' && words.length <= slugRoom(maxLength) ? words : hashedSlug(text, maxLength);
}

/** The ASCII letters and digits of a text, with `-` for everything between them: nothing here depends on a locale. */
function wordsOf(text: string): string {
  return /^\/+$/.test(text) ? 'root' : trimDashes(text.toLowerCase().replace(/[^a-z0-9-]+/g, '-'));
}

const SLUG_HASH = 8;

function hashedSlug(text: string, maxLength: number): string {
  const hash = contentHash({ text, attempt: '0' }).slice(0, SLUG_HASH);
  const words = trimDashes(wordsOf(text).slice(0, Math.max(0, slugRoom(maxLength) - SLUG_HASH - 1)));
  return words === '' ? hash : `${words}-${hash}`;
}

function slugRoom(maxLength: number): number {
  return Math.max(SLUG_HASH, Math.min(maxLength, MAX_LABEL));
}

/** Without these characters at its ends. A pattern would look at every run of them in between as often as it is long. */
function trimmed(text: string, characters: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && characters.includes(text[start])) {start += 1;}
  while (end > start && characters.includes(text[end - 1])) {end -= 1;}
  return text.slice(start, end);
}

function trimDashes(text: string): string {
  return trimmed(text, '-');
}

function isRelativeStep(text: string): boolean {
  return text === '.' || text.startsWith('..');
}

function repairSubdomain(text: string): string {
  const labels = text.split('.').map(wordsOf).filter(label => label !== '');
  return labels.join('.').slice(0, MAX_SUBDOMAIN).replace(/[-.]+$/, '');
}

function repairLabelKey(text: string): string {
  const slash = text.indexOf('/');
  const name = repairLabelValue(text.slice(slash + 1));
  const prefix = repairSubdomain(text.slice(0, Math.max(0, slash)));
  return prefix === '' ? name : `${prefix}/${name}`;
}

function repairLabelValue(text: string): string {
  return trimmed(trimmed(text.replace(/[^-A-Za-z0-9_.]+/g, '-'), '-_.').slice(0, MAX_LABEL), '-_.');
}

function repairPortName(text: string): string {
  const words = wordsOf(text).replace(/-+/g, '-');
  const named = /[a-z]/.test(words) ? words : `port-${words}`;
  return trimDashes(named.slice(0, MAX_PORT_NAME));
}
