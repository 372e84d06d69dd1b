import { isIP } from 'node:net';

/** An IPv4 or IPv6 address without a zone. */
export function isAddress(text: string): boolean {
  return isIP(text) !== 0 && !text.includes('%');
}

/** Whether only the pod itself reaches an address. */
export function isLoopback(address: string): boolean {
  return /^127\.|^(0*:)+0*1$/.test(address);
}
