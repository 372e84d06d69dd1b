import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { objectsOf, podOf, textOf } from './manifest';
import { eachOf, tryInputs } from './trial';
import { Cni, CniPlugin } from '../../../src';
import { randomFlannel } from '../../../test/support/random/network';
import { eventually, Service } from '../tools/process';
import { goTool } from '../tools/toolbox';

/** What flanneld is started with. */
interface Start {
  readonly args: readonly string[];
  /** `net-conf.json` */
  readonly network: string;
}

const NETWORK = '{"Network":"10.244.0.0/16","Backend":{"Type":"vxlan"}}';
const BROKEN: readonly Start[] = [
  { args: ['--kube-subnet-mgr', '--ip-masquerade'], network: NETWORK },
  { args: ['--kube-subnet-mgr', '--healthz-port=http'], network: NETWORK },
  { args: ['--kube-subnet-mgr', '--ip-masq=perhaps'], network: NETWORK },
  { args: ['--kube-subnet-mgr'], network: '{"Network":"10.244.0.0"}' },
  { args: ['--kube-subnet-mgr'], network: '{"EnableIPv6":true,"IPv6Network":"fd00"}' },
  { args: ['--kube-subnet-mgr'], network: '{"EnableIPv4":"yes"}' },
  { args: ['--kube-subnet-mgr'], network: '{"Network":"10.244.0.0/16","Backend":"vxlan"}' },
  { args: ['--kube-subnet-mgr'], network: '{' },
];

/** What it says when it has read everything, and waits for an API server. There is none: nothing is set up on this machine. */
const WAITS = /Waiting .* for node controller to sync/;

/** Starts flanneld itself with the arguments and networks of Cni.flannel. Returns what is wrong. */
export async function judgeFlannel(runs: number): Promise<string[]> {
  const program = await goTool('flanneld');
  const folder = mkdtempSync(join(tmpdir(), 'flannel-'));
  try {
    return await tryInputs({
      program: 'flannel 0.28.9', inputs: 'starts', written: [Cni.flannel(), ...fc.sample(randomFlannel, runs)].map(startOf), broken: BROKEN,
      problemsOf: starts => eachOf(starts, (start, at) => problemOf(program, start, join(folder, `${at}.json`))),
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function startOf(network: Cni): Start {
  const objects = objectsOf(chart => new CniPlugin(chart, 'flannel', { network, apiServer: { host: '192.0.2.1' } }));
  return { args: podOf(objects, 'DaemonSet').containers[0].args, network: textOf(objects, 'net-conf.json') };
}

async function problemOf(program: string, { args, network }: Start, file: string): Promise<string | undefined> {
  writeFileSync(file, network);
  const env = { NODE_NAME: 'node-1', FLANNELD_KUBE_API_URL: 'http://127.0.0.1:1', FLANNELD_NET_CONFIG_PATH: file };
  const flanneld = Service.start(program, args, { env });
  try {
    const isWaiting = await eventually(async () => WAITS.test(flanneld.output) ? true : flanneld.isOver ? false : undefined, 60_000);
    return isWaiting ? undefined : flanneld.output.split('\n').find(line => /Failed|flag|invalid/.test(line)) ?? 'it ends, or waits for something else';
  } finally {
    await flanneld.stop();
  }
}
