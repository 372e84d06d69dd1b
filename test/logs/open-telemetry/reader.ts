/**
 * A value as the collector understands it: references are replaced, and `$$` becomes `$`. What is given for a variable is put between angle
 * brackets.
 */
export function expand(value: any): any {
  if (typeof value === 'string') {
    return value.replace(/\$\$|\$\{(?:env:)?([^}]*)\}|\$[A-Za-z_]/g, (found, name) => found === '$$'
      ? '$'
      : name === undefined ? broken(found) : `<${name}>`);
  }
  if (Array.isArray(value)) {return value.map(expand);}
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, expand(entry)]))
    : value;
}

function broken(found: string): never {
  throw new Error(`the collector would take ${found} for the beginning of a reference`);
}

/** The texts in an expression, as its reader unquotes them. */
export function stringsIn(expression: string): string[] {
  return [...expression.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(([text]) => JSON.parse(text));
}
