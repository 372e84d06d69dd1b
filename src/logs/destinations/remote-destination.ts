import { CompressedDestination, compressed } from './delivery';
import { requireTls } from './transport';
import { fail, quote } from '../../private/agent-error';
import { sortedEntries } from '../../private/wire';
import { LOG_DEFAULTS } from '../defaults';
import { DestinationHeaderOptions } from '../destination-header-options';
import { EndpointDestinationOptions } from '../endpoint-destination-options';
import { Endpoint, namesCredential, parseEndpoint, provesIdentity } from '../private/endpoint';
import { RemoteDestinationOptions } from '../remote-destination-options';

/** A destination behind a URL: what was said of it, and what holds on a cluster where nothing was said. */
export interface RemoteDestination<Options extends EndpointDestinationOptions = RemoteDestinationOptions> extends CompressedDestination {
  readonly options: Options;
  readonly endpoint: Endpoint;
}

/** What differs from one kind of destination to the other. */
export interface RemoteDefaults {
  /** The path, where the URL has none. */
  readonly path?: string;
  /** Which of the usual compressions it has. */
  readonly compression?: keyof typeof LOG_DEFAULTS.compression.value;
}

/**
 * Refuses what is wrong whatever collector sends there.
 *
 * @throws invalid-destination
 * @throws literal-credential
 */
export function remoteDestination<Options extends EndpointDestinationOptions & DestinationHeaderOptions>(
  options: Options, defaults: RemoteDefaults = {},
): RemoteDestination<Options> {
  const endpoint = parseEndpoint(options.url);
  requireTls(options.tls, endpoint.tls, options.url, 'https');
  checkHeaders(options);
  return {
    ...compressed(options, defaults.compression),
    endpoint: { ...endpoint, path: endpoint.path || (defaults.path ?? '') },
  };
}

function checkHeaders(options: DestinationHeaderOptions): void {
  for (const [name, value] of sortedEntries(options.headers)) {
    requireHeaderName(name);
    if (namesCredential(name) || provesIdentity(value)) {
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
        code: 'invalid-destination', what: 'a header has two values', given: `${quote(name)} in \`headers\` and in \`secretHeaders\``,
        fix: 'keep one of them',
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
