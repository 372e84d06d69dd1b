import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * What takes longer than `.ci/run` may: `npm run judges:full`. Each step runs even if an earlier one failed, so that one run shows
 * everything.
 * A part of a name runs the steps that have it: `npm run judges:full -- benchmark`.
 */
const ROOT = join(__dirname, '..', '..');

interface Step {
  readonly name: string;
  readonly command: string;
  readonly env?: { readonly [name: string]: string };
}

/** Other agents, nodes and texts in every run; the conformance judges print it. */
const SEED = Math.floor(Math.random() * 1_000_000);

const STEPS: readonly Step[] = [
  { name: 'the library compiles', command: 'npm run --silent compile' },
  { name: 'property tests, 10 times as many runs', command: 'npx jest --ci --findRelatedTests test/support/runs.ts', env: { RUNS: '10' } },
  { name: 'conformance, the table of docs/conformance.md', command: 'npm run --silent conformance -- --check' },
  { name: 'what Kubernetes refuses, the table of docs/refusals.md', command: 'npm run --silent conformance:refusals -- --check' },
  { name: 'conformance, 3 times as many inputs of another seed', command: `npm run --silent conformance -- --times 3 --seed ${SEED}` },
  {
    name: 'log agents end to end, with an outage of ten minutes', command: 'npm run --silent logs:end-to-end',
    env: { LOGS_OUTAGE_SECONDS: '600' },
  },
  { name: 'the compiler of Vector accepts its programs', command: 'npm run --silent logs:vrl' },
  { name: 'a real OpenTelemetry Collector accepts its configurations', command: 'npm run --silent logs:otel' },
  { name: 'kube-state-metrics itself, under our rights', command: 'npm run --silent metrics:kube-state' },
  { name: 'Kubernetes, containerd and runc write the texts that doctor knows', command: 'npm run --silent doctor:texts' },
  { name: 'programs of the network accept what is written for them', command: 'npm run --silent network:programs' },
  { name: 'the agents of Cilium 1.19 and 1.20 accept their configurations', command: 'npm run --silent network:cilium' },
  { name: 'Felix itself accepts the variables of Calico', command: 'npm run --silent network:felix' },
  { name: 'the real exporters, their flags, alerts, and mounts that hang', command: 'npm run --silent metrics:exporters' },
  { name: 'node-problem-detector itself, under our rights', command: 'npm run --silent services:problem-detector' },
  { name: 'device plugins and Node Feature Discovery themselves', command: 'npm run --silent devices:real' },
  { name: 'benchmark of the library', command: 'npm run --silent bench' },
  { name: 'benchmark of fleets', command: 'npm run --silent bench:fleet' },
  { name: 'benchmark of placement', command: 'npm run --silent bench:placement' },
];

/** Runs a step. Returns its line of the summary. */
function run({ name, command, env }: Step): { readonly isPassed: boolean; readonly line: string } {
  console.log(`\n=== ${name}: ${command}`);
  const began = Date.now();
  const { status } = spawnSync(command, { cwd: ROOT, shell: true, stdio: 'inherit', env: { ...process.env, ...env } });
  const isPassed = status === 0;
  return { isPassed, line: `${isPassed ? 'ok    ' : 'FAILED'} ${String(Math.round((Date.now() - began) / 1000)).padStart(5)} s  ${name}` };
}

function main(parts: readonly string[]): void {
  const steps = STEPS.filter(({ name }) => parts.length === 0 || parts.some(part => name.includes(part)));
  if (steps.length === 0) {throw new Error(`no step has such a name; there are ${STEPS.map(({ name }) => `'${name}'`).join(', ')}`);}
  const results = steps.map(run);
  console.log('');
  results.forEach(({ line }) => console.log(line));
  const passed = results.filter(({ isPassed }) => isPassed).length;
  console.log(`${passed} passed, ${results.length - passed} failed`);
  process.exitCode = passed === results.length ? 0 : 1;
}

main(process.argv.slice(2));
