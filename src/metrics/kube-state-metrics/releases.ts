import { ProgramVersion } from '../../presets/program-version';

/** The oldest release whose probes and flags are known here: /livez and /readyz came with it. */
export const OLDEST_KNOWN: ProgramVersion = [2, 13];
/** The newest release whose flags and kinds are known here. */
export const NEWEST_KNOWN: ProgramVersion = [2, 20];
