import { appendFileSync, chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expected, LINES, LOG } from './variants';
import { ControlPlane } from '../programs/control-plane';
import { ask } from '../programs/http';
import { freePort } from '../programs/pod';
import { GO_TOOLS } from '../tools/pins';
import { eventually, Service } from '../tools/process';
import { goModule, goTool, say } from '../tools/toolbox';

/** How long a program has for what it does every few seconds, in milliseconds: the machine may be busy. */
const PATIENCE = 60_000;
const READER = 'node-agents/reader';

/** Starts the program of a workload as its account, lets it find problems, and looks at what it tells. */
export async function tried(workload: any, manifests: readonly any[], control: ControlPlane, root: string): Promise<string[]> {
  const { metadata: { name, namespace }, spec } = workload;
  const folder = join(root, name);
  mkdirSync(join(folder, 'log'), { recursive: true });
  const log = join(folder, 'log', 'shop.log');
  writeFileSync(log, '');
  const place = await placeOf(folder);
  const { serviceAccountName, containers: [container], volumes = [] } = spec.template.spec;
  for (const { configMap } of volumes.filter((volume: any) => volume.configMap !== undefined)) {
    writeFiles(
      configMap.name, manifests, folder, place,
    );
  }
  const port = await freePort();
  const proxy = createServer((_, response) => response.end('ok'));
  await new Promise<void>((resolve) => { proxy.listen(0, '127.0.0.1', resolve); });
  const env = envOf(container, String((proxy.address() as AddressInfo).port));
  const args = container.args.map((arg: string) => place(arg.replace(/\$\((\w+)\)/g, (_, each) => env[each])).replace(
    /^--prometheus-port=.*/, `--prometheus-port=${port}`,
  ));
  const isReporting = !args.includes('--enable-k8s-exporter=false');
  const kubeconfig = control.kubeconfigs[`${namespace}/${serviceAccountName}`];
  if (isReporting) args.push(`--apiserver-override=https://127.0.0.1?inClusterConfig=false&auth=${kubeconfig}`);
  const service = Service.start(await goTool('node-problem-detector'), args, { cwd: folder, env });
  const metrics = async () => (await ask(`http://127.0.0.1:${port}/metrics`))?.body ?? '';
  const problem = (text: string) => `${name}: ${text}`;
  try {
    await eventually(async () => service.isOver || (await metrics()).includes('problem_counter') || undefined, PATIENCE);
    if (service.isOver) return [problem(`does not start: ${service.output.trim().split('\n').pop()}`)];
    // the second of two equal events is a change of the first
    for (const line of [LINES.event, LINES.event, LINES.condition]) appendFileSync(log, `${new Date().toISOString()} ${line}\n`);
    const lacking = async () => [...metricProblems(await metrics(), name), ...await apiProblems(control, name)];
    await eventually(async () => service.isOver || (await lacking()).length === 0 || undefined, PATIENCE);
    if (!service.isOver) say(`${name} runs`);
    return [
      ...service.isOver ? [`ended: ${service.output.trim().split('\n').pop()}`] : [], ...await lacking(), ...failures(service.output),
    ].map(problem);
  } finally {
    await service.stop();
    proxy.close();
  }
}

/** Where the files of the container are on this machine. */
async function placeOf(folder: string): Promise<(text: string) => string> {
  const { module, version } = GO_TOOLS['node-problem-detector'];
  const shipped = await goModule(module, version);
  const checker = await goTool('health-checker');
  return (text) => text.replaceAll('/etc/node-problem-detector/', `${folder}/`).replaceAll('/opt/node-problem-detector/', `${folder}/`)
    .replaceAll(/(?<=[=,])\/config\//g, `${shipped}/config/`).replaceAll('/home/kubernetes/bin/health-checker', checker).replaceAll(
      LOG, join(folder, 'log', 'shop.log'),
    );
}

function writeFiles(name: string, manifests: readonly any[], folder: string, place: (text: string) => string): void {
  const map = manifests.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === name);
  for (const [key, text] of Object.entries<string>(map.data)) {
    writeFileSync(join(folder, key), place(text));
    if (text.startsWith('#!')) chmodSync(join(folder, key), 0o755);
  }
}

function envOf(container: any, proxyPort: string): { [name: string]: string } {
  const fields: {
    readonly [path: string]: string;
  } = { 'spec.nodeName': 'node-1', 'status.podIP': '127.0.0.1', 'status.hostIP': '127.0.0.1' };
  return {
    ...Object.fromEntries((container.env
      ?? []).map(({ name, value, valueFrom }: any) => [name, value ?? fields[valueFrom.fieldRef.fieldPath]])),
    KUBEPROXY_PORT: proxyPort,
  };
}

function metricProblems(body: string, id: string): string[] {
  const { hasStats } = expected(id);
  const promised = [
    /^problem_counter\{reason="OutOfCarts"\} 2$/m, /^problem_gauge\{reason="DatabaseLost",type="\w+Broken"\} 1$/m,
    ...hasStats ? [/^cpu_load_1m /m, /^memory_bytes_used\{/m, /^disk_io_time\{/m, /^net_rx_bytes\{/m] : [],
  ];
  return promised.filter((pattern) => !pattern.test(body)).map((pattern) => `a metric is missing: ${pattern.source}`);
}

async function apiProblems(control: ControlPlane, id: string): Promise<string[]> {
  const { conditions, unset, events, eventNamespace } = expected(id);
  const node = await read(control, '/api/v1/nodes/node-1');
  const found: {
    [type: string]: string;
  } = Object.fromEntries((node?.status?.conditions ?? []).map(({ type, status }: any) => [type, status]));
  const told = (await read(control, `/api/v1/namespaces/${eventNamespace}/events`))?.items ?? [];
  return [
    ...Object.entries(conditions).filter(([type, status]) => found[type] !== status).map(([type, status]) => `the condition ${type} is `
      + `${found[type]}, and not ${status}`),
    ...unset.filter((type) => type in found).map((type) => `the condition ${type} is set`),
    ...events.filter((reason) =>
      !told.some((event: any) => event.reason === reason && event.involvedObject.name === 'node-1')).map((reason) => 'no '
      + `event says ${reason}`),
  ];
}

async function read({ kubeconfigs }: ControlPlane, path: string): Promise<any> {
  const text = readFileSync(kubeconfigs[READER], 'utf8');
  const [, server] = /server: (\S+)/.exec(text)!;
  const [, token] = /token: (\S+)/.exec(text)!;
  const answer = await ask(`${server}${path}`, token);
  return answer?.status === 200 ? JSON.parse(answer.body) : undefined;
}

/** What the program says of what it could not do. Machines without /dev/kmsg have no log of the kernel. */
function failures(output: string): string[] {
  return output.split('\n').filter((line) => /^[EF]\d{4} /.test(line) && !/kmsg/.test(line)).map((line) => `it says: ${line}`);
}
