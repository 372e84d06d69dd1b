import { FlagType } from './flag-type';

/** What is known of a flag of a program. */
export interface Flag {
  /** `switch`: `--name` and `--no-name`; `value`: `--name=value`; absent where it is not known. */
  readonly kind?: 'switch' | 'value';
  /** Whether the value is a regular expression that the program compiles when it starts. */
  readonly isPattern?: boolean;
  /** What its value must look like, where that is known. */
  readonly type?: FlagType;
  /** Whether the flag may be given more than once. */
  readonly isRepeatable?: boolean;
  /** The flag that cannot stand next to it. */
  readonly excludes?: string;
  /** What to do instead, where the flag is not for free arguments. */
  readonly reserved?: string;
  /** Why the version in use does not know it. */
  readonly missing?: { readonly needs: string; readonly given: string };
}

/** The flags of one version of a program. */
export interface FlagGrammar {
  /** The program, for messages. */
  readonly program: string;
  /** Whether `--no-name` switches off `--name`. Absent means that it does. */
  readonly takesNegation?: boolean;
  /** What is known of a flag; undefined where the program would refuse it. */
  find(name: string): Flag | undefined;
  /** What was probably meant by a name that is not known. */
  suggest(name: string): string | undefined;
}
