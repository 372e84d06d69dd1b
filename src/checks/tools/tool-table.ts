import type { Acceptance } from './acceptance';
import { acceptancesOf, Cause, Causes } from './cause';
import { Subject, subjectOf } from './subject';
import { byText, Wire } from '../../private/wire';

/** A check of another tool that one of our acceptances can speak of. */
export interface ToolCheck {
  /** As the tool spells it. */
  readonly id: string;
  /** The file of the tool that says when it finds something. */
  readonly source: string;
  /** What it holds against a workload. */
  readonly causes: Causes;
  /** Checks that the tool silences together with this one. */
  readonly silencesToo?: readonly string[];
}

/** What is known of a tool. */
export interface ToolTable<Check extends ToolCheck = ToolCheck> {
  /** The repository and commit, or the release, that the table was read from. */
  readonly readFrom: string;
  /** The kinds that it looks at. */
  readonly kinds: readonly string[];
  readonly checks: readonly Check[];
}

/** A check that finds something, and what was said to it. */
export interface Outcome<Check extends ToolCheck = ToolCheck> {
  readonly check: Check;
  /** Each once, in the order of their texts; none where nothing of it is accepted. */
  readonly reasons: readonly string[];
  /** What nobody accepted: the check stays as long as there is any. */
  readonly open: readonly Cause[];
}

/** Every check of a tool that finds something in an object, in the order of their ids. */
export function outcomesFor<Check extends ToolCheck>(
  table: ToolTable<Check>, manifest: Wire, given: readonly Acceptance[],
): Outcome<Check>[] {
  const { kinds, checks } = table;
  const subject = subjectOf(manifest);
  if (subject === undefined || !kinds.includes(subject.kind)) {return [];}
  return checks.flatMap(check => outcomeOf(check, checks, subject, given)).sort((a, b) => byText(a.check.id, b.check.id));
}

/** The checks that nothing is left of once what is accepted is taken away. */
export function silenced<Check extends ToolCheck>(table: ToolTable<Check>, manifest: Wire, given: readonly Acceptance[]): Outcome<Check>[] {
  return outcomesFor(table, manifest, given).filter(({ open }) => open.length === 0);
}

function outcomeOf<Check extends ToolCheck>(
  check: Check, all: readonly Check[], subject: Subject, given: readonly Acceptance[],
): Outcome<Check>[] {
  const own = check.causes(subject);
  if (own.length === 0) {return [];}
  const together = all.filter(({ id }) => check.silencesToo?.includes(id)).flatMap(({ causes }) => causes(subject));
  const judged = [...own, ...together].map(cause => ({ cause, accepted: acceptancesOf(cause, given) }));
  return [{
    check,
    reasons: [...new Set(judged.flatMap(({ accepted }) => accepted.map(({ reason }) => reason)))].sort(byText),
    open: judged.filter(({ accepted }) => accepted.length === 0).map(({ cause }) => cause),
  }];
}
