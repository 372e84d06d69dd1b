import { wrongName } from './names';
import { quote } from '../../private/agent-error';
import { finding, ObjectFinding, ObjectPlace } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { isUnreadableImage } from '../image';
import type { PlacedContainer } from '../inventory/containers';
import { PROBES } from '../inventory/probes';
import type { Workload } from '../inventory/workload';

/** The most that a path can be long, and the API server takes as the name of an AppArmor profile. */
const MAX_PROFILE = 4095;

const HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'grpc'];

/** What a container needs, and what its ports, probes and profiles may be. */
export function* wrongContainer(about: Workload, { container, name, path }: PlacedContainer): Generator<ObjectFinding> {
  const where = `the container ${quote(container.name)}`;
  if (!container.image) {
    yield finding({
      about, container: name, path: `${path}.image`, code: 'invalid-image', refusedBy: 'api-server', what: `${where} has no image`,
      given: quote(container.image), allowed: 'registry/repository:tag',
      fix: 'name the image of the container; of an agent, give it as `image`, and leave it out of overrides and patches',
    });
  } else if (isUnreadableImage(container.image)) {
    yield finding({
      about, container: name, path: `${path}.image`, code: 'invalid-image', what: `the image of ${where} cannot be read`,
      given: quote(container.image), allowed: 'registry/repository:tag, in lower case up to the tag, without blanks and without a scheme',
      fix: 'copy the reference that `docker pull` takes',
    });
  }
  yield* wrongName(container.name, 'dns-label', 'a container', () => ({ about, container: name, path: `${path}.name` }));
  yield* longProfile(where, container.securityContext, () => ({ about, container: name, path: `${path}.securityContext` }));
  if (container.ports) {yield* wrongPorts(about, { container, name, path }, where);}
  yield* wrongProbes(about, { container, name, path }, where);
}

function* wrongPorts(about: Workload, { container, name, path }: Omit<PlacedContainer, 'role'>, where: string): Generator<ObjectFinding> {
  const ports: Wire[] = container.ports;
  const isOnHost = about.pod.hostNetwork === true;
  for (let index = 0; index < ports.length; index++) {
    const { containerPort, hostPort, name: named } = ports[index];
    const at = (field: string): ObjectPlace => ({ about, container: name, path: `${path}.ports[${index}].${field}` });
    if (isWrongPort(containerPort ?? 0) || isWrongPort(hostPort || 1)) {
      yield finding({
        ...at(isWrongPort(containerPort ?? 0) ? 'containerPort' : 'hostPort'), code: 'invalid-port',
        what: `a port of ${where} has no such number`,
        given: [containerPort, hostPort].filter(each => each !== undefined).join(', ') || 'no containerPort', allowed: '1 to 65535',
        fix: 'correct the number',
      });
    }
    yield* wrongName(named, 'port-name', `a port of ${where}`, () => at('name'));
    if (isOnHost && hostPort && hostPort !== containerPort) {
      yield finding({
        ...at('hostPort'), code: 'conflicting-port', what: `${where} maps a port of the node to another one on the host network`,
        given: `containerPort ${containerPort}, hostPort ${hostPort}`, fix: 'use the same number for both, or do without the host network',
      });
    }
  }
}

function* wrongProbes(about: Workload, { container, name, path }: Omit<PlacedContainer, 'role'>, where: string): Generator<ObjectFinding> {
  for (const role of PROBES) {
    const probe = container[role];
    if (probe === undefined) {continue;}
    const handlers = HANDLERS.filter(handler => probe[handler] !== undefined);
    if (handlers.length === 1) {continue;}
    yield finding({
      about, container: name, path: `${path}.${role}`, code: 'invalid-probe',
      what: `the ${role} of ${where} asks in ${handlers.length === 0 ? 'no way' : 'several ways'}`,
      given: handlers.join(', ') || 'no handler', allowed: `one of ${HANDLERS.join(', ')}`,
      fix: 'give the probe one of exec, httpGet, tcpSocket and grpc; of an agent, set it as a whole with the typed option',
    });
  }
}

/** The name of an AppArmor profile that no node can have. */
export function* longProfile(where: string, securityContext: Wire | undefined, place: () => ObjectPlace): Generator<ObjectFinding> {
  const profile = securityContext?.appArmorProfile?.localhostProfile;
  if (typeof profile === 'string' && profile.length * 3 > MAX_PROFILE && Buffer.byteLength(profile) > MAX_PROFILE) {
    const at = place();
    yield finding({
      ...at, path: `${at.path}.appArmorProfile.localhostProfile`, code: 'invalid-path',
      what: `the AppArmor profile of ${where} has too long a name`,
      given: `${Buffer.byteLength(profile)} bytes`, allowed: `${MAX_PROFILE} bytes`, fix: 'shorten the name of the profile',
    });
  }
}

/** Whether a number is none that a port can have. What is no number at all is found by its type. */
function isWrongPort(value: unknown): boolean {
  return typeof value === 'number' && !(value >= 1 && value <= 65535);
}
