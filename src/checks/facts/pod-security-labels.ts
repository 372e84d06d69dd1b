import { PREFIX, WrongLabel, wrongPodSecurityLabels } from '../../cluster/admission/namespace-policy';
import type { Inventory } from '../../cluster/inventory/inventory';
import type { PodSecurityLevel } from '../../cluster/pod-security';
import { Entry, isMap } from '../../private/entry';

const LEVELS: readonly string[] = ['privileged', 'baseline', 'restricted'];

/** What a namespace asks of its pods. */
export interface Enforcement {
  readonly namespace: Entry;
  readonly level: PodSecurityLevel;
  /** The minor of the policy that was pinned; undefined for the newest that the API server knows. */
  readonly minor?: number;
}

/** What the namespaces of the input enforce, by their names. Levels that nobody knows are left out: the API server takes no such label. */
export function enforcementsIn(inventory: Inventory): ReadonlyMap<string, Enforcement> {
  return new Map(inventory.ofKind('Namespace').flatMap((namespace): [string, Enforcement][] => {
    const labels = labelsOf(namespace);
    const level = labels[`${PREFIX}enforce`];
    if (!LEVELS.includes(level)) {return [];}
    const minor = minorOf(labels[`${PREFIX}enforce-version`]);
    return [[namespace.name, { namespace, level: level as PodSecurityLevel, ...minor !== undefined && { minor } }]];
  }));
}

/** The labels of a namespace that Pod Security admission refuses. */
export function wrongLabelsOf(namespace: Entry): WrongLabel[] {
  return wrongPodSecurityLabels(labelsOf(namespace));
}

function minorOf(version: unknown): number | undefined {
  const digits = typeof version === 'string' ? /^v1\.(0|[1-9]\d*)$/.exec(version)?.[1] : undefined;
  return digits === undefined ? undefined : Number(digits);
}

function labelsOf({ object }: Entry): Readonly<Record<string, string>> {
  const labels = object.metadata?.labels;
  return isMap(labels) ? labels : {};
}
