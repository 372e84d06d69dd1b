import { wrongAnnotations, wrongLabels, wrongName } from '../../cluster/refusals/names';
import type { Entry } from '../../private/entry';
import { definitionOfKind } from '../../private/fields/fields';
import { finding, ObjectFinding } from '../../private/finding';
import type { NameKind } from '../../private/names';

/** Names that are held to more than a DNS subdomain, and those that may be nearly anything. */
const NAMES: { readonly [kind: string]: NameKind | undefined } = {
  Namespace: 'dns-label', Service: 'dns-1035-label', Role: undefined, RoleBinding: undefined, ClusterRole: undefined, ClusterRoleBinding: undefined,
  PodDisruptionBudget: undefined,
};

/** What the API server refuses in the metadata of an object: its name, its labels and annotations. */
export function* metadataFindings(about: Entry): Generator<ObjectFinding> {
  const { metadata = {} } = about.object;
  yield* nameFindings(about);
  yield* wrongName(about.namespace, 'dns-label', 'the namespace', () => ({ about, path: 'metadata.namespace' }));
  yield* wrongLabels('a label', metadata.labels, { about, path: 'metadata.labels' });
  yield* wrongAnnotations('', metadata.annotations, { about, path: 'metadata.annotations' });
}

function* nameFindings(about: Entry): Generator<ObjectFinding> {
  const path = 'metadata.name';
  if (about.name === '') {
    yield finding({
      about, path, code: 'invalid-name', what: 'the object has no name', allowed: 'metadata.name', fix: 'name it: the API server refuses the object without a name',
    });
    return;
  }
  if (definitionOfKind(about.apiVersion, about.kind) === undefined || about.object.metadata?.name === undefined) {return;}
  const kind = Object.hasOwn(NAMES, about.kind) ? NAMES[about.kind] : 'dns-subdomain';
  if (kind !== undefined) {yield* wrongName(about.name, kind, 'the name', () => ({ about, path }));}
}
