import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { keyPath } from '../../private/field-path';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const unstableSelector: Rule = {
  id: 'unstable-selector',
  level: 'warning',
  summary: 'The selector of a workload has a label that changes with the next release.',
  looksAt: '`spec.selector` of DaemonSets, Deployments, StatefulSets and ReplicaSets: labels of versions, charts, hashes, builds and '
    + 'tools, by key and by value. A value that is part of the name of the object is fine: the next one is another object.',
  why: 'The selector of a workload cannot be changed: the API server refuses the update, and somebody has to delete the workload, which '
    + 'takes the agent from every node at once.',
  fix: 'Select by what stays the same, such as `app.kubernetes.io/name` and `app.kubernetes.io/instance` (`identity`), and keep the other '
    + 'labels on the pods alone.',
  example: () => {
    const labels = { 'app.kubernetes.io/name': 'agent', 'app.kubernetes.io/version': '1.0.0' };
    const template = { metadata: { labels } };
    return {
      fails: [daemonSet({}, {}, { selector: { matchLabels: labels }, template })],
      passes: [daemonSet({}, {}, { selector: { matchLabels: { 'app.kubernetes.io/name': 'agent' } }, template })],
    };
  },
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      const { selector } = workload.object.spec ?? {};
      if (!selector || !workload.apiVersion.startsWith('apps/')
        || !selector.matchExpressions?.length && !isAnyChanging(selector.matchLabels)) {continue;}
      const changing = labelsOf(selector).find(({ key, values }) => changes(key, values)
        && !values.some(value => isPartOf(value, workload.name)));
      if (changing) {
        yield findingOf(unstableSelector, {
          about: workload, path: changing.path(),
          what: `the label is part of the selector, which can never change, and changes with ${TOOL.test(changing.key)
            ? 'the tool that applies the objects' : 'the next release'}`,
          given: `${changing.key}: ${changing.values.join(', ') || 'any value'}`,
        });
      }
    }
  },
};

function isAnyChanging(labels: Wire | undefined | null): boolean {
  for (const key in labels) {
    if (changes(key, [String(labels[key])])) {return true;}
  }
  return false;
}

interface SelectedLabel {
  readonly key: string;
  readonly values: readonly string[];
  readonly path: () => string;
}

function labelsOf({ matchLabels, matchExpressions }: Wire): SelectedLabel[] {
  return [
    ...Object.entries<unknown>(matchLabels ?? {}).map(([
      key, value,
    ]) => ({ key, values: [String(value)], path: () => keyPath('spec.selector.matchLabels', key) })),
    ...(matchExpressions ?? []).map(({ key, values }: Wire, index: number) => (
      { key: String(key), values: ((values ?? []) as unknown[]).map(String), path: () => `spec.selector.matchExpressions[${index}]` })),
  ];
}

const KEYS = new RegExp([
  '(^|[/._-])(version|chart|chart-?version|heritage|managed-by|hash|checksum|digest|sha|sha256|commit|revision|build|build-?id|image-?tag|'
    + 'timestamp|git-?(sha|commit|ref))$',
  '^pod-template-(hash|generation)$', '^cdk8s\\.io/metadata\\.addr$',
].join('|'), 'i');

const VERSION = /^v?\d+\.\d+(\.\d+)?([-+._][\w.+-]*)?$/;

/** What names the tool, and stays the same from release to release. */
const TOOL = /(^|[/._-])(heritage|managed-by)$/i;

/** `version: v1` is the name of a variant, which stays: releases have a dot in theirs. */
const VARIANT = /^v\d+$/i;

/** Hexadecimal text that has both digits and letters is not a name that a person chose. */
const HASH = /^(?=.*\d)(?=.*[a-f])[0-9a-f]{8,64}$/;

function changes(key: string, values: readonly string[]): boolean {
  if (key === 'version' && values.length > 0 && values.every(value => VARIANT.test(value))) {return false;}
  return KEYS.test(key) || values.some(value => VERSION.test(value) || HASH.test(value));
}

function isPartOf(value: string, name: string): boolean {
  const plain = value.toLowerCase();
  return plain !== '' && `-${name}-`.replace(/\./g, '-').includes(`-${plain.replace(/\./g, '-')}-`);
}
