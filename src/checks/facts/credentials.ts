/** A credential that is in a text. */
export interface Credential {
  /** What it is called there, or what it is by its form: never the credential itself. */
  readonly name: string;
  /** The line of the text, from 1. */
  readonly line: number;
  /** Whether its form leaves no doubt; else its name says so. */
  readonly isCertain: boolean;
}

/** Credentials that nobody takes for anything else: those who issue them gave them a form that scanners find. */
const FORMS: ReadonlyArray<readonly [name: string, form: RegExp]> = [
  ['a private key', /-----BEGIN (?:[A-Z0-9]+ ){0,2}PRIVATE KEY(?: BLOCK)?-----(?:\\r|\\n|\s)*(?:[\w-]+: [^\n]*\n\s*)*[A-Za-z0-9+/]{40}/],
  ['a token of GitHub', /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60})/],
  ['a token of GitLab', /\bglpat-[\w-]{20}/],
  ['a token of Slack', /\bxox[abprs]-\d{8,}-[\w-]{10,}/],
  ['a webhook of Slack', /\bhooks\.slack\.com\/(?:services|workflows)\/T[A-Z0-9]{6,}\/[A-Z0-9]{6,}\/[A-Za-z0-9]{16,}/],
  ['a key of Google Cloud', /\bAIza[\w-]{35}/],
  ['a key of Stripe', /\b[rs]k_live_[A-Za-z0-9]{20,}/],
  ['a licence key of New Relic', /\b[0-9a-f]{36}NRAL\b/],
  ['a token of Grafana', /\bgl(?:c|sa)_[A-Za-z0-9+/=_]{32,}/],
  ['a token of Vault', /\bhvs\.[\w-]{24,}/],
  ['a token of Docker Hub', /\bdckr_pat_[\w-]{24,}/],
  ['a key of Azure', /\b(?:AccountKey|SharedAccessKey)=[A-Za-z0-9+/]{40,}={1,2}/],
  ['a signed token (JWT)', /\beyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{20}/],
];

/** Worth a closer look: most texts are not. */
const SUSPICIOUS = /pass|pwd|secret|token|key|credential|authorization|:\/\/[^\s/@:]{0,256}:[^\s/@]{1,256}@|PRIVATE|eyJ|xox|hvs\.|AIza|glc_|glsa_|glpat|gh[pousr]_|github_pat|NRAL|_live_|dckr_pat|hooks\.slack/i;

