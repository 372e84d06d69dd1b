import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { CheckContext } from '../../cluster/inventory/check-context';
import { groupOf } from '../../cluster/inventory/inventory';
import { isWritten } from '../../cluster/inventory/written-workloads';
import { Entry, namespaceFor } from '../../private/entry';
import { findingOf, ObjectFinding } from '../../private/finding';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const objectTwice: Rule = {
  id: 'object-twice',
  level: 'error',
  summary: 'One object is in the input twice.',
  looksAt: 'API group, kind, namespace and name of objects of one file or directory. Hooks of Helm are left out, and so are directories '
    + 'that have nothing to do with each other, such as overlays.',
  why: 'A cluster has one object of a name: `kubectl apply` writes one over the other, in the order of files, and Argo CD and Flux do so '
    + 'again with each sync. Pods are created again and again. Twice the same is a note, and so are '
    + 'different files of a directory, which may be for different clusters.',
  fix: 'Remove one of them, or give it another name or namespace.',
  example: () => ({
    fails: [daemonSet(), daemonSet({}, { image: 'example.com/agent:2.0.0' })],
    passes: [daemonSet(), daemonSet({}, { image: 'example.com/agent:2.0.0' }, { name: 'other' })],
  }),
  *check(context) {
    // what an app makes twice is a name-collision
    if (context.own === undefined) {yield* repeated(context);}
  },
};

function* repeated({ inventory }: CheckContext): Generator<ObjectFinding> {
  const first = new Map<string, Entry>();
  for (const about of inventory.entries) {
    if (about.name === '' || !isWritten(about) || isGenerated(about) || isHook(about)) {continue;}
    const key = [groupOf(about.apiVersion), about.kind, namespaceFor(about) ?? '', about.name, folderOf(about)].join('\n');
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, about);
      continue;
    }
    const isSame = isDeepStrictEqual(other.object, about.object);
    const isOneFile = other.source.file === about.source.file;
    // each file may bring the namespace that it needs
    if (isSame && about.kind === 'Namespace') {continue;}
    yield findingOf(objectTwice, {
      about, path: 'metadata.name', level: isSame || !isOneFile ? 'note' : 'error', given: about.name,
      what: `the same object is ${isOneFile ? 'above' : `in ${other.source.file}`}${isSame ? '' : ', with other content'}`,
    });
  }
}

function folderOf({ source: { file } }: Entry): string {
  return file === undefined ? '' : dirname(file);
}

/** A name that the API server completes is another one each time. */
function isGenerated({ object: { metadata } }: Entry): boolean {
  return metadata?.name === undefined || metadata.name === null;
}

/** Hooks of several events have one name, and are there one after the other. */
function isHook({ object: { metadata } }: Entry): boolean {
  return metadata?.annotations?.['helm.sh/hook'] !== undefined;
}
