import { lineOf } from './findings';
import { claimProblems, ClaimTable } from './inputs/claims';
import { finishes, promises } from './promises';
import { Row, withTable, worse } from './table';

/** Puts bad inputs before what is judged here and not by Kubernetes. Returns what it failed to notice. */
export function blindSpots(table: ClaimTable): string[] {
  const rows: Row[] = [{ promise: 'a', judge: 'b 1.36', judged: '2,000 agents', findings: 0 }];
  const page = withTable('<!-- figures of npm run conformance --><!-- end of the figures -->', rows);
  const [first] = Object.keys(table.claims);
  const { [first]: dropped, ...others } = table.claims;
  const wanted = { selection: {}, tolerations: [], hostNetwork: false };
  const tainted = (effect: string) => promises(wanted, { name: 'a', labels: {}, taints: [{ key: 'a', effect }] });
  const noticed: { [what: string]: boolean } = {
    'a claim that is missing': claimProblems({ ...table, claims: others }).length === 1,
    'a claim of a code that there is not': claimProblems({ ...table, claims: { ...table.claims, 'no-such-code': dropped } }).length === 1,
    'a claim that says the opposite of the catalogue': claimProblems({
      ...table, claims: { ...table.claims, [first]: [{ rejectedBy: [] }] },
    }).length === 1,
    'a row that is gone': worse(page, []).length === 1,
    'a figure that is smaller': worse(page, [{ ...rows[0], judged: '1,999 agents' }]).length === 1,
    'figures that are as good, of a newer Kubernetes': worse(page, [{ ...rows[0], judge: 'b 1.37', judged: '2,001 agents' }]).length === 0,
    'the line of a field': lineOf('---\n# none\n---\na: 1\nb:\n  - c: 2\n  - c: 3\n', 0, 'b[1].c') === 7,
    'a taint that keeps pods away': !tainted('NoSchedule') && !tainted('NoExecute') && tainted('PreferNoSchedule'),
    'a budget that dead nodes use up': finishes(10, 11, 1) && !finishes(10, 10, 1) && !finishes(10, 20, 2),
  };
  return Object.keys(noticed).filter(what => !noticed[what]);
}
