import { UNPRINTABLE } from './config-text';
import { hostText } from '../../private/address';
import { fail, quote } from '../../private/agent-error';

/** Where a destination is. */
export interface Endpoint {
  readonly tls: boolean;
  readonly host: string;
  readonly port: number;
  /** With its query; empty where the URL has neither. */
  readonly path: string;
}

/** Scheme, host and port of a web server. */
export function originOf({ endpoint }: { readonly endpoint: Endpoint }): string {
  return `${endpoint.tls ? 'https' : 'http'}://${authorityOf(endpoint)}`;
}

/** Host and port, with an IPv6 address in brackets. */
export function authorityOf({ host, port }: Endpoint): string {
  return `${hostText(host)}:${port}`;
}

const CREDENTIAL = /(^|[-_.])(pass(word|wd)?|pwd|secret|token|api[-_]?key|apikey|access[-_]?key|auth(orization)?|credentials?|cookie|signature|sig)($|[-_.])/i;

/** Whether what has this name is something that nobody may read. */
export function namesCredential(name: string): boolean {
  return CREDENTIAL.test(name.replace(/([a-z])([A-Z])/g, '$1-$2'));
}

/** Whether the value of a header proves who sends. */
export function provesIdentity(header: string): boolean {
  return /^(basic|bearer|apikey|splunk|token)\s/i.test(header);
}

/** Whether a value is a URL, or its path, with a password or with a parameter that nobody may read. */
export function holdsCredential(value: unknown): boolean {
  if (typeof value !== 'string') {return false;}
  const [, query = ''] = /^(?:[a-z][a-z0-9+.-]*:\/\/|\/)[^\s?#]*\?([^\s#]*)/i.exec(value) ?? [];
  return /^[a-z][a-z0-9+.-]*:\/\/[^/\s@:]*:[^/\s@]+@/i.test(value)
    || query.split('&').map(parameter => parameter.split('=')).some(([
      name, text,
    ]) => text !== undefined && text !== '' && namesCredential(name));
}

/**
 * The host is the one that was written, or the URL is refused: a parser of URLs takes `010.0.0.1` for `8.0.0.1`, and drops what is
 * invisible.
 *
 * @param what the URL is, in messages
 * @throws invalid-destination
 * @throws literal-credential
 */
export function parseEndpoint(text: string, what: string = 'the URL of the destination'): Endpoint {
  const url = parsed(text);
  if (!url || !['http:', 'https:'].includes(url.protocol) || /[\s${}#]/.test(text) || UNPRINTABLE.test(text)) {
    fail({
      code: 'invalid-destination',
      what: `${what} cannot be used`,
      given: quote(url && (url.username || url.password) ? '(it holds credentials)' : text),
      allowed: 'https://HOST[:PORT][/PATH], or http:// inside the cluster, without blanks, braces, `$` and `#`',
      fix: url ? 'begin it with https:// or http://, and write the rest as it is' : 'write it in full, with https://',
    });
  }
  requireNoCredential(url, what);
  requireSame(text, url, what);
  const path = url.pathname === '/' ? '' : url.pathname;
  return {
    tls: url.protocol === 'https:',
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port),
    path: url.search === '' ? path : `${path || '/'}${url.search}`,
  };
}

/** Where a destination is that is no web server. */
export interface SocketEndpoint<Scheme extends string = string> extends Endpoint {
  readonly scheme: Scheme;
}

/**
 * A URL of `SCHEME://HOST[:PORT]`, with the port that each scheme has where none is written.
 *
 * @throws invalid-destination
 * @throws literal-credential
 */
export function parseSocket<Scheme extends string>(text: string, ports: { readonly [Each in Scheme]: number }): SocketEndpoint<Scheme> {
  const [, scheme = '', rest = ''] = /^([a-z]+)(:\/\/.*)$/.exec(text) ?? [];
  const allowed = Object.keys(ports).map(each => `${each}://HOST[:PORT]`).join(', ');
  if (!Object.hasOwn(ports, scheme)) {
    fail({
      code: 'invalid-destination',
      what: 'the URL of the destination cannot be used',
      given: quote(text), allowed,
      fix: 'begin it with one of those',
    });
  }
  // a port that is not written must not be taken for that of https
  const isWritten = /^:\/\/(\[[^\]]*\]|[^:/?#]*):\d/.test(rest);
  const endpoint = withoutPath(parseEndpoint(`https${rest}`), text, allowed);
  return {
    ...endpoint, scheme: scheme as Scheme, tls: /^(tls|dtls|https)$/.test(scheme),
    port: isWritten ? endpoint.port : ports[scheme as Scheme],
  };
}

/** @throws invalid-destination */
export function withoutPath(endpoint: Endpoint, text: string, allowed: string): Endpoint {
  if (endpoint.path !== '') {
    fail({
      code: 'invalid-destination',
      what: 'the URL of the destination has a path, which its protocol has no place for',
      given: quote(text), allowed,
      fix: 'leave the path out',
    });
  }
  return endpoint;
}

function parsed(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function requireNoCredential(url: URL, what: string): void {
  if (url.username !== '' || url.password !== '') {
    fail({
      code: 'literal-credential',
      what: `${what} holds credentials, which everyone could read in the YAML`,
      given: quote(`${url.protocol}//...@${url.host}`),
      fix: "take them out, put them into a Secret, and give `auth: DestinationAuth.basic('user', SecretKey.of('my-secret', 'password'))`",
    });
  }
  const parameter = [...url.searchParams.keys()].find(namesCredential);
  if (parameter !== undefined) {
    fail({
      code: 'literal-credential',
      what: `${what} holds a credential, which everyone could read in the YAML`,
      given: quote(`?${parameter}=...`),
      fix: 'put it into a Secret and send it as a header: `secretHeaders`',
    });
  }
}

/**
 * A name of DNS, with the underscores that some have; a parser of URLs lets `,`, `*` and quotes pass as well, which are syntax in lists of
 * hosts.
 */
const HOST_NAME = /^[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?$/i;

/** Refuses what no host is called, and what the parser understood as something else than what is written. */
function requireSame(text: string, url: URL, what: string): void {
  const [, host, port, path] = /^https?:\/\/(\[[^\]/?#\\]*\]|[^:/?#\\]*)(:\d*)?([^?#]*)/i.exec(text) ?? [];
  // an IPv6 address has many spellings, all of them of the same address
  if (host === undefined || !host.startsWith('[') && host.toLowerCase() !== url.hostname) {
    fail({
      code: 'invalid-destination',
      what: `the host of ${what} is not the one that it would be read as`,
      given: quote(host ?? text),
      allowed: 'a name in ASCII, four decimal numbers without leading zeros, or an IPv6 address in brackets',
      fix: `write ${quote(url.hostname)}, if that is what is meant`,
    });
  }
  if (!host.startsWith('[') && !HOST_NAME.test(host)) {
    fail({
      code: 'invalid-destination',
      what: `the host of ${what} is no name that a resolver knows`,
      given: quote(host),
      allowed: 'letters, digits, `-` and `_`, in parts that dots separate, or an IPv6 address in brackets',
      fix: 'write the name of one host',
    });
  }
  if (port === ':0' || /\\|\/(\.|%2e){1,2}(\/|$)/i.test(path)) {
    fail({
      code: 'invalid-destination',
      what: `${what} leads to a port or path that nothing is served at`,
      given: quote(port === ':0' ? port : path),
      allowed: 'a port from 1, and a path without `\\`, `.` and `..`',
      fix: 'write the port and path that requests are sent to',
    });
  }
}
