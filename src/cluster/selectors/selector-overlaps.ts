import { selectorCollisions } from './selector-collisions';
import { describeEntry, namespaceOf } from '../../private/entry';
import { FindingKind, findingOf, ObjectFinding } from '../../private/finding';
import type { Wire } from '../../private/wire';
import type { CheckContext } from '../inventory/check-context';
import { podMetadataPath, Workload } from '../inventory/workload';
import { writtenWorkloads } from '../inventory/written-workloads';
import { describeSelector } from '../label-selector';

/** What such findings have in common. */
export const SELECTOR_OVERLAP: FindingKind = {
  id: 'selector-overlap',
  level: 'warning',
  fix: 'Give each workload a label of its own in its selector and on its pods, such as `app.kubernetes.io/component` (`identity`). A '
    + 'selector cannot be changed: the workload has to be made again.',
};

/** Workloads that select the pods of another one in their namespace. */
export function* selectorOverlaps(context: CheckContext): Generator<ObjectFinding> {
  const known = new Set<string>();
  const selecting = writtenWorkloads(context).filter(({ apiVersion, object }) => apiVersion.startsWith('apps/') && object.spec?.selector)
    .map(asSelecting);
  const collisions = selectorCollisions(selecting, {
    placeOf: ({ workload }) => namespaceOf(workload),
    // of two objects of one kind and name there is one in the end, and in an app, what others do to each other must not hide what they do
    // to its agents
    areTwo: (one, other) => (one.workload.name !== other.workload.name || one.workload.kind !== other.workload.kind)
      && (context.own === undefined || context.own.has(one.workload) || context.own.has(other.workload)),
  });
  for (const { one, other } of collisions) {
    const place = namespaceOf(one.workload);
    // that both select each other is one thing to fix
    const [mine, theirs] = [one, other].map(({ workload: { kind, name } }) => `${kind} ${name}`);
    if (known.has(`${place}\n${theirs}\n${mine}`)) {continue;}
    known.add(`${place}\n${mine}\n${theirs}`);
    const given = describeSelector(one.selector);
    const [isOwn, isOthers] = [one, other].map(({ workload }) => context.own?.has(workload) === true);
    yield isOwn || !isOthers ? findingOf(SELECTOR_OVERLAP, {
      about: one.workload, path: 'spec.selector', ...isOwn && { level: 'error' },
      what: `the selector also selects the pods of ${describeEntry(other.workload)}`, given,
    }) : findingOf(SELECTOR_OVERLAP, {
      about: other.workload, path: `${podMetadataPath(other.workload)}.labels`, level: 'error',
      what: `${describeEntry(one.workload)} also selects these pods`, given,
    });
  }
}

interface Selecting {
  readonly workload: Workload;
  readonly selector: Wire;
  readonly podLabels: Wire;
}

function asSelecting(workload: Workload): Selecting {
  return { workload, selector: workload.object.spec.selector, podLabels: workload.template.metadata?.labels ?? {} };
}
