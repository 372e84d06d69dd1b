import type { Entry } from '../../private/entry';
import { IDENTITY_LABELS } from '../../private/standard-values';
import type { Wire } from '../../private/wire';

const MANAGED_BY = 'app.kubernetes.io/managed-by';
const HELM_CHART = 'helm.sh/chart';
const HELM_RELEASE = 'meta.helm.sh/release-name';

/**
 * Whether an object carries the labels that this library writes, and no mark of another tool. Only such objects are planned to be removed
 * without `--prune`.
 */
export function isOwn(entry: Entry): boolean {
  const { labels = {} }: Wire = entry.object.metadata ?? {};
  const { application, instance } = IDENTITY_LABELS;
  return typeof labels[application] === 'string' && typeof labels[instance] === 'string' && otherManagerOf(entry) === undefined;
}

/** The other tool that an object says it belongs to: `Helm release logs`. */
function otherManagerOf({ object }: Entry): string | undefined {
  const { labels = {}, annotations = {} }: Wire = object.metadata ?? {};
  const release = annotations[HELM_RELEASE];
  if (typeof release === 'string') {return `Helm release ${release}`;}
  if (typeof labels[MANAGED_BY] === 'string') {return labels[MANAGED_BY];}
  return typeof labels[HELM_CHART] === 'string' ? `Helm chart ${labels[HELM_CHART]}` : undefined;
}

/** Who has had an object that an agent of this library takes over now; undefined where it was one of its own, or is none now. */
export function adoptedFrom(previous: Entry, next: Entry): string | undefined {
  return isOwn(next) && !isOwn(previous) ? otherManagerOf(previous) ?? 'someone else' : undefined;
}

/** What to do so that the other tool does not take the object back, or along when it goes. */
export function wayToAdopt(manager: string): string {
  return manager.startsWith('Helm')
    ? 'annotate the object with helm.sh/resource-policy: keep before the release is uninstalled or upgraded, or Helm deletes it'
    : 'take the object out of what the other tool applies first, or the two undo each other\'s changes';
}
