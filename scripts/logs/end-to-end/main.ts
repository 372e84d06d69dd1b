/**
 * Runs the configurations that the library writes in the real collectors: files of containers in, fake back ends out, and in between
 * rotation, restarts, kills and outages.
 *
 *     FLUENT_BIT=/path/to/fluent-bit npm run logs:end-to-end              every case
 *     FLUENT_BIT=/path/to/fluent-bit npm run logs:end-to-end -- multiline   the cases whose names begin so
 *
 * Cases of sizing are run only where their names are asked for.
 *
 * A collector without a binary is not run, and the suite says so in one line. It needs Linux, root, and unshare, chroot, setpriv, ip and
 * openssl. Everything happens in namespaces of its own: no port and no file of the machine is touched but a directory in /tmp.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiServer } from './back-ends/api-server';
import { Bench } from './bench';
import { CASES } from './cases';
import { binaryOf, COLLECTORS, CollectorUnderTest } from './collector-under-test';

const INSIDE = 'LOGS_END_TO_END_INSIDE';

async function main(names: readonly string[]): Promise<number> {
  const runnable = COLLECTORS.flatMap(tested => {
    const binary = binaryOf(tested);
    if ('missing' in binary) {
      if (process.env[INSIDE] === undefined) {console.log(binary.missing);}
      return [];
    }
    return [{ tested, path: binary.path }];
  });
  if (runnable.length === 0) {return 0;}
  if (process.env[INSIDE] === undefined) {return inNamespaces();}
  execFileSync('ip', ['link', 'set', 'lo', 'up']);
  const directory = mkdtempSync(join(tmpdir(), 'logs-end-to-end-'));
  const api = await new ApiServer(join(directory, 'api')).up();
  let failures = 0;
  for (const { tested, path } of runnable) {failures += await runCases(tested, path, directory, api, names);}
  await api.down();
  if (failures === 0) {rmSync(directory, { recursive: true });} else {console.log(`what is left is in ${directory}`);}
  return failures === 0 ? 0 : 1;
}

/** The same again, with a network and mounts of its own. */
function inNamespaces(): number {
  const { status } = spawnSync('unshare', [
    '--net', '--mount', '--propagation', 'private', process.execPath, ...process.execArgv, ...process.argv.slice(1),
  ], {
    stdio: 'inherit', env: { ...process.env, [INSIDE]: '1' },
  });
  return status ?? 1;
}

async function runCases(
  tested: CollectorUnderTest, binary: string, directory: string, api: ApiServer, names: readonly string[],
): Promise<number> {
  let failures = 0;
  for (const { name, only, onDemand = false, run } of CASES) {
    if (onDemand && names.length === 0) {continue;}
    if (only !== undefined && !only.includes(tested.name)) {continue;}
    if (tested.families?.some(family => name.startsWith(family)) === false) {continue;}
    if (names.length > 0 && !names.some(prefix => name.startsWith(prefix))) {continue;}
    const begun = Date.now();
    const bench = new Bench(tested, binary, join(directory, `${tested.variable}-${name.replace(/\W+/g, '-')}`), api, name);
    try {
      await run(bench);
    } catch (error) {
      bench.expect(false, String((error as Error).stack));
    }
    await bench.end();
    const seconds = ((Date.now() - begun) / 1000).toFixed(0);
    console.log(`${bench.problems.length === 0 ? 'ok  ' : 'FAIL'} ${tested.name}: ${name} (${seconds} s)`);
    bench.figures.forEach(figure => console.log(`       ${figure}`));
    bench.problems.forEach(problem => console.log(`     ${problem}`));
    failures += bench.problems.length === 0 ? 0 : 1;
  }
  return failures;
}

void main(process.argv.slice(2)).then(code => {process.exitCode = code;});
