/** A text, and where it stands. */
export interface TextAt {
  readonly path: readonly string[];
  readonly text: string;
}

/** Every text in a value. */
export function textsIn(value: unknown, path: readonly string[] = []): TextAt[] {
  if (typeof value === 'string') {return [{ path, text: value }];}
  if (typeof value !== 'object' || value === null) {return [];}
  return Object.entries(value).flatMap(([key, entry]) => textsIn(entry, [...path, key]));
}
