import { ProgramVersion } from '../../presets/program-version';
import { LOG_FLAGS, TOOLKIT_FLAGS } from '../private/exporter-flags';
import { FlagTable } from '../private/flag-table';
import { isInteger } from '../private/flag-type';

/** The oldest release that the table is true for. */
export const OLDEST_KNOWN: ProgramVersion = [0, 6];
/** The newest release that the table knows. */
export const NEWEST_KNOWN: ProgramVersion = [0, 7];

/** The flags of 0.6 and 0.7 (main.go, systemd/ and systemd/resolved/ at its tags), without those that end the program. */
export const SYSTEMD_FLAGS: FlagTable = {
  program: 'systemd_exporter',
  newest: NEWEST_KNOWN,
  flags: {
    ...TOOLKIT_FLAGS,
    ...LOG_FLAGS,
    'systemd.collector.enable-ip-accounting': { kind: 'switch' },
    'systemd.collector.enable-resolved': { kind: 'switch', since: [0, 7] },
    'systemd.collector.enable-restart-count': { kind: 'switch' },
    'systemd.collector.private': { kind: 'switch', reserved: 'the socket of systemd is for root: the bus that is mounted tells the same' },
    'systemd.collector.unit-exclude': { kind: 'value', isPattern: true },
    'systemd.collector.unit-include': { kind: 'value', isPattern: true },
    'systemd.collector.user': { kind: 'switch', reserved: 'a container has no systemd of a user' },
    'web.disable-exporter-metrics': { kind: 'switch' },
    'web.max-requests': { kind: 'value', type: isInteger },
    'web.telemetry-path': { kind: 'value' },
  },
};
