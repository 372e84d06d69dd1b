import type { Acceptance } from './acceptance';
import type { Subject, SubjectContainer } from './subject';

/** An acceptance that speaks of a cause. */
export interface Accepting {
  readonly id: string;
  /** Absent for what the pod has as a whole. */
  readonly container?: string;
  /** Whether it must name the place: what is said of the whole object does not reach so far. */
  readonly isPlaced?: boolean;
}

/**
 * One thing in an object that a check of a tool holds against it. A check is silent about all of an object or nothing, so each of its
 * causes must be accepted.
 */
export interface Cause {
  /** What it is, in words: `container 'agent' is privileged`. */
  readonly what: string;
  /** The places in the manifest that it comes from. */
  readonly paths: readonly string[];
  /** Each of these alone accepts it, the most telling first; nothing of ours speaks of it where there is none. */
  readonly acceptedBy: readonly Accepting[];
}

/** What a check holds against a workload: nothing where the check is content. */
export type Causes = (subject: Subject) => readonly Cause[];

/** Chooses the containers that a check looks at. */
export type Which = (subject: Subject) => readonly SubjectContainer[];

/** Those of `containers` and `initContainers`. */
export const ALL: Which = ({ containers }) => containers;

/** Those of `containers`. */
export const MAIN: Which = ({ containers }) => containers.filter(({ isMain }) => isMain);

/** A cause for each container that a check holds something against. */
export function each(which: Which, causeOf: (container: SubjectContainer, subject: Subject) => Cause | readonly Cause[]
  | undefined): Causes {
  return subject => which(subject).flatMap(container => causeOf(container, subject) ?? []);
}

/** All causes of several kinds. */
export function anyOf(...all: readonly Causes[]): Causes {
  return subject => all.flatMap(causes => causes(subject));
}

/** Something that a container has or lacks. */
export function ofContainer({
  name, path,
}: SubjectContainer, field: string, what: string, ids: readonly string[], more: Partial<Cause> = {}): Cause {
  const { paths = [], acceptedBy = [] } = more;
  return {
    what: `container '${name}' ${what}`, paths: [`${path}.${field}`, ...paths],
    acceptedBy: [...ids.map(id => ({ id, container: name })), ...acceptedBy],
  };
}

/** Something that the pod has or lacks as a whole. */
export function ofPod({ podPath }: Subject, field: string, what: string, acceptedBy: readonly Accepting[]): Cause {
  return { what: `the pod ${what}`, paths: [`${podPath}.${field}`], acceptedBy };
}

/**
 * Rights beside which the settings of Linux are void: a privileged container holds every capability, gains privileges at will and is
 * confined by no profile, and the API server takes none of these fields for a HostProcess container. Whoever accepted the right accepted
 * that with it.
 */
export function voidedBy({ isPrivileged, isHostProcess }: SubjectContainer): string[] {
  return [...isPrivileged ? ['privileged'] : [], ...isHostProcess ? ['hostProcess'] : []];
}

/** The acceptances that give the reason for a cause: none where it is not accepted. */
export function acceptancesOf({ acceptedBy, paths }: Cause, given: readonly Acceptance[]): readonly Acceptance[] {
  for (const accepting of acceptedBy) {
    const meant = given.filter(acceptance => plain(acceptance.id) === plain(accepting.id)
      && (acceptance.container === undefined || acceptance.container === accepting.container)
      && (acceptance.path === undefined ? accepting.isPlaced !== true : isAt(acceptance.path, paths)));
    if (meant.length > 0) {return meant;}
  }
  return [];
}

/** Whether something is said of one of the places: of what they are part of, or of a part of them. */
function isAt(said: string, paths: readonly string[]): boolean {
  return paths.some(path => isWithin(path, said) || isWithin(said, path));
}

/** Capabilities are spelled with and without their prefix. */
function plain(id: string): string {
  return id.replace(/^CAP_/, '');
}

/** Whether a path is another one, or leads on from it. */
function isWithin(path: string, above: string): boolean {
  return path === above || path.startsWith(above) && /^[.[]/.test(path.slice(above.length));
}
