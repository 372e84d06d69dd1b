/**
 * Lets the real compiler of the Vector Remap Language judge every program that is written for Vector, and runs them over records:
 *
 *     npm run logs:vrl
 *
 * It builds conformance/vrl from the crate `vrl`, a few minutes the first time. Without cargo it says so in one line.
 */
import { deepStrictEqual } from 'node:assert';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAM_CASES } from './program-cases';
import { SAMPLES } from '../../test/logs/vector/samples';
import { configOf } from '../../test/logs/vector/vector-config';

const SOURCES = join(__dirname, '..', '..', 'conformance', 'vrl');
/** Git ignores folders of this name. */
const CACHE = join(SOURCES, '.cache');

interface Answer {
  readonly error?: string;
  readonly warnings?: string | null;
  readonly failure?: string;
  readonly result?: unknown;
  readonly event?: unknown;
  readonly metadata?: unknown;
}

interface Question { readonly name: string; readonly program: string; readonly event?: object }

function main(): number {
  if (spawnSync('cargo', ['--version']).status !== 0) {
    console.log('logs:vrl: not run, because there is no cargo on the PATH');
    return 0;
  }
  const programs = Object.entries(SAMPLES)
    .flatMap(([sample, props]) => programsOf(configOf(props)).map(({ name, program }) => ({ name: `${sample}: ${name}`, program })));
  const cases = PROGRAM_CASES.map(({ name, sample, transform, event }) => {
    const { source, starts_when: starts, condition } = configOf(SAMPLES[sample]).transforms[transform];
    return { name, program: source ?? starts ?? condition, event };
  });
  const compiler = build();
  // a mistake must be one to it, or it is no judge
  const [mistake] = ask(compiler, [{ name: 'mistake', program: '.a = no_such_function(.b)' }]);
  const problems = [
    ...mistake.error === undefined ? ['the compiler takes a program with an unknown function'] : [],
    ...ask(compiler, programs)
      .flatMap(({ error, warnings }, index) => (error ?? warnings ? [`${programs[index].name}\n${error ?? warnings}`] : [])),
    ...ask(compiler, cases).flatMap((answer, index) => problemOf(answer, PROGRAM_CASES[index])),
  ];
  problems.forEach(problem => console.log(`${problem}\n`));
  console.log(`logs:vrl: ${programs.length} programs compiled, ${cases.length} run, ${problems.length} problems`);
  return problems.length === 0 ? 0 : 1;
}

function programsOf({ transforms }: any): Question[] {
  return Object.entries<any>(transforms).flatMap(([id, transform]) => ['source', 'starts_when', 'ends_when', 'condition']
    .filter(key => transform[key] !== undefined)
    .map(key => ({ name: `${id}.${key}`, program: transform[key] })));
}

/** The compiler, of the version that Vector 0.57 has. */
function build(): string {
  mkdirSync(CACHE, { recursive: true });
  for (const part of ['Cargo.toml', 'src']) {cpSync(join(SOURCES, part), join(CACHE, part), { recursive: true });}
  execFileSync('cargo', ['build', '--quiet'], { cwd: CACHE, stdio: 'inherit' });
  return join(CACHE, 'target', 'debug', 'vrl-judge');
}

function ask(compiler: string, questions: readonly Question[]): Answer[] {
  const answers = execFileSync(compiler, {
    input: questions.map(question => `${JSON.stringify(question)}\n`).join(''),
    env: { ...process.env, VECTOR_SELF_NODE_NAME: 'node-1' },
    maxBuffer: 64 * 1024 * 1024,
  });
  return answers.toString().trim().split('\n').map(line => JSON.parse(line) as Answer);
}

function problemOf({ error, failure, result, event, metadata }: Answer, expected: typeof PROGRAM_CASES[number]): string[] {
  const { name, becomes, beside, says } = expected;
  if (error ?? failure) {return [`${name}: ${error ?? failure}`];}
  try {
    if (becomes !== undefined) {deepStrictEqual(event, becomes);}
    if (beside !== undefined) {deepStrictEqual(metadata, beside);}
    if (says !== undefined) {deepStrictEqual(result, says);}
    return [];
  } catch (difference) {
    return [`${name}: ${(difference as Error).message}`];
  }
}

process.exitCode = main();
