import { isIP } from 'node:net';
import { fail, quote } from '../../private/agent-error';

/** A range of addresses. */
export interface Cidr {
  readonly text: string;
  readonly isIpv6: boolean;
  readonly prefix: number;
  /** The first address, as a number. */
  readonly first: bigint;
}

/**
 * A range of addresses in the notation of CIDR, with the bits behind its prefix zero.
 *
 * @param what what the range is for, in messages
 * @throws invalid-cidr
 */
export function requireCidr(text: string, what: string): Cidr {
  const [address, length, ...more] = text.split('/');
  const family = isIP(address);
  const bits = family === 6 ? 128 : 32;
  const prefix = /^\d{1,3}$/.test(length ?? '') ? Number(length) : NaN;
  if (family === 0 || address.includes('%') || more.length > 0 || !(prefix <= bits)) {
    fail({
      code: 'invalid-cidr', what: `${what} cannot be these`, given: quote(text),
      allowed: 'an address and the length of a prefix, such as 10.244.0.0/16',
      fix: 'write a range, not a single address',
    });
  }
  const value = family === 6 ? ofIpv6(address) : ofIpv4(address);
  if (value % 2n ** BigInt(bits - prefix) !== 0n) {
    fail({
      code: 'invalid-cidr', what: `${what} begin in the middle of a range`, given: quote(text),
      allowed: `an address whose last ${bits - prefix} bits are zero`,
      fix: 'write the first address of the range, or a longer prefix',
    });
  }
  return { text, isIpv6: family === 6, prefix, first: value };
}

/** Whether all addresses of a range are in another one. */
export function covers(outer: Cidr, inner: Cidr): boolean {
  const size = 2n ** BigInt((outer.isIpv6 ? 128 : 32) - outer.prefix);
  return outer.isIpv6 === inner.isIpv6 && outer.prefix <= inner.prefix && inner.first >= outer.first && inner.first < outer.first + size;
}

function ofIpv4(address: string): bigint {
  return address.split('.').reduce((value, part) => value * 256n + BigInt(part), 0n);
}

function ofIpv6(address: string): bigint {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(address);
  const plain = dotted === null
    ? address
    : `${dotted[1]}${(ofIpv4(dotted[2]) / 65536n).toString(16)}:${(ofIpv4(dotted[2]) % 65536n).toString(16)}`;
  const [head, tail] = plain.split('::').map(part => (part === '' ? [] : part.split(':')));
  const groups = tail === undefined ? head : [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => '0'), ...tail];
  return groups.reduce((value, group) => value * 65536n + BigInt(`0x${group}`), 0n);
}
