import type { Example } from './example';
import type { CheckContext } from '../cluster/inventory/check-context';
import type { FindingKind, ObjectFinding } from '../private/finding';

/** A rule with judgement. The page under docs/checks and the table of tests are made from it. */
export interface Rule extends FindingKind {
  // `id` is the name of the file, and what findings and acknowledgements say: never changed once released
  /** One sentence: what is wrong. */
  readonly summary: string;
  /** Which fields of which objects it looks at. */
  readonly looksAt: string;
  /** What happens on a cluster otherwise, with its source where that is not well known. */
  readonly why: string;
  /** What to do, in the spelling of the Kubernetes API and, where there is one, with the option of this library. */
  readonly fix: string;
  /** Lists in which it is this rule that finds repeated items, by the definition and field that hold them: `Container.env`. */
  readonly lists?: readonly string[];
  /** What is wrong, where it is true for several containers of a workload: it is said once then. Given how they are called. */
  readonly together?: (containers: string) => string;
  /** Objects that have the finding, and the same without: as small as they can be. Made when someone asks. */
  readonly example: () => Example;
  /** Everything that it finds, in the order of the objects. */
  readonly check: (context: CheckContext) => Iterable<ObjectFinding>;
}
