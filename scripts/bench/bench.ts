/* eslint-disable @typescript-eslint/no-require-imports */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Cdk8s from 'cdk8s';
import type * as Plus from 'cdk8s-plus-28';
import { median, print, SMOKE } from './figures';
import { writerRatio } from './writer';
import type * as Agents from '../../src';

/**
 * How the compiled library compares with the same bytes written by hand. One run, ratios only: seconds differ between machines, ratios
 * hardly do. `--smoke` takes few rounds, for CI, and only proves that the benchmark runs.
 */
const ROOT = join(__dirname, '..', '..');
const cdk8s: typeof Cdk8s = require('cdk8s');
const plus: typeof Plus = require('cdk8s-plus-28');
const agents: typeof Agents = require(join(ROOT, 'lib'));

/** How many times as fast as the writer of cdk8s ours is at least. */
const FASTER = 5;

type Fill = (chart: Cdk8s.Chart, index: number) => void;

function oneAgent(chart: Cdk8s.Chart, index: number): void {
  const { AgentFile, AgentService, ApiGrant, ContainerSecurity, EnvValue, HostPath, NodeAgent, PodField, Port, Probe } = agents;
  const metrics = Port.container('http-metrics', 2020);
  new NodeAgent(chart, `agent-${index}`, {
    image: 'ghcr.io/your-org/agent:1.0.0',
    securityContext: ContainerSecurity.root('reads the logs of all users'),
    args: ['--config=/etc/agent/config.yaml'],
    env: { NODE_NAME: EnvValue.field(PodField.NODE_NAME) },
    files: [AgentFile.text('/etc/agent/config.yaml', 'service:\n  flush: 1\n  http_server: true\n')],
    hostPaths: [HostPath.readOnly('/var/log'), HostPath.state(`/var/lib/agent-${index}`)],
    ports: [metrics],
    livenessProbe: Probe.http('/', metrics),
    services: [AgentService.headless([metrics])],
    grants: [ApiGrant.readPods()],
  });
}

/** The same objects as someone would write them: a program of `new ApiObject(...)` whose fields are literals. */
function byHand(manifests: object[]): Fill {
  const lines = manifests.map((manifest, each) => `new ApiObject(chart, 'object-' + index + '-${each}', ${literal(manifest)});`);
  return new Function('ApiObject', `return (chart, index) => {\n${lines.join('\n')}\n};`)(cdk8s.ApiObject) as Fill;
}

function literal(value: unknown): string {
  if (Array.isArray(value)) {return `[${value.map(literal).join(', ')}]`;}
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value).map(([key, entry]) => `${literal(key)}: ${literal(entry)}`).join(', ')} }`;
  }
  return JSON.stringify(value).replaceAll('agent-0', '" + "agent-" + index + "').replace(/^(.*" \+ .*)$/, '($1)');
}

function plusDaemonSet(chart: Cdk8s.Chart, index: number): void {
  const volume = plus.Volume.fromHostPath(chart, `log-${index}`, 'log', { path: '/var/log' });
  const daemonSet = new plus.DaemonSet(chart, `agent-${index}`, {
    containers: [{ image: 'ghcr.io/your-org/agent:1.0.0', args: ['--config=/etc/agent/config.yaml'], portNumber: 2020 }],
  });
  daemonSet.containers[0].mount('/var/log', volume, { readOnly: true });
}

/** Objects by hand name their namespaces themselves: a chart would write its own on cluster-scoped ones too. */
function chartProps(fill: Fill): Cdk8s.ChartProps {
  return fill === oneAgent ? { namespace: 'node-agents' } : {};
}

/** Processor time of a whole synth, in microseconds. */
function synth(count: number, fill: Fill): number {
  const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
  const before = process.cpuUsage();
  const app = new cdk8s.App({ outdir });
  const chart = new cdk8s.Chart(app, 'chart', chartProps(fill));
  for (let index = 0; index < count; index++) {fill(chart, index);}
  app.synth();
  const { user, system } = process.cpuUsage(before);
  rmSync(outdir, { recursive: true });
  return user + system;
}

function bytesOf(fill: Fill): string {
  const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
  const app = new cdk8s.App({ outdir });
  fill(new cdk8s.Chart(app, 'chart', chartProps(fill)), 0);
  app.synth();
  const text = readdirSync(outdir).map(file => readFileSync(join(outdir, file), 'utf8')).join('');
  rmSync(outdir, { recursive: true });
  return text;
}

/** The median of the ratios of neighbouring rounds, so that a busy machine slows both sides. */
function ratio(rounds: number, one: () => number, other: () => number): number {
  return median(Array.from({ length: rounds }, (_, round) => {
    if (round % 2 === 0) {
      const a = one();
      return a / other();
    }
    const b = other();
    return one() / b;
  }));
}

/** Processor time of a cold process that runs a line, in microseconds. */
function coldTime(line: string): number {
  const program = `const b=process.cpuUsage();${line};const {user,system}=process.cpuUsage(b);console.log(user+system)`;
  return Number(execFileSync(process.execPath, ['-e', program], { cwd: ROOT, encoding: 'utf8' }));
}

function main(): void {
  const rounds = SMOKE ? 3 : 41;
  const size = SMOKE ? 10 : 100;
  const chart = new cdk8s.Chart(new cdk8s.App(), 'chart', { namespace: 'node-agents' });
  oneAgent(chart, 0);
  const many = SMOKE ? 100 : 1000;
  const hand = byHand(chart.toJson());
  if (bytesOf(oneAgent) !== bytesOf(hand)) {throw new Error('the two sides do not write the same bytes');}
  // both sides as the compiler leaves them in the end: before, it counts against the side with more code
  for (let warm = 0; warm < (SMOKE ? 1 : 50); warm++) {
    synth(size, oneAgent);
    synth(size, hand);
  }
  const perAgent = (fill: Fill) => ratio(SMOKE ? 3 : 7, () => synth(many, fill) / many,
    () => Array.from({ length: many / 10 }, () => synth(10, fill)).reduce((a, b) => a + b) / many);
  const written = writerRatio(SMOKE ? 3 : 31);
  if (!SMOKE && written < FASTER) {process.exitCode = 1;}
  console.log(`${'YAML of the goldens and examples: cdk8s, against our writer'.padEnd(78)} ${written.toFixed(2)}   at least ${FASTER}`);
  process.env.NODE_AGENTS_CHECKS = 'off';
  print(
    'synth of an agent (6 objects), against the same bytes by hand', ratio(rounds, () => synth(size, oneAgent), () => synth(size, hand)),
    1.10,
  );
  delete process.env.NODE_AGENTS_CHECKS;
  print('the same, with all checks', ratio(rounds, () => synth(size, oneAgent), () => synth(size, hand)), 1.25);
  const app = 'require("cdk8s")';
  const cold = SMOKE ? 3 : 31;
  print(
    'require of the package beside cdk8s, against cdk8s alone', ratio(cold, () => coldTime(`${app};require("./lib")`), () => coldTime(app)),
    1.15,
  );
  print('the same, and the first use of NodeAgent', ratio(cold, () => coldTime(`${app};require("./lib").NodeAgent`), () => coldTime(app)));
  print(`cost of an agent among ${many} in one chart, against among 10`, perAgent(oneAgent), 1.20);
  print('the same, for the objects by hand', perAgent(hand));
  print(
    'synth of an agent (6 objects), against a lone DaemonSet of cdk8s-plus-28',
    ratio(rounds, () => synth(size, oneAgent), () => synth(size, plusDaemonSet)),
  );
}

main();
