import { fail, quote } from '../../private/agent-error';

/** Where a destination is. */
export interface Endpoint {
  readonly tls: boolean;
  readonly host: string;
  readonly port: number;
  /** With its query; empty where the URL has neither. */
  readonly path: string;
}

const CREDENTIAL = /(^|[-_.])(pass(word|wd)?|pwd|secret|token|api[-_]?key|apikey|access[-_]?key|auth(orization)?|credentials?|cookie|signature|sig)($|[-_.])/i;

/** Whether what has this name is something that nobody may read. */
export function namesCredential(name: string): boolean {
  return CREDENTIAL.test(name.replace(/([a-z])([A-Z])/g, '$1-$2'));
}

/**
 * @throws invalid-destination
 * @throws literal-credential
 */
export function parseEndpoint(text: string): Endpoint {
  let url: URL | undefined;
  try {
    url = new URL(text);
  } catch {
    url = undefined;
  }
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.hash !== '' || /[\s${}]/.test(text)) {
    fail({
      code: 'invalid-destination',
      what: 'the URL of the destination cannot be used',
      given: quote(url && (url.username || url.password) ? '(it holds credentials)' : text),
      allowed: 'https://HOST[:PORT][/PATH], or http:// inside the cluster, without blanks, braces, `$` and `#`',
      fix: url ? 'begin it with https:// or http://, and write the rest as it is' : 'write it in full, with https://',
    });
  }
  if (url.username !== '' || url.password !== '') {
    fail({
      code: 'literal-credential',
      what: 'the URL of the destination holds credentials, which everyone could read in the YAML',
      given: quote(`${url.protocol}//...@${url.host}`),
      fix: "take them out, put them into a Secret, and give `auth: DestinationAuth.basic('user', SecretKey.of('my-secret', 'password'))`",
    });
  }
  const parameter = [...url.searchParams.keys()].find(namesCredential);
  if (parameter !== undefined) {
    fail({
      code: 'literal-credential',
      what: 'the URL of the destination holds a credential, which everyone could read in the YAML',
      given: quote(`?${parameter}=...`),
      fix: 'put it into a Secret and send it as a header: `secretHeaders`',
    });
  }
  const path = url.pathname === '/' ? '' : url.pathname;
  return {
    tls: url.protocol === 'https:',
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port),
    path: url.search === '' ? path : `${path || '/'}${url.search}`,
  };
}
