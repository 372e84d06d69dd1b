import type { Entry } from '../private/entry';
import { isFieldAtOrBelow } from '../private/field-path';
import type { Finding, FindingKind, ObjectFinding } from '../private/finding';
import { listUnder } from '../private/list-under';

/** Says that a finding is meant, and why. */
export interface Acknowledgement {
  /** The id of the rule. */
  readonly id: string;
  readonly reason: string;
  /** Only findings about this container. */
  readonly container?: string;
  /** Only findings at this path, or below it. */
  readonly path?: string;
  /** Whether it is meant for an object. */
  readonly covers: (about: Entry) => boolean;
  /** What it was said of: it is meant for nothing that is not in there. Absent where nothing is known of that. */
  readonly place?: object;
}

/** An acknowledgement of something that is not found. */
export const STALE_ACKNOWLEDGEMENT: FindingKind = { id: 'stale-acknowledgement', level: 'warning', fix: 'remove the acknowledgement' };

/** Findings with what was said of them, and what was said of no finding at all. */
export interface Acknowledged<A extends Acknowledgement> {
  readonly findings: readonly ObjectFinding[];
  readonly stale: readonly A[];
}

/**
 * Marks the findings that someone acknowledged; the first of several acknowledgements gives the reason. What the API server or the kubelet
 * refuses cannot be acknowledged: they read no reasons. What is usual and nobody acknowledged is left out.
 *
 * @param placesOf everything that an object is in, so that only what was said there is looked at
 */
export function acknowledge<A extends Acknowledgement>(
  findings: readonly ObjectFinding[], given: readonly A[], placesOf: (about: Entry) => readonly object[] = () => [],
): Acknowledged<A> {
  if (given.length === 0) {return { findings: findings.filter(isWorthSaying), stale: [] };}
  const byPlace = new Map<object | undefined, Said<A>[]>();
  given.forEach((said, order) => listUnder(byPlace, said.place).push({ said, order }));
  const used = new Set<A>();
  const marked = findings.map(finding => {
    if (finding.refusedBy !== 'nobody') {return finding;}
    const near = [undefined, ...placesOf(finding.about)].flatMap(place => byPlace.get(place) ?? []);
    const meant = near.filter(({ said }) => isMeant(said, finding)).sort((a, b) => a.order - b.order);
    meant.forEach(({ said }) => used.add(said));
    return meant.length === 0 ? finding : { ...finding, acknowledged: meant[0].said.reason };
  });
  return { findings: marked.filter(isWorthSaying), stale: given.filter(each => !used.has(each)) };
}

function isWorthSaying({ isUsual, acknowledged }: ObjectFinding): boolean {
  return isUsual !== true || acknowledged !== undefined;
}

/** An acknowledgement, and its number among all. */
interface Said<A extends Acknowledgement> {
  readonly said: A;
  readonly order: number;
}

function isMeant(given: Acknowledgement, finding: ObjectFinding): boolean {
  return isAbout(given, finding) && given.covers(finding.about);
}

/** Whether a finding in an object that is meant is the one that is meant. */
export function isAbout(
  { id, container, path }: Pick<Acknowledgement, 'id' | 'container' | 'path'>, finding: Pick<Finding, 'code' | 'container' | 'path'>,
): boolean {
  return id === finding.code && (container === undefined || container === finding.container)
    && (path === undefined || isFieldAtOrBelow(finding.path ?? '', path));
}
