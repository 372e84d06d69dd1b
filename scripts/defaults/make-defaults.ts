/**
 * Makes docs/defaults.md, and the table of the README, from the tables of defaults:
 *
 *     npx ts-node -T scripts/defaults/make-defaults.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AGENT_DEFAULTS } from '../../src/agent/defaults';
import { DEVICE_DEFAULTS } from '../../src/devices/defaults';
import { FEATURE_DISCOVERY_DEFAULTS } from '../../src/devices/node-feature-discovery/defaults';
import { LOG_DEFAULTS } from '../../src/logs/defaults';
import { OPEN_TELEMETRY_DEFAULTS } from '../../src/logs/open-telemetry/defaults';
import { VECTOR_DEFAULTS } from '../../src/logs/vector/defaults';
import { DCGM_DEFAULTS } from '../../src/metrics/dcgm-exporter/defaults';
import { METRICS_DEFAULTS } from '../../src/metrics/defaults';
import { PROCESS_DEFAULTS } from '../../src/metrics/process-exporter/defaults';
import { SMARTCTL_DEFAULTS } from '../../src/metrics/smartctl-exporter/defaults';
import { SYSTEMD_DEFAULTS } from '../../src/metrics/systemd-exporter/defaults';
import { WINDOWS_DEFAULTS } from '../../src/metrics/windows-exporter/defaults';
import { CALICO_DEFAULTS } from '../../src/network/calico/defaults';
import { CILIUM_DEFAULTS } from '../../src/network/cilium/defaults';
import { NETWORK_DEFAULTS } from '../../src/network/defaults';
import { FLANNEL_DEFAULTS } from '../../src/network/flannel/defaults';
import { KUBE_VIP_DEFAULTS } from '../../src/network/kube-vip/defaults';
import { METAL_LB_DEFAULTS } from '../../src/network/metal-lb/defaults';
import type { DefaultRow, DefaultTable } from '../../src/private/default-row';
import { DETECTOR_DEFAULTS } from '../../src/services/node-problem-detector/defaults';
import { TUNING_DEFAULTS } from '../../src/services/node-tuning/defaults';
import { STORAGE_DEFAULTS } from '../../src/storage/defaults';
import { AWS_EBS_DEFAULTS } from '../../src/storage/drivers/aws-ebs/defaults';
import { AWS_EFS_DEFAULTS } from '../../src/storage/drivers/aws-efs/defaults';
import { AZURE_DISK_DEFAULTS } from '../../src/storage/drivers/azure-disk/defaults';
import { AZURE_FILE_DEFAULTS } from '../../src/storage/drivers/azure-file/defaults';
import { CEPH_DEFAULTS } from '../../src/storage/drivers/ceph/defaults';
import { GCE_PERSISTENT_DISK_DEFAULTS } from '../../src/storage/drivers/gce-persistent-disk/defaults';
import { HOST_PATH_DEFAULTS } from '../../src/storage/drivers/host-path/defaults';
import { MOUNTPOINT_S3_DEFAULTS } from '../../src/storage/drivers/mountpoint-s3/defaults';
import { SECRETS_STORE_DEFAULTS } from '../../src/storage/drivers/secrets-store/defaults';
import { SMB_DEFAULTS } from '../../src/storage/drivers/smb/defaults';

/** Every table of defaults, by what it is about. */
export const DEFAULT_TABLES: { readonly [title: string]: DefaultTable } = {
  'Every agent': AGENT_DEFAULTS,
  'LogAgent': LOG_DEFAULTS,
  'LogAgent with Vector': VECTOR_DEFAULTS,
  'LogCollector.openTelemetryCollector': OPEN_TELEMETRY_DEFAULTS,
  'MetricsExporter': METRICS_DEFAULTS,
  'Exporter.windows': WINDOWS_DEFAULTS,
  'Exporter.dcgm': DCGM_DEFAULTS,
  'Exporter.process': PROCESS_DEFAULTS,
  'Exporter.smartctl': SMARTCTL_DEFAULTS,
  'Exporter.systemd': SYSTEMD_DEFAULTS,
  'CsiNodePlugin': STORAGE_DEFAULTS,
  'CsiDriver.awsEbs': AWS_EBS_DEFAULTS,
  'CsiDriver.awsEfs': AWS_EFS_DEFAULTS,
  'CsiDriver.secretsStore': SECRETS_STORE_DEFAULTS,
  'CsiDriver.mountpointS3': MOUNTPOINT_S3_DEFAULTS,
  'CsiDriver.cephRbd and cephFs': CEPH_DEFAULTS,
  'CsiDriver.azureDisk': AZURE_DISK_DEFAULTS,
  'CsiDriver.azureFile': AZURE_FILE_DEFAULTS,
  'CsiDriver.gcePersistentDisk': GCE_PERSISTENT_DISK_DEFAULTS,
  'CsiDriver.hostPath': HOST_PATH_DEFAULTS,
  'CsiDriver.smb': SMB_DEFAULTS,
  'Agents of the network': NETWORK_DEFAULTS,
  'Cni.calico': CALICO_DEFAULTS,
  'Cni.cilium': CILIUM_DEFAULTS,
  'Cni.flannel': FLANNEL_DEFAULTS,
  'MetalLb': METAL_LB_DEFAULTS,
  'KubeVip': KUBE_VIP_DEFAULTS,
  'NodeProblemDetector': DETECTOR_DEFAULTS,
  'NodeTuning': TUNING_DEFAULTS,
  'DevicePlugin': DEVICE_DEFAULTS,
  'NodeFeatureDiscovery': FEATURE_DISCOVERY_DEFAULTS,
};

const ROOT = join(__dirname, '..', '..');
const README_TABLE = /(\| default \| why \| to change it \|\n\| --- \| --- \| --- \|\n)(?:\|.*\n)+/;

/** The text of docs/defaults.md. */
export function defaultsPage(): string {
  return `<!-- made by npm run generate -->
# Defaults

What applies where nothing is said. A changed default would restart an agent on every node of a fleet, so a new value waits behind a
[feature flag](feature-flags.md) until the next major version; the last column names it.

${Object.entries(DEFAULT_TABLES).map(([title, table]) => section(title, table)).join('\n')}`;
}

function section(title: string, table: DefaultTable): string {
  return `## ${title}

| about | default | why | source | to change it | feature flag |
| --- | --- | --- | --- | --- | --- |
${Object.values(table).map(row => line([row.about, row.shown(row.value), row.reason, row.source, row.change, flagOf(row)])).join('\n')}
`;
}

function flagOf({ flagged, shown }: DefaultRow<unknown>): string {
  return flagged === undefined ? 'none' : `\`${String(flagged.flag)}\`: ${shown(flagged.value)}`;
}

/** The README with its table of defaults made again. */
export function readmeWithDefaults(readme: string): string {
  if (!README_TABLE.test(readme)) {throw new Error('the README has no table of defaults');}
  const rows = Object.values(AGENT_DEFAULTS as DefaultTable).filter(row => row.isInReadme);
  return readme.replace(README_TABLE, (_, head: string) =>
    `${head}${rows.map(row => line([row.shown(row.value), row.reason, row.change])).join('\n')}\n`);
}

function line(cells: readonly string[]): string {
  return `| ${cells.map(cell => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
}

if (require.main === module) {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const made = { 'docs/defaults.md': defaultsPage(), 'README.md': readmeWithDefaults(readme) };
  for (const [file, text] of Object.entries(made)) {writeFileSync(join(ROOT, file), text);}
}
