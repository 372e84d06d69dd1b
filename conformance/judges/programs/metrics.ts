import { DEVICES, DISK_MODEL, MOUNTS, OS_ID } from './fake-node';

interface Sample {
  readonly name: string;
  readonly labels: { readonly [name: string]: string };
}

/** What the preset promises, by what dashboards and alerts of nodes ask for. */
const PROMISED = [
  'node_boot_time_seconds', 'node_context_switches_total', 'node_cpu_seconds_total', 'node_disk_info', 'node_disk_io_time_seconds_total',
  'node_disk_read_bytes_total', 'node_disk_written_bytes_total', 'node_filefd_allocated', 'node_filesystem_avail_bytes',
  'node_filesystem_files_free',
  'node_filesystem_readonly', 'node_filesystem_size_bytes', 'node_load1', 'node_memory_MemAvailable_bytes', 'node_memory_MemTotal_bytes',
  'node_netstat_Tcp_InSegs', 'node_network_receive_bytes_total', 'node_network_transmit_bytes_total', 'node_network_up', 'node_os_info',
  'node_sockstat_TCP_inuse', 'node_time_seconds', 'node_uname_info', 'node_vmstat_pgmajfault',
];

/** Collectors that must not run. */
const OFF = ['btrfs', 'rapl'];

/** What is wrong with a scrape of the fake node, one line each. */
export function metricsProblems(text: string): string[] {
  const samples = text.split('\n').map(readSample).filter((sample) => sample !== undefined);
  const names = new Set(samples.map(({ name }) => name));
  const mounts = values(samples, /^node_filesystem_/, 'mountpoint');
  const devices = values(samples, /^node_network_(up|mtu_bytes|carrier)$/, 'device');
  const collectors = values(samples, /^node_scrape_collector_success$/, 'collector');
  return [
    ...PROMISED.filter((name) => !names.has(name)).map((name) => `a promised metric is missing: ${name}`),
    ...MOUNTS.filter((mount) => !mounts.has(mount)).map((mount) => `a mount of the node is missing: ${mount}`),
    ...[...mounts].filter((mount) => !MOUNTS.includes(mount)).map((mount) => `an excluded mount shows: ${mount}`),
    ...DEVICES.filter((device) => !devices.has(device)).map((device) => `a network device of the node is missing: ${device}`),
    ...[...devices].filter((device) => !DEVICES.includes(device)).map((device) => `an excluded network device shows: ${device}`),
    ...OFF.filter((collector) => collectors.has(collector)).map((collector) => `a collector runs that should not: ${collector}`),
    ...values(samples, /^node_disk_info$/, 'model').has(DISK_MODEL) ? [] : ['the disk lacks what udev knows of it'],
    ...values(samples, /^node_os_info$/, 'id').has(OS_ID) ? [] : ["the distribution is not that of the node's root"],
  ];
}

function values(samples: readonly Sample[], name: RegExp, label: string): Set<string> {
  return new Set(samples.filter((sample) => name.test(sample.name) && label in sample.labels).map(({ labels }) => labels[label]));
}

function readSample(line: string): Sample | undefined {
  const match = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? \S+/.exec(line);
  if (match === null) return undefined;
  const labels = [...(match[2] ?? '').matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, name, value]) => [name, value]);
  return { name: match[1], labels: Object.fromEntries(labels) };
}
