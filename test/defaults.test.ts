import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { SAMPLES } from './support/samples';
import { DEFAULT_TABLES } from '../scripts/defaults/make-defaults';
import { TargetCluster } from '../src';
import { DefaultRow } from '../src/private/default-row';
import { FEATURE_FLAGS, FeatureFlag, FlagName } from '../src/private/feature-flags';

const FLAG = 'test-only';
const NAMESPACE = 'agents';

/** Another value of each row whose type does not say it. */
const OTHERS: { readonly [name: string]: unknown } = {
  'operatingSystem': 'windows', 'tolerations': 'none', 'securityContext': 'none', 'podSecurityContext': 'none', 'dns': 'node',
  'containerName': 'main', 'protocol': 'UDP',
  'serviceAccount': 'default', 'priorityClassName': 'my-class', 'terminationGracePeriodSeconds': 7, 'namespaceMinimumLevel': 'privileged',
  'namespaceVersion': 'v1.30',
  'kubernetesVersion': '1.20', 'kubeletDirectory': '/var/lib/other/kubelet',
  'Every agent.virtualNodes': { eksComputeTypes: [], nodeTypes: [] }, 'virtualNodes': {}, 'identity': { application: 'a', instance: 'b' },
  'track': { key: 'example.com/track', canary: 'next' }, 'hostPathType': { existing: 'File', state: 'Directory' },
  'Every agent.resources': { cpu: '51m' }, 'otherResources': { cpu: '51m' }, 'windowsSecurityContext': {},
  'restriction': { allowPrivilegeEscalation: true, dropCapabilities: ['KILL'], readOnlyRootFilesystem: false },
  'DevicePlugin.nvidiaMigStrategy': 'single', 'NodeFeatureDiscovery.image': 'example.com/nfd:0.19.0',
  'metadata': 'fromFileName', 'retry': 'none', 'logLevel': 'debug', 'listenAddress': '::',
  'windowsImage': 'example.com/fluent-bit:windows-2025-5.1.1', 'stateDirectory': '/var/lib/other', 'journalDirectory': '/run/log/journal',
  'image': 'example.com/fluent-bit:5.1.1', 'LogAgent.resources': { memoryLimit: '1Gi' },
  'compression': { known: 'none', http: 'gzip' }, 'lokiJob': 'logs', 'searchIndices': { dataStream: 'logs-a-b', daily: 'other' },
  'http': { format: 'json', dateField: 'at', dateFormat: 'epoch' }, 'otlpBodyField': 'message',
  'awsServices': { search: 'aoss', http: 'lambda', otlp: 'xray' },
  'datadog': { site: 'datadoghq.eu', source: 'other' },
  'LogAgent with Vector.version': '0.56.0',
  'LogAgent with Vector.image': { name: 'example.com/vector', variant: 'debian', journalVariant: 'debian' },
  'LogAgent with Vector.listenAddress': '0.0.0.0', 'LogAgent with Vector.buffer': 'drop_newest', 'LogAgent with Vector.lokiJob': 'logs',
  'Exporter.windows.version': '0.31.7', 'Exporter.windows.collectors': ['cpu', 'service'], 'Exporter.windows.services': ['kubelet'],
  'Exporter.dcgm.version': '4.4.2-4.7.1', 'Exporter.dcgm.repository': { name: 'example.com/dcgm', variant: 'ubi9' },
  'Exporter.process.version': '0.8.6',
  'Exporter.smartctl.version': '0.13.0', 'Exporter.systemd.version': '0.6.0', 'Exporter.systemd.excludedUnits': ['mount'],
  'priority': 'none', 'scraping': 'podMonitor', 'version': '1.11.0', 'repository': 'example.com/exporter', 'mountPropagation': 'None',
  'collectors': 'upstream',
  'Agents of the network.dns': 'cluster', 'clusterDnsLabels': { 'k8s-app': 'coredns' },
  'Cni.calico.version': '3.32.0', 'Cni.cilium.version': '1.19.6', 'Cni.cilium.envoyTags': { '1.20.0': 'v1.0.0' },
  'Cni.flannel.images': { daemon: 'example.com/flannel', plugin: 'example.com/flannel-cni-plugin:v1.0.0' },
  'NodeProblemDetector.version': '1.35.1', 'NodeProblemDetector.monitors': ['kernel'], 'NodeProblemDetector.alerts': 'prometheusRule',
  'setterImage': 'example.com/shell:1.0.0', 'pauseImage': 'example.com/pause:1.0.0', 'eventNamespace': 'ops',
  'openShift': 'none', 'stateWithoutHostPaths': 'onNode',
  'CsiDriver.awsEbs.version': '1.63.1', 'CsiDriver.awsEfs.version': '3.3.0', 'CsiDriver.secretsStore.version': '1.5.6',
  'CsiDriver.secretsStore.awsProviderVersion': '3.1.0',
  'CsiDriver.secretsStore.providerDirectories': { usual: '/run/providers', old: '/etc/providers' },
  'CsiDriver.mountpointS3.version': '2.7.1',
  'CsiDriver.cephRbd and cephFs.version': '3.16.2', 'CsiDriver.cephRbd and cephFs.configMap': 'clusters',
  'CsiDriver.cephRbd and cephFs.logVerbosity': 4,
  'CsiDriver.azureDisk.version': '1.34.4', 'CsiDriver.azureFile.version': '1.35.6', 'CsiDriver.smb.version': '1.20.2',
  'CsiDriver.smb.name': 'other.smb.example.com',
  'CsiDriver.gcePersistentDisk.version': '1.26.4', 'CsiDriver.hostPath.version': '1.17.0', 'CsiDriver.hostPath.name': 'other.example.com',
  'dataDirectory': '/var/lib/other',
  'mortalRollout': 'clusterDefault', 'liveness': 'none', 'seLinux': 'privilegedSidecars', 'mounts': 'stagedVolumes',
  'nodeIdVariable': 'NODE', 'nfsName': 'other.csi.k8s.io', 'nfsVersion': '4.13.3', 'controllerPriority': 'none',
  'windowsKubelet': 'D:\\kubelet', 'windowsUser': 'NT AUTHORITY\\Local service',
};

