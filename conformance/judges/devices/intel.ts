import { ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INTEL, pluginManifests } from './variants';
import { buildProgram } from '../../../scripts/conformance/go';
import { DevicePluginDriver } from '../../../src';
import { eventually } from '../tools/process';
import { goTool, say } from '../tools/toolbox';

const PATIENCE = 30_000;

/** What a plugin registered, as the command `kubelet` says it. */
interface Offer {
  readonly resource: string;
  readonly devices?: readonly string[];
  readonly error?: string;
}

/** GPUs of a node: their driver and their PCI device id. */
const GPUS = [{ driver: 'i915', id: '0x56c0' }, { driver: 'xe', id: '0x0bd5' }];

/**
 * In a mount namespace of its own, since the path of the sockets is part of the program: a kubelet, and the plugin with the rights that we
 * give it, root without any capability. Everything that is mounted ends with it.
 */
const SCRIPT = `
mount -t tmpfs tmpfs /var/lib && mkdir -p /var/lib/kubelet/device-plugins
kubelet=$1 plugin=$2; shift 2
(until [ -S /var/lib/kubelet/device-plugins/kubelet.sock ]; do sleep 0.1; done
 exec setpriv --bounding-set=-all --inh-caps=-all --ambient-caps=-all --no-new-privs "$plugin" "$@" >&2) &
exec "$kubelet" /var/lib/kubelet/device-plugins
`;

/**
 * What the real Intel GPU plugin does otherwise than we say: with each set of options it registers what is expected, and again after the
 * kubelet restarts.
 */
export async function intelProblems(): Promise<string[]> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    throw new Error(
      'the device plugin needs Linux and root, for a directory of the kubelet of its own',
    );
  }
  const [plugin, kubelet] = [await goTool('gpu_plugin'), await buildProgram('kubelet')];
  const root = fakeNode();
  try {
    const problems: string[] = [];
    for (const [options, expected] of INTEL) {
      const [daemonSet] = pluginManifests(DevicePluginDriver.intelGpu(options)).filter(({ kind }) => kind === 'DaemonSet');
      const args: string[] = daemonSet.spec.template.spec.containers[0].args ?? [];
      const found = await registered(kubelet, plugin, [`-prefix=${root}`, ...args], expected);
      problems.push(...found.map(problem => `Intel GPU plugin with ${args.join(' ') || 'no argument'}: ${problem}`));
    }
    say(`Intel GPU plugin: ${INTEL.length} sets of options, each before and after a restart of the kubelet`);
    return problems;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function registered(
  kubelet: string, plugin: string, args: readonly string[], expected: { readonly [resource: string]: number },
): Promise<string[]> {
  const child = spawn('unshare', ['--mount', 'sh', '-c', SCRIPT, 'sh', kubelet, plugin, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'], detached: true,
  });
  let said = '';
  let complaints = '';
  child.stdout.on('data', text => { said += text; });
  child.stderr.on('data', text => { complaints += text; });
  let isOver = false;
  const ended = new Promise<void>(resolve => child.on('close', () => { isOver = true; resolve(); }));
  const wanted = JSON.stringify(sorted(expected));
  // a plugin lists no device until it has looked, and says so later
  const isThere = () => JSON.stringify(offersIn(said)) === wanted;
  try {
    if (!await eventually(async () => isOver || isThere() || undefined, PATIENCE) || !isThere()) {
      return [
        `offers ${JSON.stringify(offersIn(said))}: ${lastLine(complaints)}`,
      ];
    }
    said = '';
    child.stdin.write('restart\n');
    await eventually(async () => isOver || isThere() || undefined, PATIENCE);
    return isThere() ? [] : [`after a restart of the kubelet it offers ${JSON.stringify(offersIn(said))}: ${lastLine(complaints)}`];
  } finally {
    stop(child);
    await ended;
  }
}

/** How many devices there are of each resource, by what was said last. */
function offersIn(text: string): { [resource: string]: number } {
  const offers = text.split('\n').filter(line => line !== '').map((line): Offer => JSON.parse(line));
  return sorted(Object.fromEntries(offers.map(({ resource, devices }) => [resource, devices?.length ?? -1])));
}

function sorted(map: { readonly [key: string]: number }): { [key: string]: number } {
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Ends the whole group, which is of this judge alone. */
function stop(child: ChildProcess): void {
  try {
    process.kill(-child.pid!, 'SIGKILL');
  } catch {
    // it is over already
  }
}

/** As much of /sys and /dev as the plugin looks at. */
function fakeNode(): string {
  const root = mkdtempSync(join(tmpdir(), 'intel-gpus-'));
  GPUS.forEach(({ driver, id }, index) => {
    const device = join(root, `sys/class/drm/card${index}/device`);
    for (const name of [`card${index}`, `renderD${128 + index}`]) {
      mkdirSync(join(device, 'drm', name), { recursive: true });
      mkdirSync(join(root, 'dev/dri/by-path'), { recursive: true });
      writeFileSync(join(root, 'dev/dri', name), '');
    }
    writeFileSync(join(device, 'vendor'), '0x8086\n');
    writeFileSync(join(device, 'device'), `${id}\n`);
    mkdirSync(join(root, 'drivers', driver), { recursive: true });
    symlinkSync(join(root, 'drivers', driver), join(device, 'driver'));
  });
  return root;
}

function lastLine(text: string): string {
  return text.trim().split('\n').pop() ?? '';
}
