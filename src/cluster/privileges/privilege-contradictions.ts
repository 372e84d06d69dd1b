import { fieldPath } from '../../private/field-path';
import { Finding, FindingKind, findingOf, ObjectFinding } from '../../private/finding';
import type { Wire } from '../../private/wire';
import type { CheckContext } from '../inventory/check-context';
import { containersIn } from '../inventory/containers';
import { writtenWorkloads } from '../inventory/written-workloads';

/** What such findings have in common. */
export const PRIVILEGE_CONTRADICTION: FindingKind = {
  id: 'privilege-contradiction',
  level: 'error',
  fix: 'Keep one of the two: leave `allowPrivilegeEscalation` out next to `privileged` and CAP_SYS_ADMIN, and run as user 0, without '
    + '`runAsNonRoot`, what needs capabilities (`ContainerSecurity.root` with a reason).',
};

/** Rights that a container asks for and forbids in one breath. */
export function* privilegeContradictions(context: CheckContext): Generator<ObjectFinding> {
  for (const workload of writtenWorkloads(context)) {
    const isOfPod = asksForMore(workload.pod.securityContext);
    for (const placed of containersIn(workload)) {
      const { container, name } = placed;
      if (!isOfPod && !asksForMore(container.securityContext)) {continue;}
      const own = container.securityContext ?? {};
      const placeOf = (field: string) => (own[field] === undefined
        ? fieldPath(workload.podPath, workload.pod, 'securityContext', field)
        : `${placed.path}.securityContext.${field}`);
      const asked = context.own?.knowledgeOf(workload)?.rights.filter(right => right.container === name).map(right => right.name) ?? [];
      for (const { field, ...found } of contradictions({ ...workload.pod.securityContext, ...own }, asked)) {
        yield findingOf(PRIVILEGE_CONTRADICTION, { about: workload, container: name, path: placeOf(field), ...found });
      }
    }
  }
}

/** What takes nothing that others lack contradicts nothing. */
function asksForMore(securityContext: Wire | undefined | null): boolean {
  if (!securityContext) {return false;}
  const { privileged, runAsUser, capabilities } = securityContext;
  return privileged === true || runAsUser === 0 || capabilities?.add?.length > 0;
}

/** What is wrong with the security context of a container, in which that of the pod is filled in. */
interface Contradiction extends Pick<Finding, 'what' | 'given'>, Partial<Pick<Finding, 'level' | 'refusedBy'>> {
  readonly field: string;
}

/** Capabilities that are of use without being held: any user may bind low ports where the runtime opens them. */
const FREE = 'NET_BIND_SERVICE';

/** @param asked capabilities that an agent asks for by name: without root none of them has an effect */
function contradictions(given: Wire, asked: readonly string[]): Contradiction[] {
  const added: string[] = given.capabilities?.add ?? [];
  const forbids = given.allowPrivilegeEscalation === false;
  const found: Contradiction[] = [];
  if (forbids && given.privileged === true) {
    found.push({
      field: 'allowPrivilegeEscalation', what: 'the container is privileged and forbids privilege escalation',
      given: 'privileged: true, allowPrivilegeEscalation: false',
      refusedBy: 'api-server',
    });
  } else if (forbids && added.includes('CAP_SYS_ADMIN')) {
    found.push({
      field: 'allowPrivilegeEscalation', what: 'the container adds CAP_SYS_ADMIN and forbids privilege escalation',
      given: 'capabilities.add: CAP_SYS_ADMIN, allowPrivilegeEscalation: false', refusedBy: 'api-server',
    });
  }
  if (given.runAsNonRoot === true && given.runAsUser === 0) {
    found.push({
      field: 'runAsUser', what: 'the container runs as user 0, and must not run as root', given: 'runAsNonRoot: true, runAsUser: 0',
      refusedBy: 'kubelet',
    });
  }
  const useless = added.filter(capability => capability.replace(/^CAP_/, '') !== FREE);
  const inVain = given.runAsNonRoot === true || given.runAsUser > 0 ? added.filter(capability => asked.includes(capability)) : [];
  if (inVain.length > 0) {
    found.push({
      field: 'capabilities', what: 'the container is not root, so the capabilities that it asks for do not reach it',
      given: inVain.join(', '),
    });
  } else if (forbids && given.privileged !== true && given.runAsUser > 0 && useless.length > 0) {
    found.push({
      field: 'capabilities', level: 'warning', what: 'the container is not root, and capabilities that are added to it have no effect',
      given: `${useless.join(', ')}; runAsUser: ${given.runAsUser}, allowPrivilegeEscalation: false`,
    });
  }
  return found;
}
