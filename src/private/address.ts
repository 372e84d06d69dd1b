import { isIP } from 'node:net';

/** An IPv4 or IPv6 address without a zone. */
export function isAddress(text: string): boolean {
  return isIP(text) !== 0 && !text.includes('%');
}

/** A host as a URL has it, and as it stands before a port: an IPv6 address is in brackets. */
export function hostText(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/** Whether only the pod itself reaches an address. */
export function isLoopback(address: string): boolean {
  return /^127\.|^(0*:)+0*1$/.test(address);
}

/** The bits of an address, as a text of 32 or 128 digits. */
export function addressBits(address: string): string {
  if (!address.includes(':')) {return address.split('.').map(part => binary(Number(part), 8)).join('');}
  const [head, tail] = address.split('::').map(part => (part === '' ? [] : part.split(':').flatMap(groupBits)));
  const missing = tail === undefined ? 0 : 8 - head.length - tail.length;
  return [...head, ...Array<string>(Math.max(0, missing)).fill(binary(0, 16)), ...tail ?? []].join('');
}

/** A group of an IPv6 address; the last two may be written as an IPv4 address. */
function groupBits(group: string): string[] {
  if (!group.includes('.')) {return [binary(parseInt(group, 16), 16)];}
  const bits = addressBits(group);
  return [bits.slice(0, 16), bits.slice(16)];
}

function binary(number: number, digits: number): string {
  return number.toString(2).padStart(digits, '0');
}
