import { JsonPatch } from 'cdk8s';
import { quote } from './agent-error';

/** An operation as RFC 6902 spells it. */
interface Operation {
  readonly op: string;
  readonly path: string;
  readonly from?: string;
}

/** The first of the patches that cannot be applied to a document, and the part of its path that is not there; undefined where all can. */
export function findFailingPatch(document: object, patches: readonly JsonPatch[]): string | undefined {
  let patched = structuredClone(document);
  for (const patch of patches) {
    const { op, path, from } = (patch as unknown as { _toJson(): Operation })._toJson();
    const missing = missingParent(patched, path) ?? (from === undefined ? undefined : missingParent(patched, from));
    try {
      patched = JsonPatch.apply(patched, patch);
    } catch {
      const why = missing !== undefined
        ? `there is no ${quote(missing)}`
        : op === 'test' ? 'another value stands there' : 'it cannot be applied';
      return `${op} ${path}${from === undefined ? '' : ` from ${from}`}: ${why}`;
    }
  }
  return undefined;
}

/** The first step of a path, up to the last one, that leads nowhere. */
function missingParent(document: object, path: string): string | undefined {
  const steps = path.split('/').slice(1);
  let at: unknown = document;
  for (let index = 0; index < steps.length - 1; index++) {
    at = typeof at === 'object' && at !== null
      ? (at as { [key: string]: unknown })[steps[index].replace(/~1/g, '/').replace(/~0/g, '~')]
      : undefined;
    if (at === undefined) {return `/${steps.slice(0, index + 1).join('/')}`;}
  }
  return undefined;
}
