import { isSameSelector } from './pod-template';
import type { Entry } from '../../private/entry';
import { selectsLabels } from '../label-selector';

/** That the selector of a DaemonSet is another than before, which the API server never takes: the DaemonSet must be deleted and created. */
export interface SelectorChange {
  /** Whether the new selector matches the pods of today, so that they may stay while the DaemonSet is deleted. */
  readonly keepsPods: boolean;
}

/** Undefined where the selector is the same. */
export function selectorChange(previous: Pick<Entry, 'object'>, next: Pick<Entry, 'object'>): SelectorChange | undefined {
  const [before, now] = [previous, next].map(({ object }) => object.spec ?? {});
  return isSameSelector(before.selector, now.selector) ? undefined
    : { keepsPods: selectsLabels(now.selector ?? {}, before.template?.metadata?.labels ?? {}) };
}

/** How to go on where a selector changes. */
export function wayToChangeSelector({ keepsPods }: SelectorChange, name: string): string {
  return keepsPods
    ? `delete the DaemonSet and keep its pods, which the new selector still matches: kubectl delete daemonset ${name} --cascade=orphan; `
      + 'the new one takes them for its own, and if the old one was never updated, it leaves them the old template'
    : 'keep the old selector: to change it the DaemonSet must be deleted with its pods, '
      + 'and every node is without the agent until the new one runs';
}
