import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SMOKE } from './figures';
import { readNode } from '../../src/cluster/inventory/cluster-node';
import { Fleet } from '../../src/cluster/placement/fleet';
import { Placement } from '../../src/cluster/placement/placement';
import { buildProgram, CACHE, judge, requireGo } from '../conformance/go';

/**
 * How placement compares with the function of the DaemonSet controller itself: 50 agents on 15,000 nodes, over the same files, in processor
 * time. Both must decide the same. `--smoke` says nothing of the ratio.
 */
const NODES = 15_000;
const AGENTS = 50;
/** At least so many times less processor time. */
const BOUND = 20;
const FOLDER = join(CACHE, 'clock');
const AGENTS_FILE = join(FOLDER, 'agents.json');
const NODES_FILE = join(FOLDER, 'nodes.json');

async function main(): Promise<void> {
  requireGo();
  mkdirSync(FOLDER, { recursive: true });
  const random = generator(1);
  writeFileSync(AGENTS_FILE, JSON.stringify({
    apiVersion: 'apps/v1', kind: 'DaemonSetList', items: Array.from({ length: AGENTS }, (_, index) => agent(index, random)),
  }));
  writeFileSync(
    NODES_FILE,
    JSON.stringify({ apiVersion: 'v1', kind: 'NodeList', items: Array.from({ length: NODES }, (_, index) => node(index, random)) }),
  );

  // in a process of its own, as a command that starts, answers and ends: nothing is warm, and nothing is left from before
  const ours: Once = JSON.parse(execFileSync(
    process.execPath, [...process.execArgv, '-r', 'ts-node/register/transpile-only', __filename, '--once'], { encoding: 'utf8' },
  ));
  await buildProgram('conformance');
  const { figures } = await judge('clock', 'conformance clock', [AGENTS_FILE, NODES_FILE]);

  const theirs = [figures['pairs with a pod'], figures['pairs where a pod may stay']];
  if (String(ours.decided) !== String(theirs)) {
    throw new Error(`the controller runs and keeps ${theirs.join(' and ')} pods, placement ${ours.decided.join(' and ')}`);
  }
  const ratio = figures.microseconds / ours.placement;
  console.log(
    `${figures.pairs.toLocaleString('en')} pairs of agent and node, ${theirs[0].toLocaleString('en')} with a pod: both decide the same`,
  );
  console.log(
    `placement, against the function of the DaemonSet controller: ${ratio.toFixed(1)} times less processor time   at least ${BOUND}`,
  );
  console.log(
    `the same, with reading the files as JSON: ${(figures.microseconds / (ours.placement + ours.parsing)).toFixed(1)} times less`,
  );
  if (ratio < BOUND && !SMOKE) {process.exitCode = 1;}
}

/** What one process finds out, and the processor time that it takes, in microseconds. */
interface Once {
  readonly decided: [runs: number, stays: number];
  readonly placement: number;
  readonly parsing: number;
}

function once(): Once {
  const parsed = clock(() => [AGENTS_FILE, NODES_FILE].map(file => JSON.parse(readFileSync(file, 'utf8')).items as any[]));
  const [agents, nodes] = parsed.result;
  const { result: decided, microseconds: placement } = clock(() => decide(agents, nodes));
  return { decided, placement, parsing: parsed.microseconds };
}

function decide(agents: readonly any[], nodes: readonly any[]): [runs: number, stays: number] {
  const fleet = new Fleet(nodes.map(readNode));
  let runs = 0;
  let stays = 0;
  for (const each of agents) {
    const { ids, decisions } = fleet.decide(new Placement(each.spec.template.spec));
    for (const id of ids) {
      runs += decisions[id].shouldRun ? 1 : 0;
      stays += decisions[id].shouldContinueRunning ? 1 : 0;
    }
  }
  return [runs, stays];
}

function clock<T>(act: () => T): { readonly result: T; readonly microseconds: number } {
  const before = process.cpuUsage();
  const result = act();
  const { user, system } = process.cpuUsage(before);
  return { result, microseconds: user + system };
}

