import { fail, quote } from '../../private/agent-error';

/** How long a name of an interface may be in Linux. */
const LONGEST_INTERFACE = 15;

/**
 * @param option what the interface was given as
 * @throws invalid-network-option
 */
export function requireInterface(name: string, option: string): string {
  if (name !== '' && Buffer.byteLength(name) <= LONGEST_INTERFACE && !/[\s/:]/.test(name) && name !== '.' && name !== '..') {return name;}
  return fail({
    code: 'invalid-network-option', what: 'no interface of Linux has this name', given: `${option}: ${quote(name)}`,
    allowed: `1 to ${LONGEST_INTERFACE} bytes, without spaces, slashes and colons`,
    fix: 'copy it from `ip link`, or leave it out for the interface of the default route',
  });
}
