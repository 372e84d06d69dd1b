import { ProgramVersion } from '../../presets/program-version';
import { setByOption, TOOLKIT_FLAGS } from '../private/exporter-flags';
import { FlagTable } from '../private/flag-table';
import { isBoolean, isDuration } from '../private/flag-type';

/** The oldest release that the table is true for. */
export const OLDEST_KNOWN: ProgramVersion = [0, 8, 3];
/** The newest release that the table knows. */
export const NEWEST_KNOWN: ProgramVersion = [0, 8, 7];

const SET_BY_GROUPS = setByOption('groups', 'process');

/**
 * The flags of 0.8.3 to 0.8.7 (cmd/process-exporter/main.go at its tags), without those that end the program. Go takes them with two dashes
 * too.
 */
export const PROCESS_FLAGS: FlagTable = {
  program: 'process-exporter',
  newest: NEWEST_KNOWN,
  takesNegation: false,
  flags: {
    'children': { type: isBoolean },
    'config.path': SET_BY_GROUPS,
    'debug': { type: isBoolean },
    'gather-smaps': { type: isBoolean },
    'namemapping': SET_BY_GROUPS,
    'procfs': { reserved: 'it follows from what is mounted' },
    'procnames': SET_BY_GROUPS,
    'recheck': { type: isBoolean },
    'recheck-with-time-limit': { type: isDuration },
    'remove-empty-groups': { type: isBoolean },
    'threads': { type: isBoolean },
    'web.config.file': TOOLKIT_FLAGS['web.config.file'],
    'web.listen-address': TOOLKIT_FLAGS['web.listen-address'],
    'web.telemetry-path': {},
  },
};
