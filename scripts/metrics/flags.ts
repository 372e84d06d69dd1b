import type { GoToolName } from '../../conformance/judges/tools/pins';
import { GO_TOOLS } from '../../conformance/judges/tools/pins';
import { run } from '../../conformance/judges/tools/process';
import { goTool } from '../../conformance/judges/tools/toolbox';
import { flagsOf, FlagTable } from '../../src/metrics/private/flag-table';
import { PROCESS_FLAGS } from '../../src/metrics/process-exporter/process-flags';
import { SMARTCTL_FLAGS } from '../../src/metrics/smartctl-exporter/smartctl-flags';
import { SYSTEMD_FLAGS } from '../../src/metrics/systemd-exporter/systemd-flags';
import { readPatchVersion } from '../../src/presets/program-version';

const TABLES: ReadonlyArray<readonly [program: GoToolName, table: FlagTable]> = [
  ['process-exporter', PROCESS_FLAGS], ['smartctl_exporter', SMARTCTL_FLAGS], ['systemd_exporter', SYSTEMD_FLAGS],
];

/** They end the program or write their metrics once, so they are no arguments of an agent. */
const ENDING = ['help', 'help-long', 'help-man', 'man', 'once-to-stdout-delay', 'version'];

/** Where our tables of flags differ from the help of the programs. node_exporter's is compared by `npm run judges`. */
export async function flagProblems(): Promise<string[]> {
  const problems: string[] = [];
  for (const [program, table] of TABLES) {
    const { stdout, stderr } = await run(await goTool(program), ['--help']);
    const real = new Map([
      ...(stdout + stderr).matchAll(/^ +(?:-\w, )?--?(\[no-\])?([\w.-]+)/gm),
    ].map(([, no, name]) => [name, no === undefined ? 'value' : 'switch']));
    ENDING.forEach(name => real.delete(name));
    const grammar = flagsOf(table, readPatchVersion(GO_TOOLS[program].version)!);
    const known = Object.keys(table.flags);
    problems.push(
      ...[...real].filter(([name]) => grammar.find(name) === undefined).map(([name]) => `${program}: our table lacks the flag ${name}`),
      ...known.filter(name => !real.has(name)).map(name => `${program}: our table has a flag that the program has not: ${name}`),
      ...[...real].filter(([name, kind]) => (grammar.find(name)?.kind ?? kind) !== kind).map(([name, kind]) => `${program}: ${name} is a `
        + `${kind}`),
    );
    if (real.size < 10) {problems.push(`the help of ${program} cannot be read`);}
  }
  return problems;
}