type Random = (below: number) => number;

/** A linear congruential generator: the same numbers in every run. */
function generator(seed: number): Random {
  let state = seed;
  return below => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor(state / 2 ** 32 * below);
  };
}

/** A node of a large fleet: twenty labels, of which some tell nearly every node apart, and up to three taints. */
function node(index: number, random: Random): any {
  const pick = (...values: string[]) => values[random(values.length)];
  const name = `node-${String(index).padStart(5, '0')}`;
  const zone = pick('a', 'b', 'c');
  const arch = pick('amd64', 'amd64', 'amd64', 'arm64');
  const pool = pick('general', 'general', 'general', 'batch', 'gpu', 'system');
  const rest = Object.fromEntries(Array.from({ length: 9 }, (_, each) => [`example.com/fact-${each}`, String(random(4))]));
  return {
    apiVersion: 'v1', kind: 'Node',
    metadata: {
      name,
      labels: {
        'kubernetes.io/hostname': name, 'kubernetes.io/os': pick('linux', 'linux', 'linux', 'linux', 'linux', 'linux', 'windows'),
        'kubernetes.io/arch': arch,
        'topology.kubernetes.io/region': 'region-1', 'topology.kubernetes.io/zone': `region-1${zone}`, 'example.com/pool': pool,
        'example.com/rack': `r${random(500)}`, 'example.com/generation': String(random(8)),
        'node.kubernetes.io/instance-type': pick('small', 'medium', 'large'),
        'example.com/spot': pick('true', 'false'), 'node-role.kubernetes.io/worker': '', ...rest,
      },
    },
    spec: {
      taints: [
        ...pool === 'gpu' ? [{ key: 'example.com/dedicated', value: 'gpu', effect: 'NoSchedule' }] : [],
        ...random(20) === 0 ? [{ key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' }] : [],
        ...random(50) === 0 ? ['NoSchedule', 'NoExecute'].map(effect => ({ key: 'node.kubernetes.io/not-ready', effect })) : [],
        ...random(10) === 0 ? [{ key: 'example.com/draining', effect: pick('PreferNoSchedule', 'NoExecute') }] : [],
      ],
    },
  };
}

/** An agent as it is stored: selectors, affinity and tolerations of every kind. */
function agent(index: number, random: Random): any {
  const pick = <T>(...values: T[]) => values[random(values.length)];
  const expression = () => pick<any>(
    { key: 'kubernetes.io/os', operator: 'In', values: ['linux'] }, { key: 'example.com/pool', operator: 'NotIn', values: ['batch'] },
    { key: 'example.com/generation', operator: 'Gt', values: ['3'] },
    { key: 'kubernetes.io/arch', operator: 'In', values: ['amd64', 'arm64'] },
    { key: 'example.com/rack', operator: 'NotIn', values: ['r1', 'r2'] }, { key: 'example.com/spot', operator: 'Exists' },
  );
  const terms = Array.from({ length: random(3) }, () => ({ matchExpressions: Array.from({ length: 1 + random(3) }, expression) }));
  return {
    apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: `agent-${index}`, namespace: 'agents' },
    spec: {
      selector: { matchLabels: { app: `agent-${index}` } },
      template: {
        metadata: { labels: { app: `agent-${index}` } },
        spec: {
          hostNetwork: random(3) === 0,
          containers: [{ name: 'agent', image: 'example.com/agent:1.0.0' }],
          ...random(4) > 0 && { nodeSelector: { 'kubernetes.io/os': 'linux' } },
          ...terms.length > 0
            && { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms } } } },
          tolerations: pick<any[]>([], [{ operator: 'Exists' }], [{ operator: 'Exists', effect: 'NoSchedule' }], [
            { key: 'example.com/dedicated', value: 'gpu' },
          ]),
        },
      },
    },
  };
}

if (process.argv.includes('--once')) {
  console.log(JSON.stringify(once()));
} else {
  main().catch(error => {
    console.error(`bench: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  });
}
