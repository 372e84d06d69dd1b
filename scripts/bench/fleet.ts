import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, print, SMOKE } from './figures';

/**
 * What one process costs that writes clusters of six agents, against a process that writes the same bytes by hand with cdk8s. Whole processes, their processor time
 * and their memory, loading included; ratios only. `--smoke` takes few clusters and rounds, for CI, and only proves that the benchmark runs.
 */
const ROOT = join(__dirname, '..', '..');
const FOLDER = mkdtempSync(join(tmpdir(), 'bench-fleet-'));

/** A cluster as a platform team would write it: three presets, three agents of its own. */
const AGENTS = `
const { AgentFile, ApiGrant, CsiDriver, CsiNodePlugin, EnvValue, HostPath, LogAgent, LogDestination, MetricsExporter, NodeAgent, PodField, Port, Probe } = agents;
exports.six = chart => {
  new LogAgent(chart, 'logs', { destinations: [LogDestination.loki({ url: 'https://loki.example.com' })] });
  new MetricsExporter(chart, 'metrics');
  new CsiNodePlugin(chart, 'nfs', { driver: CsiDriver.nfs() });
  const metrics = Port.container('http-metrics', 9120);
  new NodeAgent(chart, 'scanner', {
    image: 'ghcr.io/your-org/scanner:1.0.0', hostPaths: [HostPath.readOnly('/opt/scanner')], ports: [metrics], livenessProbe: Probe.http('/', metrics),
    env: { NODE_NAME: EnvValue.field(PodField.NODE_NAME) },
  });
  new NodeAgent(chart, 'tuner', { image: 'ghcr.io/your-org/tuner:1.0.0', files: [AgentFile.text('/etc/tuner/config.yaml', 'swappiness: 10\\n')] });
  new NodeAgent(chart, 'watcher', { image: 'ghcr.io/your-org/watcher:1.0.0', grants: [ApiGrant.readPods()] });
};
exports.one = chart => {new NodeAgent(chart, 'scanner', { image: 'ghcr.io/your-org/scanner:1.0.0', hostPaths: [HostPath.readOnly('/opt/scanner')] });};
`;

const LOAD = { cdk8s: JSON.stringify(join(ROOT, 'node_modules', 'cdk8s')), agents: JSON.stringify(join(ROOT, 'lib')) };

/** The last line of every program: what the process cost until here. */
const COST = 'const { user, system } = process.cpuUsage(); console.log(JSON.stringify({ time: user + system, memory: process.resourceUsage().maxRSS }));';

interface Cost {
  readonly time: number;
  readonly memory: number;
}

/** A program that writes so many clusters: `CLUSTERS what`. */
function writeProgram(name: string, app: string, fill: string): string {
  const file = join(FOLDER, `${name}.js`);
  writeFileSync(file, `const cdk8s = require(${LOAD.cdk8s});
${fill}
const app = new ${app}({ outdir: process.argv[3] });
for (let index = 0; index < Number(process.argv[2]); index++) {
  const chart = new cdk8s.Chart(app, 'cluster-' + index, chartProps);
  target(chart);
  exports[process.argv[4]](chart);
}
app.synth();
${COST}`);
  return file;
}

function ours(name: string, app: string): string {
  return writeProgram(name, app, `const agents = require(${LOAD.agents});\nconst chartProps = { namespace: 'node-agents' };\nconst target = chart => agents.TargetCluster.configure(chart, {});\n${AGENTS}`);
}

/** The same objects as someone would write them, as literals. Objects by hand name their namespaces themselves. */
function byHand(): string {
  const manifests = ['one', 'six'].map(what => {
    const outdir = join(FOLDER, `manifests-${what}`);
    run(join(FOLDER, 'fleet.js'), 1, outdir, what);
    return `exports.${what} = chart => {\n${documents(outdir).map((each, at) => `new cdk8s.ApiObject(chart, 'object-${at}', ${JSON.stringify(each)});`).join('\n')}\n};`;
  });
  return writeProgram('by-hand', 'cdk8s.App', `const chartProps = {};\nconst target = () => undefined;\n${manifests.join('\n')}`);
}

function documents(outdir: string): unknown[] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { Yaml } = require('cdk8s') as typeof import('cdk8s');
  return readdirSync(outdir).flatMap(file => Yaml.load(join(outdir, file)));
}

function run(program: string, clusters: number, outdir: string, what: string): Cost {
  return JSON.parse(execFileSync(process.execPath, [program, String(clusters), outdir, what], { encoding: 'utf8' }));
}

function once(program: string, clusters: number, what: string): Cost {
  const outdir = join(FOLDER, 'out');
  const cost = run(program, clusters, outdir, what);
  rmSync(outdir, { recursive: true });
  return cost;
}

function requireSameBytes(program: string, other: string): void {
  const [first, second] = [program, other].map((each, at) => {
    const outdir = join(FOLDER, `same-${at}`);
    run(each, 3, outdir, 'six');
    return readdirSync(outdir).map(file => `${file}\n${readFileSync(join(outdir, file), 'utf8')}`).join('');
  });
  if (first !== second) {throw new Error('the two sides do not write the same bytes');}
}

interface Goal {
  readonly name: string;
  readonly clusters: number;
  readonly what?: string;
  readonly rounds: number;
  readonly bound: number;
}

/** Neighbouring rounds are compared, so that a busy machine slows both sides. */
function compare(program: string, other: string, { clusters, what = 'six', rounds }: Goal): { readonly time: number; readonly memory: number; readonly own: number } {
  const pairs = Array.from({ length: rounds }, () => [once(program, clusters, what), once(other, clusters, what)]);
  return {
    time: median(pairs.map(([a, b]) => a.time / b.time)),
    memory: median(pairs.map(([a, b]) => a.memory / b.memory)),
    own: median(pairs.map(([a]) => a.time)) / clusters,
  };
}

function main(): void {
  const fleet = ours('fleet', 'agents.FleetApp');
  const plain = ours('plain', 'cdk8s.App');
  const hand = byHand();
  requireSameBytes(fleet, hand);
  requireSameBytes(plain, hand);
  const few = SMOKE ? 3 : 15;
  const hundred = SMOKE ? 5 : 100;
  const thousand = SMOKE ? 10 : 1000;
  const goals: Goal[] = [
    { name: 'one minimal agent', clusters: 1, what: 'one', rounds: few, bound: 1.2 },
    { name: 'one cluster of six agents', clusters: 1, rounds: few, bound: 1.25 },
    { name: `${hundred} clusters of six agents`, clusters: hundred, rounds: SMOKE ? 1 : 5, bound: 0.5 },
    { name: `${thousand} clusters of six agents`, clusters: thousand, rounds: 1, bound: 0.15 },
  ];
  print('one cluster of six agents with App of cdk8s, against the same bytes by hand', compare(plain, hand, goals[1]).time);
  const results = goals.map(goal => {
    const result = compare(fleet, hand, goal);
    print(`${goal.name} with FleetApp, against the same bytes by hand`, result.time, goal.bound);
    return result;
  });
  const [, , atHundred, atThousand] = results;
  print(`cost of a cluster among ${thousand}, against among ${hundred}`, atThousand.own / atHundred.own, 1.1);
  print(`peak memory of ${thousand} clusters, against by hand`, atThousand.memory, 2);
}

try {
  main();
} finally {
  rmSync(FOLDER, { recursive: true, force: true });
}
