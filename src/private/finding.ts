import type { Entry } from './entry';
import type * as Catalogue from './error-catalogue';

/** How bad it is: an `error` does not work, a `warning` works but is risky, a `note` is good to know. */
export type Level = 'error' | 'warning' | 'note';

/** Who would refuse the object if it came to a cluster. */
export type RefusedBy = 'api-server' | 'kubelet' | 'nobody';

/** What is wrong with an object, or with a value that was given to the API: as data. Text is made from it, and no code reads the text. */
export interface Finding {
  /** The id of a rule (docs/checks), or an error code (docs/errors). */
  readonly code: string;
  readonly level: Level;
  readonly refusedBy: RefusedBy;
  /** The object that is to be changed; absent for a value that was given to the API. */
  readonly about?: Entry;
  /** The construct that is to be changed, where an app is judged. */
  readonly constructPath?: string;
  /** Where in the object, in the spelling of the manifest: `spec.template.spec.containers[0].image`. Empty for the object itself. */
  readonly path: string;
  /** The container that it is about, where it is about one. */
  readonly container?: string;
  /** The option or argument in which a wrong value was given: `env.A`, `hostPaths[1].path`. */
  readonly option?: string;
  /** What is wrong. */
  readonly what: string;
  /** The value that was given. */
  readonly given?: string;
  /** The values that are allowed. */
  readonly allowed?: string;
  /** What to do about it. */
  readonly fix: string;
  /** Why it was accepted. */
  readonly acknowledged?: string;
  /**
   * It is true, and usual for such an object: whoever reviews it expects nothing else. It can be accepted, which tools of others are told,
   * and is not reported otherwise.
   */
  readonly isUsual?: true;
}

/** A finding in an object of a manifest. */
export type ObjectFinding = Finding & Required<Pick<Finding, 'about'>>;

/** Where something was found. */
export type Place = Pick<Finding, 'about' | 'path' | 'container'>;

/** Where something was found in an object. */
export type ObjectPlace = Place & Required<Pick<Place, 'about'>>;

/** That of a value that was given to the API. */
export const NO_PLACE: Place = { path: '' };

/** What all findings of one code have in common: a rule has it, and a row of the error catalogue. */
export interface FindingKind {
  readonly id: string;
  readonly level: Level;
  /**
   * Such findings cannot be acknowledged.
   * @default nobody
   */
  readonly refusedBy?: RefusedBy;
  readonly fix: string;
}

/** What the function that finds knows. */
type Facts = Pick<Finding, 'what' | 'given' | 'allowed' | 'container' | 'constructPath'>
  & Partial<Pick<Finding, 'level' | 'refusedBy' | 'path' | 'fix' | 'isUsual'>>;

/** What functions return that find nothing, which is what most of them find: there is nothing to make for it. */
export const NO_FINDINGS: readonly never[] = [];

/** A finding of a rule, or of another kind that is not in the error catalogue. */
export function findingOf(kind: FindingKind, facts: Facts & { readonly about: Entry }): ObjectFinding;
export function findingOf(kind: FindingKind, facts: Facts & { readonly about?: Entry }): Finding;
export function findingOf({ id, level, refusedBy = 'nobody', fix }: FindingKind, facts: Facts & { readonly about?: Entry }): Finding {
  const made: Finding = {
    ...facts, code: id, level: facts.level ?? level, refusedBy: facts.refusedBy ?? refusedBy, path: facts.path ?? '', fix: facts.fix ?? fix,
  };
  OURS.add(made);
  return made;
}

export type ErrorFacts = Facts & { readonly code: Catalogue.ErrorCode; readonly fix: string };

/** A finding under a code of the error catalogue. */
export function finding(facts: ErrorFacts & { readonly about: Entry }): ObjectFinding;
export function finding(facts: ErrorFacts & { readonly about?: Entry }): Finding;
export function finding(facts: ErrorFacts & { readonly about?: Entry }): Finding {
  return findingOf(kindOf(facts.code, facts.fix), facts);
}

/** The same finding in another place, or with another thing to do. */
export function withFacts<F extends Finding>(
  found: F, facts: Partial<Pick<Finding, 'about' | 'level' | 'path' | 'container' | 'constructPath' | 'option' | 'what' | 'fix'>>,
): F {
  const made = { ...found, ...facts };
  OURS.add(made);
  return made;
}

function kindOf(code: Catalogue.ErrorCode, fix: string): FindingKind {
  const { refusedBy } = catalogue()[code];
  return { id: code, level: 'error', refusedBy: refusedBy === 'api-server' || refusedBy === 'kubelet' ? refusedBy : 'nobody', fix };
}

/** Loaded when something is found: it is mostly text. */
function catalogue(): typeof Catalogue.ERROR_CATALOGUE {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require('./error-catalogue') as typeof Catalogue).ERROR_CATALOGUE;
}

const OURS = new WeakSet<object>();

/** Whether the library made a finding: the compiler holds its code against the catalogue. */
export function isOurs(found: object): boolean {
  return OURS.has(found);
}
