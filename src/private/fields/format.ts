import type { ErrorCode } from '../error-catalogue';
import type { NameKind } from '../names';

/** What a value may be, in words, and how to tell. */
export interface Format {
  readonly code: ErrorCode;
  /** Whether the API server takes the value, which has the type of its field. */
  readonly takes: (value: any, minor: number) => boolean;
  /** `at least 0` */
  readonly allowed: string;
  /** The kind of name that it is, where it is one: a valid one can then be proposed. */
  readonly name?: NameKind;
}
