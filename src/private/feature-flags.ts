import { fail, quote } from './agent-error';
import { lookUp } from './look-up';
import { pageOf } from './pages';

/** A default that changed between releases: the old behaviour stays until the next major version, unless a user asks for the new one. */
export interface FeatureFlag {
  /** The release that brought the new behaviour. */
  readonly since: string;
  /** What turns different when it is on. */
  readonly changes: string;
  /** What applies where nobody says. */
  readonly default: boolean;
}

/** Flags of this major version. docs/feature-flags.md lists them. */
export const FEATURE_FLAGS = {} as const satisfies { [name: string]: FeatureFlag };

export type FlagName = keyof typeof FEATURE_FLAGS;

/** What applies of a flag, given what a user said. */
export function resolveFlag(known: {
  readonly [name: string]: FeatureFlag;
}, name: string, given: { readonly [name: string]: boolean }): boolean {
  const flag = lookUp(known, name);
  if (flag === undefined) {
    fail({
      code: 'unknown-feature-flag',
      what: 'there is no such feature flag in this release',
      given: quote(name),
      allowed: Object.keys(known).sort().join(', ') || 'none yet',
      fix: `remove it; ${pageOf('feature-flags.md')} lists those of each release`,
    });
  }
  return lookUp(given, name) ?? flag.default;
}
