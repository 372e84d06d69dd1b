import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { requireGo } from '../../../scripts/conformance/go';

/** How many random inputs a judge makes where nobody says it. */
const RUNS = 500;
/** How many problems are printed. */
const SHOWN = 20;
/** How many programs run at once. */
const AT_ONCE = 2;

/** What is put before a program of others: inputs that are written for it, and broken ones. */
export interface Trial<Input> {
  /** With its release: `kube-vip 1.2.2`. */
  readonly program: string;
  /** What the inputs are: `sets of variables`. */
  readonly inputs: string;
  readonly written: readonly Input[];
  /** At least one: a judge that refuses nothing proves nothing. */
  readonly broken: readonly Input[];
  /** What the program has against each of the inputs; undefined where it accepts one. */
  readonly problemsOf: (inputs: readonly Input[]) => Promise<ReadonlyArray<string | undefined>>;
  /** An input in messages; its JSON where absent. */
  readonly describe?: (input: Input) => string;
}

/** Puts the inputs before the program, and prints how many it accepts. Returns what is wrong. */
export async function tryInputs<Input>(trial: Trial<Input>): Promise<string[]> {
  const { program, inputs, written, broken, problemsOf, describe = JSON.stringify } = trial;
  if (written.length === 0 || broken.length === 0) {throw new Error(`${program} has nothing to judge`);}
  const verdicts = await problemsOf([...written, ...broken]);
  const refused = written.flatMap((input, at) => verdicts[at] === undefined ? [] : [`${program}: ${verdicts[at]}: ${describe(input)}`]);
  const passed = broken.filter((_, at) => verdicts[written.length + at] === undefined)
    .map(input => `${program} accepts what is broken: ${describe(input)}`);
  console.log(`${program}: ${written.length - refused.length} of ${written.length} ${inputs} are accepted, `
    + `${broken.length - passed.length} of ${broken.length} broken ones are refused`);
  return [...refused, ...passed];
}

/** Runs judges with the number of random inputs that `--runs` names, prints what is wrong, and fails where something is. */
export function runJudges(judges: (runs: number, args: readonly string[]) => Promise<readonly string[]>): void {
  const args = process.argv.slice(2);
  const at = args.indexOf('--runs');
  const runs = at < 0 ? RUNS : Number(args.splice(at, 2)[1]);
  if (!Number.isSafeInteger(runs) || runs < 1) {throw new Error('--runs takes a whole number, at least 1');}
  requireGo();
  judges(runs, args).then(problems => {
    problems.slice(0, SHOWN).forEach(problem => console.error(problem));
    if (problems.length > 0) {console.error(`${problems.length} problems`);}
    process.exitCode = problems.length === 0 ? 0 : 1;
  }, error => {
    console.error(error);
    process.exitCode = 2;
  });
}

/** What a program answers that reads a JSON text from each line of its input, and writes one for each. */
export async function answersOf<Answer>(program: string, inputs: readonly unknown[]): Promise<Answer[]> {
  const running = promisify(execFile)(program, [], { encoding: 'utf8', maxBuffer: 1_000_000_000 });
  running.child.stdin!.end(inputs.map(input => `${JSON.stringify(input)}\n`).join(''));
  const answers = (await running).stdout.trim().split('\n').map(line => JSON.parse(line) as Answer);
  if (answers.length !== inputs.length) {throw new Error(`${program} answered ${answers.length} of ${inputs.length} inputs`);}
  return answers;
}

/** What a program has against each of its inputs, which answers so. */
export async function problemsFrom(program: string, inputs: readonly unknown[]): Promise<Array<string | undefined>> {
  return (await answersOf<{ readonly problem?: string }>(program, inputs)).map(({ problem }) => problem);
}

/** The results in the order of the inputs; some of them are worked on at the same time. */
export async function eachOf<Input, Result>(
  inputs: readonly Input[], act: (input: Input, at: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = inputs.map((input, at) => ({ input, at }));
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {results[next.at] = await act(next.input, next.at);}
  }));
  return results;
}
