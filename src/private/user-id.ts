import { fail } from './agent-error';
import { isWholeNumber, MAX_INT32 } from './whole-number';

/** The numeric id of a user or group. */
export function requireId(id: number, what: string): number {
  if (!isWholeNumber(id, 0, MAX_INT32)) {
    fail({
      code: 'invalid-user', what: `there is no such ${what}`, given: String(id), allowed: '0 to 2147483647',
      fix: 'use the numeric id of the image',
    });
  }
  return id;
}

const DOMAIN_NAME = /^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;

/** An account of Windows: a user, at will behind a NetBIOS or DNS domain and a backslash. */
export function isWindowsUser(value: string): boolean {
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f]/.test(value)) {return false;}
  const parts = value.split('\\');
  const user = parts[parts.length - 1];
  const domain = parts.length > 1 ? parts[0] : undefined;
  return parts.length <= 2 && user !== '' && Buffer.byteLength(user) <= 104 && !/^[. ]+$/.test(user) && !/["/\\:;|=,+*?<>@[\]]/.test(user)
    && (domain === undefined
      || Buffer.byteLength(domain) < 256 && (/^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/.test(domain) || DOMAIN_NAME.test(domain)));
}
