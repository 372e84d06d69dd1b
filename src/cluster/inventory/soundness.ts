import { workloadOf } from './workload';
import { Entry, isMap } from '../../private/entry';
import { checkFields, definitionOfKind, fieldOf, FieldType, knownMinors } from '../../private/fields/fields';
import { finding, ObjectFinding, withFacts } from '../../private/finding';
import type { Wire } from '../../private/wire';

/** Objects that can be looked at, and what is wrong with the others. */
export interface Soundness {
  /** In their order. A null is gone, as if nobody had written it: that is how the API server reads it. */
  readonly sound: readonly Entry[];
  readonly findings: readonly ObjectFinding[];
}

/**
 * Tells objects whose fields have the types of the Kubernetes API from those that no one should look into. Unknown fields, unknown words
 * and doubled keys leave an object sound. Custom resources are looked at as far as they are like others; those whose pod template is
 * another thing are left out.
 */
export function soundnessOf(entries: readonly Entry[]): Soundness {
  const sound: Entry[] = [];
  const findings: ObjectFinding[] = [];
  for (const given of entries) {
    const definition = definitionOfKind(given.apiVersion, given.kind);
    const entry = definition === undefined ? customResource(given, findings) : known(given, definition, findings);
    if (entry) {sound.push(entry);}
  }
  return { sound, findings };
}

function known(given: Entry, definition: string, findings: ObjectFinding[]): Entry | undefined {
  const entry = { ...given, object: withoutNulls({ kind: 'definition', definition }, given.object) as Wire };
  const wrong = wrongTypes(given, definition, '', relevant(entry));
  const podPath = POD_MAKERS.get(given.kind);
  if (wrong.length === 0 && podPath !== undefined && workloadOf(entry) === undefined) {
    wrong.push(finding({
      about: given, path: `${podPath}.containers`, code: 'invalid-field', what: 'the field is of the wrong type', given: 'nothing',
      allowed: 'list of Container',
      fix: 'write it as the Kubernetes API does',
    }));
  }
  findings.push(...wrong);
  return wrong.length === 0 ? entry : undefined;
}

/** The kinds that are there for their pods, and where the spec of the pods stands. */
const POD_MAKERS: ReadonlyMap<string, string> = new Map([
  ['CronJob', 'spec.jobTemplate.spec.template.spec'], ['Pod', 'spec'], ['PodTemplate', 'template.spec'],
  ...[
    'DaemonSet', 'Deployment', 'Job', 'ReplicaSet', 'ReplicationController', 'StatefulSet',
  ].map((kind): [string, string] => [kind, 'spec.template.spec']),
]);

/** Whether an object is there for its pods, or has pods as such objects do, however wrong its fields are. */
export function makesPods(entry: Entry): boolean {
  return POD_MAKERS.has(entry.kind) && definitionOfKind(entry.apiVersion, entry.kind) !== undefined || workloadOf(entry) !== undefined;
}

/** Of nodes there are thousands, and most of what they report is not looked at. */
function relevant({ apiVersion, kind, object }: Entry): Wire {
  if (apiVersion !== 'v1' || kind !== 'Node' || !isMap(object.metadata)) {return object;}
  const { metadata, spec, status } = object;
  return {
    metadata: { name: metadata.name, labels: metadata.labels },
    spec: isMap(spec) ? { taints: spec.taints, unschedulable: spec.unschedulable } : spec,
    status: isMap(status) ? { allocatable: status.allocatable, conditions: status.conditions } : status,
  };
}

function customResource(given: Entry, findings: ObjectFinding[]): Entry | undefined {
  const metadata = withoutNulls({ kind: 'definition', definition: 'ObjectMeta' }, given.object.metadata ?? {});
  const wrong = wrongTypes(given, 'ObjectMeta', 'metadata', metadata);
  findings.push(...wrong);
  if (wrong.length > 0) {return undefined;}
  const entry = { ...given, object: { ...given.object, metadata } };
  const workload = workloadOf(entry);
  if (workload === undefined) {return entry;}
  const template = withoutNulls({ kind: 'definition', definition: 'PodTemplateSpec' }, workload.template);
  return wrongTypes(given, 'PodTemplateSpec', '', template).length > 0
    ? undefined
    : { ...entry, object: replace(entry.object, workload.template, template) };
}

/** The object with another template in the place of its own. */
function replace(object: Wire, from: unknown, to: unknown): Wire {
  return entriesMapped(object, (_, value) => (value === from ? to : isMap(value) ? replace(value, from, to) : value));
}

/** The path of what is looked at comes before the places in it. A word that is not among the allowed ones is still a text. */
function wrongTypes(about: Entry, definition: string, at: string, value: unknown): ObjectFinding[] {
  return checkFields(definition, value, { minor: knownMinors().newest, aspects: ['types'], about })
    .map(found => (at === '' ? found : withFacts(found, { path: [at, found.path].filter(part => part !== '').join('.') })));
}

/** What is read as if it were not there does not come along. In a map of texts, null is the empty text. */
function withoutNulls(type: FieldType, value: unknown): unknown {
  if (Array.isArray(value)) {return type.kind === 'list' ? mapped(value, item => withoutNulls(type.of, item)) : value;}
  if (!isMap(value)) {return value;}
  if (type.kind === 'map') {
    return entriesMapped(value, (_, entry) => (entry === null && type.of.kind === 'string' ? '' : withoutNulls(type.of, entry)));
  }
  if (type.kind !== 'definition') {return value;}
  return entriesMapped(value, (key, entry) => {
    if (entry === null) {return undefined;}
    const field = typeof entry === 'object' ? fieldOf(type.definition, key) : undefined;
    return field ? withoutNulls(field.type, entry) : entry;
  });
}

/** The same list where nothing changes. */
function mapped(list: unknown[], map: (item: unknown) => unknown): unknown[] {
  const result = list.map(map);
  return result.some((item, index) => item !== list[index]) ? result : list;
}

/** The same map where nothing changes. What becomes undefined is left out. */
function entriesMapped(map: Wire, change: (key: string, entry: unknown) => unknown): Wire {
  let result: Wire | undefined;
  for (const key of Object.keys(map)) {
    const entry = change(key, map[key]);
    if (entry === map[key]) {continue;}
    result ??= { ...map };
    if (entry === undefined) {delete result[key];} else {result[key] = entry;}
  }
  return result ?? map;
}
