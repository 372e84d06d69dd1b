/**
 * Lets programs that others wrote judge the YAML that we write:
 *
 *     npm run judges                           all of them
 *     npm run judges -- kubeconform yamllint   these
 *     npm run judges -- --install              builds and installs what they need, and judges nothing
 *
 * It needs Go and Python on the PATH, and fails without.
 */
import { Finding, Judge, showFinding } from './judge';
import { ACKNOWLEDGEMENTS } from './judges/acknowledgements';
import { CHECKOV } from './judges/checkov';
import { KUBE_SCORE } from './judges/kube-score';
import { KUBECONFORM } from './judges/kubeconform';
import { PROGRAM_JUDGE } from './judges/programs';
import { PROMTOOL } from './judges/promtool';
import { YAMLLINT } from './judges/yamllint';
import { badManifest, committedManifests, Manifest } from './manifests';
import { Review } from './review';
import { checkComparison, checkFlagTable, checkReview } from './self-check';
import { requireToolchains } from './tools/toolbox';

const JUDGES: readonly Judge[] = [YAMLLINT, KUBECONFORM, PROMTOOL, KUBE_SCORE, CHECKOV, ACKNOWLEDGEMENTS, PROGRAM_JUDGE];

interface Row {
  readonly judge: Judge;
  readonly objectCount: number;
  readonly acceptedCount: number;
  readonly problems: readonly string[];
  readonly seconds: number;
}

async function main(args: readonly string[]): Promise<number> {
  const names = args.filter((arg) => arg !== '--install');
  const unknown = names.find((name) => !JUDGES.some((judge) => judge.name === name));
  if (unknown !== undefined) throw new Error(`no judge is called ${unknown}; there are ${JUDGES.map((judge) => judge.name).join(', ')}`);
  const judges = JUDGES.filter((judge) => names.length === 0 || names.includes(judge.name));

  checkReview();
  checkFlagTable();
  checkComparison();
  const review = Review.read();
  review.requireJudges(JUDGES.map((judge) => judge.name));
  await requireToolchains([...new Set(judges.flatMap((judge) => judge.needs))]);
  await install(judges);
  if (args.includes('--install')) return 0;

  const manifests = committedManifests();
  const rows: Row[] = [];
  for (const judge of judges) rows.push(await hold(judge, manifests, review));
  for (const { problems } of rows) problems.forEach((problem) => console.log(`\n${problem}`));
  print(rows, review);
  return rows.every(({ problems }) => problems.length === 0) ? 0 : 1;
}

/** Go builds on all processors by itself, so one thing at a time there; pip waits for the network meanwhile. */
async function install(judges: readonly Judge[]): Promise<void> {
  const inTurn = async (some: readonly Judge[]) => { for (const judge of some) await judge.install(); };
  const usesPython = (judge: Judge) => judge.needs.includes('python3');
  await Promise.all([inTurn(judges.filter(usesPython)), inTurn(judges.filter((judge) => !usesPython(judge)))]);
}

/** A judge sees what must be refused together with what we wrote: one that finds nothing in the former is no judge of the latter. */
async function hold(judge: Judge, manifests: readonly Manifest[], review: Review): Promise<Row> {
  const begun = Date.now();
  const bad = badManifest(judge.name);
  const judged = manifests.filter(({ name }) => !review.isLeftOut(name, judge.name));
  const findings = await judge.judge([...judged, bad], review);
  const { open, acceptedCount, stale } = review.verdict(judge.name, findings.filter(({ file }) => file !== bad.name));
  return {
    judge,
    objectCount: judged.flatMap(({ objects }) => objects).length,
    acceptedCount,
    problems: [
      ...blindSpots(judge, findings.filter(({ file }) => file === bad.name)),
      ...open.map(showFinding),
      ...stale.map((entry) => `${entry}\n    is accepted, but no longer found: take it out of accepted-findings.yaml`),
    ],
    seconds: (Date.now() - begun) / 1000,
  };
}

function blindSpots(judge: Judge, findings: readonly Finding[]): string[] {
  const missed = judge.mustFind.filter((part) => !findings.some(({ rule }) => rule.includes(part)));
  return missed.map((part) => `${judge.name} is blind: it does not find '${part}' in its bad manifest\n    `
    + `${findings.map(({ rule }) => rule).join('\n    ')}`);
}

function print(rows: readonly Row[], review: Review): void {
  const table = [
    ['judge', 'program', 'objects', 'bad ones seen', 'accepted', 'open', 'seconds'],
    ...rows.map(({ judge, objectCount, acceptedCount, problems, seconds }) => [
      judge.name, judge.program, `${objectCount}`, `${judge.mustFind.length}`, `${acceptedCount}`, `${problems.length}`, seconds.toFixed(1),
    ]),
  ];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  console.log(`\n${table.map((row) => row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd()).join('\n')}`);
  if (rows.some(({ judge }) => judge === PROGRAM_JUDGE)) {
    console.log(
      `\nnot tried with their real program, see accepted-findings.yaml: ${review.noProgram.map(({ image }) => image).join(', ')}`,
    );
  }
  const failed = rows.filter(({ problems }) => problems.length > 0);
  console.log(`\n${rows.length - failed.length} passed, ${failed.length} failed`);
}

main(process.argv.slice(2)).then(
  (code) => { process.exitCode = code; },
  (error) => {
    console.error(`judges: ${error.message}`);
    process.exitCode = 1;
  },
);
