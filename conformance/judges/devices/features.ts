import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Yaml } from 'cdk8s';
import { featureManifests } from './variants';
import { buildProgram } from '../../../scripts/conformance/go';
import { auditProblems, isRefused } from '../programs/audit';
import { ask } from '../programs/http';
import { freePort } from '../programs/pod';
import { GoToolName } from '../tools/pins';
import { eventually, Service } from '../tools/process';
import { goTool, say } from '../tools/toolbox';

const PATIENCE = 60_000;

/** Where a control plane is, as the command `serve` says it. */
interface ControlPlane {
  readonly kubeconfigs: { readonly [account: string]: string };
  readonly audit: string;
}

/** What the kubelet would say of the pod of a program. */
const FIELDS: {
  readonly [path: string]: string;
} = { 'metadata.name': 'nfd-worker-0', 'metadata.uid': '4f1d2c3b', 'spec.nodeName': 'node-1' };

/** Which requests of the real programs are forbidden under our rights, which rights they make no use of, and which probes fail. */
export async function featureProblems(): Promise<string[]> {
  const serve = await buildProgram('serve');
  const folder = mkdtempSync(join(tmpdir(), 'features-'));
  const manifests = featureManifests();
  const file = join(folder, 'manifests.yaml');
  writeFileSync(file, Yaml.stringify(...manifests));
  const child = spawn(serve, ['-folder', folder, join(__dirname, 'objects.yaml'), file], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => { child.on('close', resolve); });
  const services: Service[] = [];
  try {
    const control: ControlPlane = JSON.parse(await firstLine(child.stdout));
    const start = async (workload: any, account: string = workload.spec.template.spec.serviceAccountName, more: readonly string[] = []) => {
      const started = await startProgram(workload, control.kubeconfigs[`node-agents/${account}`], manifests, folder, more);
      services.push(started.service);
      return started;
    };
    const [worker, ...others] = manifests.filter(({ spec }) => spec?.template !== undefined);
    const problems: string[] = [];
    const first = await start(worker);
    problems.push(...await unhealthy(first));
    for (const other of others) problems.push(...await unhealthy(await start(other)));
    // a worker that sees less writes its object again
    await first.service.stop();
    await start(worker, undefined, ['-label-sources=kernel', '-feature-sources=kernel']);
    const log = () => readFileSync(control.audit, 'utf8');
    // watches are in the log when they have ended
    await eventually(async () => unusedNow(log(), manifests).length === 0 || undefined, PATIENCE);
    for (const service of services) await service.stop();
    problems.push(...auditProblems(log(), manifests));
    await start(others[0], 'stranger');
    await eventually(async () => isRefused(log(), 'stranger') || undefined, PATIENCE);
    if (!isRefused(log(), 'stranger')) problems.push('this judge is blind: an account without rights was refused nothing');
    say('Node Feature Discovery: worker, master and garbage collector, each with its own rights');
    return problems;
  } finally {
    for (const service of services) await service.stop();
    child.stdin.end();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is left to do for the programs, apart from watches. */
function unusedNow(log: string, manifests: readonly any[]): string[] {
  return auditProblems(log, manifests).filter(problem => !problem.includes('list or watch'));
}

interface Started {
  readonly name: string;
  readonly service: Service;
  readonly port: string;
}

/** Starts the program of a workload with its own arguments and variables, where its files and its account are. */
async function startProgram(
  { metadata, spec }: any, kubeconfig: string, manifests: readonly any[], folder: string, more: readonly string[],
): Promise<Started> {
  const { containers: [{ command, args, env }] } = spec.template.spec;
  const port = String(await freePort());
  const config = manifests.find(({ kind, metadata: { name } }) => kind === 'ConfigMap' && name === `${metadata.name}-config`)?.data;
  const file = join(folder, `${metadata.name}.conf`);
  if (config !== undefined) writeFileSync(file, config['nfd-worker.conf']);
  const variables = env.flatMap(({ name, valueFrom }: any) => {
    const value = FIELDS[valueFrom?.fieldRef?.fieldPath];
    return value === undefined ? [] : [`${name}=${value}`];
  });
  const own = args.map((arg: string) => arg.replace(/^-port=.*/, `-port=${port}`).replace(/^-config=.*/, `-config=${file}`));
  const program = await goTool(command[0] as GoToolName);
  const service = Service.start('env', [
    'KUBERNETES_NAMESPACE=node-agents', ...variables, program, ...own, `-kubeconfig=${kubeconfig}`, ...more,
  ]);
  return { name: metadata.name, service, port };
}

/** What the kubelet would find wrong. */
async function unhealthy({ name, service, port }: Started): Promise<string[]> {
  const isWell = await eventually(
    async () => service.isOver || (await ask(`http://127.0.0.1:${port}/healthz`))?.status === 200 || undefined, PATIENCE,
  );
  return isWell && !service.isOver
    ? []
    : [`${name} ${service.isOver ? 'does not run' : 'is not well'}: ${service.output.trim().split('\n').slice(-3).join(' ')}`];
}

async function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stream })) return line;
  throw new Error('the control plane did not start');
}
