import { isIPv6 } from 'node:net';
import { isAddress } from '../../private/address';
import { fail, quote } from '../../private/agent-error';
import { isDnsSubdomain } from '../../private/names';

/**
 * The addresses that the cache listens on. node-cache takes those of one family only.
 *
 * @throws invalid-dns
 */
export function cacheAddresses(local: string, ofClusterDns: string | undefined): string[] {
  const addresses = [local, ...ofClusterDns === undefined ? [] : [ofClusterDns]];
  const wrong = addresses.find(address => !isAddress(address));
  if (wrong !== undefined) {
    fail({
      code: 'invalid-dns', what: 'the DNS cache cannot listen on this', given: quote(wrong), allowed: 'an IPv4 or IPv6 address',
      fix: '`kubectl get service -n kube-system kube-dns` shows the address of the DNS of the cluster',
    });
  }
  if (new Set(addresses.map(isIPv6)).size > 1) {
    fail({
      code: 'invalid-dns', what: 'the DNS cache listens on addresses of one family only', given: addresses.map(quote).join(', '),
      allowed: 'IPv4 addresses, or IPv6 addresses', fix: 'give a `localAddress` of the family that the Service kube-dns has',
    });
  }
  return addresses;
}

/**
 * Domains without the dot at their end.
 *
 * @throws invalid-dns
 */
export function requireDomains(domains: readonly string[]): readonly string[] {
  const wrong = domains.find(domain => !isDnsSubdomain(domain));
  if (wrong === undefined) {return domains;}
  return fail({
    code: 'invalid-dns', what: 'this is not a domain', given: quote(wrong),
    allowed: 'lower case labels joined by dots, without a dot at the end',
    fix: "write it as 'corp.example.com'",
  });
}

/**
 * Name servers as CoreDNS takes them.
 *
 * @throws invalid-dns
 */
export function requireServers(servers: readonly string[]): readonly string[] {
  const wrong = servers.find(server => !isAddress(server.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1')));
  if (servers.length > 0 && servers.length <= MOST_SERVERS && wrong === undefined) {return servers;}
  return fail({
    code: 'invalid-dns', what: 'questions cannot be forwarded to these name servers', given: servers.map(quote).join(', ') || 'none',
    allowed: `1 to ${MOST_SERVERS} addresses, with a port at will: 192.0.2.53, 192.0.2.53:5353, [2001:db8::53]:53`,
    fix: 'give addresses: a name would have to be resolved first',
  });
}

/** CoreDNS refuses more in one `forward`. */
const MOST_SERVERS = 15;
