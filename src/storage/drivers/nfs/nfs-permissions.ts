import { fail } from '../../../private/agent-error';
import { isWholeNumber } from '../../../private/whole-number';

/** The driver reads a leading zero as octal. */
export function octalPermissions(permissions: number): string {
  if (!isWholeNumber(permissions, 1, 0o7777)) {
    fail({
      code: 'invalid-csi-driver',
      what: 'the root of a share cannot have these permissions',
      given: `mountPermissions: ${permissions}`,
      allowed: '1 to 4095, which is 0o7777',
      fix: 'write it as an octal number: 0o777',
    });
  }
  return `0${permissions.toString(8)}`;
}
