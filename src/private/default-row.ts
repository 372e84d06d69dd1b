import { FEATURE_FLAGS, FlagName, resolveFlag } from './feature-flags';

/** What applies where a user says nothing: a value, why it is that one, and how to change it. docs/defaults.md is made from all rows. */
export interface DefaultRow<T> {
  /** What the default is about, in a few words. */
  readonly about: string;
  readonly value: T;
  /** A value in words: what is written, or what happens. */
  readonly shown: (value: T) => string;
  readonly reason: string;
  /** Where the reason can be looked up, in Markdown. */
  readonly source: string;
  /** What a user writes to have it otherwise, in Markdown. */
  readonly change: string;
  /** Whether the README names it. */
  readonly isInReadme?: boolean;
  /** The value of a newer release, behind its flag until the next major version. */
  readonly flagged?: FlaggedValue<T>;
}

/** A value that applies where a feature flag is on. */
export interface FlaggedValue<T> {
  readonly flag: FlagName;
  readonly value: T;
}

/** The rows of one domain, by name. */
export interface DefaultTable {
  // each row has a value of its own type
  readonly [name: string]: DefaultRow<any>;
}

/** What a user said of feature flags, for the cluster that an agent goes to: a TargetCluster. */
export interface FlagSource {
  readonly featureFlags: { readonly [flag: string]: boolean };
}

/** A row whose values have the type of its own value. */
export function defaultRow<T>(row: DefaultRow<T>): DefaultRow<T> {
  return row;
}

/** The value of a default on a cluster. */
export function valueOf<T>({ value, flagged }: DefaultRow<T>, { featureFlags }: FlagSource): T {
  return flagged !== undefined && resolveFlag(FEATURE_FLAGS, flagged.flag, featureFlags) ? flagged.value : value;
}

/**
 * The value of a default that is read where no cluster is known, in a static factory for one. A flag would have no effect there, so a row
 * with one fails: whoever adds the flag brings the cluster to the reader.
 */
export function fixedValue<T>({ value, flagged, about }: DefaultRow<T>): T {
  if (flagged !== undefined) {
    throw new Error(`the default of ${about} is behind the flag ${String(flagged.flag)}, and is read where no cluster is known`);
  }
  return value;
}
