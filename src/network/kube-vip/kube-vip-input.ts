import { Duration } from 'cdk8s';
import { isAddress } from '../../private/address';
import { fail, quote } from '../../private/agent-error';
import { wholeSeconds } from '../../private/duration';
import { isDnsSubdomain, requireName } from '../../private/names';

/** An address, one of each IP family, or a name that leads to them. */
export interface VirtualAddress {
  readonly text: string;
  readonly isName: boolean;
}

/** @throws invalid-network-option */
export function requireVirtualAddress(text: string): VirtualAddress {
  const parts = text.split(',').map(part => part.trim());
  const areAddresses = parts.every(isAddress);
  const families = new Set(parts.map(part => part.includes(':')));
  // what looks like an address of IPv4 is a mistyped one, not a name
  const isName = parts.length === 1 && isDnsSubdomain(parts[0]) && !/^[\d.]+$/.test(parts[0]);
  if ((areAddresses && families.size === parts.length) || isName) {return { text: parts.join(','), isName };}
  return fail({
    code: 'invalid-network-option', what: 'kube-vip cannot announce this address', given: `address: ${quote(text)}`,
    allowed: 'an address of IPv4 or IPv6, one of each with a comma between, or a DNS name; without scheme, port, prefix length and '
      + 'brackets', fix: "write address: '192.0.2.10'",
  });
}

/** The times of an election, in seconds. */
export interface LeaseTimes {
  readonly leaseDuration: number;
  readonly renewDeadline: number;
  readonly retryPeriod: number;
}

/** The factor by which clients draw out their retries, so that not all of them ask at once. */
const JITTER = 1.2;

/** @throws invalid-network-option */
export function requireLeaseTimes(given: { readonly [time in keyof LeaseTimes]?: Duration }, usual: LeaseTimes): LeaseTimes {
  const seconds = (name: keyof LeaseTimes) => (given[name] === undefined ? usual[name] : wholeSeconds(given[name]!, name, 1));
  const [leaseDuration, renewDeadline, retryPeriod] = [seconds('leaseDuration'), seconds('renewDeadline'), seconds('retryPeriod')];
  if (leaseDuration > renewDeadline && renewDeadline > JITTER * retryPeriod) {return { leaseDuration, renewDeadline, retryPeriod };}
  return fail({
    code: 'invalid-network-option', what: 'no node could ever become the leader with these times',
    given: `leaseDuration of ${leaseDuration} s, renewDeadline of ${renewDeadline} s, retryPeriod of ${retryPeriod} s`,
    allowed: `a \`leaseDuration\` longer than \`renewDeadline\`, and a \`renewDeadline\` longer than ${JITTER} times \`retryPeriod\``,
    fix: `leave them out for ${usual.leaseDuration}, ${usual.renewDeadline} and ${usual.retryPeriod} seconds`,
  });
}

/** @throws invalid-name */
export function requireLease(name: string, what: string): string {
  return requireName(name, 'dns-subdomain', what);
}
