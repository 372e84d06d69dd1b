import { Capability } from '../../../agent/container/capability';
import { ContainerSecurity } from '../../../agent/container/container-security';

/** Root with no capability but SYS_ADMIN. Next to it nothing can be forbidden, so that nothing else is. */
export function systemAdmin(reason: string, capabilityReason: string): ContainerSecurity {
  return ContainerSecurity.of({
    user: 0, group: 0, capabilities: [Capability.add('SYS_ADMIN', capabilityReason)], dropCapabilities: ['ALL'], reason,
  });
}
