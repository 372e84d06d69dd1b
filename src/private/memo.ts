/** What was worked out about an object: one slot for each question. */
const KNOWN = Symbol('known');

/** Stands for an answer that is undefined. */
const NOTHING = Symbol('nothing');

let questions = 0;

/**
 * Works something out once for each object, however often it is asked for. The answer is in the object itself, where copies, texts and
 * comparisons of it do not see it: thousands of entries of a WeakMap cost the garbage collector more than the work that they save. Only for
 * objects that this library makes.
 */
export function memo<O extends object, T>(work: (about: O) => T): (about: O) => T {
  const question = questions++;
  return about => {
    let known = (about as { [KNOWN]?: unknown[] })[KNOWN];
    if (known === undefined) {
      known = [];
      Object.defineProperty(about, KNOWN, { value: known });
    }
    let answer = known[question];
    if (answer === undefined) {
      answer = work(about) ?? NOTHING;
      known[question] = answer;
    }
    return (answer === NOTHING ? undefined : answer) as T;
  };
}