/** Rows with one value that means anything: a second one comes with the alternative that it names. */
const ALONE = [
  'LogAgent.access', 'LogAgent with Vector.api', 'LogAgent with Vector.lokiConfinement', 'MetricsExporter.protection',
  'CsiNodePlugin.driverObject',
];

/** Rows that static factories read, where no cluster is known: a flag on one of them fails instead of having no effect. */
const FIXED = [
  'Every agent.operatingSystem', 'Every agent.tolerations', 'Every agent.virtualNodes', 'Every agent.restriction',
  'Every agent.hostPathType', 'Every agent.protocol',
  'Every agent.identity', 'Every agent.track', 'Every agent.monitorNodeLabels', 'Every agent.kubernetesVersion',
  'Every agent.kubeletDirectory', 'LogAgent.stateDirectory', 'LogAgent.journalDirectory',
  'MetricsExporter.version', 'MetricsExporter.repository', 'MetricsExporter.port', 'MetricsExporter.resources', 'MetricsExporter.user',
  'Agents of the network.apiServerPort', 'Agents of the network.installResources', 'Cni.flannel.version', 'Cni.flannel.images',
  'Cni.flannel.podCidr', 'Cni.calico.version', 'Cni.cilium.version', 'Cni.cilium.repository',
  'Cni.cilium.operatorResources', 'Cni.calico.repository', 'Cni.calico.controllerResources', 'Cni.calico.typhaResources',
  'MetricsExporter.hostNetwork', 'CsiNodePlugin.nfsName', 'CsiNodePlugin.nfsVersion', 'CsiNodePlugin.nfsControllerPort',
  'CsiNodePlugin.nfsControllerResources', 'CsiNodePlugin.nfsPorts', 'CsiNodePlugin.nfsResources', 'CsiNodePlugin.nfsLogVerbosity',
  'Cni.cilium.envoyTags', 'Cni.cilium.envoyResources', 'MetalLb.version', 'KubeVip.version', 'KubeVip.election',
  'MetricsExporter.hostNetwork', ...[
    'windows', 'dcgm', 'process', 'smartctl', 'systemd',
  ].flatMap(name => ['version', 'repository', 'port', 'resources'].map(row => `Exporter.${name}.${row}`)),
  'Exporter.windows.user', 'Exporter.dcgm.startup', 'Exporter.dcgm.profiling', 'Exporter.process.user', 'Exporter.systemd.user',
  'NodeProblemDetector.pluginTimes', 'NodeProblemDetector.statsInterval', 'NodeProblemDetector.crictl', 'NodeProblemDetector.runtimeSocket',
  'DevicePlugin.nvidiaImage', 'DevicePlugin.nvidiaResources', 'DevicePlugin.nvidiaMigStrategy', 'DevicePlugin.nvidiaFailOnInitError',
  'DevicePlugin.nvidiaFailRequestsGreaterThanOne',
  ...Object.entries(DEFAULT_TABLES).flatMap(([
    title, table,
  ]) => (/^CsiDriver\./.test(title) ? Object.keys(table).map(row => `${title}.${row}`) : [])),
  'DevicePlugin.discoveryResources', 'DevicePlugin.amdImage', 'DevicePlugin.amdResources', 'DevicePlugin.intelImage',
  'DevicePlugin.intelResources',
];

const SRC = join(__dirname, '..', 'src');
const ROWS = Object.entries(DEFAULT_TABLES).flatMap(([title, table]) =>
  Object.entries(table).map(([name, row]): [string, DefaultRow<any>] => [`${title}.${name}`, row]));

function otherValue(name: string, { value }: DefaultRow<any>): unknown {
  const short = name.slice(name.indexOf('.') + 1);
  if (name in OTHERS) {return OTHERS[name];}
  if (short in OTHERS) {return OTHERS[short];}
  if (typeof value?.cpu === 'string') {return { ...value, cpu: '51m' };}
  switch (typeof value) {
    case 'number': return value + 1;
    case 'boolean': return !value;
    case 'string': return `${value}-other`;
    default: return Object.fromEntries(Object.entries(value).map(([
      key, each,
    ]) => [key, typeof each === 'number' ? each + 1 : typeof each === 'boolean' ? !each : each]));
  }
}

