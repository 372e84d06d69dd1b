import type { Wire } from '../../private/wire';

/** A pod template as the checks look at it. */
export interface CheckedPod {
  readonly annotations: Readonly<Record<string, string>>;
  readonly spec: Wire;
  readonly securityContext: Wire;
  /** Init, regular and ephemeral containers: the rules make no difference. */
  readonly containers: readonly Wire[];
  /** The policy version that is asked for: the 34 of v1.34. */
  readonly minor: number;
}

/** One check of the Pod Security Standards. */
export interface PodSecurityCheck {
  /** The id that upstream uses. */
  readonly id: string;
  /** The lowest level that includes the check. */
  readonly level: 'baseline' | 'restricted';
  /** The first policy version with the check, where that is newer than v1.28. */
  readonly since?: number;
  /** The weaker check of the baseline level that is left out where this one runs. */
  readonly overrides?: string;
  /** What is wrong, in the words of the admission plugin; nothing when the pod passes. */
  readonly violation: (pod: CheckedPod) => string | undefined;
}

export function podToCheck(template: { readonly metadata?: any; readonly spec: any }, minor: number): CheckedPod {
  const spec: Wire = template.spec ?? {};
  return {
    annotations: template.metadata?.annotations ?? {},
    spec,
    securityContext: spec.securityContext ?? {},
    containers: [...listOf(spec.initContainers), ...listOf(spec.containers), ...listOf(spec.ephemeralContainers)],
    minor,
  };
}

/** A list of the manifest, which may be absent or null. */
export function listOf(value: any): Wire[] {
  return value ?? [];
}

export function isWindows(pod: CheckedPod): boolean {
  return pod.spec.os?.name === 'windows';
}

/** A user namespace makes root in the container nobody on the node: from v1.35 some checks trust it. */
export function hasTrustedUserNamespace(pod: CheckedPod): boolean {
  return pod.minor >= 35 && pod.spec.hostUsers === false;
}

/** The names of the containers whose security context is wrong. */
export function containersWhere(pod: CheckedPod, wrong: (securityContext: Wire) => boolean): string[] {
  return pod.containers.filter(container => wrong(container.securityContext ?? {})).map(container => container.name);
}

/** Who has a wrong security context: the pod, its containers, or nobody. */
export function settersWhere(pod: CheckedPod, wrong: (securityContext: Wire) => boolean): string | undefined {
  const containers = containersWhere(pod, wrong);
  const setters = [...wrong(pod.securityContext) ? ['pod'] : [], ...containers.length > 0 ? [named('container', containers)] : []];
  return setters.length === 0 ? undefined : setters.join(' and ');
}

/** What the pod and its containers say in their security contexts, each value once. */
export function valuesOf(pod: CheckedPod, read: (securityContext: Wire) => string | readonly string[] | undefined): string[] {
  const contexts = [pod.securityContext, ...pod.containers.map(container => container.securityContext ?? {})];
  return sortedOnce(contexts.flatMap(context => read(context) ?? []));
}

export function sortedOnce(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}

/** `volume "a"`, `volumes "a", "b"`. */
export function named(noun: string, names: readonly string[]): string {
  return `${plural(noun, names)} ${quoted(names)}`;
}

export function plural(noun: string, names: readonly string[]): string {
  return names.length === 1 ? noun : `${noun}s`;
}

/** The verb to a subject of so many. */
export function uses(subjects: readonly string[]): string {
  return subjects.length === 1 ? 'uses' : 'use';
}

export function quoted(names: readonly string[]): string {
  return names.map(name => `"${name}"`).join(', ');
}
