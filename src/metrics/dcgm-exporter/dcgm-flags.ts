import { ProgramVersion } from '../../presets/program-version';
import { SET_BY_PORT, SET_BY_PROTECTION, setByOption } from '../private/exporter-flags';
import { FlagRow, FlagTable } from '../private/flag-table';
import { FlagType, isBoolean, isDuration, isInteger, isOneOf } from '../private/flag-type';

/** The oldest release that the table is true for. */
export const OLDEST_KNOWN: ProgramVersion = [4, 7];
/** The newest release that the table knows. */
export const NEWEST_KNOWN: ProgramVersion = [4, 8, 2];

/** Reads the exporter's part of `4.5.3-4.8.2`, and of tags that begin with it: `4.5.3-4.8.2-distroless`. */
export function readDcgmVersion(text: string): ProgramVersion | undefined {
  const match = /^\d+\.\d+\.\d+-(\d+)\.(\d+)\.(\d+)(?:-|$)/.exec(text);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : undefined;
}

const row = (type?: FlagType, more: FlagRow = {}): FlagRow => ({ type, ...more });
const option = (name: string, type?: FlagType): FlagRow => setByOption(name, 'dcgm', type);

/** The flags of 4.7 to 4.8 (pkg/cmd/app.go at its tags) by their long names, without those that end the program. */
export const DCGM_FLAGS: FlagTable = {
  program: 'dcgm-exporter',
  newest: NEWEST_KNOWN,
  takesNegation: false,
  flags: {
    'address': row(undefined, { reserved: SET_BY_PORT }),
    'clock-events-count-window-size': row(isInteger),
    'collect-interval': row(isInteger),
    'collectors': option('counters'),
    'configmap-data': option('counters'),
    'cpu-devices': row(),
    'dcgm-log-level': row(isOneOf('NONE', 'FATAL', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'VERB')),
    'debug': row(isBoolean),
    'devices': row(),
    'disable-startup-validate': row(isBoolean),
    'dump-compression': row(isBoolean),
    'dump-directory': row(),
    'dump-enabled': row(isBoolean),
    'dump-retention': row(isInteger),
    'enable-dcgm-log': row(isBoolean),
    'enable-gpu-bind-unbind-watch': row(isBoolean, { since: [4, 8] }),
    'enable-pprof': row(isBoolean, { since: [4, 8, 2] }),
    'fake-gpus': row(isBoolean),
    'gpu-bind-unbind-poll-interval': row(isDuration, { since: [4, 8] }),
    'hpc-job-mapping-dir': row(),
    'kubernetes': row(isBoolean),
    'kubernetes-enable-dra': option('dynamicResourceAllocation', isBoolean),
    'kubernetes-enable-pod-labels': option('podLabels', isBoolean),
    'kubernetes-enable-pod-uid': option('podUid', isBoolean),
    'kubernetes-gpu-id-type': row(isOneOf('uid', 'device-name')),
    'kubernetes-pod-label-allowlist-regex': option('podLabels'),
    'kubernetes-virtual-gpus': option('sharedGpus', isBoolean),
    'log-format': row(isOneOf('text', 'json')),
    'no-hostname': row(isBoolean),
    'nvidia-resource-names': row(undefined, { isRepeatable: true }),
    'pod-resources-kubelet-socket': row(undefined, { reserved: 'it follows from `kubeletDirectory` of TargetCluster' }),
    'remote-hostengine-info': row(),
    'replace-blanks-in-model-name': row(isBoolean),
    'switch-devices': row(),
    'use-old-namespace': row(isBoolean),
    'web-config-file': row(undefined, { reserved: SET_BY_PROTECTION }),
    'web-systemd-socket': row(isBoolean, { reserved: SET_BY_PORT }),
    'xid-count-window-size': row(isInteger),
  },
};
