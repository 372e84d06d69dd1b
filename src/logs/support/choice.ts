import { FlagSource } from '../../private/default-row';

/** An option in which collectors differ: the values that it has, and those of them that one thing asks for. */
export interface Choice<Value extends string, Subject> {
  readonly values: readonly Value[];
  readonly asked: (subject: Subject, cluster: FlagSource) => readonly Value[];
}

/** The options of one kind in which collectors differ, by name. */
// each choice has values of its own
export interface Choices<Subject> {
  readonly [option: string]: Choice<any, Subject>;
}

/** What a collector says of a kind: the values that it can do of each of its choices, or why it cannot do it at all, in one phrase. */
export type Answer<Of> = Cannot
  | { readonly [Option in keyof Of]: Of[Option] extends Choice<infer Value, never> ? readonly Value[] : never };

/** A kind that a collector cannot do. */
export interface Cannot {
  /** Why, in one phrase. */
  readonly cannot: string;
}

/** What one thing asks for that not every collector has. */
export interface Asked {
  readonly option: string;
  readonly value: string;
}

/** The values that a thing asks for. */
export function askedOf<Subject>(choices: Choices<Subject>, subject: Subject, cluster: FlagSource): Asked[] {
  return Object.entries(choices).flatMap(([option, { asked }]) => asked(subject, cluster).map(value => ({ option, value: String(value) })));
}

/** What a collector has no answer for: undefined where it can do everything that was asked. */
export function lackOf(answer: Answer<unknown>, asked: readonly Asked[]): Cannot | (Asked & { readonly has: readonly string[] })
  | undefined {
  if (isCannot(answer)) {return answer;}
  const values = answer as { readonly [option: string]: readonly string[] };
  const lacking = asked.find(({ option, value }) => !values[option].includes(value));
  return lacking && { ...lacking, has: values[lacking.option] };
}

export function isCannot(answer: Answer<unknown>): answer is Cannot {
  return 'cannot' in (answer as object);
}
