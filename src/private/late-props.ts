import type { Finding } from './finding';

/** How the props of a construct come about, if no construct before it was given the same. */
export interface LateProps<Props extends object = object> {
  /** What kind of construct it is: those of one kind that are given the same become the same. */
  readonly kind: string;
  /** What the user gave, and nothing else that the props depend on but the cluster. */
  readonly given: object;
  /** What is wrong with what was given. */
  readonly findings: readonly Finding[];
  make(): { readonly props: Props };
}

const LATE = Symbol('late props');

/** Props that are worked out late. */
export function lateProps<Props extends object>(late: LateProps<Props>): Props {
  return { [LATE]: late } as unknown as Props;
}

/** How props come about that are worked out late; undefined for other props. */
export function lateIn<Props extends object>(props: Props | null | undefined): LateProps<Props> | undefined {
  return (props as { readonly [LATE]?: LateProps<Props> } | null | undefined)?.[LATE];
}
