import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bases, readBases, Wire } from './bases';
import { Mutant, mutantsOf } from './mutants';
import { readDefinitions } from './schema';
import { checkManifests } from '../../../src/checks/check-manifests';
import { refusedIn } from '../../../src/checks/refused/refused';
import { entriesOf } from '../../../src/private/entry';
import type { ObjectFinding } from '../../../src/private/finding';
import { buildProgram, CACHE, requireGo } from '../go';

/**
 * Breaks valid objects, one field of the Kubernetes API at a time, and compares what we refuse with what the code of the API server does:
 *
 *   npm run conformance:refusals                  judges, and keeps the table in docs/refusals.md
 *   npm run conformance:refusals -- --check       judges, and fails where the table would change
 *   npm run conformance:refusals -- --times 20    every change there is of a field, in place of five; nothing is kept
 *   npm run conformance:refusals -- --kinds Pod   of some kinds, with commas; nothing is kept
 *   npm run conformance:refusals -- --show        what differs, line by line
 */
const PAGE = join(__dirname, '..', '..', '..', 'docs', 'refusals.md');
const MINOR = 36;
const TIMES = 5;

/** The least that must be found of what Kubernetes refuses, in percent: in all, and of each kind. */
const LEAST = { all: 98, kind: 90 };

interface Judged extends Mutant {
  /** What the API server says; nothing where it takes the object. */
  readonly problems: readonly string[];
  /** What we say that it would refuse. */
  readonly found: readonly ObjectFinding[];
}

/** Refused by admission plugins, which are no part of the code that is asked. */
const BY_ADMISSION: ReadonlySet<string> = new Set(['invalid-pod-security-label']);

/** What we say of an object that the API server would refuse. */
function refusedBy(object: Wire): ObjectFinding[] {
  const entries = entriesOf(object);
  const isRefusal = ({ refusedBy: who, level, code }: ObjectFinding) => who === 'api-server' && level === 'error'
    && !BY_ADMISSION.has(code);
  // the rules take most of the time, and find little of this
  const refused = entries.flatMap(entry => refusedIn(entry, MINOR)).filter(isRefusal);
  return refused.length > 0 ? refused : checkManifests(entries, { minor: MINOR }).filter(isRefusal);
}

/** What the API server says of each object. It says the same each time, so that its answers are kept. */
async function askKubernetes(program: string, objects: readonly Wire[]): Promise<string[][]> {
  const hash = createHash('sha256').update(readFileSync(program));
  objects.forEach(object => hash.update(JSON.stringify(object)));
  const kept = join(CACHE, 'refusals', `${hash.digest('hex').slice(0, 16)}.json`);
  if (existsSync(kept)) {return JSON.parse(readFileSync(kept, 'utf8'));}
  const answers = await answersOf(program, objects);
  mkdirSync(join(CACHE, 'refusals'), { recursive: true });
  writeFileSync(kept, JSON.stringify(answers));
  return answers;
}

async function answersOf(program: string, objects: readonly Wire[]): Promise<string[][]> {
  const child = spawn(program, ['-stream'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', chunk => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', code => (code === 0 ? resolve() : reject(new Error(`accept ended with ${code}`))));
  });
  for (const object of objects) {
    if (!child.stdin.write(`${JSON.stringify(object)}\n`)) {await new Promise(resolve => child.stdin.once('drain', resolve));}
  }
  child.stdin.end();
  await ended;
  const answers = Buffer.concat(chunks).toString('utf8').trimEnd().split('\n').map(line => JSON.parse(line) as string[]);
  if (answers.length !== objects.length) {throw new Error(`asked for ${objects.length} objects, and got ${answers.length} answers`);}
  return answers;
}

