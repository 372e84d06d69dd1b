import { NEWEST_KNOWN } from './releases';
import { ProgramVersion } from '../../presets/program-version';
import { lookUp } from '../../private/look-up';
import { FlagGrammar } from '../private/flag-grammar';
import { FlagRow, flagsOf, FlagTable } from '../private/flag-table';
import { FlagType, isBoolean, isDuration, isInteger, isNumber, isPortNumber } from '../private/flag-type';

const row = (type?: FlagType, since?: ProgramVersion): { type?: FlagType; since?: ProgramVersion } => ({ type, since });

/** The flags of 2.13 to 2.20 (pkg/options/options.go at each tag), without those that end the program. */
const FLAGS: { readonly [name: string]: ReturnType<typeof row> } = {
  'apiserver': row(),
  'auth-filter': row(isBoolean, [2, 16]),
  'auto-gomemlimit': row(isBoolean),
  'auto-gomemlimit-ratio': row(isNumber),
  'config': row(),
  'continue-without-config': row(isBoolean, [2, 17]),
  'continue-without-custom-resource-state-config-file': row(isBoolean, [2, 17]),
  'custom-resource-state-config': row(),
  'custom-resource-state-config-file': row(),
  'custom-resource-state-only': row(isBoolean),
  'enable-gzip-encoding': row(isBoolean),
  'host': row(),
  'kubeconfig': row(),
  'metric-allowlist': row(),
  'metric-annotations-allowlist': row(),
  'metric-denylist': row(),
  'metric-labels-allowlist': row(),
  'metric-opt-in-list': row(),
  'namespaces': row(),
  'namespaces-denylist': row(),
  'node': row(),
  'object-limit': row(isInteger, [2, 16]),
  'pod': row(),
  'pod-namespace': row(),
  'port': row(isPortNumber),
  'resources': row(),
  'server-idle-timeout': row(isDuration),
  'server-read-header-timeout': row(isDuration),
  'server-read-timeout': row(isDuration),
  'server-write-timeout': row(isDuration),
  'shard': row(isInteger),
  'telemetry-host': row(),
  'telemetry-port': row(isPortNumber),
  'tls-config': row(),
  'total-shards': row(isInteger),
  'track-unscheduled-pods': row(isBoolean, [2, 14]),
  'use-apiserver-cache': row(isBoolean),
  'add_dir_header': row(isBoolean),
  'alsologtostderr': row(isBoolean),
  'alsologtostderrthreshold': row(undefined, [2, 19]),
  'legacy_stderr_threshold_behavior': row(isBoolean, [2, 19]),
  'log_backtrace_at': row(),
  'log_dir': row(),
  'log_file': row(),
  'log_file_max_size': row(isInteger),
  'logtostderr': row(isBoolean),
  'one_output': row(isBoolean),
  'skip_headers': row(isBoolean),
  'skip_log_headers': row(isBoolean),
  'stderrthreshold': row(),
  'v': row(isInteger),
  'vmodule': row(),
};

/** What the objects around the program depend on. */
const RESERVED: { readonly [name: string]: string } = {
  'host': 'it follows from `protection`',
  'metric-allowlist': 'use `metrics`',
  'metric-annotations-allowlist': 'use `annotationMetrics`',
  'metric-denylist': 'use `metrics`',
  'metric-labels-allowlist': 'use `labelMetrics`',
  'custom-resource-state-config-file': 'use `customResources`',
  'custom-resource-state-config': 'use `customResources`',
  'auth-filter': 'use KubeStateProtection.authFilter()',
  'namespaces': 'use `namespaces`, which also narrows the rights',
  'node': 'use KubeStateSharding.perNode()',
  'pod': 'use KubeStateSharding.auto()',
  'pod-namespace': 'use KubeStateSharding.auto()',
  'port': 'use `port`',
  'resources': 'use `collected`, from which the rights follow',
  'shard': 'use KubeStateSharding.fixed()',
  'telemetry-host': 'it follows from `protection`',
  'telemetry-port': 'use `telemetryPort`',
  'total-shards': 'use KubeStateSharding.fixed()',
  'tls-config': 'probes and monitors would go on without TLS: use KubeStateProtection.kubeRbacProxy()',
  'track-unscheduled-pods': 'use KubeStateSharding.perNode()',
};

const TABLE: FlagTable = {
  program: 'kube-state-metrics',
  newest: NEWEST_KNOWN,
  takesNegation: false,
  flags: Object.fromEntries(Object.entries(FLAGS).map(([
    name, known,
  ]): [string, FlagRow] => [name, { ...known, reserved: lookUp(RESERVED, name) }])),
};

export function kubeStateFlags(version: ProgramVersion): FlagGrammar {
  return flagsOf(TABLE, version);
}
