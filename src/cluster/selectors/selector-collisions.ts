import { LabelIndex } from './label-index';
import type { Wire } from '../../private/wire';
import { selectsLabels } from '../label-selector';

/** What selects pods and makes some. */
export interface PodSelecting {
  readonly selector: Wire;
  readonly podLabels: Wire;
}

/** How those who select pods are looked at. */
export interface PodSelection<T> {
  /** Only those of one place can take each other's pods: a namespace of a cluster. */
  placeOf(workload: T): string;
  /** Whether two workloads are distinguished, and of interest. */
  areTwo(one: T, other: T): boolean;
}

/** Two workloads of which the first selects the pods of the other. */
export interface SelectorCollision<T> {
  readonly one: T;
  readonly other: T;
}

/**
 * Two workloads of a place of which the first selects the other's pods: they adopt each other's orphans. One of each workload is enough to
 * know.
 */
export function* selectorCollisions<T extends PodSelecting>(
  workloads: readonly T[], look: PodSelection<T>,
): Generator<SelectorCollision<T>> {
  const index = new LabelIndex<T>();
  for (const workload of workloads) {index.add(look.placeOf(workload), workload.podLabels, workload);}
  for (const workload of workloads) {
    if (!describesPods(workload.selector)) {continue;}
    const other = index.candidates(look.placeOf(workload), workload.selector)
      .find(each => look.areTwo(workload, each) && selectsLabels(workload.selector, each.podLabels));
    if (other !== undefined) {yield { one: workload, other };}
  }
}

/** The API server takes no workload whose selector is empty. */
function describesPods({ matchLabels, matchExpressions }: Wire): boolean {
  return matchLabels !== undefined || matchExpressions !== undefined;
}
