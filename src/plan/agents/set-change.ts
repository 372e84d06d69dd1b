import { byText } from '../../private/wire';

/** What is new in a set, and what is gone; in order. */
export interface SetChange {
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

export function setChange(before: Iterable<string>, after: Iterable<string>): SetChange {
  const [old, now] = [new Set(before), new Set(after)];
  return { gained: [...now].filter(each => !old.has(each)).sort(byText), lost: [...old].filter(each => !now.has(each)).sort(byText) };
}

/** Whether nothing is new and nothing gone. */
export function isSameSet({ gained, lost }: SetChange): boolean {
  return gained.length === 0 && lost.length === 0;
}
