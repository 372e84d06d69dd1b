import { Causes, each, ofContainer, voidedBy, Which } from '../cause';
import type { Subject, SubjectContainer } from '../subject';

/** Privileged containers. */
export function privileged(which: Which): Causes {
  return each(which, container => (container.isPrivileged
    ? ofContainer(container, 'securityContext.privileged', 'is privileged', ['privileged'])
    : undefined));
}

/**
 * Containers that may gain privileges. With SYS_ADMIN they always may, and so may privileged ones: the API server refuses to forbid it to
 * the latter.
 *
 * @param isAllowed whether the tool takes the field for permission
 */
export function privilegeEscalation(which: Which, isAllowed: (field: unknown) => boolean): Causes {
  return each(which, container => (isAllowed(container.security.allowPrivilegeEscalation)
    ? ofContainer(container, 'securityContext.allowPrivilegeEscalation', 'may gain privileges', [
      ...withSysAdmin(container), ...voidedBy(container),
    ]) : undefined));
}

/** Containers that no seccomp profile confines. */
export function unconfined(which: Which, isConfined: (type: string
  | undefined, container: SubjectContainer, subject: Subject) => boolean): Causes {
  return each(which, (container, subject) => (isConfined(container.seccompType, container, subject) ? undefined
    : ofContainer(container, 'securityContext.seccompProfile', 'runs without a seccomp profile', voidedBy(container))));
}

function withSysAdmin({ added }: SubjectContainer): string[] {
  return added.filter(name => /^(CAP_)?SYS_ADMIN$/.test(name));
}
