import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NVIDIA, pluginManifests } from './variants';
import { DevicePluginDriver } from '../../../src';
import { Service, eventually } from '../tools/process';
import { goTool, say } from '../tools/toolbox';

const PATIENCE = 30_000;
/** What the plugin says once it has read its configuration: what it reads from it, as JSON. */
const READ = /Running with config:\n(\{[^]*?\n\})/;
/**
 * The library of the driver is not on this machine, and without it the plugin describes no device by CDI. It has read its configuration
 * before it says so.
 */
const NO_DRIVER = 'only supported on NVML-based systems';

/** What the real NVIDIA device plugin, and GPU Feature Discovery, do not take of the arguments and configurations that we write. */
export async function nvidiaProblems(): Promise<string[]> {
  const [plugin, discovery] = [await goTool('nvidia-device-plugin'), await goTool('gpu-feature-discovery')];
  const folder = mkdtempSync(join(tmpdir(), 'nvidia-'));
  const problems: string[] = [];
  try {
    for (const [name, options] of Object.entries(NVIDIA)) {
      const manifests = pluginManifests(DevicePluginDriver.nvidia(options));
      for (const { metadata, spec } of manifests.filter(({ kind }) => kind === 'DaemonSet')) {
        const { args, command } = spec.template.spec.containers[0];
        const text = manifests.find(each => each.kind === 'ConfigMap'
          && each.metadata.name === `${metadata.name}-config`).data['config.yaml'];
        const isDiscovery = command?.[0] === 'gpu-feature-discovery';
        const found = await tried(
          isDiscovery ? discovery : plugin, args, text, folder, isDiscovery ? [] : [`--kubelet-socket=${folder}/kubelet.sock`],
        );
        problems.push(...found.map(problem => `${metadata.name} ${name}: ${problem}`));
      }
    }
    problems.push(...await blindness(plugin, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  say(`NVIDIA device plugin: ${Object.keys(NVIDIA).length} configurations`);
  return problems;
}

async function tried(program: string, args: readonly string[], text: string, folder: string, more: readonly string[]): Promise<string[]> {
  const file = join(folder, 'config.yaml');
  writeFileSync(file, text);
  const service = Service.start(program, [...args.map(arg => arg.replace(/^--config-file=.*/, `--config-file=${file}`)), ...more]);
  try {
    await eventually(async () => service.isOver || READ.test(service.output) || undefined, PATIENCE);
    const read = READ.exec(service.output)?.[1];
    if (read === undefined) return service.output.includes(NO_DRIVER) ? [] : [`is refused: ${lastLine(service.output)}`];
    const { parse } = await import('yaml');
    return different(parse(text), JSON.parse(read), '');
  } finally {
    await service.stop();
  }
}

/** What was written and not read, or read in another way. The program leaves out what is false and empty. */
function different(written: any, read: any, path: string): string[] {
  if (typeof written !== 'object' || written === null) {
    return String(written) === String(read ?? false)
      ? []
      : [`${path.slice(1)} is ${JSON.stringify(read)} to the program, and ${JSON.stringify(written)} was written`];
  }
  return Object.entries(written).flatMap(([key, value]) => different(value, read?.[key], `${path}.${key}`));
}

/** A judge that takes everything says nothing. */
async function blindness(program: string, folder: string): Promise<string[]> {
  const wrong: ReadonlyArray<readonly [args: readonly string[], text: string]> = [
    [['--config-file='], 'version: v1\nsharing: { timeSlicing: { resources: [{ name: nvidia.com/gpu, replicas: x }] } }\n'],
    [['--config-file='], 'version: v2\n'],
    [['--config-file=', '--no-such-flag'], 'version: v1\n'],
    [['--config-file='], 'version: v1\nflags: { migStrategy: both }\n'],
  ];
  const taken = [];
  for (const [args, text] of wrong) if ((await tried(program, args, text, folder, [])).length === 0) taken.push(text);
  return taken.map(text => `this judge is blind: the program takes ${JSON.stringify(text)}`);
}

function lastLine(text: string): string {
  return text.trim().split('\n').pop() ?? '';
}
