/**
 * Holds the texts that `node-agents doctor` knows against those who write them:
 *
 *     npm run doctor:texts
 *
 * Each text of the table of tests is looked for in the sources of Kubernetes 1.28 and 1.36, containerd, runc and others, as Go modules.
 * Then the code of Kubernetes itself writes messages, and doctor must know what each is about. It needs Go on the PATH.
 */
import { execFileSync } from 'node:child_process';
import { sourceProblems } from './sources';
import { buildProgram, requireGo } from '../../../scripts/conformance/go';
import { knownTexts } from '../../../src/cluster/events/known-texts';
import { CONTROL_PLANE_CASES } from '../../../test/cluster/events/control-plane-cases';
import { KUBELET_CASES } from '../../../test/cluster/events/kubelet-cases';
import { RUNTIME_CASES } from '../../../test/cluster/events/runtime-cases';
import { VOLUME_CASES } from '../../../test/cluster/events/volume-cases';

interface Written {
  readonly of: string;
  readonly reason: string;
  readonly message: string;
}

/** Messages that Kubernetes writes and doctor takes for something else. */
function misread(all: readonly Written[]): string[] {
  return all.flatMap(({ of, reason, message }) => {
    const found = knownTexts(message, reason).map(({ row }) => row.id);
    return found.length === 1 && found[0] === of ? [] : [`${of}: read as ${found.join(', ') || 'nothing'}: ${message}`];
  });
}

async function main(): Promise<void> {
  requireGo();
  const cases = [...VOLUME_CASES, ...CONTROL_PLANE_CASES, ...KUBELET_CASES, ...RUNTIME_CASES];
  const { looked, problems } = await sourceProblems(cases);
  // a judge that finds everything finds nothing
  const broken = await sourceProblems([{ ...cases[0], sources: [{ ...cases[0].sources[0], says: 'nobody writes this' }] }]);
  if (broken.problems.length !== broken.looked) {throw new Error('a text that no source has is found');}
  const lines = execFileSync(await buildProgram('eventtexts'), { encoding: 'utf8' }).trim().split('\n');
  const all: Written[] = lines.map(line => JSON.parse(line));
  const wrong = misread(all);
  if (misread(all.map(each => ({ ...each, message: `nobody ${each.of}` }))).length !== all.length) {
    throw new Error('messages that nobody writes are known');
  }
  [...problems, ...wrong].forEach(problem => console.error(problem));
  console.log(`${looked - problems.length} of ${looked} places in sources have the texts of ${cases.length} messages, `
    + `and ${all.length - wrong.length} of ${all.length} messages that Kubernetes wrote are known`);
  process.exitCode = problems.length + wrong.length === 0 ? 0 : 1;
}

void main();
