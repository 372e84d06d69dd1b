/**
 * Puts configurations of Cilium before the loaders of cilium-agent 1.19 and 1.20 themselves, and compares the table of keys with their
 * flags:
 *
 *     npm run network:cilium [-- --runs 50] [1.20]
 *
 * Fails where a configuration is refused or has a key that neither agent nor operator of its minor knows, where a broken one is not
 * refused, and where the table of keys and the flags of an agent differ. It needs Go on the PATH; the first build takes ten minutes of
 * processor time for each minor.
 */
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as fc from 'fast-check';
import { BROKEN } from './broken';
import { operatorKeys } from './operator-keys';
import { configurationOf, VARIANTS } from './variants';
import { buildProgram } from '../../../scripts/conformance/go';
import { ciliumKeys } from '../../../src/network/cilium/cilium-extra-config';
import { CILIUM_MINORS, CiliumMinor } from '../../../src/network/cilium/cilium-minors';
import { randomCiliumOptions } from '../../../test/support/random/cilium';
import { eachOf, runJudges, tryInputs } from '../network/trial';

interface Config { readonly [key: string]: string }

/** cilium-agent of a minor, up to where it would start. */
class Loader {
  private readonly folder = mkdtempSync(join(tmpdir(), 'cilium-'));
  private runs = 0;
  public readonly flags: ReadonlySet<string>;

  public constructor(private readonly program: string) {
    // its own log is between them
    const lines = execFileSync(program, ['flags'], { encoding: 'utf8' }).split('\n').filter(line => line.startsWith('{'));
    this.flags = new Set(lines.map(line => JSON.parse(line).name));
  }

  /** What the agent says against a configuration; undefined where it accepts it. */
  public async problemOf(config: Config): Promise<string | undefined> {
    const folder = join(this.folder, String(this.runs++));
    mkdirSync(folder);
    Object.entries(config).forEach(([key, value]) => writeFileSync(join(folder, key), value));
    try {
      await promisify(execFile)(this.program, ['judge'], { env: { ...process.env, CILIUM_CONFIG_DIR: folder }, timeout: 60_000 });
      return undefined;
    } catch (error) {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
      return `${stdout}${stderr}`.trim().split('\n').pop() || String(error);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  public close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Returns what is wrong. */
async function judged(loader: Loader, minor: CiliumMinor, runs: number): Promise<string[]> {
  const named = (name: string, config: Config) => ({ name, config });
  const written = [
    ...Object.entries(VARIANTS).map(([name, options]) => named(name, configurationOf(minor, options))),
    ...fc.sample(randomCiliumOptions(minor), runs).map((options, at) => named(`random options ${at}`, configurationOf(minor, options))),
  ];
  const base = configurationOf(minor, {});
  const problems = await tryInputs({
    program: `cilium-agent ${minor}`, inputs: 'configurations', written,
    broken: Object.entries(BROKEN).map(([name, keys]) => named(name, { ...base, ...keys })),
    problemsOf: inputs => eachOf(inputs, ({ config }) => loader.problemOf(config)),
    describe: ({ name }) => name,
  });
  const known = new Set([...loader.flags, ...operatorKeys(minor)]);
  const unknown = [...new Set(written.flatMap(({ config }) => Object.keys(config)))].filter(key => !known.has(key));
  const table = ciliumKeys(minor);
  const missing = [...loader.flags].filter(flag => !table.has(flag) && !OF_THE_COMMAND.has(flag));
  const gone = [...table.keys()].filter(key => !known.has(key));
  console.log(`cilium-agent ${minor}: ${unknown.length} keys are unknown; ${loader.flags.size} flags, of which the table lacks `
    + `${missing.length}; ${gone.length} of its ${table.size} keys are in neither program`);
  return [
    ...problems, ...unknown.map(key => `${minor}: no program knows ${key}`), ...missing.map(flag => `${minor}: the table of keys lacks ${flag}`),
    ...gone.map(key => `${minor}: the table has ${key}, which no program knows`),
  ];
}

/** Flags that say where the configuration is, or end the program. */
const OF_THE_COMMAND = new Set(['config', 'config-dir', 'cmdref', 'help', 'version']);

runJudges(async (runs, minors) => {
  const problems: string[] = [];
  for (const minor of CILIUM_MINORS.filter(each => minors.length === 0 || minors.includes(each))) {
    const loader = new Loader(await buildProgram(`cilium-${minor}`));
    try {
      problems.push(...await judged(loader, minor, runs));
    } finally {
      loader.close();
    }
  }
  return problems;
});
