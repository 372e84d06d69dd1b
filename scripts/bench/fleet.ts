import { rmSync } from 'node:fs';
import { median, print, SMOKE } from './figures';
import { buildHelm, HelmChart } from './helm';
import { byHand, Cost, costOf, documentsOf, FOLDER, MANY, requireSameBytes, What, withLibrary } from './programs';

/**
 * What one process costs that writes clusters of six agents, against a process that writes the same bytes by hand with cdk8s, and against
 * Helm. Whole processes, their processor time and their memory, loading included; ratios only. `--smoke` takes few clusters and rounds, for
 * CI, and only proves that the benchmark runs.
 */
interface Comparison {
  readonly name: string;
  readonly clusters: number;
  readonly what?: What;
  readonly count: number;
  readonly bound?: number;
}

/** Neighbouring rounds are compared, so that a busy machine slows both sides. */
function rounds<T>(count: number, ours: () => Cost, others: () => T): Array<readonly [ours: Cost, other: T]> {
  return Array.from({ length: count }, (_, round) => {
    if (round % 2 === 0) {return [ours(), others()];}
    const other = others();
    return [ours(), other];
  });
}

const timeRatio = (pairs: ReadonlyArray<readonly [Cost, Pick<Cost, 'time'>]>): number => median(pairs.map(([a, b]) => a.time / b.time));

const FEW = SMOKE ? 3 : 15;
const HUNDRED = SMOKE ? 5 : 100;
const THOUSAND = SMOKE ? 10 : 1000;
const ROUNDS = SMOKE ? 1 : 5;

const COMPARISONS: readonly Comparison[] = [
  { name: 'one minimal agent', clusters: 1, what: 'one', count: FEW, bound: 1.2 },
  { name: 'a log agent with five destinations', clusters: 1, what: 'logs', count: FEW, bound: 1.3 },
  { name: 'one cluster of six agents', clusters: 1, count: FEW, bound: 1.25 },
  { name: `${HUNDRED} clusters of six agents`, clusters: HUNDRED, count: ROUNDS, bound: 0.5 },
  { name: `${THOUSAND} clusters of six agents`, clusters: THOUSAND, count: 1, bound: 0.15 },
  { name: `${HUNDRED} clusters, each with a namespace of its own,`, clusters: HUNDRED, what: 'elsewhere', count: ROUNDS },
  { name: `${THOUSAND} clusters, each with a namespace of its own,`, clusters: THOUSAND, what: 'elsewhere', count: 1 },
  { name: `${MANY} agents in one chart`, clusters: 1, what: 'many', count: ROUNDS, bound: 1.1 },
];

function main(): void {
  const fleet = withLibrary('fleet', 'agents.FleetApp');
  const plain = withLibrary('plain', 'cdk8s.App');
  const hand = byHand(fleet);
  for (const what of ['one', 'logs', 'six', 'elsewhere', 'many'] as const) {
    for (const program of [fleet, plain]) {requireSameBytes(program, hand, what);}
  }
  const againstHand = (program: string, { clusters, what = 'six', count }: Comparison) =>
    rounds(count, () => costOf(program, clusters, what), () => costOf(hand, clusters, what));

  const results = COMPARISONS.map(each => {
    const pairs = againstHand(fleet, each);
    print(`${each.name} with FleetApp, against the same bytes by hand`, timeRatio(pairs), each.bound);
    return { own: median(pairs.map(([{ time }]) => time)) / each.clusters, memory: median(pairs.map(([a, b]) => a.memory / b.memory)) };
  });
  for (const at of [1, 2, COMPARISONS.length - 1]) {
    print(`${COMPARISONS[at].name} with App of cdk8s, against the same bytes by hand`, timeRatio(againstHand(plain, COMPARISONS[at])));
  }
  const [, , , atHundred, atThousand] = results;
  print(`cost of a cluster among ${THOUSAND}, against among ${HUNDRED}`, atThousand.own / atHundred.own, 1.1);
  print(`peak memory of ${THOUSAND} clusters, against by hand`, atThousand.memory, 2);
  if (!SMOKE) {againstHelm(fleet);}
}

/** Helm is a process for each cluster. */
function againstHelm(fleet: string): void {
  let helm: string;
  try {
    helm = buildHelm();
  } catch (error) {
    console.log(`Helm could not be built, and is not compared: ${(error as Error).message}`);
    return;
  }
  const chart = new HelmChart(helm, documentsOf(fleet, 'six'));
  chart.requireSameObjects();
  for (const [clusters, bound] of [[1, 1.5], [HUNDRED, 1 / 30]]) {
    const pairs = rounds(clusters === 1 ? FEW : 3, () => costOf(fleet, clusters, 'six'), () => chart.costOf(clusters));
    print(`clusters of six agents with FleetApp, against \`helm template\`: ${clusters}`, timeRatio(pairs), bound);
  }
}

try {
  main();
} finally {
  rmSync(FOLDER, { recursive: true, force: true });
}
