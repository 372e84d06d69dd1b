import type { Entry } from '../../private/entry';
import { findWrongAnnotations, findWrongLabels, findWrongName } from '../../cluster/refusals/names';
import { definitionOfKind } from '../../private/fields/fields';
import type { NameKind } from '../../private/names';
import type { Problem } from '../../private/problem';
import type { Finding } from '../finding';

/** Names that are held to more than a DNS subdomain, and those that may be nearly anything. */
const NAMES: { readonly [kind: string]: NameKind | undefined } = {
  Namespace: 'dns-label', Service: 'dns-1035-label', Role: undefined, RoleBinding: undefined, ClusterRole: undefined, ClusterRoleBinding: undefined,
  PodDisruptionBudget: undefined,
};

/** What the API server refuses in the metadata of an object: its name, its labels and annotations. */
export function metadataFindings(about: Entry): Finding[] {
  const { metadata = {} } = about.object;
  return [
    ...nameFindings(about),
    ...problemsOf(found => findWrongName(about.namespace, 'dns-label', 'the namespace', found)).map(problem => findingOf(about, 'metadata.namespace', problem)),
    ...problemsOf(found => findWrongLabels('a label', metadata.labels, found)).map(problem => findingOf(about, 'metadata.labels', problem)),
    ...problemsOf(found => findWrongAnnotations('an annotation', metadata.annotations, found)).map(problem => findingOf(about, 'metadata.annotations', problem)),
  ];
}

function nameFindings(about: Entry): Finding[] {
  if (about.name === '') {
    return [{
      code: 'invalid-name', level: 'error', about, path: 'metadata.name', what: 'the object has no name', wanted: 'metadata.name', fix: 'name it: the API server refuses the object without a name',
    }];
  }
  if (definitionOfKind(about.apiVersion, about.kind) === undefined || about.object.metadata?.name === undefined) {return [];}
  const kind = about.kind in NAMES ? NAMES[about.kind] : 'dns-subdomain';
  return kind === undefined ? [] : problemsOf(found => findWrongName(about.name, kind, 'the name', found)).map(problem => findingOf(about, 'metadata.name', problem));
}

function problemsOf(find: (problems: Problem[]) => void): Problem[] {
  const problems: Problem[] = [];
  find(problems);
  return problems;
}

function findingOf(about: Entry, path: string, { code, what, given, allowed, fix }: Problem): Finding {
  return { code, level: 'error', about, path, what, fix, ...given !== undefined && { given }, ...allowed !== undefined && { wanted: allowed } };
}
