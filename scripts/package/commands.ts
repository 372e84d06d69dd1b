import { execFileSync, spawnSync } from 'node:child_process';

/** Runs a program that must succeed. */
export function run(command: string, args: string[], cwd: string, env: { [name: string]: string } = {}): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Runs a program that must end with an exit code. */
export function attempt(command: string, args: string[], cwd: string, code: number, env: { [name: string]: string } = {}): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', env: { ...process.env, ...env } });
  if (status !== code) {throw new Error(`${command} ${args.join(' ')} ended with ${status} instead of ${code}\n${stdout}${stderr}`);}
  return stdout;
}

export function expectText(output: string, text: string): void {
  if (!output.includes(text)) {throw new Error(`${text} is not said:\n${output}`);}
}
