/**
 * One value of a file: a document, or a list with one of its items. Items of lists come one by one, so that they can be forgotten one by
 * one.
 */
export interface DocumentItem {
  readonly value: unknown;
  /** Where the document or the item begins. */
  readonly line: number;
  /** Whether it is an item of a bare list, which says nothing of what its items are. */
  readonly isItem: boolean;
}

/** The fields of a list whose items are `items`, such as `kubectl get` writes; undefined for any other value. */
export function listOf(value: unknown): { readonly kind: string; readonly items: readonly unknown[] } | undefined {
  if (typeof value !== 'object' || value === null) {return undefined;}
  const { kind, items } = value as { readonly kind?: unknown; readonly items?: unknown };
  return typeof kind === 'string' && kind.endsWith('List') && Array.isArray(items) ? { ...value, kind, items } : undefined;
}

/** Nothing that Kubernetes reads is nested as deep; what walks through values must not run out of stack. */
export const MAX_DEPTH = 500;
