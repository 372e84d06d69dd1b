import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { objectsOf, podOf } from './manifest';
import { tryInputs } from './trial';
import { MetalLb, MetalLbProps } from '../../../src';
import { distinct } from '../../../src/private/distinct';
import { randomMetalLbProps } from '../../../test/support/random/network';
import { eventually, Service } from '../tools/process';
import { goTool } from '../tools/toolbox';

/** What a program of MetalLB is started with. */
interface Start {
  readonly args: readonly string[];
  readonly variables: { readonly [name: string]: string };
}

const NODE = { METALLB_NODE_NAME: 'node-1', METALLB_POD_NAME: 'pod', METALLB_NAMESPACE: 'metallb-system' };
const BROKEN: readonly Start[] = [
  { args: ['--port=https'], variables: NODE }, { args: ['--prot=9120'], variables: NODE }, { args: ['--log-level=loud'], variables: NODE },
  { args: ['--health-probe-port=none'], variables: NODE }, { args: ['--ignore-exclude-lb=perhaps'], variables: NODE },
  { args: ['--lb-klass=metallb'], variables: NODE },
];

/** What each says when it has read everything, and asks for an API server. There is none: nothing is announced on this machine. */
const ASKS = /connect: connection refused/;

/** Starts speaker and controller of MetalLB themselves with the arguments and variables of MetalLb. Returns what is wrong. */
export async function judgeMetalLb(runs: number): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'metallb-'));
  try {
    mkdirSync(join(folder, 'secret'));
    writeFileSync(join(folder, 'secret', 'secretkey'), 'k'.repeat(32));
    writeFileSync(join(folder, 'kubeconfig'), JSON.stringify({
      'apiVersion': 'v1', 'kind': 'Config', 'current-context': 'none', 'contexts': [{ name: 'none', context: { cluster: 'none' } }],
      'clusters': [{ name: 'none', cluster: { server: 'http://127.0.0.1:1' } }],
    }));
    const written = [{ namespace: 'metallb-system' }, ...fc.sample(randomMetalLbProps, runs)].map(manifestsOf);
    const problems: string[] = [];
    for (const [name, kind] of [['speaker', 'DaemonSet'], ['controller', 'Deployment']] as const) {
      const program = await goTool(`metallb-${name}`);
      problems.push(...await tryInputs({
        program: `${name} of MetalLB 0.16.1`, inputs: 'starts', broken: BROKEN.slice(0, name === 'speaker' ? undefined : 4),
        written: distinct(written.map(objects => startOf(podOf(objects, kind), folder)), start => start),
        problemsOf: async starts => {
          const verdicts: Array<string | undefined> = [];
          // one after the other: they listen on the same ports
          for (const start of starts) {verdicts.push(await problemOf(program, start, folder));}
          return verdicts;
        },
      }));
    }
    return problems;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function manifestsOf(props: MetalLbProps): any[] {
  return objectsOf(chart => new MetalLb(chart, 'metallb', props));
}

function startOf(pod: any, folder: string): Start {
  const [{ args, env = [] }] = pod.containers;
  const fields: { readonly [path: string]: string } = { 'spec.nodeName': 'node-1', 'metadata.name': 'pod', 'status.podIP': '127.0.0.1' };
  const variables = Object.fromEntries(env.map(({ name, value, valueFrom }: any) => [name, value ?? fields[valueFrom.fieldRef.fieldPath]]));
  // the namespace of the account is in a file of the pod
  const secret = 'METALLB_ML_SECRET_KEY_PATH' in variables && { METALLB_ML_SECRET_KEY_PATH: join(folder, 'secret') };
  return { args, variables: { METALLB_NAMESPACE: 'metallb-system', ...variables, ...secret } };
}

const SILENT = '--log-level=none';

async function problemOf(program: string, { args, variables }: Start, folder: string): Promise<string | undefined> {
  const running = Service.start(program, args, { env: { ...variables, KUBECONFIG: join(folder, 'kubeconfig') } });
  try {
    const isAsking = await eventually(async () => ASKS.test(running.output) ? true : running.isOver ? false : undefined, 60_000);
    // it took its flags, or it would have said something: what it makes of the others, it says on another level
    if (running.isOver && running.output === '' && args.includes(SILENT)) {
      return await problemOf(program, { args: args.map(arg => arg === SILENT ? '--log-level=error' : arg), variables }, folder);
    }
    return isAsking ? undefined : running.output.trim().split('\n').find(line => /error|flag|invalid/.test(line)) ?? running.output.slice(0, 200);
  } finally {
    await running.stop();
  }
}
