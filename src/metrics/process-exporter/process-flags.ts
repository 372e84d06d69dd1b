import { ProgramVersion } from '../../presets/program-version';
import { FlagRow, FlagTable, toolkitFlags } from '../private/flag-table';
import { isBoolean, isDuration } from '../private/flag-type';

/** The oldest release that the table is true for. */
export const OLDEST_KNOWN: ProgramVersion = [0, 8, 3];
/** The newest release that the table knows. */
export const NEWEST_KNOWN: ProgramVersion = [0, 8, 7];

const option = (name: string): FlagRow => ({ reserved: `use \`${name}\` of Exporter.process()` });
const { 'web.config.file': webConfigFile, 'web.listen-address': listenAddress } = toolkitFlags();

/** The flags of 0.8.3 to 0.8.7 (cmd/process-exporter/main.go at its tags), without those that end the program. Go takes them with two dashes too. */
export const PROCESS_FLAGS: FlagTable = {
  program: 'process-exporter',
  newest: NEWEST_KNOWN,
  takesNegation: false,
  flags: {
    'children': { type: isBoolean },
    'config.path': option('groups'),
    'debug': { type: isBoolean },
    'gather-smaps': { type: isBoolean },
    'namemapping': option('groups'),
    'procfs': { reserved: 'it follows from what is mounted' },
    'procnames': option('groups'),
    'recheck': { type: isBoolean },
    'recheck-with-time-limit': { type: isDuration },
    'remove-empty-groups': { type: isBoolean },
    'threads': { type: isBoolean },
    'web.config.file': webConfigFile,
    'web.listen-address': listenAddress,
    'web.telemetry-path': {},
  },
};
