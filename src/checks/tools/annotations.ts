import type { Acceptance } from './acceptance';
import { acceptedObjects } from './accepted-objects';
import { reasonText } from './reason-text';
import { subjectOf } from './subject';
import { CHECKOV } from './tables/checkov';
import { KUBE_LINTER } from './tables/kube-linter';
import { KUBE_SCORE } from './tables/kube-score';
import { POLARIS } from './tables/polaris';
import { Outcome, silenced, ToolTable } from './tool-table';
import { describeEntry } from '../../private/entry';
import { byText, sortedEntries, Wire } from '../../private/wire';

/** The tools that read from annotations what is on purpose. */
export type AnnotationTool = 'checkov' | 'kube-linter' | 'kube-score' | 'polaris';

type Annotations = { readonly [key: string]: string };

/** Annotations that keep a tool quiet about what was accepted. */
export interface ToolAnnotations {
  /** Those of the object. */
  readonly object: Annotations;
  /** Those of its pods: changed, they restart each of them, so nothing is written there that could stand on the object. */
  readonly pod: Annotations;
}

interface Form {
  readonly table: ToolTable;
  readonly write: (outcomes: readonly Outcome[], manifest: Wire) => ToolAnnotations;
}

const FORMS: { readonly [tool in AnnotationTool]: Form } = {
  'checkov': { table: CHECKOV, write: checkovSkips },
  'kube-linter': {
    table: KUBE_LINTER,
    write: outcomes => onObject(outcomes.map(({ check, reasons }) => [`ignore-check.kube-linter.io/${check.id}`, reasonText(reasons)])),
  },
  'kube-score': { table: KUBE_SCORE, write: kubeScoreList },
  // it reads no other value, so the reason has no place
  'polaris': {
    table: POLARIS, write: outcomes => onObject(outcomes.map(({ check }) => [`polaris.fairwinds.com/${check.id}-exempt`, 'true'])),
  },
};

/**
 * Annotations that keep a tool quiet about what was accepted of an object, and about nothing else: since an annotation is for a check and
 * the whole object, a check is named only where it finds something and all that it finds is accepted.
 *
 * @param acceptances all of one object
 */
export function annotationsFor(tool: AnnotationTool, acceptances: readonly Acceptance[]): ToolAnnotations {
  const objects = acceptedObjects(acceptances);
  if (objects.length > 1) {
    throw new Error(`annotations are for one object; given: ${objects.map(({ object }) => describeEntry(object)).join(', ')}`);
  }
  if (objects.length === 0) {return onObject([]);}
  const [{ manifest }] = objects;
  const { table, write } = FORMS[tool];
  return write(silenced(table, manifest, acceptances), manifest);
}

function onObject(entries: ReadonlyArray<readonly [string, string]>): ToolAnnotations {
  return { object: Object.fromEntries(entries), pod: {} };
}

/**
 * The key is made from the number of the check, so that one acceptance more or less changes no other key. A key that is taken by a skip of
 * somebody else stays his, and ours has a zero more.
 */
function checkovSkips(outcomes: readonly Outcome[], manifest: Wire): ToolAnnotations {
  const taken = annotationsOf(manifest);
  const entries = outcomes.map(({ check: { id }, reasons }): [string, string] => {
    const [, group, number] = /^CKV(\d?)_K8S_(\d+)$/.exec(id)!;
    let key = `checkov.io/skip${group === '' ? number : `${group}${number.padStart(3, '0')}`}`;
    while (Object.hasOwn(taken, key) && taken[key].split('=')[0] !== id) {key = `${key}0`;}
    // Checkov splits at each of them, and ends at a second one
    return [key, `${id}=${reasonText(reasons).replace(/=/g, ':')}`];
  });
  return onObject(entries.sort(([a], [b]) => byText(a, b)));
}

const KUBE_SCORE_IGNORE = 'kube-score/ignore';
const KUBE_SCORE_ENABLE = 'kube-score/enable';

/**
 * A list, with what is in it already. kube-score reads that of the object too, but asks the pod first: what is switched on there is
 * switched off there.
 */
function kubeScoreList(outcomes: readonly Outcome[], manifest: Wire): ToolAnnotations {
  const ids = outcomes.map(({ check }) => check.id);
  const ofPod = manifest.kind === 'Pod' ? {} : subjectOf(manifest)?.template.metadata?.annotations ?? {};
  const enabled = listOf(ofPod[KUBE_SCORE_ENABLE]);
  return {
    object: ignoring(ids.filter(id => !enabled.includes(id)), annotationsOf(manifest)),
    pod: ignoring(ids.filter(id => enabled.includes(id)), ofPod),
  };
}

function ignoring(ids: readonly string[], annotations: Annotations): Annotations {
  const all = [...new Set([...listOf(annotations[KUBE_SCORE_IGNORE]), ...ids])].sort(byText);
  return ids.length === 0 ? {} : { [KUBE_SCORE_IGNORE]: all.join(',') };
}

function listOf(text: string | undefined): string[] {
  return (text ?? '').split(',').map(id => id.trim()).filter(id => id !== '');
}

function annotationsOf({ metadata }: Wire): Annotations {
  return Object.fromEntries(sortedEntries(metadata?.annotations).map(([key, value]) => [key, String(value)]));
}
