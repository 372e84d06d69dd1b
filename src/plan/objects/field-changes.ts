import { withoutSecrets } from './hidden-values';
import { compare } from '../../private/compare/compare';
import { Difference, Path, pathText } from '../../private/compare/difference';
import { fieldOfStep, valueAt } from '../../private/compare/object-path';
import { valueText } from '../../private/compare/value-text';
import { Entry, isMap } from '../../private/entry';
import { definitionOfKind } from '../../private/fields/fields';
import { isEqual, storedForm } from '../../private/fields/stored-form';
import type { Wire } from '../../private/wire';

/** A field of an object that changes. */
export interface FieldChange {
  /** `spec.template.spec.containers[name=agent].image` */
  readonly path: string;
  /** What stands there today, in one line; absent where nothing does. */
  readonly before?: string;
  /** What will stand there; absent where nothing will. */
  readonly after?: string;
  /** Whether the values are not shown: those of Secrets, and what looks like a credential. */
  readonly isHidden: boolean;
  /** Where the change comes from, where that is known: `content of ConfigMap agents/logs-config`. */
  readonly cause?: string;
}

/** What only the API server writes. */
const OF_SERVER = [
  'creationTimestamp', 'deletionTimestamp', 'deletionGracePeriodSeconds', 'generation', 'managedFields', 'resourceVersion', 'selfLink',
  'uid',
];

const ANNOTATIONS_OF_SERVER = [
  'deprecated.daemonset.template.generation', 'deployment.kubernetes.io/revision', 'kubectl.kubernetes.io/last-applied-configuration',
];

/**
 * Everything in which two objects differ, field by field. What the API server fills in, another spelling and another order of keys are no
 * differences.
 */
export function fieldChanges(previous: Entry, next: Entry): FieldChange[] {
  const [before, after] = [previous, next].map(storedOf);
  return compare(before, after, 'exact').map(difference => changeOf(difference, next.kind, before));
}

/** What is stored of an object, without what only the API server writes. */
export function storedOf({ apiVersion, kind, object }: Entry): Wire {
  const { status: _, metadata = {}, ...rest } = object;
  const definition = definitionOfKind(apiVersion, kind);
  const { namespace: _namespace, ...own } = without(metadata, OF_SERVER);
  const whole = {
    ...rest, metadata: { ...own, labels: labelsOf(kind, own), annotations: without(own.annotations ?? {}, ANNOTATIONS_OF_SERVER) },
  };
  if (definition === undefined) {return withoutDefaults(kind, whole);}
  return storedForm(definition, kind === 'Secret' ? withStringData(whole) : whole);
}

/** Every namespace has its name as a label. */
function labelsOf(kind: string, { labels }: Wire): Wire | undefined {
  return kind === 'Namespace' && isMap(labels) ? without(labels, ['kubernetes.io/metadata.name']) : labels;
}

/** What the API server fills in for a kind whose fields are not known. */
const DEFAULTS_OF_SPEC: { readonly [kind: string]: Wire } = {
  PersistentVolume: { persistentVolumeReclaimPolicy: 'Retain', volumeMode: 'Filesystem' },
};

function withoutDefaults(kind: string, whole: Wire): Wire {
  const defaults = DEFAULTS_OF_SPEC[kind];
  if (defaults === undefined || !isMap(whole.spec)) {return whole;}
  return { ...whole, spec: Object.fromEntries(Object.entries(whole.spec).filter(([name, value]) => value !== defaults[name])) };
}

/** The API server keeps what `stringData` of a Secret says in `data`. */
export function withStringData({ stringData, ...secret }: Wire): Wire {
  if (!isMap(stringData)) {return secret;}
  const encoded = Object.entries(stringData).map(([key, text]) => [key, Buffer.from(String(text)).toString('base64')]);
  return { ...secret, data: { ...secret.data, ...Object.fromEntries(encoded) } };
}

function without(map: Wire, keys: readonly string[]): Wire {
  return Object.fromEntries(Object.entries(map).filter(([key]) => !keys.includes(key)));
}

function changeOf({ path, found, foundText, pattern, wanted }: Difference, kind: string, before: Wire): FieldChange {
  // an item without a key that is gone: the difference has the whole list that it is not in
  const isGone = pattern !== undefined && Array.isArray(found) && !Array.isArray(pattern);
  const now = isGone ? undefined : found;
  const [hiddenBefore, hiddenNow] = [pattern, now].map(value => masked(kind, path, value, before));
  const isHidden = !isEqual(hiddenBefore, pattern) || !isEqual(hiddenNow, now);
  const text = (value: unknown, shown: string | undefined, masking: unknown): string | undefined =>
    value === undefined || value === null ? undefined : isHidden || shown === undefined ? valueText(masking) : shown;
  const [was, is] = [text(pattern, isGone ? undefined : wanted, hiddenBefore), text(now, foundText, hiddenNow)];
  return {
    path: `${pathText(path)}${isGone ? '[]' : ''}`, ...was !== undefined
    && { before: was }, ...is !== undefined && { after: is }, isHidden,
  };
}

/** The value, in the map in which it stands: its name is what tells a password. */
function masked(kind: string, path: Path, value: unknown, object: Wire): unknown {
  const last = path.length === 0 ? undefined : fieldOfStep(path.at(-1)!);
  if (last === undefined) {return withoutSecrets(kind, fieldOfStep(path[0] ?? ''), value);}
  const parent = valueAt(object, path.slice(0, -1));
  const name = isMap(parent) ? parent.name : undefined;
  const around = withoutSecrets(kind, fieldOfStep(path[0]), { ...typeof name === 'string' && last === 'value' && { name }, [last]: value });
  return (around as Wire)[last];
}
