import { findWrongName } from './names';
import { Problem, quote } from '../../private/problem';
import type { Wire } from '../../private/wire';

/** The most that a path can be long, and the API server takes as the name of an AppArmor profile. */
const MAX_PROFILE = 4095;

/** What a container needs, and what its ports and profiles may be. */
export function findWrongContainer(container: Wire, problems: Problem[]): void {
  const where = `the container ${quote(container.name)}`;
  if (!container.image) {
    problems.push({
      code: 'invalid-image', what: `${where} has no image`, given: quote(container.image), allowed: 'registry/repository:tag',
      fix: 'leave the image out of overrides and patches, and give it as `image`',
    });
  }
  findWrongName(container.name, 'dns-label', 'a container', problems);
  findLongProfile(where, container.securityContext, problems);
  for (const port of container.ports ?? []) {
    if (isWrongPort(port.containerPort ?? 0) || isWrongPort(port.hostPort || 1)) {
      problems.push({
        code: 'invalid-port', what: `a port of ${where} has no such number`, given: [port.containerPort, port.hostPort].filter(each => each !== undefined).join(', ') || 'no containerPort',
        allowed: '1 to 65535', fix: 'correct the number',
      });
    }
    findWrongName(port.name, 'port-name', `a port of ${where}`, problems);
  }
}

/** The name of an AppArmor profile that no node can have. */
export function findLongProfile(where: string, securityContext: Wire | undefined, problems: Problem[]): void {
  const profile = securityContext?.appArmorProfile?.localhostProfile;
  if (typeof profile === 'string' && profile.length * 3 > MAX_PROFILE && Buffer.byteLength(profile) > MAX_PROFILE) {
    problems.push({
      code: 'invalid-path', what: `the AppArmor profile of ${where} has too long a name`, given: `${Buffer.byteLength(profile)} bytes`, allowed: `${MAX_PROFILE} bytes`,
      fix: 'shorten the name of the profile',
    });
  }
}

/** What is no number at all is told by the type. */
function isWrongPort(value: unknown): boolean {
  return typeof value === 'number' && !(value >= 1 && value <= 65535);
}
