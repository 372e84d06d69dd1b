import { pathOf } from './object-name';
import { count } from './printable';
import { Manifests, soundOnes } from './read/manifests';
import { InputError, placeIn } from '../cluster/inventory/read/input-error';
import { removedIn } from '../cluster/inventory/removed-versions';
import { isDaemonSet, Workload, workloadOf } from '../cluster/inventory/workload';
import type { Entry } from '../private/entry';
import { knownMinors } from '../private/fields/fields';
import { nearest } from '../private/nearest';

/**
 * The DaemonSets among the input, or the one that is asked for.
 *
 * @throws InputError where there is none
 */
export function agentsIn({ paths, entries }: Manifests, asked: string | undefined): Workload[] {
  const all = soundOnes(entries.filter(isDaemonSet)).map(entry => workloadOf(entry)!);
  const where = paths.map(path => placeIn(path)).join(', ');
  if (all.length === 0) {
    throw new InputError(
      `${where}: there is no DaemonSet among ${count(entries.length, 'object')}${kindsOf(entries)}${versionsOf(entries)}`,
    );
  }
  const found = asked === undefined ? all : all.filter(agent => asked === (asked.includes('/') ? pathOf(agent) : agent.name));
  if (found.length === 0) {
    const meant = nearest(asked!, all.flatMap(agent => [pathOf(agent), agent.name]));
    throw new InputError(`${where}: there is no DaemonSet `
      + `${asked}${meant === undefined ? `, but ${all.slice(0, 5).map(pathOf).join(', ')}` : `: did you mean ${meant}?`}`);
  }
  return found;
}

/** Why what is called a DaemonSet is none. */
function versionsOf(entries: readonly Entry[]): string {
  const versions = [...new Set(entries.filter(({ kind }) => kind === 'DaemonSet').map(({ apiVersion }) => apiVersion))];
  return versions.map((version, index) => {
    const removed = removedIn({ apiVersion: version, kind: 'DaemonSet' }, knownMinors().newest);
    return `${index === 0 ? ':' : ';'} ${version} `
      + `${removed ? `was removed in Kubernetes 1.${removed.from}, write apps/v1` : 'is of another project, and Kubernetes has apps/v1'}`;
  }).join('');
}

function kindsOf(entries: readonly Entry[]): string {
  const kinds = [...new Set(entries.map(({ kind }) => kind))];
  return kinds.length === 0 ? '' : ` (${kinds.slice(0, 4).join(', ')}${kinds.length > 4 ? ', ...' : ''})`;
}