/** What a sample writes, or why it cannot: an invalid value is refused, which shows too that it is read. */
function writtenBy(sample: (chart: Chart) => void, flags?: { [flag: string]: boolean }): string {
  const app = new App();
  if (flags) {TargetCluster.configure(app, { featureFlags: flags });}
  try {
    const chart = new Chart(app, 'chart', { namespace: NAMESPACE });
    sample(chart);
    return JSON.stringify(chart.toJson());
  } catch (error) {
    return (error as Error).message;
  }
}

const written = (flags?: { [flag: string]: boolean }): string[] => SAMPLES.map(sample => writtenBy(sample, flags));

/** What is written today, and the samples that read each row on the way: to the others its value is nothing. */
function writtenAndReaders(): { today: string[]; readers: Map<DefaultRow<any>, Set<number>> } {
  const readers = new Map(ROWS.map(([, row]) => [row, new Set<number>()]));
  let reading = -1;
  for (const [row, samples] of readers) {
    const { value } = row;
    Object.defineProperty(row, 'value', {
      configurable: true, enumerable: true, get: () => {
        samples.add(reading);
        return value;
      },
    });
  }
  const texts = SAMPLES.map((sample, index) => {
    reading = index;
    return writtenBy(sample);
  });
  for (const row of readers.keys()) {
    Object.defineProperty(row, 'value', { configurable: true, enumerable: true, writable: true, value: row.value });
  }
  return { today: texts, readers };
}

const { today, readers } = writtenAndReaders();

/** Whether one of the samples that read a row says something of what it writes: as few of them are made as that takes. */
const isAnyWritten = (
  row: DefaultRow<any>, says: (text: string, today: string) => boolean, flags?: { [flag: string]: boolean },
): boolean => [...readers.get(row) ?? []].some(index => says(writtenBy(SAMPLES[index], flags), today[index]));
const isOther = (text: string, before: string): boolean => text !== before;

/** Puts each row behind the flag, with another value. */
function withFlag<T>(rows: ReadonlyArray<[
  name: string, row: DefaultRow<any>,
]>, value: (name: string, row: DefaultRow<any>) => unknown, act: () => T): T {
  const flags = FEATURE_FLAGS as { [name: string]: FeatureFlag };
  const before = rows.map(([, { flagged }]) => flagged);
  flags[FLAG] = { since: '1.1.0', changes: 'A test.', default: false };
  rows.forEach(([name, row]) => Object.assign(row, { flagged: { flag: FLAG as FlagName, value: value(name, row) } }));
  try {
    return act();
  } finally {
    delete flags[FLAG];
    rows.forEach(([, row], index) => {
      if (before[index] === undefined) {
        delete (row as { flagged?: unknown }).flagged;
      } else {Object.assign(row, { flagged: before[index] });}
    });
  }
}

test('the samples can be written', () => {
  expect(today.filter(text => !text.startsWith('[{'))).toEqual([]);
});

const flaggable = ROWS.filter(([name]) => !FIXED.includes(name) && !ALONE.includes(name));

test.each(flaggable)('%s: a flag changes what is written', (name, row) => {
  expect(withFlag([[name, row]], otherValue, () => isAnyWritten(row, isOther, { [FLAG]: true }))).toBe(true);
});

test('with all of them behind a flag nothing changes without it', () => {
  withFlag(flaggable, otherValue, () => {
    expect(written({ [FLAG]: false })).toEqual(today);
    expect(written()).toEqual(today);
  });
});

test.each(ROWS.filter(([name]) => FIXED.includes(name)))('%s is read where no cluster is known: a value changes what is written, a flag '
  + 'fails', (name, row) => {
  const before = row.value;
  Object.assign(row, { value: otherValue(name, row) });
  try {
    expect(isAnyWritten(row, isOther)).toBe(true);
  } finally {
    Object.assign(row, { value: before });
  }
  const fails = (text: string) => text.includes(`is behind the flag ${FLAG}, and is read where no cluster is known`);
  expect(withFlag([[name, row]], () => before, () => isAnyWritten(row, fails, { [FLAG]: true }))).toBe(true);
});

test.each(ROWS)('%s says what it is, why, from where, and how to change it', (_, row) => {
  expect(row.shown(row.value)).not.toMatch(/undefined|\[object|^$/);
  for (const text of [row.about, row.reason, row.source, row.change]) {expect(text).toMatch(/\S/);}
});

test('every file of defaults of src is in the tables that the page is made from', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(file => basename(file) === 'defaults.ts');
  const listed = new Set(ROWS.map(([, row]) => row));
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const tablesIn = (file: string): object[] => Object.values(require(join(SRC, file)) as object);
  expect(files.length).toBeGreaterThan(3);
  expect(files.filter(file => tablesIn(file).flatMap(table => Object.values(table)).some(row => !listed.has(row)))).toEqual([]);
});

test('no released default is behind a flag yet', () => {
  expect(ROWS.filter(([, row]) => row.flagged !== undefined)).toEqual([]);
});
