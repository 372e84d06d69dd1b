import type { Symptom } from '../../cluster/events/symptom';
import type { Workload } from '../../cluster/inventory/workload';
import type { Level } from '../../private/finding';

/** Where it can be seen. */
export type Evidence = 'event' | 'status' | 'nodes' | 'manifest' | 'rollout';

/** What is wrong with an agent, and what to do about it. */
export interface Diagnosis {
  readonly symptom: Symptom;
  /** `error`: something does not run. `warning`: it will not, or did not. `note`: as it is written, or over. */
  readonly level: Level;
  /** The id of a text (docs/troubleshooting.md), of a check or of a reason. */
  readonly code: string;
  readonly from: Evidence;
  readonly agent: Workload;
  readonly nodes: readonly string[];
  readonly pods: readonly string[];
  readonly container?: string;
  /** What the cluster wrote. */
  readonly says?: string;
  readonly by?: string;
  /** How often it was seen, where events count it. */
  readonly times?: number;
  readonly cause: string;
  readonly fix: string;
  /** The option of this library. */
  readonly option?: string;
  /** The field to change. */
  readonly path?: string;
  /** The named parts of the text: path, volume, image and so on. */
  readonly parts?: { readonly [name: string]: string };
}

const LEVELS: readonly Level[] = ['error', 'warning', 'note'];

/** Errors first; what is seen on most nodes before the rest. */
export function byWeight(a: Diagnosis, b: Diagnosis): number {
  return LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level)
    || Math.max(b.nodes.length, b.pods.length) - Math.max(a.nodes.length, a.pods.length);
}
