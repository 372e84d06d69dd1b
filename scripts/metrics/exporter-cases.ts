import { Duration } from 'cdk8s';
import type { GoToolName } from '../../conformance/judges/tools/pins';
import { Exporter, NameFilter, NodeCardinality, NodeCollectors } from '../../src';

/** An exporter as it is put before the real program. */
export interface ExporterCase {
  readonly name: string;
  readonly program: GoToolName;
  readonly exporter: Exporter;
  /** Arguments of the user. */
  readonly args?: readonly string[];
  /** Metrics that are there, and metrics that must not be. */
  readonly has: readonly string[];
  readonly hasNot?: readonly string[];
}

const node = (name: string, options: Parameters<typeof Exporter.nodeExporter>[0], more: Pick<ExporterCase, 'has' | 'hasNot'
  | 'args'>): ExporterCase =>
  ({ name, program: 'node_exporter', exporter: Exporter.nodeExporter(options), ...more });

export const CASES: readonly ExporterCase[] = [
  node('node, minimal', { cardinality: NodeCardinality.MINIMAL }, {
    has: ['node_cpu_seconds_total', 'node_filesystem_size_bytes'],
    hasNot: ['go_goroutines', 'node_cpu_guest_seconds_total', 'node_schedstat_running_seconds_total'],
  }),
  node('node, standard', { cardinality: NodeCardinality.STANDARD }, {
    has: ['node_cpu_guest_seconds_total', 'go_goroutines'], hasNot: ['node_rapl_package_joules_total'],
  }),
  node('node, full', { cardinality: NodeCardinality.FULL }, { has: ['node_cpu_guest_seconds_total', 'node_netstat_Tcp_InSegs'] }),
  node('node, by hand', {
    collectors: NodeCollectors.standard({ enabled: ['processes', 'tcpstat'], disabled: ['hwmon', 'zfs'] }), networkFilesystems: false,
    mountTimeout: Duration.seconds(2),
    textfileDirectory: '/tmp', networkDevices: NameFilter.excludingAlso(['docker0']),
  }, {
    has: ['node_processes_state', 'node_textfile_scrape_error'],
    args: ['--log.level=warn', '--web.max-requests=4', '--collector.filesystem.stat-workers=2'],
  }),
  {
    name: 'process', program: 'process-exporter', exporter: Exporter.process(),
    has: ['namedprocess_namegroup_num_procs{groupname="node"}', 'namedprocess_scrape_errors 0'],
    hasNot: ['namedprocess_namegroup_thread_count'],
  },
  {
    name: 'process, all', program: 'process-exporter', args: ['--children=false', '--recheck-with-time-limit=10s', '--debug=true'],
    exporter: Exporter.process({
      groups: [{ name: 'scripts', commandLines: ['exporters\\.ts'] }, { commandLines: ['.+'] }], readsAllProcesses: true, threads: true,
    }),
    has: ['namedprocess_namegroup_num_procs{groupname="scripts"}', 'memtype="proportionalResident"', 'namedprocess_namegroup_thread_count'],
  },
  {
    name: 'smartctl', program: 'smartctl_exporter',
    exporter: Exporter.smartctl({ devices: NameFilter.excluding(['loop.*']), interval: Duration.seconds(30) }),
    args: ['--smartctl.powermode-check=idle', '--smartctl.rescan=1m'],
    has: ['smartctl_devices 1', 'smartctl_device_smart_status{device="nvme0"} 0', 'smartctl_device_critical_warning{device="nvme0"} 4'],
  },
  {
    name: 'systemd', program: 'systemd_exporter', exporter: Exporter.systemd(),
    args: ['--systemd.collector.enable-restart-count', '--systemd.collector.enable-ip-accounting'],
    has: ['systemd_exporter_build_info'],
  },
];
