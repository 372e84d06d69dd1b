import type { Wire } from '../../private/wire';

/** Which user and groups a process has, as far as its manifest says. */
export interface ProcessUser {
  /** Whether it is certainly not root. */
  readonly isNotRoot: boolean;
  /** The user, where one is written. */
  readonly user?: number;
  /** Whether it may be in the group of root: nothing is known of the group of an image. */
  readonly mayBeInRootGroup: boolean;
}

/** What a container says wins over what its pod says. */
export function processUserOf(pod: Wire, container: Wire): ProcessUser {
  const [ofPod, own]: [Wire, Wire] = [pod.securityContext ?? {}, container.securityContext ?? {}];
  // null is what is left out
  const [runAsUser, runAsNonRoot, runAsGroup] = ['runAsUser', 'runAsNonRoot', 'runAsGroup'].map(field => own[field] ?? ofPod[field]);
  const supplementalGroups: unknown[] = ofPod.supplementalGroups ?? [];
  return {
    isNotRoot: typeof runAsUser === 'number' ? runAsUser > 0 : runAsNonRoot === true,
    ...typeof runAsUser === 'number' && { user: runAsUser },
    mayBeInRootGroup: typeof runAsGroup !== 'number' || runAsGroup === 0 || supplementalGroups.includes(0),
  };
}

/** The same in the words of the fields. */
export function userText({ user }: ProcessUser): string {
  return user === undefined ? 'runAsNonRoot: true' : `runAsUser: ${user}`;
}
