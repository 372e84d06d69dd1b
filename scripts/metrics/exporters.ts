/**
 * Starts the real exporters with what MetricsExporter writes for them:
 *
 *     npm run metrics:exporters
 *
 * Fails where a program does not start, a probe or a scrape fails, a promised metric is missing, our table of flags differs from the help
 * of the program, an alert does not fire as it should, or a mount that hangs hangs more than one scrape. It needs Go, Python, Linux and
 * root. Programs for Windows and for GPUs do not run here: their flags are compared with their sources in test/metrics/exporters.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alertProblems } from './alerts';
import { CASES, ExporterCase } from './exporter-cases';
import { flagProblems } from './flags';
import { hangProblems } from './hanging-mounts';
import { placed, written } from './written';
import { ask } from '../../conformance/judges/programs/http';
import { freePort } from '../../conformance/judges/programs/pod';
import { eventually, Service } from '../../conformance/judges/tools/process';
import { goTool, requireToolchains, say } from '../../conformance/judges/tools/toolbox';

/** How long a program has to answer, in milliseconds: the machine may be busy. */
const PATIENCE = 20_000;

async function main(): Promise<number> {
  await requireToolchains(['go', 'python3']);
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {throw new Error('a mount that hangs needs Linux and root');}
  const folder = mkdtempSync(join(tmpdir(), 'exporters-'));
  try {
    const problems = [...await flagProblems(), ...await alertProblems(folder)];
    for (const each of CASES) {problems.push(...(await tried(each, folder)).map(problem => `${each.name}: ${problem}`));}
    problems.push(...await hangProblems(folder));
    problems.forEach(problem => console.log(problem));
    console.log(problems.length === 0 ? 'the exporters do what we write' : `${problems.length} problems`);
    return problems.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is wrong with one exporter, from its start to its series. */
async function tried({ program, exporter, args, has, hasNot = [] }: ExporterCase, folder: string): Promise<string[]> {
  const { spec, files } = written(exporter, args);
  const port = await freePort();
  const service = Service.start(await goTool(program), placed(spec, files, port, folder));
  try {
    const url = (path: string) => `http://127.0.0.1:${port}${path}`;
    const lacking = async () => {
      const body = (await ask(url('/metrics')))?.body ?? '';
      return { body, missing: has.filter(metric => !body.includes(`\n${metric}`) && !(metric.includes('=') && body.includes(metric))) };
    };
    await eventually(async () => service.isOver || (await lacking()).missing.length === 0 || undefined, PATIENCE);
    if (service.isOver) {return [`does not start: ${service.output.trim().split('\n').pop()}`];}
    const { body, missing } = await lacking();
    say(`${spec.name}: ${body.match(/^[^#\n]/gm)?.length} series, ${spec.args.length} arguments`);
    return [
      ...missing.map(metric => `a metric is missing: ${metric}`),
      ...hasNot.filter(metric => body.includes(`\n${metric}`)).map(metric => `a metric shows that should not: ${metric}`),
      ...(await ask(url(spec.readinessProbe.httpGet.path)))?.status === 200 ? [] : ['the readiness probe fails'],
    ];
  } finally {
    await service.stop();
  }
}

main().then(
  code => { process.exitCode = code; },
  error => {
    console.error(`exporters: ${error.message}`);
    process.exitCode = 1;
  },
);
