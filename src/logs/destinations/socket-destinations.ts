import { DatadogDestinationOptions } from './datadog-destination-options';
import { compressed, delivered } from './delivery';
import { ForwardDestinationOptions } from './forward-destination-options';
import { remoteDestination } from './remote-destination';
import { requireMatch, requireWhole } from './required';
import { SyslogDestinationOptions } from './syslog-destination-options';
import { requireTls } from './transport';
import { sortedEntries } from '../../private/wire';
import { DestinationHeaderOptions } from '../destination-header-options';
import { EndpointDestinationOptions } from '../endpoint-destination-options';
import { parseSocket, withoutPath } from '../private/endpoint';

/** One behind a URL without a path. */
export function pathlessDestination<Options extends EndpointDestinationOptions & DestinationHeaderOptions>(options: Options) {
  const destination = remoteDestination(options);
  withoutPath(destination.endpoint, options.url, 'https://HOST[:PORT], or http:// inside the cluster');
  return destination;
}

/** The forward protocol. */
export function forwardDestination(options: ForwardDestinationOptions) {
  const endpoint = parseSocket(options.url, { tls: 24224, tcp: 24224 });
  requireTls(options.tls, endpoint.tls, options.url, 'tls');
  if (options.tag !== undefined) {
    requireMatch(options.tag, 'a tag', /^[A-Za-z0-9_.-]+$/, 'letters, digits, `.`, `_` and `-`');
  }
  return { ...compressed(options), endpoint };
}

/** A syslog server. */
export function syslogDestination(options: SyslogDestinationOptions) {
  const { appName, facility = 1, severity = 6 } = options;
  const endpoint = parseSocket(options.url, { tls: 6514, tcp: 514, udp: 514 });
  requireTls(options.tls, endpoint.tls, options.url, 'tls');
  if (appName !== undefined) {
    requireMatch(appName, 'the name of an application', /^[!-~]{1,48}$/, '1 to 48 printable characters of ASCII without blanks');
  }
  requireWhole(facility, '`facility`', 0, 23);
  requireWhole(severity, '`severity`', 0, 7);
  return { ...delivered(options), endpoint };
}

/** Datadog. */
export function datadogDestination(options: DatadogDestinationOptions) {
  if (options.site !== undefined) {
    requireMatch(options.site, 'a site of Datadog', /^[a-z0-9]+([.-][a-z0-9]+)+$/, 'such as datadoghq.eu');
  }
  for (const [key, value] of sortedEntries(options.tags)) {
    requireMatch(key, 'the key of a tag', /^[^\s,:]+$/u, 'text without blanks, `:` and `,`');
    requireMatch(value, 'the value of a tag', /^[^\s,]+$/u, 'text without blanks and `,`');
  }
  return compressed(options);
}
