import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

export const ROOT = join(__dirname, '..', '..');
export const EXAMPLES = join(ROOT, 'examples', 'languages');
/** What is downloaded and compiled: in no commit and in no package. */
export const CACHE = join(ROOT, '.cache', 'languages');

/** The apps, the same ones in each language. */
export const APPS = [
  'quickstart', 'disk-health', 'storage', 'node-metrics', 'networks', 'fleet', 'own-fleet-app', 'refused-at-once', 'refused-at-synth',
] as const;
export type AppName = typeof APPS[number];

/** A language in which the apps are written. */
export interface Language {
  readonly name: string;
  /** The programs that it needs on the PATH. */
  readonly tools: string[];
  /** What stands before the message of an exception that nobody caught. */
  readonly exception: RegExp;
  /** Makes the apps ready to run. `bindings` holds the generated code, a folder for each language. */
  prepare(bindings: string): Promise<(app: AppName) => Command>;
}

export interface Command {
  readonly program: string;
  readonly args: string[];
  readonly cwd?: string;
  readonly env?: { readonly [name: string]: string };
}

export interface Outcome {
  readonly status: number | null;
  readonly output: string;
}

const NODE_MAJOR = process.versions.node.split('.')[0];

/** Runs a program to its end. Its error output follows its output. */
export function outcomeOf({ program, args, cwd = ROOT, env = {} }: Command): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd, env: { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: NODE_MAJOR, ...env }, stdio: ['ignore', 'pipe', 'pipe'],
    });
    const text = ['', ''];
    [child.stdout, child.stderr].forEach((stream, index) => stream.setEncoding('utf8').on('data', data => {text[index] += data;}));
    child.on('error', reject);
    child.on('close', status => resolve({ status, output: text.join('') }));
  });
}

/** Runs a program that must succeed. */
export async function run(program: string, args: string[], options: Pick<Command, 'cwd' | 'env'> = {}): Promise<string> {
  const { status, output } = await outcomeOf({ program, args, ...options });
  if (status !== 0) {throw new Error(`${program} ${args.join(' ').slice(0, 200)} ended with ${status}:\n${lastLines(output)}`);}
  return output;
}

/** Makes something that outlives a run, unless a run before this one has made it. */
export async function once(stamp: string, make: () => Promise<unknown>): Promise<void> {
  if (existsSync(stamp)) {return;}
  await make();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, '');
}

export function generate(folder: string, into: string, targets: string[]): Promise<string> {
  return run('npx', ['jsii-pacmak', '--code-only', ...targets.flatMap(target => ['--targets', target]), '--outdir', into, folder]);
}

/** The versions on which the repository itself is built, so that every language stands on the same ones. */
export function pinned(name: string): string {
  return JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')).version;
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

export function isOnPath(tool: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some(folder => existsSync(join(folder, tool)));
}

export function lastLines(text: string): string {
  return text.trimEnd().split('\n').slice(-25).join('\n');
}
