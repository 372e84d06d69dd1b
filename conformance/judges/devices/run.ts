/**
 * Starts the real device plugins, and the real Node Feature Discovery, with what we write:
 *
 *     npm run devices:real
 *
 * The NVIDIA device plugin and GPU Feature Discovery read each configuration, and say what they read. The Intel GPU plugin registers at a
 * kubelet, and again when the kubelet restarts. Worker, master and garbage collector of Node Feature Discovery run against a real API
 * server, each under exactly our rights: no request is forbidden, and no right is never used. It needs Linux, root, Go and a C compiler on
 * the PATH. A part of a name tries one of them: `npm run devices:real -- intel`.
 */
import { featureProblems } from './features';
import { intelProblems } from './intel';
import { nvidiaProblems } from './nvidia';
import { requireGo } from '../../../scripts/conformance/go';

const PARTS: {
  readonly [name: string]: () => Promise<string[]>;
} = { nvidia: nvidiaProblems, intel: intelProblems, features: featureProblems };

async function main(names: readonly string[]): Promise<number> {
  requireGo();
  const problems: string[] = [];
  for (const [name, part] of Object.entries(PARTS)) if (names.length === 0 || names.includes(name)) problems.push(...await part());
  problems.forEach(problem => console.log(problem));
  console.log(problems.length === 0 ? 'the programs do what we write' : `${problems.length} problems`);
  return problems.length === 0 ? 0 : 1;
}

main(process.argv.slice(2)).then(
  code => { process.exitCode = code; },
  error => {
    console.error(`devices: ${error.message}`);
    process.exitCode = 1;
  },
);