/** Every credential that is in a text, such as a configuration file: each once. */
export function credentialsIn(text: string): Credential[] {
  if (!SUSPICIOUS.test(text)) {return [];}
  const found = FORMS.flatMap(([name, form]) => {
    const match = form.exec(text);
    return match && !isDummy(match[0]) ? [{ name, line: lineOf(text, match.index), isCertain: true }] : [];
  });
  const certain = new Set(found.map(({ line }) => line));
  text.split('\n').forEach((content, index) => {
    if (content.length > LONGEST || /^\s*(?:#|\/\/|;|--\s)/.test(content) || certain.has(index + 1)) {return;}
    for (const { name, value } of settingsIn(content)) {
      if (isCredential(name, value)) {found.push({ name, line: index + 1, isCertain: false });}
    }
    if (hasAuthorization(content)) {found.push({ name: 'the value of an Authorization header', line: index + 1, isCertain: false });}
    if (hasPasswordInUrl(content)) {found.push({ name: 'the password of a URL', line: index + 1, isCertain: false });}
  });
  return found.filter(({ name }, index) => found.findIndex(each => each.name === name) === index);
}

/** Whether a value that stands under a name is a credential by what both look like. */
export function isCredential(name: string, value: string): boolean {
  if (!TELLING.test(name)) {return false;}
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
  if (PASSWORD.test(words) && !/^(old)?pwd$/.test(words)) {return isLiteral(value) && !isSwitch(value) && value.length >= 4;}
  return TOKEN.test(words) && isLiteral(value) && isRandom(value);
}

/** Whether a text is a URL with a password that stands there as it is. */
export function hasPasswordInUrl(text: string): boolean {
  if (!text.includes('://')) {return false;}
  const password = /\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@"'<>]{0,256}:([^\s/@"'<>]{1,256})@[^\s/@"']/i.exec(text)?.[1];
  return password !== undefined && isLiteral(password);
}

function hasAuthorization(text: string): boolean {
  const value = /\bauthorization\W+(?:bearer|basic|splunk|apikey|token)\s+([\w+/=.-]+)/i.exec(text)?.[1];
  return value !== undefined && isLiteral(value) && isRandom(value);
}

/** Lines that nobody wrote by hand. */
const LONGEST = 4096;

/** A part of every name of a password or token: most names have none. */
const TELLING = /pass|pwd|secret|token|key|credential|bearer/i;

/** What a password is called. */
const PASSWORD = /(^|[-_.])(password|passwd|passphrase|pwd)$/;

/** What a token or key is called. `token_file` and `secret_name` are something else. */
const TOKEN = /(^|[-_.])(secret|token|api[-_.]?key|access[-_.]?key|secret[-_.]?key|private[-_.]?key|licen[sc]e[-_.]?key|account[-_.]?key|shared[-_.]?key|auth[-_.]?key|credentials?|bearer)$/;

/** References, templates and what stands for a value that someone else fills in. */
const REFERENCE = /[$%<>{}()[\]]|\b(?:ENC|SECRET|VAULT|REDACTED)\b|\*{3}|\.{3}|^(?:file|vault|env|op|ref\+|arn|projects|gcp|aws|azure)[:/]|^[@!]/i;

const DUMMY = /example|change.?me|replace.?me|placeholder|your[-_ ]|dummy|sample|todo|fixme|xxxx|0000|^(.)\1*$/i;

function isLiteral(value: string): boolean {
  return value !== '' && !REFERENCE.test(value) && !isDummy(value) && !/^(?:\/|\.{0,2}\/|[A-Za-z]:\\|https?:)/.test(value);
}

function isDummy(value: string): boolean {
  return DUMMY.test(value);
}

function isSwitch(value: string): boolean {
  return /^(?:true|false|yes|no|on|off|null|nil|none|~|required|optional|enabled?|disabled?|string|str|text|required,?)$/i.test(value);
}

/** Names of Secrets are words; what was drawn at random has digits between its letters, and no blanks. */
function isRandom(value: string): boolean {
  const bare = value.replace(/^(?:bearer|basic|token|apikey|splunk)\s+/i, '');
  return bare.length >= 16 && !/\s/.test(bare) && /\d/.test(bare) && /[A-Za-z]/.test(bare) && !/^[a-z0-9]+(?:[-_./:][a-z0-9]+)+$/.test(bare)
    && turns(bare) >= 4
    || /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(bare);
}

/** How often letters and digits take turns. */
function turns(value: string): number {
  return (value.match(/\d(?=[A-Za-z])|[A-Za-z](?=\d)/g) ?? []).length;
}

interface Setting {
  readonly name: string;
  readonly value: string;
}

/** The settings of a line, as YAML, TOML, JSON, INI and the blanks of Fluent Bit write them. */
function settingsIn(line: string): Setting[] {
  const quoted = [...line.matchAll(/["']([A-Za-z][\w.-]*)["']\s*[:=]\s*"((?:[^"\\]|\\.)*)"/g)].map(([, name, value]) => ({ name, value }));
  if (quoted.length > 0) {return quoted;}
  const [begin, name, sign] = /^[\s-]*([A-Za-z][\w.-]*)(\s*[:=]|\s)/.exec(line) ?? [];
  if (begin === undefined) {return [];}
  const rest = line.slice(begin.length).trim().replace(/,$/, '').trimEnd();
  const comment = rest.search(/\s#/);
  const value = unquoted(comment === -1 ? rest : rest.slice(0, comment).trimEnd());
  // without a sign between them, words of a sentence look alike
  return sign.trim() !== '' || !/\s/.test(value) && isMixed(value) ? [{ name, value }] : [];
}

function isMixed(value: string): boolean {
  return /[A-Za-z]/.test(value) && /[^A-Za-z.,:;?!-]/.test(value);
}

function unquoted(value: string): string {
  return /^"(.*)"$|^'(.*)'$/.exec(value)?.slice(1).find(part => part !== undefined) ?? value;
}

function lineOf(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) {line++;}
  return line;
}
