import { readFileSync } from 'node:fs';
import { InputError, placeIn } from '../../cluster/inventory/read/input-error';
import { isMap, namespaceFor } from '../../private/entry';
import type { ObjectFinding } from '../../private/finding';

/** The same for the same finding, wherever it stands in its file or list. */
export function baselineKey({ about, code, path, container, given }: ObjectFinding): string {
  return keyOf(code, [about.apiVersion, about.kind, namespaceFor(about), about.name], path, container, given);
}

/**
 * The findings of a file that `node-agents check --format json` wrote.
 *
 * @throws InputError
 */
export function readBaseline(file: string): ReadonlySet<string> {
  const found = parsed(file);
  if (!Array.isArray(found)) {return wrong(file);}
  return new Set(found.map(each => {
    if (!isMap(each) || typeof each.code !== 'string' || !isMap(each.object)) {return wrong(file);}
    const { apiVersion, kind, namespace, name } = each.object;
    return keyOf(each.code, [apiVersion, kind, namespace, name], String(each.path), each.container, each.given);
  }));
}

function keyOf(code: string, object: readonly unknown[], path: string, container: unknown, given: unknown): string {
  return JSON.stringify([code, ...object.map(each => each ?? ''), path.replace(/\[\d+\]/g, '[]'), container ?? '', given ?? '']);
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) {return wrong(file);}
    throw new InputError(
      `${placeIn(file)}: the baseline cannot be read: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}`,
    );
  }
}

function wrong(file: string): never {
  throw new InputError(`${placeIn(file)}: this is no baseline: write it with \`node-agents check --format json > ${file}\``);
}
