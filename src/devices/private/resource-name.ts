import { fail, quote } from '../../private/agent-error';
import { isQualifiedName } from '../../private/names';

/** Quotas spell resources with this prefix, and the whole must be a name. */
const QUOTA = 'requests.';

/**
 * The name of a resource that a device plugin can register: that of an extended resource.
 *
 * @throws invalid-device-plugin
 */
export function requireResourceName(name: string): string {
  const domain = name.includes('/') ? name.slice(0, name.indexOf('/')) : '';
  if (domain === '' || isOfKubernetes(domain) || name.startsWith(QUOTA) || !isQualifiedName(`${QUOTA}${name}`)) {
    fail({
      code: 'invalid-device-plugin',
      what: 'a device plugin cannot offer a resource of this name',
      given: quote(name),
      allowed: 'a domain that is not kubernetes.io, `/`, and at most 63 letters, digits, `-`, `_` and `.`: example.com/accelerator',
      fix: 'copy the name from the documentation of the plugin: pods ask for it under `resources.limits`',
    });
  }
  return name;
}

function isOfKubernetes(domain: string): boolean {
  return domain === 'kubernetes.io' || domain.endsWith('.kubernetes.io');
}
