import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { CHECKOV } from './checkov';
import { KUBE_SCORE } from './kube-score';
import { TOOL_TABLES } from '../../../src/checks/tools/open-checks';
import { outcomesFor } from '../../../src/checks/tools/tool-table';
import { sampleWorkloads } from '../../../test/checks/tools/random-workload';
import { Held, held, wrongSilence } from '../acknowledgements/compare';
import { rightsOf, Tool, TOOLS, Trial, trialOf, trialOfApp, withAnnotations, withoutAnnotations } from '../acknowledgements/trial';
import type { Finding, Judge } from '../judge';
import { Manifest, objectName } from '../manifests';
import { CACHE } from '../tools/toolbox';

const JUDGES: { readonly [tool in Tool]: Judge } = { 'kube-score': KUBE_SCORE, 'checkov': CHECKOV };
const FILES = join(CACHE, 'acknowledgements');

/** Always the same ones: what fails once can be looked at again. */
const SEED = 20_261_122;
const RANDOM = 200;

/**
 * Puts the same objects before kube-score and Checkov twice, without and with the annotations of `src/checks/tools`: what falls silent must
 * be what was accepted, and nothing else. And asks whether the tables know what the tools find.
 */
export const ACKNOWLEDGEMENTS: Judge = {
  name: 'acknowledgements',
  program: TOOLS.map((tool) => JUDGES[tool].program).join(', '),
  finds: 'annotations that hide more than what was accepted, or less',
  needs: ['go', 'python3'],
  // told to the tools by hand, of an object of which nobody accepted it
  mustFind: ['checkov hides CKV_K8S_14', 'kube-score hides container-image-tag'],

  async install() {
    for (const tool of TOOLS) await JUDGES[tool].install();
  },

  async judge(manifests) {
    const random = sampleWorkloads(RANDOM, SEED);
    const trials = [
      trialOfApp(),
      ...manifests.map(({ name, objects }) => trialOf(name, objects, rightsOf(objects))),
      // every other right, so that most checks keep a cause that nobody accepted
      trialOf('random workloads', random, rightsOf(random).filter((_, index) => index % 2 === 0)),
    ];
    rmSync(FILES, { recursive: true, force: true });
    const bare = trials.map((trial, index) => written(trial.file, `without-${index}.yaml`, withoutAnnotations(trial)));
    const annotated = trials.map((trial, index) => written(trial.file, `with-${index}.yaml`, withAnnotations(trial)));
    const findings: Finding[] = [];
    for (const tool of TOOLS) {
      const before = await saidBy(tool, bare);
      const after = await saidBy(tool, annotated);
      findings.push(...trials.flatMap((trial) => compare(tool, trial, before.get(trial.file)!, after.get(trial.file)!)));
      findings.push(...unknownTo(tool, random, before.get('random workloads')!));
    }
    return findings;
  },
};

function written(name: string, file: string, objects: readonly any[]): Manifest {
  const path = join(FILES, file);
  mkdirSync(FILES, { recursive: true });
  writeFileSync(path, objects.map((object) => stringify(object, { aliasDuplicateObjects: false, lineWidth: 0 })).join('---\n'));
  return { name, path, objects };
}

/** What a tool holds against the objects of each file. */
async function saidBy(tool: Tool, manifests: readonly Manifest[]): Promise<Map<string, Held>> {
  const said = new Map<string, Set<string>>(manifests.map(({ name }) => [name, new Set()]));
  // neither of them asks what was reviewed
  for (const { file, rule, object } of await JUDGES[tool].judge(
    manifests, undefined as never,
  )) said.get(file)!.add(held(rule.split(':')[0], object.split(' ')[0]));
  return said;
}

function compare(tool: Tool, { file, silent }: Trial, before: Held, after: Held): Finding[] {
  const { hidden, shown, made } = wrongSilence(before, after, silent(tool));
  return [
    ...hidden.map((each) => finding(file, `${tool} hides`, each, 'nobody accepted all of it')),
    ...shown.map((each) => finding(file, `${tool} still shows`, each, 'all of it is accepted')),
    ...made.map((each) => finding(file, `${tool} shows`, each, 'without annotations it did not')),
  ];
}

/** Whether a policy selects the pods is not seen in one object, so the tables leave out pods with a network of their own. */
const OF_OTHERS = ['pod-networkpolicy', 'CKV2_K8S_6'];

/** Where tables and tools differ: what a table does not know of, it may hide. */
function unknownTo(tool: Tool, workloads: readonly any[], said: Held): Finding[] {
  const table = TOOL_TABLES[tool];
  return workloads.flatMap((object) => {
    const known = new Set(outcomesFor(table, object, []).map(({ check }) => check.id));
    const spec = JSON.stringify(object.spec);
    return table.checks.flatMap(({ id }) => {
      const each = held(id, objectName(object));
      if (said.has(each) === known.has(id) || (said.has(each) && OF_OTHERS.includes(id))) return [];
      return [finding('random workloads', said.has(each) ? `the table of ${tool} lacks` : `only the table of ${tool} has`, each, spec)];
    });
  });
}

function finding(file: string, verb: string, each: string, message: string): Finding {
  const [check, object] = each.split(' ');
  return { judge: 'acknowledgements', rule: `${verb} ${check}`, file, object, message };
}