async function main(args: readonly string[]): Promise<void> {
  const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const times = Number(option('--times') ?? TIMES);
  const chosen = option('--kinds')?.split(',');
  requireGo();
  const program = process.env.ACCEPT ?? await buildProgram('accept-1.36');
  const bases: Bases = readBases();
  const definitions = readDefinitions();
  await proveBases(program, bases);

  const kinds = Object.keys(bases).filter(kind => chosen === undefined || chosen.includes(kind));
  const made = kinds.map(kind => mutantsOf(kind, bases[kind], definitions, times));
  const mutants = made.flatMap(each => each.mutants);
  const answers = await askKubernetes(program, mutants.map(({ object }) => object));
  const judged = mutants.map((mutant, index): Judged => ({
    ...mutant, problems: answers[index], found: refusedBy(mutant.object),
  })).filter(({ isRepeated, problems }) => !isRepeated || problems.length > 0);
  for (const field of new Set(made.flatMap(each => each.unreached))) {console.log(`not reached: ${field}`);}

  const rows = kinds.map(kind => rowOf(kind, judged.filter(each => each.kind === kind)));
  const total = rowOf('all', judged);
  if (args.includes('--show')) {show(judged);}
  const table = tableOf([...rows, total]);
  console.log(table);

  const wrong = [
    ...rows.filter(({ percent }) => percent < LEAST.kind).map(({ kind, percent }) => `${kind}: ${percent} % are less than ${LEAST.kind} %`),
    ...total.percent < LEAST.all ? [`all kinds: ${total.percent} % are less than ${LEAST.all} %`] : [],
    ...judged.filter(({ problems, found }) => problems.length === 0 && found.length > 0)
      .map(({ kind, field, change, found }) => `${kind} ${field} ${change}: Kubernetes takes it, and we do not: ${found[0].code} `
        + `${found[0].path} ${found[0].what}`),
  ];
  if (chosen === undefined && times === TIMES && existsSync(PAGE)) {
    const page = readFileSync(PAGE, 'utf8');
    const next = withTable(page, table);
    if (args.includes('--check') && page !== next) {wrong.push('docs/refusals.md is not current: run npm run conformance:refusals');}
    if (!args.includes('--check') && wrong.length === 0) {writeFileSync(PAGE, next);}
  }
  wrong.slice(0, 20).forEach(line => console.log(line));
  process.exitCode = wrong.length === 0 ? 0 : 1;
}

/** A base that is refused would hide what its changes do. */
async function proveBases(program: string, bases: Bases): Promise<void> {
  const objects = Object.values(bases).flat();
  const answers = await askKubernetes(program, objects);
  const wrong = objects.flatMap((object, index) => [
    ...answers[index].map(problem => `Kubernetes refuses a base of ${object.kind}: ${problem}`),
    ...refusedBy(object).map(({ code, path, what, given }) => `we refuse a base of ${object.kind}: ${code} ${path} ${what} ${given}`),
  ]);
  if (wrong.length > 0) {throw new Error([...new Set(wrong)].join('\n'));}
}

interface Row {
  readonly kind: string;
  readonly mutants: number;
  readonly refused: number;
  readonly found: number;
  readonly percent: number;
  /** Of those of the right types. */
  readonly typed: { readonly refused: number; readonly found: number };
  /** Refused by us, and taken by Kubernetes. */
  readonly wrong: number;
}

function rowOf(kind: string, judged: readonly Judged[]): Row {
  const refused = judged.filter(({ problems }) => problems.length > 0);
  const typed = refused.filter(({ isTyped }) => isTyped);
  const found = (list: readonly Judged[]) => list.filter(each => each.found.length > 0).length;
  return {
    kind, mutants: judged.length, refused: refused.length, found: found(refused), percent: share(found(refused), refused.length),
    typed: { refused: typed.length, found: found(typed) }, wrong: found(judged.filter(({ problems }) => problems.length === 0)),
  };
}

/** Rounded down, so that nothing looks complete that is not. */
function share(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.floor(part / whole * 1000) / 10;
}

function tableOf(rows: readonly Row[]): string {
  return [
    '| kind | changed objects | refused by Kubernetes | found | share | of the right types | share | refused by us alone |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map(({ kind, mutants, refused, found, percent, typed, wrong }) =>
      `| ${kind} | ${mutants} | ${refused} | ${found} | ${percent} % | ${typed.found} of ${typed.refused} | `
        + `${share(typed.found, typed.refused)} % | ${wrong} |`),
  ].join('\n');
}

const BEGIN = '<!-- table of npm run conformance:refusals -->';
const END = '<!-- end of the table -->';

function withTable(page: string, table: string): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) {throw new Error('docs/refusals.md has no place for the table');}
  return `${page.slice(0, begin)}${BEGIN}\n${table}\n${page.slice(end)}`;
}

/** What differs, alike lines once. */
function show(judged: readonly Judged[]): void {
  const lines = new Map<string, number>();
  for (const { kind, field, change, problems, found } of judged) {
    if ((problems.length > 0) === (found.length > 0)) {continue;}
    const [what, why] = problems.length > 0 ? ['MISSED', problems[0]] : ['WRONG ', `${found[0].code} ${found[0].path} ${found[0].what}`];
    const line = `${what} ${field} ${change}: ${why}  [${kind}]`;
    lines.set(line, (lines.get(line) ?? 0) + 1);
  }
  [...lines.keys()].sort().forEach(line => console.log(line));
}

main(process.argv.slice(2)).catch(error => {
  console.error(`conformance:refusals: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
});
