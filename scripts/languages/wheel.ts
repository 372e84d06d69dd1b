import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, ROOT, lastLines, outcomeOf, run } from './language';

const AGENT = `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: agent, namespace: agents }
spec:
  selector: { matchLabels: { app: agent } }
  template:
    metadata: { labels: { app: agent } }
    spec: { hostNetwrok: true, containers: [{ name: agent, image: "example.com/agent:1.0.0" }] }
`;

/** Builds a wheel of the bindings, installs it as a user would, and runs its command: what fails. */
export async function wheelProblems(bindings: string): Promise<string[]> {
  const folder = join(CACHE, 'wheel');
  const programs = join(folder, 'venv', 'bin');
  rmSync(folder, { recursive: true, force: true });
  await run('python3', ['-m', 'venv', join(folder, 'venv')]);
  const pip = (...args: string[]) => run(join(programs, 'python'), ['-m', 'pip', '--quiet', '--disable-pip-version-check', ...args]);
  await pip('wheel', '--no-deps', '--wheel-dir', folder, join(bindings, 'python'));
  const wheel = readdirSync(folder).find(name => name.endsWith('.whl'));
  if (wheel === undefined) {return ['Python: pip built no wheel'];}
  await pip('install', join(folder, wheel));
  const input = join(folder, 'agent.yaml');
  writeFileSync(input, AGENT);
  const { version } = JSON.parse(
    await run('npm', ['pkg', 'get', 'version', '--json'], { cwd: ROOT }).then(text => `{"version":${text}}`),
  ) as { readonly version: string };
  return [
    ...await problemsOf(join(programs, 'node-agents'), ['--version'], 0, version),
    ...await problemsOf(join(programs, 'node-agents'), ['check', input], 2, 'unknown-field'),
  ];
}

async function problemsOf(program: string, args: string[], status: number, said: string): Promise<string[]> {
  const outcome = await outcomeOf({ program, args });
  if (outcome.status === status && outcome.output.includes(said)) {return [];}
  return [`Python: node-agents ${args[0]} of the wheel ended with ${outcome.status} and not ${status}, or did not say `
    + `${said}:\n${lastLines(outcome.output)}`];
}
