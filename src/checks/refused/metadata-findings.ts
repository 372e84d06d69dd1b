import { groupOf } from '../../cluster/inventory/inventory';
import { isOfOlderKubernetes } from '../../cluster/inventory/removed-versions';
import { wrongAnnotations, wrongLabels, wrongName } from '../../cluster/refusals/names';
import { quote } from '../../private/agent-error';
import type { Entry } from '../../private/entry';
import { definitionOfKind } from '../../private/fields/fields';
import { isClusterScoped } from '../../private/fields/scope';
import { isPathSegment } from '../../private/fields/text-formats';
import { finding, ObjectFinding } from '../../private/finding';
import { lookUp } from '../../private/look-up';
import type { NameKind } from '../../private/names';

/** Names that are held to more than a DNS subdomain. */
const NAMES: { readonly [kind: string]: NameKind } = { Namespace: 'dns-label', Service: 'dns-label', StatefulSet: 'dns-label' };

/** Kinds whose names are held to nothing but what a path of the API can be. */
const ANY_NAME: ReadonlySet<string> = new Set(['ClusterRole', 'ClusterRoleBinding', 'PodDisruptionBudget', 'Role', 'RoleBinding']);

/** Groups of Kubernetes itself, which has no kinds there that are not known: those of others have a domain. */
const OWN_GROUPS: ReadonlySet<string> = new Set(['', 'apps', 'autoscaling', 'batch', 'policy']);

/** The first minor in which the name of a Service may begin with a digit. */
const SERVICES_WITH_DIGITS = 36;

/** What the API server refuses in the metadata of an object: its name, its labels and annotations. */
export function* metadataFindings(about: Entry, minor: number): Generator<ObjectFinding> {
  const { metadata = {} } = about.object;
  const { apiVersion, kind } = about;
  if (OWN_GROUPS.has(groupOf(apiVersion)) && isClusterScoped(apiVersion, kind) === undefined && !isOfOlderKubernetes(about)) {
    yield finding({
      about, path: 'kind', code: 'invalid-field', what: 'Kubernetes has no such kind', given: `${apiVersion} ${kind}`,
      fix: 'correct apiVersion and kind',
    });
  }
  yield* nameFindings(about, minor);
  yield* tooLarge(about);
  // the API server takes no notice of the namespace of what has none
  if (isClusterScoped(
    about.apiVersion, about.kind,
  ) !== true) {yield* wrongName(about.namespace, 'dns-label', 'the namespace', () => ({ about, path: 'metadata.namespace' }));}
  yield* wrongLabels('a label', metadata.labels, { about, path: 'metadata.labels' });
  yield* wrongAnnotations('', metadata.annotations, { about, path: 'metadata.annotations' });
}

/** The most that etcd takes of one object. */
const MAX_BYTES = 1.5 * 1024 * 1024;

function* tooLarge(about: Entry): Generator<ObjectFinding> {
  const bytes = textBytes(about.object);
  if (bytes > MAX_BYTES) {
    yield finding({
      about, path: '', code: 'files-too-large', what: 'the object is larger than an API server can store', given: `${bytes} bytes of text`,
      allowed: `${MAX_BYTES} bytes`,
      fix: 'move large texts into several ConfigMaps, or into the image',
    });
  }
}

/** The bytes of all texts of a value: less than what is stored of it. */
function textBytes(value: unknown): number {
  if (typeof value === 'string') {return Buffer.byteLength(value);}
  if (typeof value !== 'object' || value === null) {return 0;}
  let bytes = 0;
  for (const key in value) {
    bytes += key.length * (Array.isArray(value) ? 0 : 1) + textBytes((value as { readonly [key: string]: unknown })[key]);
  }
  return bytes;
}

function* nameFindings(about: Entry, minor: number): Generator<ObjectFinding> {
  if (about.name === '') {
    yield finding({
      about, path: 'metadata.name', code: 'invalid-name', what: 'the object has no name', allowed: 'metadata.name',
      fix: 'name it: the API server refuses the object without a name',
    });
    return;
  }
  if (definitionOfKind(about.apiVersion, about.kind) === undefined) {return;}
  const { name, generateName } = about.object.metadata ?? {};
  yield* nameOfKind(about, minor, 'name', name);
  // what follows makes a letter of the dash at its end
  if (typeof generateName === 'string') {yield* nameOfKind(about, minor, 'generateName', generateName.replace(/-$/, 'a'));}
}

function* nameOfKind(about: Entry, minor: number, field: string, name: unknown): Generator<ObjectFinding> {
  const path = `metadata.${field}`;
  if (typeof name !== 'string' || name === '') {return;}
  if (!ANY_NAME.has(about.kind)) {
    const usual = about.kind === 'Service' && minor < SERVICES_WITH_DIGITS
      ? 'dns-1035-label'
      : lookUp(NAMES, about.kind) ?? 'dns-subdomain';
    yield* wrongName(name, usual, 'the name', () => ({ about, path }));
  } else if (!isPathSegment(name)) {
    yield finding({
      about, path, code: 'invalid-name', what: 'the name cannot be a part of a path', given: quote(name),
      allowed: 'neither `.` nor `..`, without `/` and `%`', fix: 'choose another name',
    });
  }
}
