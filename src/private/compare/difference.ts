/** Steps from an object to a value in it, as they are printed: `spec`, `["checksum/config"]`, `[name=agent]`, `[0]`, `(YAML)`. */
export type Path = readonly string[];

/** A place where an object is not as it was wanted. */
export interface Difference {
  readonly path: Path;
  /** What is there; undefined where nothing does. */
  readonly found: unknown;
  /** In place of the whole value, where a part of it says more: a line of a long text. */
  readonly foundText?: string;
  /** What was wanted, in words. Absent where the place is only pointed at. */
  readonly wanted?: string;
  /** What was wanted, where that is a value. */
  readonly pattern?: unknown;
  /** How many values of the pattern are not met: of several objects the one with the least is the nearest. */
  readonly weight: number;
  /** What to say of it next to the place. */
  readonly hint?: string;
}

const PLAIN_KEY = /^[A-Za-z_$][\w$-]*$/;

/** The step to a field. */
export function fieldStep(key: string): string {
  return PLAIN_KEY.test(key) ? key : `[${JSON.stringify(key)}]`;
}

/** Steps as one text: `spec.template.spec.containers[name=agent].image`. */
export function pathText(path: Path): string {
  return path.reduce((text, step) => (text === '' || /^[[(]/.test(step) ? text + step : `${text}.${step}`), '');
}

/** All weights together. */
export function weightOf(differences: readonly Difference[]): number {
  return differences.reduce((sum, { weight }) => sum + weight, 0);
}
