import { firstWrong, hasShape, Shape } from './option-shapes';
import { fail, quote } from '../../private/agent-error';
import { nearest } from '../../private/nearest';

/** Every name of a struct, which the compiler holds against it, and the shape of its value where plain JavaScript could give another. */
export type Names<T> = { readonly [name in keyof Required<T>]: Shape | true };

/**
 * Plain JavaScript lets a slip in the name of an option pass, and nothing would come of it; a wrong value fails where nobody knows it any more.
 *
 * @param what has no option but these; absent where others may be
 */
export function knownOptions<T extends object>(props: T, names: { readonly [name: string]: Shape | true }, what?: string): T {
  for (const name in props) {
    const value: unknown = props[name];
    if (value === undefined || value === null) {continue;}
    const shape = Object.hasOwn(names, name) ? names[name] : undefined;
    if (shape === true) {continue;}
    if (shape !== undefined) {
      if (!hasShape(value, shape)) {refuseValue(name, value, shape);}
    } else if (what !== undefined) {
      refuse(name, names, what);
    }
  }
  return props;
}

function refuseValue(name: string, value: unknown, shape: Shape): never {
  const wrong = firstWrong(value, shape);
  const allowed = shape.many === undefined ? shape.type : `a ${shape.many} of ${shape.type}`;
  fail({ code: 'wrong-option', what: `the option \`${name}\` takes something else`, given: describeValue(wrong), allowed, fix: `write ${shape.make}` });
}

/** Objects can be large, or hold themselves. */
function describeValue(value: unknown): string {
  if (Array.isArray(value)) {return 'a list';}
  if (value instanceof Map) {return 'a Map';}
  return typeof value === 'object' && value !== null ? `an object with ${Object.keys(value).join(', ') || 'nothing in it'}` : quote(value);
}

function refuse(name: string, names: object, what: string): never {
  const meant = nearest(name, Object.keys(names));
  fail({
    code: 'unknown-option', what: `${what} has no option of this name`, given: quote(name),
    ...meant !== undefined && { allowed: quote(meant) },
    fix: meant === undefined ? 'remove it; overrides reach what no option says' : `did you mean ${meant}?`,
  });
}
