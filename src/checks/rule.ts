import type { CheckContext } from './check-context';
import type { Example } from './example';
import type { Finding, Level } from './finding';
import type { ErrorCode } from '../private/error-catalogue';

/** What a rule says; the rest of the finding follows from the rule. */
export interface Found extends Pick<Finding, 'about' | 'path' | 'container' | 'what' | 'given' | 'wanted'> {
  /** In place of what the rule says of every finding. */
  readonly fix?: string;
  /** In place of the level of the rule, where one case is worse or better than the others. */
  readonly level?: Level;
}

/** Takes what a rule found. */
export type Report = (found: Found) => void;

/** A rule with judgement. The page under docs/checks and the table of tests are made from it. */
export interface Rule {
  /** The name of the file, and what findings and acknowledgements say. Never changed once released. */
  readonly id: string;
  readonly level: Level;
  /** One sentence: what is wrong. */
  readonly summary: string;
  /** Which fields of which objects it looks at. */
  readonly looksAt: string;
  /** What happens on a cluster otherwise, with its source where that is not well known. */
  readonly why: string;
  /** What to do, in the spelling of the Kubernetes API and, where there is one, with the option of this library. */
  readonly fix: string;
  /** Who raises it on a cluster: such errors cannot be acknowledged. */
  readonly raisedBy?: 'api-server' | 'kubelet';
  /** Codes of docs/errors with which constructs say the same in words of their own: beside one of them, a finding is left out. */
  readonly sameAs?: readonly ErrorCode[];
  /** Objects that have the finding, and the same without: as small as they can be. Made when someone asks. */
  readonly example: () => Example;
  readonly check: (context: CheckContext, report: Report) => void;
}
