import { Cause, Causes, each, ofContainer, ofPod, voidedBy, Which } from '../cause';
import type { Subject, SubjectContainer } from '../subject';

/** Containers whose user a check does not like. Root is accepted as such; any other user, and none, only with what voids the choice. */
export function users(which: Which, isBad: (container: SubjectContainer, subject: Subject) => boolean): Causes {
  return each(which, (container, subject) => (isBad(container, subject) ? userCause(container, subject, 'runAsUser') : undefined));
}

/** Containers whose group a check does not like: that of root is accepted with root. */
export function groups(which: Which, isBad: (container: SubjectContainer, subject: Subject) => boolean): Causes {
  return each(which, (container, subject) => (isBad(container, subject) ? userCause(container, subject, 'runAsGroup') : undefined));
}

/** The pod says root, and none of its containers follows. */
export const rootOfPod: Causes = subject => (
  subject.security.runAsUser === 0 && subject.containers.every(({ user }) => user !== 0)
    ? [ofPod(subject, 'securityContext.runAsUser', 'runs as root', [{ id: 'root' }])] : []
);

/** The pod names the group of root: as its own, which is accepted with root, or as one more, which nothing of ours speaks of. */
export const rootGroupOfPod: Causes = subject => {
  const { runAsGroup, fsGroup, supplementalGroups } = subject.security;
  const inheriting = groups(
    ({ containers }) => containers.filter(({ security }) => security.runAsGroup === undefined), () => true,
  )(subject);
  const own = inheriting.length > 0 ? inheriting : [ofPod(subject, 'securityContext.runAsGroup', 'runs as group 0', [{ id: 'root' }])];
  return [
    ...runAsGroup === 0 ? own : [],
    ...fsGroup === 0 ? [ofPod(subject, 'securityContext.fsGroup', 'gives its volumes to group 0', [])] : [],
    ...(supplementalGroups ?? []).includes(0) ? [ofPod(subject, 'securityContext.supplementalGroups', 'is in group 0', [])] : [],
  ];
};

function userCause(container: SubjectContainer, { podPath }: Subject, field: 'runAsUser' | 'runAsGroup'): Cause {
  const id = field === 'runAsUser' ? container.user : container.group;
  return ofContainer(
    container, `securityContext.${field}`, `runs as ${field === 'runAsUser' ? 'user' : 'group'} ${id ?? 'of its image'}`,
    [...container.user === 0 ? ['root'] : [], ...voidedBy(container)], { paths: [`${podPath}.securityContext.${field}`] });
}
