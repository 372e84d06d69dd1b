import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Yaml } from 'cdk8s';

/** Programs that write clusters, with the library and by hand, and what a process of each costs. */
export const ROOT = join(__dirname, '..', '..');
export const FOLDER = mkdtempSync(join(tmpdir(), 'bench-fleet-'));

/** What a program puts into each chart. */
export type What = 'one' | 'logs' | 'six' | 'elsewhere' | 'many';

/** What a process costs: processor time in microseconds and memory at its peak. */
export interface Cost {
  readonly time: number;
  readonly memory: number;
}

/** How many agents the chart of `many` has; few of them, for CI. */
export const MANY = process.argv.includes('--smoke') ? 10 : 1000;

/** A cluster as a platform team would write it: three presets, three agents of its own. What a program does not name, it does not load. */
const AGENTS = `
const six = (chart, options) => {
  const { AgentFile, ApiGrant, CsiDriver, CsiNodePlugin, EnvValue, HostPath, LogAgent, LogDestination, MetricsExporter, NodeAgent } = agents;
  const { PodField, Port, Probe } = agents;
  new LogAgent(chart, 'logs', { destinations: [LogDestination.loki({ url: 'https://loki.example.com' })], ...options });
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
exports.six = chart => six(chart, {});
// the checksum of a configuration depends on the namespace, and who writes by hand has none
exports.elsewhere = chart => six(chart, { rollOnFileChange: false });
exports.one = chart => {
  const { HostPath, NodeAgent } = agents;
  new NodeAgent(chart, 'scanner', { image: 'ghcr.io/your-org/scanner:1.0.0', hostPaths: [HostPath.readOnly('/opt/scanner')] });
};
exports.logs = chart => {
  const { DestinationAuth, LogAgent, LogDestination, SearchIndex, SecretKey } = agents;
  new LogAgent(chart, 'logs', {
    destinations: [
      LogDestination.loki({ url: 'https://loki.example.com', auth: DestinationAuth.basic('logs', SecretKey.of('loki', 'password')) }),
      LogDestination.elasticsearch({ url: 'https://es.example.com:9200', index: SearchIndex.daily('logs') }),
      LogDestination.kafka({ brokers: ['kafka-0.example.com:9093'], topic: 'logs' }),
      LogDestination.s3({ bucket: 'logs', auth: DestinationAuth.aws('eu-west-1') }),
      LogDestination.otlpHttp({ url: 'https://otlp.example.com' }),
    ],
  });
};
exports.many = (chart, count) => {for (let index = 0; index < count; index++) {agent(chart, index);}};
const agent = (chart, index) => {
  const { AgentFile, AgentService, ApiGrant, ContainerSecurity, EnvValue, HostPath, NodeAgent, PodField, Port, Probe } = agents;
  const metrics = Port.container('http-metrics', 2020);
  new NodeAgent(chart, 'agent-' + index, {
    securityContext: ContainerSecurity.root('reads the logs of all users'),
    image: 'ghcr.io/your-org/agent:1.0.0', args: ['--config=/etc/agent/config.yaml'], env: { NODE_NAME: EnvValue.field(PodField.NODE_NAME) },
    files: [AgentFile.text('/etc/agent/config.yaml', 'service:\\n  flush: 1\\n  http_server: true\\n')],
    hostPaths: [HostPath.readOnly('/var/log'), HostPath.state('/var/lib/agent-' + index)], ports: [metrics], livenessProbe: Probe.http('/', metrics),
    services: [AgentService.headless([metrics])], grants: [ApiGrant.readPods()],
  });
};
`;

const LOAD = { cdk8s: JSON.stringify(join(ROOT, 'node_modules', 'cdk8s')), agents: JSON.stringify(join(ROOT, 'lib')) };

/** The last line of every program: what the process cost until here. */
const COST = 'const { user, system } = process.cpuUsage(); console.log(JSON.stringify({ time: user + system, memory: '
  + 'process.resourceUsage().maxRSS }));';

