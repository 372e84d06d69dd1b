import { isDaemonSet, Workload, workloadOf } from '../../cluster/inventory/workload';
import { isSameSelector, isSameTemplate } from '../../cluster/rollout/pod-template';
import { selectorChange, wayToChangeSelector } from '../../cluster/rollout/selector-change';
import { compare } from '../../private/compare/compare';
import { Difference, pathText } from '../../private/compare/difference';
import { fieldOfStep, valueAt } from '../../private/compare/object-path';
import { valueText } from '../../private/compare/value-text';
import { Entry, isMap, namespaceOf } from '../../private/entry';
import { normalize } from '../../private/fields/normalize';
import { nearest } from '../../private/nearest';
import type { Wire } from '../../private/wire';
import { entryText, Failure } from '../message/failure';

/** Why an apply would not change the previous DaemonSet into this one; undefined where it would. */
export function replacementFailure(workload: Workload, previous: readonly Entry[]): Failure | undefined {
  const expected = `Expected DaemonSet ${workload.name} to replace the previous one in place`;
  const old = previousOf(workload, previous);
  if (old === undefined) {
    const { what, ...rest } = elsewhere(workload, previous);
    return { expected: `${expected}, and ${what}`, about: workload, ...rest };
  }
  const change = selectorChange(old, workload);
  return change && {
    expected: `${expected}, and its selector changed, which the API server refuses:`,
    about: workload,
    differences: compare(old.object.spec?.selector, workload.object.spec?.selector, 'exact', ['spec', 'selector']),
    hints: [wayToChangeSelector(change, workload.name)],
  };
}

function previousOf(workload: Workload, previous: readonly Entry[]): Entry | undefined {
  return previous.find(entry => isDaemonSet(entry) && entry.name === workload.name && namespaceOf(entry) === namespaceOf(workload));
}

/** What there is in place of a DaemonSet of that name and namespace. */
function elsewhere(workload: Workload, previous: readonly Entry[]): Pick<Failure, 'more' | 'hints' | 'differences'>
  & { readonly what: string } {
  const hints = ['both then run, and take the same ports and directories of the nodes, until someone deletes the previous one'];
  const changed = (what: string, before: Wire, now: Wire) => ({ what: `its ${what} changed:`, differences: compare(before, now), hints });
  const namespace = namespaceOf(workload);
  const moved = previous.find(entry => isDaemonSet(entry) && entry.name === workload.name);
  if (moved) {return changed('namespace', { metadata: { namespace: namespaceOf(moved) } }, { metadata: { namespace } });}
  const other = previous.find(entry => entry.name === workload.name && namespaceOf(entry) === namespace && workloadOf(entry) !== undefined);
  if (other) {return changed('kind', { kind: other.kind }, { kind: workload.kind });}
  const daemonSets = previous.filter(isDaemonSet);
  const renamed = daemonSets.find(entry => isSameSelector(entry.object.spec?.selector, workload.object.spec?.selector))
    ?? daemonSets.find(({ name }) => name === nearest(workload.name, daemonSets.map(each => each.name)));
  if (renamed) {return changed('name', { metadata: { name: renamed.name } }, { metadata: { name: workload.name } });}
  return {
    what: 'there was none of this name.', more: daemonSets.map(entryText),
    hints: [daemonSets.length === 0 ? 'the previous manifests have no DaemonSet' : 'the previous manifests have other DaemonSets only'],
  };
}

/**
 * What changed in the pods of a DaemonSet, a line each: every change replaces the pod on every node. What the API server would fill in
 * anyway is no change. Empty where nothing did, or where there was none.
 */
export function podChanges(workload: Workload, previous: readonly Entry[]): string[] {
  const old = previousOf(workload, previous);
  return old === undefined ? [] : differencesOfPods(workload, old).map(changeText);
}

/** Why the pods of a DaemonSet would be replaced; undefined where they would not. */
export function rollFailure(workload: Workload, previous: readonly Entry[]): Failure | undefined {
  const old = previousOf(workload, previous);
  if (old === undefined) {return replacementFailure(workload, previous);}
  const differences = differencesOfPods(workload, old);
  return differences.length === 0 ? undefined : {
    expected: `Expected DaemonSet ${workload.name} to keep its pods, and `
      + `${differences.length === 1 ? 'a change replaces' : `${differences.length} changes replace`} the pod on every node:`,
    about: workload,
    differences: differences.map(each => ({ ...each, ...each.wanted !== undefined && { wanted: `${each.wanted}, unchanged` } })),
  };
}

function differencesOfPods({ object }: Workload, old: Entry): Difference[] {
  const [before, now]: Wire[] = [old, { object }].map(each => normalize('PodTemplateSpec', each.object.spec?.template ?? {}));
  if (isSameTemplate(before, now)) {return [];}
  return compare(before, now, 'exact').filter(difference => counts(difference, now)).map(each => ({
    ...each, path: ['spec', 'template', ...each.path],
  }));
}

/** Whether the API server sees a difference: a template with the field as it was is another one. */
function counts({ path, pattern }: Difference, template: Wire): boolean {
  const without = structuredClone(template);
  const parent = valueAt(without, path.slice(0, -1));
  const key = fieldOfStep(path.at(-1)!);
  if (key === undefined || !isMap(parent)) {return true;}
  if (pattern === undefined) {delete parent[key];} else {parent[key] = pattern;}
  return !isSameTemplate(template, without);
}

function changeText({ path, found, foundText, pattern, wanted }: Difference): string {
  const before = pattern === undefined ? '(absent)' : wanted;
  return `${pathText(path)}: ${before} -> ${foundText ?? valueText(found)}`;
}
