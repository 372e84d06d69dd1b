import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What was read of the findings in public repositories. */
interface Precision {
  readonly date: string;
  /** Of the random choice of findings. */
  readonly seed: number;
  readonly rules: readonly RuleRow[];
  readonly wrong: readonly WrongRow[];
  /** Findings that independent readers and whoever corrected the rules label alike. */
  readonly alike: number;
  readonly repositories: readonly RepositoryRow[];
}

interface RuleRow {
  readonly rule: string;
  /** Findings of the command in all repositories, before and after rules were corrected. */
  readonly before: number;
  readonly after: number;
  /** How many were read, and how many of them whoever corrected the rules calls right and useful. */
  readonly sampled: number;
  readonly author: number;
  /** What independent readers call them. */
  readonly useful: number;
  readonly noise: number;
  readonly wrong: number;
}

/** A finding that an independent reader calls wrong. */
interface WrongRow {
  readonly rule: string;
  readonly repository: string;
  readonly why: string;
}

interface RepositoryRow {
  readonly repository: string;
  readonly commit: string;
  readonly platforms: number;
  readonly daemonSets: number;
  readonly findings: number;
  readonly sampled: number;
}

const DATA = join(__dirname, 'precision.json');

/** docs/checks/precision.md: how much of what is found is right and useful, by rule. */
export function precisionPage(): string {
  const { date, seed, rules, wrong, alike, repositories }: Precision = JSON.parse(readFileSync(DATA, 'utf8'));
  const [before, after, sampled] = [sum(rules, 'before'), sum(rules, 'after'), sum(rules, 'sampled')];
  const [platforms, daemonSets] = [sum(repositories, 'platforms'), sum(repositories, 'daemonSets')];
  const share = (key: 'author' | 'useful' | 'noise' | 'wrong') => `${sum(rules, key)} (${percent(sum(rules, key), sampled)})`;
  const read = repositories.filter(row => row.sampled > 0);
  return `<!-- made by npm run generate, from scripts/checks/precision.json -->
# How many findings are right and useful

${sampled} findings of \`node-agents check\` in ${read.length} public repositories were read on ${date}. Independent readers, who saw no label of anyone else and were
asked to be strict, call ${share('useful')} right and useful, ${share('noise')} right but noise, and ${share('wrong')} wrong. Whoever corrected the rules
calls ${share('author')} right and useful: the labels are the same for ${alike} findings (${percent(alike, sampled)}). That is far from the goal, which is 95 %:
nearly all that is found is true, and for about a third of it a strict reviewer sees no need to say so in that manifest.

## How it was measured

- **Manifests.** ${platforms} sets of plain YAML with DaemonSets from ${repositories.length} repositories: a directory with what is in it, the output of \`kubectl kustomize\`, or
  one variant of an agent where a directory has several. Templates of charts, tests and incomplete patches are left out, and of repositories with dozens of releases
  no more than seven sets are taken. The repositories and their commits are listed below. Nothing of them is in this repository.
- **Sample.** At most ten findings of each rule and 25 of each repository, drawn at random (seed ${seed}), so that every rule that fires is present. Twelve findings of rules
  that came on the same day were added after that, and one that a last correction removed was replaced.
- **Labels.** Right and useful; right, but noise; wrong. A note counts as useful where the author of the manifest would want to know it once.
- **Readers.** Three independent readers, each of a third of the findings in random order, with the finding, its object, and the manifest to look into. Before them, whoever
  corrected the rules had read all twice.
- **Corrections.** An earlier sample of 343 findings was read to find out what goes wrong. Rules were corrected for what was wrong or noise in it, each with a test of its own,
  and the sample of the table was drawn from what the command then found, with another seed. About six in ten of its findings were in an earlier sample as well. Nothing was
  corrected after the independent readers.

What the independent readers call wrong:

| check | repository | why |
| --- | --- | --- |
${wrong.map(({ rule, repository, why }) => `| ${rule} | ${repository} | ${why} |`).join('\n')}

## By rule

"Before" and "after" are all findings in these repositories, before and after the corrections: ${before} and ${after}, with ${daemonSets} DaemonSets among the objects. That is
${(before / daemonSets).toFixed(1)} and ${(after / daemonSets).toFixed(1)} for each DaemonSet, findings in the objects next to it included. "Read" are those of the sample, "author" those that
whoever corrected the rules calls right and useful; the other columns are of the independent readers.

| check | before | after | read | author | useful | noise | wrong |
| --- | --- | --- | --- | --- | --- | --- | --- |
${rules.map(ruleLine).join('\n')}

Rules with few findings here say little: one in ten is a whole tenth.

Kinds of noise that an earlier review of other manifests had found were looked for in the same output: no \`host-network-dns\` where no name of a Service is used, no
\`coverage-gap\`, no \`writable-host-path\` or \`sensitive-host-path\` of a privileged container, no \`ephemeral-storage-unset\` for sockets and certificates, and requests, limits
and images at most once for each workload. Those manifests were not at hand, so that the numbers cannot be compared with that review.

## Repositories

| repository@commit | sets | DaemonSets | findings | read |
| --- | --- | --- | --- | --- |
${repositories.map(repositoryLine).join('\n')}
`;
}

function ruleLine({ rule, before, after, sampled, author, useful, noise, wrong }: RuleRow): string {
  const labels = sampled === 0 ? ['', '', '', '', ''] : [sampled, author, useful, noise || '', wrong || ''];
  return `| ${rule} | ${before} | ${after} | ${labels.join(' | ')} |`;
}

function repositoryLine({ repository, commit, platforms, daemonSets, findings, sampled }: RepositoryRow): string {
  return `| ${repository}@${commit} | ${platforms} | ${daemonSets} | ${findings} | ${sampled} |`;
}

function sum<K extends string>(rows: ReadonlyArray<{ readonly [key in K]: number }>, key: K): number {
  return rows.reduce((total, row) => total + row[key], 0);
}

/** Rounded down, so that nothing looks better than it is. */
function percent(part: number, whole: number): string {
  return `${Math.floor(part / whole * 1000) / 10} %`;
}
