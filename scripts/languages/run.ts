import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { GO } from './go';
import { JAVA } from './java';
import { AppName, APPS, CACHE, generate, isOnPath, Language, lastLines, Outcome, outcomeOf, ROOT } from './language';
import { misquotedSnippets } from './pages';
import { PYTHON } from './python';
import { TYPESCRIPT } from './typescript';
import { wheelProblems } from './wheel';

const OTHERS = [PYTHON, JAVA, GO];
const BINDINGS = join(CACHE, 'bindings');

/** The apps that are refused, and the errors that they are refused for. */
const REFUSALS: { readonly [app: string]: string[] } = {
  'refused-at-once': ['invalid-rollout'],
  'refused-at-synth': ['acme/missing-label', 'host-port-conflict'],
};

/** What an app did: the files that it wrote, or the message that its user saw. */
interface Result {
  readonly files: { readonly [name: string]: string };
  readonly message?: string[];
}

interface Report {
  readonly language: Language;
  readonly results: { readonly [app: string]: Result };
  readonly readySeconds: number;
  readonly runSeconds: number;
  readonly failures: string[];
}

/**
 * Generates the bindings of the compiled library, runs the same apps in each language, and compares what they write and how they are
 * refused with TypeScript.
 */
async function main(): Promise<void> {
  const missing = missingParts();
  if (missing.length > 0) {throw new Error(missing.join('\n'));}
  rmSync(BINDINGS, { recursive: true, force: true });
  await generate(ROOT, BINDINGS, ['python', 'java', 'go', 'dotnet']);
  const [model, ...others] = await Promise.all([TYPESCRIPT, ...OTHERS].map(reportOf));
  const failures = [
    ...[model, ...others].flatMap(({ failures: own }) => own),
    ...problemsOf(model),
    ...others.flatMap(report => differences(report, model)),
    ...misquotedSnippets(),
    ...await wheelProblems(BINDINGS).catch((error: Error) => [`Python, wheel: ${error.message}`]),
  ];
  failures.forEach(failure => console.error(`${failure}\n`));
  printTable(model, others);
  process.exitCode = failures.length === 0 ? 0 : 1;
}

function missingParts(): string[] {
  return [
    ...['.jsii', 'lib/index.js'].filter(file => !existsSync(join(ROOT, file))).map(file => `${file} is missing: run \`npm run compile\` `
      + 'first'),
    ...OTHERS.flatMap(({ name, tools }) => tools.filter(tool => !isOnPath(tool)).map(tool => `${name} needs ${tool}, which is not on the `
      + 'PATH')),
  ];
}

async function reportOf(language: Language): Promise<Report> {
  const results: { [app: string]: Result } = {};
  const failures: string[] = [];
  const began = Date.now();
  let ready = began;
  try {
    const commandOf = await language.prepare(BINDINGS);
    ready = Date.now();
    for (const app of APPS) {
      const outdir = join(CACHE, 'out', language.name, app);
      rmSync(outdir, { recursive: true, force: true });
      const command = commandOf(app);
      const outcome = await outcomeOf({ ...command, env: { ...command.env, CDK8S_OUTDIR: outdir } });
      results[app] = { files: filesOf(outdir), message: outcome.status === 0 ? undefined : messageOf(outcome, language) };
      if (outcome.status !== 0 && !(app in REFUSALS)) {failures.push(`${language.name}, ${app}:\n${lastLines(outcome.output)}`);}
    }
  } catch (error) {
    failures.push(`${language.name}: ${(error as Error).message}`);
  }
  return { language, results, failures, readySeconds: (ready - began) / 1000, runSeconds: (Date.now() - ready) / 1000 };
}

function filesOf(folder: string): { [name: string]: string } {
  return existsSync(folder)
    ? Object.fromEntries(readdirSync(folder).sort().map(name => [name, readFileSync(join(folder, name), 'utf8')]))
    : {};
}

/** The message of the exception that ended an app, without what the language writes around it. */
function messageOf({ output }: Outcome, { exception }: Language): string[] {
  const lines = output.split('\n');
  const first = lines.findIndex(line => exception.test(line));
  if (first < 0) {return lines;}
  const rest = lines.slice(first + 1);
  const end = rest.findIndex(line => !/^\s+\[/.test(line));
  // the class of an error is said where the error has one in the language
  return [
    lines[first].replace(exception, '').replace(/^\w*Error: /, ''), ...rest.slice(0, end < 0 ? rest.length : end),
  ].map(line => line.trim());
}

/**
 * What is wrong with the apps whatever the language: nothing is written where something is refused, and an error says code, cause and
 * remedy in one line.
 */
function problemsOf({ results }: Report): string[] {
  return Object.entries(results).flatMap(([app, { files, message = [] }]) => {
    const isRefused = app in REFUSALS;
    if (Object.keys(files).length > 0 === isRefused) {return [`${app} wrote ${Object.keys(files).join(', ') || 'nothing'}`];}
    const codes = message.flatMap(line => /^(?:\[[^\]]+\] )?([\w/-]+): .+; fix: ./.exec(line)?.slice(1) ?? []);
    const expected = REFUSALS[app] ?? [];
    return codes.join() === expected.join()
      ? []
      : [`${app} should be refused for ${expected.join(', ')}, but its user saw:\n${message.join('\n')}`];
  });
}

function differences({ language, results }: Report, model: Report): string[] {
  return Object.entries(results).flatMap(([app, { files, message }]) => {
    const expected = model.results[app];
    if (expected === undefined) {return [];}
    return [
      ...[...new Set([...Object.keys(files), ...Object.keys(expected.files)])]
        .flatMap(file => difference(`${language.name}, ${app}, ${file}`, files[file] ?? '', expected.files[file] ?? '')),
      ...difference(`${language.name}, ${app}, the error`, (message ?? []).join('\n'), (expected.message ?? []).join('\n')),
    ];
  });
}

/** The first line that differs. */
function difference(where: string, text: string, expected: string): string[] {
  if (text === expected) {return [];}
  const lines = text.split('\n');
  const expectedLines = expected.split('\n');
  const index = Math.max(0, expectedLines.findIndex((line, at) => line !== lines[at]));
  return [`${where}, line ${index + 1}:\n  ${lines[index] ?? '(nothing)'}\nbut in TypeScript:\n  ${expectedLines[index] ?? '(nothing)'}`];
}

function printTable(model: Report, others: Report[]): void {
  const rows = [
    ['', ...APPS, 'ready after', 'ran in'],
    row(model, app => sizeOf(model.results[app])),
    ...others.map(report =>
      row(report, app => report.results[app] === undefined ? 'did not run' : isSame(report, model, app) ? 'same' : 'DIFFERENT')),
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map(cells => cells[column].length)));
  rows.forEach(cells => console.log(cells.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd()));
  console.log('C# bindings are generated, not compiled');
}

function row({ language, readySeconds, runSeconds }: Report, cellOf: (app: AppName) => string): string[] {
  return [language.name, ...APPS.map(cellOf), `${readySeconds.toFixed(0)} s`, `${runSeconds.toFixed(0)} s`];
}

function sizeOf(result: Result | undefined): string {
  if (result === undefined) {return 'did not run';}
  const { files, message } = result;
  const lines = message?.filter(line => line.includes('; fix: ')).length;
  return lines === undefined ? `${Object.values(files).join('').length} bytes` : `${lines} ${lines === 1 ? 'error' : 'errors'}`;
}

function isSame(report: Report, model: Report, app: AppName): boolean {
  return JSON.stringify(report.results[app]) === JSON.stringify(model.results[app]);
}

main().catch(error => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
