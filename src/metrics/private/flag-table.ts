import { Flag, FlagGrammar } from './flag-grammar';
import { ProgramVersion, isOlder, showVersion } from '../../presets/program-version';
import { lookUp } from '../../private/look-up';
import { nearest } from '../../private/nearest';

/** What is known of a flag in all releases. */
export interface FlagRow extends Omit<Flag, 'missing'> {
  /** The first release that knows it, where that is not the oldest supported one. */
  readonly since?: ProgramVersion;
}

/** The flags of a program in all releases that are known here, without those that end it. */
export interface FlagTable {
  /** The program, for messages. */
  readonly program: string;
  /** The newest release that the table is true for: newer ones may know more. */
  readonly newest: ProgramVersion;
  /** Whether `--no-name` switches off `--name`. Absent means that it does. */
  readonly takesNegation?: boolean;
  readonly flags: { readonly [name: string]: FlagRow };
}

/** The flags of one release. */
export function flagsOf(table: FlagTable, version: ProgramVersion): FlagGrammar {
  const { program, newest, takesNegation, flags } = table;
  return {
    program,
    takesNegation,
    find: name => {
      const row = lookUp(flags, name);
      if (row === undefined) {return isOlder(newest, version) && !name.startsWith('no-') ? {} : undefined;}
      const { since, ...flag } = row;
      const isMissing = since !== undefined && isOlder(version, since);
      return isMissing ? { ...flag, missing: { needs: showVersion(since), given: showVersion(version) } } : flag;
    },
    suggest: name => nearest(name, Object.keys(flags)),
  };
}
