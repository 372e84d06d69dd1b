import { ProgramVersion } from '../../presets/program-version';
import { LOG_FLAGS, TOOLKIT_FLAGS } from '../private/exporter-flags';
import { FlagTable } from '../private/flag-table';
import { isDuration, isOneOf } from '../private/flag-type';

/** The oldest release that the table is true for. */
export const OLDEST_KNOWN: ProgramVersion = [0, 11];
/** The newest release that the table knows. */
export const NEWEST_KNOWN: ProgramVersion = [0, 14];

/** The flags of 0.11 to 0.14 (main.go at its tags), without those that end the program. */
export const SMARTCTL_FLAGS: FlagTable = {
  program: 'smartctl_exporter',
  newest: NEWEST_KNOWN,
  flags: {
    ...TOOLKIT_FLAGS,
    ...LOG_FLAGS,
    'smartctl.device': { kind: 'value', isRepeatable: true },
    'smartctl.device-exclude': { kind: 'value', isPattern: true, excludes: 'smartctl.device-include' },
    'smartctl.device-include': { kind: 'value', isPattern: true, excludes: 'smartctl.device-exclude' },
    'smartctl.interval': { kind: 'value', type: isDuration },
    'smartctl.path': { kind: 'value' },
    'smartctl.powermode-check': { kind: 'value', type: isOneOf('never', 'sleep', 'standby', 'idle'), since: [0, 14] },
    'smartctl.rescan': { kind: 'value', type: isDuration },
    'smartctl.scan': { kind: 'switch', since: [0, 13] },
    'smartctl.scan-device-type': { kind: 'value', isRepeatable: true, since: [0, 13] },
    'web.telemetry-path': { kind: 'value' },
  },
};
