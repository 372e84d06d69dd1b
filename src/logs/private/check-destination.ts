import { DestinationHeaderOptions } from '../destination-header-options';
import { Endpoint, namesCredential } from './endpoint';
import { fail, quote } from '../../private/problem';
import { sortedEntries } from '../../private/wire';
import { RemoteDestinationOptions } from '../remote-destination-options';

/** What is wrong with a destination whatever collector sends there. */
export function checkRemote(options: RemoteDestinationOptions & DestinationHeaderOptions, endpoint: Endpoint): void {
  const { tls } = options;
  if (tls && Object.values(tls).some(value => value !== undefined) && !endpoint.tls) {
    fail({
      code: 'invalid-destination',
      what: 'the destination has settings for TLS, but its URL says that there is none',
      given: quote(options.url),
      allowed: 'a URL that begins with https://',
      fix: 'write https://, or leave `tls` out',
    });
  }
  if ((tls?.clientCertificate === undefined) !== (tls?.clientKey === undefined)) {
    fail({
      code: 'invalid-destination',
      what: 'a client certificate and its key come together',
      given: tls?.clientKey === undefined ? '`clientCertificate` alone' : '`clientKey` alone',
      fix: 'give both, or neither',
    });
  }
  checkHeaders(options);
}

function checkHeaders(options: DestinationHeaderOptions): void {
  for (const [name, value] of sortedEntries(options.headers)) {
    requireHeaderName(name);
    if (namesCredential(name) || /^(basic|bearer|apikey|splunk|token)\s/i.test(value)) {
      fail({
        code: 'literal-credential',
        what: `the header ${quote(name)} carries a credential, which everyone could read in the YAML`,
        given: `headers: { ${quote(name)}: ... }`,
        fix: `put the whole value into a Secret, and give \`secretHeaders: { ${quote(name)}: SecretKey.of('my-secret', 'header') }\``,
      });
    }
    // eslint-disable-next-line no-control-regex
    if (value.trim() === '' || value !== value.trim() || /[\x00-\x1f\x7f]/.test(value)) {
      fail({
        code: 'invalid-destination',
        what: `the header ${quote(name)} cannot have this value`,
        given: quote(value),
        allowed: 'one line, without blanks at its ends',
        fix: 'trim the value',
      });
    }
  }
  for (const [name] of sortedEntries(options.secretHeaders)) {
    requireHeaderName(name);
    if (Object.keys(options.headers ?? {}).some(other => other.toLowerCase() === name.toLowerCase())) {
      fail({
        code: 'invalid-destination', what: 'a header has two values', given: `${quote(name)} in \`headers\` and in \`secretHeaders\``, fix: 'keep one of them',
      });
    }
  }
}

function requireHeaderName(name: string): void {
  if (!/^[A-Za-z0-9!#%&'*+.^_`|~-]+$/.test(name)) {
    fail({
      code: 'invalid-destination',
      what: 'a header cannot have this name',
      given: quote(name),
      allowed: 'letters, digits and !#%&\'*+-.^_`|~',
      fix: 'the value goes to the other side of the colon',
    });
  }
}
