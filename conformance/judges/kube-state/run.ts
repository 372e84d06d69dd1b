/**
 * Starts the real kube-state-metrics with our arguments against a real API server, each workload as its own account under exactly our
 * rights:
 *
 *     npm run metrics:kube-state
 *
 * Fails where the program does not start or a probe fails, where a request is forbidden, where a right is never used, where a list or a
 * watch has an error, where a chosen kind has no series, and where an alert does not fire as it should. It needs Go on the PATH.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { variantManifests } from './variants';
import { requireGo } from '../../../scripts/conformance/go';
import { kubeStateFlags } from '../../../src/metrics/kube-state-metrics/kube-state-flags';
import { alertProblems } from '../programs/alerts';
import { auditProblems, isRefused } from '../programs/audit';
import { ControlPlane, withControlPlane } from '../programs/control-plane';
import { ask } from '../programs/http';
import { freePort } from '../programs/pod';
import { run, Service, eventually, sleep } from '../tools/process';
import { goTool, say } from '../tools/toolbox';

/** How long a program has for its first lists, in milliseconds: the machine may be busy. */
const PATIENCE = 30_000;

/** An account of objects.yaml that may do nothing. */
const STRANGER = 'node-agents/stranger';

async function main(): Promise<number> {
  requireGo();
  const program = await goTool('kube-state-metrics');
  const folder = mkdtempSync(join(tmpdir(), 'kube-state-'));
  const manifests = variantManifests();
  const problems = await flagProblems(program);
  try {
    problems.push(...await alertProblems(manifests, 'shards', join(__dirname, 'alerts.yaml'), folder));
    await withControlPlane(folder, join(__dirname, 'objects.yaml'), manifests, async (control) => {
      const workloads = manifests.filter(({ spec }) => spec?.template !== undefined);
      for (const workload of workloads) problems.push(...await tried(program, workload, control, folder));
      await tryStranger(program, control);
      const log = readFileSync(control.audit, 'utf8');
      if (!isRefused(log, 'stranger')) problems.push('this judge is blind: an account without rights was refused nothing');
      problems.push(...auditProblems(log, manifests));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  problems.forEach((problem) => console.log(problem));
  console.log(problems.length === 0 ? 'kube-state-metrics does what we write' : `${problems.length} problems`);
  return problems.length === 0 ? 0 : 1;
}

/** Lets the program ask for what it may not have. */
async function tryStranger(program: string, control: ControlPlane): Promise<void> {
  const ports = [`--port=${await freePort()}`, `--telemetry-port=${await freePort()}`];
  const service = Service.start(program, ['--resources=nodes', ...ports, kubeconfig(control, STRANGER)]);
  await service.exitCode(3_000);
  await service.stop();
}

function kubeconfig({ kubeconfigs }: ControlPlane, account: string): string {
  return `--kubeconfig=${kubeconfigs[account]}`;
}

/** Where the flags that we check arguments by differ from those that the help of the program lists. */
async function flagProblems(program: string): Promise<string[]> {
  const { stdout, stderr } = await run(program, ['--help']);
  const grammar = kubeStateFlags([2, 20]);
  const names = [...(stdout + stderr).matchAll(/^ +(?:-\w, )?--([\w.-]+)/gm)].map(([, name]) => name).filter((name) => name !== 'help');
  if (names.length < 40) return ['the help of kube-state-metrics cannot be read'];
  return names.filter((name) => grammar.find(name)?.missing !== undefined || grammar.find(name) === undefined).map((name) => 'our table '
    + `lacks the flag --${name}`);
}

/** Starts the program of a workload, probes it as the kubelet would, and scrapes both of its ports. */
async function tried(program: string, { kind, metadata, spec }: any, control: ControlPlane, folder: string): Promise<string[]> {
  const { serviceAccountName, containers: [container], volumes = [] } = spec.template.spec;
  const fields: {
    readonly [path: string]: string;
  } = { 'metadata.name': `${metadata.name}-0`, 'metadata.namespace': metadata.namespace, 'spec.nodeName': 'node-1' };
  const env = (name: string) => fields[container.env?.find((each: any) => each.name === name)?.valueFrom.fieldRef.fieldPath] ?? '';
  const ports: { [flag: string]: string } = { 'port': await freePort(), 'telemetry-port': await freePort() };
  const args: string[] = container.args.map((arg: string) => arg.replace(/\$\((\w+)\)/g, (_, name) => env(name))
    .replace(/^--(port|telemetry-port)=.*$/, (_, flag: string) => `--${flag}=${ports[flag]}`)
    .replace(/\/etc\/kube-state-metrics\//, `${folder}/`));
  const config = volumes.find((volume: any) => volume.configMap !== undefined)?.configMap.name;
  if (config !== undefined) writeFileSync(join(folder, 'custom-resources.yaml'), configOf(config));
  const service = Service.start(program, [...args, kubeconfig(control, `${metadata.namespace}/${serviceAccountName}`)]);
  const url = (flag: string, path: string) => `http://127.0.0.1:${ports[flag]}${path}`;
  const problem = (text: string) => `${kind} ${metadata.name}: ${text}`;
  try {
    const isGuarded = args.includes('--auth-filter');
    // which shard has an object is decided by its id
    const isShard = args.some((arg) => /^--(total-shards|pod)=/.test(arg));
    const resources = isGuarded || isShard ? [] : /^--resources=(.*)$/m.exec(args.join('\n'))![1].split(',');
    const expected = [...resources, ...config === undefined ? [] : ['customresource']];
    const lacking = async () => expected.length === 0 ? [] : missing((await ask(url('port', '/metrics')))?.body ?? '', expected);
    const isReady = async () => service.isOver
      || (await ask(url('telemetry-port', '/readyz')))?.status === 200 && (await lacking()).length === 0 || undefined;
    await eventually(isReady, PATIENCE);
    if (service.isOver) return [problem(`does not start: ${service.output.trim().split('\n').pop()}`)];
    await sleep(500);
    say(`${kind} ${metadata.name} runs`);
    const stranger = /token: (\S+)/.exec(readFileSync(control.kubeconfigs[STRANGER], 'utf8'))![1];
    const answers = isGuarded
      ? [(await ask(url('port', '/metrics')))?.status, (await ask(url('port', '/metrics'), stranger))?.status]
      : [401, 403];
    return [
      ...(await lacking()).map((name) => problem(`there are no series of ${name}`)),
      ...answers.join() === '401,403' ? [] : [problem(`answers ${answers.join(' and ')} to nobody and to a stranger`)],
      ...(await ask(url('port', '/livez')))?.status === 200 ? [] : [problem('/livez fails')],
      ...(await ask(url('telemetry-port', '/readyz')))?.status === 200 ? [] : [problem('/readyz fails')],
      ...[...((await ask(url('telemetry-port', '/metrics')))?.body ?? '').matchAll(
        /^kube_state_metrics_(list|watch)_total\{.*result="error".*\} [1-9].*$/gm,
      )]
        .map(([line]) => problem(`counts an error: ${line}`)),
    ];
  } finally {
    await service.stop();
  }
}

/** The configuration of custom resources, which a ConfigMap holds. */
function configOf(name: string): string {
  const map = variantManifests().find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === name);
  return Object.values<string>(map.data)[0];
}

/** The kinds that no series is about. A pod that has no node is the business of one workload alone, which has it. */
function missing(body: string, resources: readonly string[]): string[] {
  return resources.filter((resource) => !new RegExp(`^kube_${singular(resource)}(_\\w+)?[{ ]`, 'm').test(body));
}

function singular(resource: string): string {
  return resource.replace(/ies$/, 'y').replace(/(ss)es$/, '$1').replace(/([^s])s$/, '$1');
}

main().then(
  (code) => { process.exitCode = code; },
  (error) => {
    console.error(`kube-state: ${error.message}`);
    process.exitCode = 1;
  },
);
