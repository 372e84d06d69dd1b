import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { inspect } from 'node:util';
import { App, Chart, Yaml } from 'cdk8s';
import * as fc from 'fast-check';
import { Checks, KubernetesVersion, TargetCluster } from '../../../src';
import { MINORS } from '../../../test/support/golden';
import { place, RandomConstruct, randomConstruct } from '../../../test/support/random-agent';
import { strictFindings } from '../../../test/support/strict-schema';
import type { Finding } from '../report';

/** Agents that were made, and what the strict schemas said. */
export interface GeneratedAgents {
  readonly count: number;
  readonly forOldest: number;
  readonly schemaFindings: Finding[];
  /** How to make the agent of a file again, and its props. */
  readonly describe: (file: string) => string | undefined;
}

const OLDEST = MINORS[0];
const CHUNK = 50;
const SHOW = { depth: 9, breakLength: 160 };

/**
 * Writes agents until so many of them are for the oldest Kubernetes, each into a file of its own and with a namespace of its own, so that
 * they do not share objects. Those that use newer fields are written for their own minor, into another folder.
 */
export async function writeAgents(
  folder: string, seed: number, wanted: { readonly oldest: number; readonly newer: number },
): Promise<GeneratedAgents> {
  const made = new Map<string, () => string>();
  const schemaFindings: Finding[] = [];
  let forOldest = 0;
  let newer = 0;
  for (let chunk = 0; forOldest < wanted.oldest || newer < wanted.newer; chunk++) {
    await setImmediate(); // others get their turn
    fc.sample(randomConstruct, { seed: seed + chunk, numRuns: CHUNK }).forEach((agent, index) => {
      const { minor, objects } = render(agent, `agents-${chunk}-${index}`);
      if (minor === OLDEST ? forOldest === wanted.oldest : newer === wanted.newer) return;
      if (minor === OLDEST) {forOldest++;} else {newer++;}
      const file = join(folder, minor === OLDEST ? `1.${OLDEST}` : 'newer', `${chunk}-${index}.yaml`);
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, Yaml.stringify(...objects));
      made.set(file, () => `seed ${seed + chunk}, agent ${index} of ${CHUNK}, for Kubernetes 1.${minor}: ${inspect(agent.props, SHOW)}`);
      schemaFindings.push(...againstSchemas(file, objects, minor));
    });
  }
  return { count: made.size, forOldest, schemaFindings, describe: file => made.get(file)?.() };
}

/** Errors of what users of containers may read and write, which no API server looks at. */
const OF_PROCESSES = ['unreadable-file', 'unwritable-state'];

const WEBHOOKS = /WebhookConfiguration$/;

/** Older servers have annotations for AppArmor, which newer ones take with a warning that they are deprecated. */
const DEPRECATED = 'container.apparmor.security.beta.kubernetes.io/';

/** The agent for the oldest Kubernetes, or, where it uses fields that are newer, for the one that it was made for. */
function render(agent: RandomConstruct, namespace: string): { minor: number; objects: any[] } {
  for (const minor of new Set([OLDEST, agent.minor])) {
    try {
      const app = new App();
      TargetCluster.configure(app, { kubernetesVersion: KubernetesVersion.of(`1.${minor}`) });
      const chart = new Chart(app, 'random', { namespace });
      // Kubernetes takes what its processes cannot use
      for (const id of OF_PROCESSES) {Checks.of(chart).acknowledge({ id, reason: 'nothing runs in the pods of random agents' });}
      // agents of the network have a namespace of their own choice, in which they would share objects
      place(chart, { ...agent, props: { ...agent.props, namespace } });
      const objects = chart.toJson();
      // programs find their webhooks by a fixed name, which agents of one API server would share
      objects.filter(({ kind }) => WEBHOOKS.test(kind)).forEach(({ metadata }) => {metadata.name += `-${namespace}`;});
      if (minor !== agent.minor && JSON.stringify(objects).includes(DEPRECATED)) continue;
      return { minor, objects };
    } catch (error) {
      const isTooNew = minor !== agent.minor && / field-too-new: /.test((error as Error).message);
      if (!isTooNew) throw new Error(`an agent that must be taken is refused: ${(error as Error).message}\n${inspect(agent, SHOW)}`);
    }
  }
  throw new Error('unreachable');
}

/** What the strict schemas of all minors from the oldest cluster on say. */
export function againstSchemas(file: string, objects: any[], oldest: number): Finding[] {
  const of = (minor: number, object: any, document: number): Finding[] => strictFindings(object, minor)
    .map(message => ({ judge: 'accepted', input: file, document, message: `strict schema of 1.${minor}: ${message}` }));
  return MINORS.filter(minor => minor >= oldest).flatMap(minor => objects.flatMap((object, document) => of(minor, object, document)));
}

/** The oldest minor whose strict schema takes all the objects. */
export function oldestFor(objects: any[]): number {
  const fits = MINORS.find(minor => objects.every(object => strictFindings(object, minor).length === 0));
  if (fits === undefined) throw new Error('no minor takes these objects');
  return fits;
}