/** A program that is started with the number of clusters, the output directory, what to write and how many of it. */
function writeProgram(name: string, app: string, fill: string): string {
  const file = join(FOLDER, `${name}.js`);
  writeFileSync(file, `const cdk8s = require(${LOAD.cdk8s});
const [clusters, outdir, what, count] = process.argv.slice(2);
${fill}
const app = new ${app}({ outdir });
for (let index = 0; index < Number(clusters); index++) {
  const chart = new cdk8s.Chart(app, 'cluster-' + index, chartProps(index));
  target(chart);
  exports[what](chart, Number(count), index);
}
app.synth();
${COST}`);
  return file;
}

/** The library in an app of this class. */
export function withLibrary(name: string, app: string): string {
  return writeProgram(name, app, `const agents = require(${LOAD.agents});
const chartProps = index => ({ namespace: what === 'elsewhere' ? 'platform-' + index : 'node-agents' });
const target = chart => agents.TargetCluster.configure(chart, {});
${AGENTS}`);
}

/** The same objects as someone would write them, as literals. Objects by hand name their namespaces themselves. */
export function byHand(library: string): string {
  const objectsOf = (what: What) => documentsOf(library, what).map((document, at) => ({ document, at }));
  const objects = (what: What, places: Places) =>
    objectsOf(what).map(({ document, at }) => `new cdk8s.ApiObject(chart, 'object-${at}', ${literal(document, places)});`).join('\n');
  return writeProgram('by-hand', 'cdk8s.App', `const chartProps = () => ({});
const target = () => undefined;
exports.one = chart => {\n${objects('one', {})}\n};
exports.logs = chart => {\n${objects('logs', {})}\n};
exports.six = chart => {\n${objects('six', {})}\n};
exports.elsewhere = (chart, count, index) => {\n${objects('elsewhere', { 'platform-0': "'platform-' + index" })}\n};
exports.many = (chart, count) => {for (let index = 0; index < count; index++) {agent(chart, index);}};
const agent = (chart, index) => {
${objectsOf('many').map(({ document, at }) => `new cdk8s.ApiObject(chart, 'object-' + index + '-${at}', ${literal(document, { 'agent-0': "'agent-' + index" })});`).join('\n')}
};`);
}

/** Texts within texts, and the expressions that stand for them. */
interface Places { readonly [text: string]: string }

function literal(value: unknown, places: Places): string {
  if (Array.isArray(value)) {return `[${value.map(item => literal(item, places)).join(', ')}]`;}
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}: ${literal(entry, places)}`).join(', ')} }`;
  }
  return Object.entries(places).reduce(
    (text, [place, expression]) => text.replaceAll(place, `" + ${expression} + "`), JSON.stringify(value),
  );
}

/** The objects of one cluster, with one agent where there can be many. */
export function documentsOf(program: string, what: What): any[] {
  const outdir = join(FOLDER, `documents-${what}`);
  start(program, 1, outdir, what, 1);
  return readdirSync(outdir).flatMap(file => Yaml.load(join(outdir, file)));
}

function start(program: string, clusters: number, outdir: string, what: What, count: number): Cost {
  return JSON.parse(execFileSync(process.execPath, [program, String(clusters), outdir, what, String(count)], { encoding: 'utf8' }));
}

/** What a process costs that writes so many clusters. */
export function costOf(program: string, clusters: number, what: What): Cost {
  const outdir = join(FOLDER, 'out');
  const cost = start(program, clusters, outdir, what, MANY);
  rmSync(outdir, { recursive: true });
  return cost;
}

export function requireSameBytes(program: string, other: string, what: What): void {
  const [first, second] = [program, other].map((each, at) => {
    const outdir = join(FOLDER, `same-${what}-${at}`);
    start(each, 3, outdir, what, 1);
    const files = readdirSync(outdir).map(file => `${file}\n${readFileSync(join(outdir, file), 'utf8')}`).join('');
    rmSync(outdir, { recursive: true });
    return files;
  });
  if (first !== second) {throw new Error(`the two sides do not write the same bytes: ${what}`);}
}
