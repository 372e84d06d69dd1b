import { fail, quote } from '../../private/agent-error';
import { isWindowsUser } from '../../private/user-id';

/** A user of Windows: a name, at will with a domain before it. */
export function requireWindowsUser(name: string): string {
  if (name === '' || !isWindowsUser(name)) {
    fail({
      code: 'invalid-user', what: 'there is no such user of Windows', given: quote(name), allowed: 'USER or DOMAIN\\USER',
      fix: 'write it as whoami does',
    });
  }
  return name;
}
