import { deepStrictEqual, throws } from 'node:assert';
import { wrongSilence } from './acknowledgements/compare';
import type { Finding } from './judge';
import { flagTableProblems } from './programs/flag-table';
import { Review, ReviewFile } from './review';

const FINDING: Finding = { judge: 'kube-score', rule: 'some-rule', file: 'test/golden/logs.yaml', object: 'DaemonSet/logs', message: '' };
const EMPTY: ReviewFile = { leftOut: [], newClustersOnly: [], noProgram: [], accepted: [] };

/** Shows that the list of accepted findings hides no more than it says. It takes a millisecond, so it is shown before every run. */
export function checkReview(): void {
  const accept = (change: Partial<{ reason: string; judge: string; rule: string; file: string; object: string }> = {}) => {
    const { reason, judge, rule, file, object } = { ...FINDING, reason: 'a reason of some words', ...change };
    return new Review({ ...EMPTY, accepted: [{ reason, findings: [{ judge, rules: [rule], in: { [file]: [object] } }] }] });
  };
  const outcome = (review: Review) => {
    const { open, acceptedCount, stale } = review.verdict(FINDING.judge, [FINDING]);
    return { open: open.length, accepted: acceptedCount, stale: stale.length };
  };
  deepStrictEqual(outcome(accept()), { open: 0, accepted: 1, stale: 0 }, 'an accepted finding is not open');
  deepStrictEqual(outcome(new Review(EMPTY)), { open: 1, accepted: 0, stale: 0 }, 'a finding that is not listed is open');
  for (const change of [{ rule: 'other-rule' }, { file: 'test/golden/metrics.yaml' }, { object: 'DaemonSet/other' }]) {
    deepStrictEqual(
      outcome(accept(change)), { open: 1, accepted: 0, stale: 1 },
      'an entry covers its own rule, file and object, and is stale without them',
    );
  }
  deepStrictEqual(outcome(accept({ judge: 'checkov' })), { open: 1, accepted: 0, stale: 0 }, 'an entry covers one judge');
  throws(() => accept({ reason: 'ok' }), /no reason/, 'an entry has a reason');
  throws(
    () => new Review({ ...EMPTY, leftOut: [{ file: 'test/golden/gone.yaml', judges: [], reason: 'a reason of some words' }] }),
    /does not exist/,
  );
  throws(() => accept({ judge: 'nobody' }).requireJudges([FINDING.judge]), /no judge is called nobody/);
}

/** Shows that a flag of node_exporter cannot come, go or change without being seen. */
export function checkFlagTable(): void {
  const help = '  -h, --[no-]help   Show help.\n      --[no-]collector.cpu  Enable the cpu collector.\n      --path.procfs="/proc"  procfs '
    + 'mountpoint.\n';
  const told = (text: string, part: string) => flagTableProblems(text).filter((problem) => problem.includes(part)).length;
  deepStrictEqual(told(help, 'collector.cpu:') + told(help, 'path.procfs') + told(help, 'help'), 0, 'a flag that both know is no problem');
  deepStrictEqual(told(help, 'collector.netdev'), 1, 'a collector that the program no longer has is one');
  deepStrictEqual(told(help.replace('path.procfs', 'path.proc'), 'path.proc:'), 1, 'so is a flag that we do not know');
  deepStrictEqual(told(help.replace('[no-]collector.cpu', 'collector.cpu'), 'collector.cpu:'), 1, 'and a switch that became a value');
}

/** Shows that annotations that hide too much or too little are told from those that hide what they should. */
export function checkComparison(): void {
  const outcome = (before: string[], after: string[], silent: string[]) => {
    const { hidden, shown, made } = wrongSilence(new Set(before), new Set(after), new Set(silent));
    return [hidden, shown, made].map((list) => list.join());
  };
  deepStrictEqual(outcome(['a', 'b'], ['b'], ['a']), ['', '', ''], 'what is accepted falls silent, and nothing else');
  deepStrictEqual(outcome(['a', 'b'], [], ['a']), ['b', '', ''], 'what else falls silent is hidden');
  deepStrictEqual(outcome(['a', 'b'], ['a', 'b'], ['a']), ['', 'a', ''], 'what is accepted and still said is shown');
  deepStrictEqual(outcome(['b'], ['b'], ['a']), ['', 'a', ''], 'what was never said cannot have fallen silent');
  deepStrictEqual(outcome(['a'], ['b'], ['a']), ['', '', 'b'], 'annotations make nobody say more');
}
