import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Facts, workloadFacts } from './workload-facts';
import { AGENT_DEFAULTS } from '../../src/agent/defaults';

/** What is known of a workload that its project, or a chart, writes. `npm run parity:facts` makes the files. */
export interface UpstreamFacts {
  /** Where it was read: repository, commit, file or chart, and the values that differ from those of the chart. */
  readonly source: string;
  readonly facts: Facts;
}

/** One thing that upstream has in another way, or has alone. */
export interface Difference {
  readonly thing: string;
  readonly upstream?: string;
  readonly ours?: string;
}

export interface Parity {
  /** test/parity/facts/NAME.json. */
  readonly facts: string;
  /** What the library writes in its place. */
  readonly objects: readonly any[];
  /** The name of our workload, where there are several. */
  readonly workload?: string;
  /** Names of containers, upstream's first, where ours has another. */
  readonly renamed?: { readonly [container: string]: string };
  /**
   * Why things differ, each reason with the things that it explains: their text, or its beginning with `*`. A difference without a reason
   * fails, and so does a reason without a difference.
   */
  readonly because: { readonly [reason: string]: readonly string[] };
}

/** What differs, sorted. */
export function differences(upstream: Facts, ours: Facts): Difference[] {
  const things = [...new Set([...Object.keys(upstream), ...Object.keys(ours)])].sort();
  return things.filter(thing => upstream[thing] !== ours[thing]).map(thing => ({ thing, upstream: upstream[thing], ours: ours[thing] }));
}

/** What this library adds to every agent, with its reason in docs/defaults.md. */
function isOfEveryAgent({ thing, upstream, ours }: Difference): boolean {
  return thing === 'minReadySeconds' && upstream === undefined && ours === String(AGENT_DEFAULTS.minReadySeconds.value);
}

/** What upstream does and we do not, or the other way round, without a reason; and the reasons that explain nothing. */
export function unexplained(found: readonly Difference[], because: Parity['because']): { open: Difference[]; stale: string[] } {
  const patterns = Object.values(because).flat();
  const covers = (pattern: string, thing: string) => (pattern.endsWith('*') ? thing.startsWith(pattern.slice(0, -1)) : thing === pattern);
  return {
    open: found.filter(each => !patterns.some(pattern => covers(pattern, each.thing)) && !isOfEveryAgent(each)),
    stale: patterns.filter(pattern => !found.some(({ thing }) => covers(pattern, thing))),
  };
}

export function readFacts(name: string): UpstreamFacts {
  const file = join(__dirname, 'facts', `${name}.json`);
  if (!existsSync(file)) {throw new Error(`${file} is missing: npm run parity:facts makes it`);}
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Expects every difference to have a reason, and every reason a difference. */
export function expectParity({ facts, objects, workload, renamed = {}, because }: Parity): void {
  const upstream = renameContainers(readFacts(facts).facts, renamed);
  expect(unexplained(differences(upstream, workloadFacts(objects, workload)), because)).toEqual({ open: [], stale: [] });
}

function renameContainers(facts: Facts, renamed: { readonly [container: string]: string }): Facts {
  const name = (thing: string) =>
    thing.replace(/^((?:init )?container )([^,]+),/, (_, kind, container) => `${kind}${renamed[container] ?? container},`);
  return Object.fromEntries(Object.entries(facts).map(([thing, text]) => [name(thing), text]));
}
