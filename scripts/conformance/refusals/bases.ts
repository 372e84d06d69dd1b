import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A value in the spelling of the Kubernetes API. */
export type Wire = { [field: string]: any };

/** Valid objects by kind. */
export interface Bases {
  readonly [kind: string]: readonly Wire[];
}

interface BasesFile {
  readonly pods: readonly Wire[];
  readonly ends: Wire;
  readonly kinds: Bases;
}

const FILE = join(__dirname, '..', '..', '..', 'conformance', 'refusals', 'bases.yaml');

/** The objects of conformance/refusals/bases.yaml, with each spec of pods in each object that asks for one. */
export function readBases(): Bases {
  const { pods, ends, kinds } = parse(readFileSync(FILE, 'utf8')) as BasesFile;
  return Object.fromEntries(Object.entries(kinds).map(([kind, objects]) => {
    const specs = kind === 'Job' || kind === 'CronJob' ? pods.map(pod => ({ ...pod, ...ends })) : pods;
    return [kind, objects.flatMap(object => expanded(object, specs))];
  }));
}

/** A copy for each spec, of which no part is shared. */
function expanded(object: Wire, pods: readonly Wire[]): Wire[] {
  const text = JSON.stringify(object);
  return text.includes('"$pod"') ? pods.map(pod => JSON.parse(text.replace('"$pod"', () => JSON.stringify(pod)))) : [JSON.parse(text)];
}
