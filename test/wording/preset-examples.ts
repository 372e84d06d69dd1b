import { Chart, Size } from 'cdk8s';
import type { ErrorExample } from './core-examples';
import {
  CiliumIpam, CloudIdentity, Cni, CniInstallStep, CniPlugin, CniPluginProps, CsiController, CsiDriver, CsiNodePlugin, CsiStorageClass,
  CsiVolumeParameters, CsiWindowsNodePlugin, CustomResourceMetrics, DevicePlugin, DevicePluginDriver, Dns, Exporter, FluentBitParser,
  HostNamespace, KubeProxy, KubeStateMetrics, KubeStateMetricsProps, KubeStateResources, KubeStateSharding, LogAgent, LogAgentProps,
  LogCollector, LogCondition, LogDestination, LogInput, LogState, LogValue, MetricsExporter, MetricsExporterProps, MetricsProtection,
  NameFilter, NodeCollectors, NodeCoverage, NodeFeatureDiscovery, NodeProblemMonitor, NvidiaSharing, Rollout,
} from '../../src';
import { KubeletLayout } from '../../src/storage/private/kubelet-layout';

const WHY = 'what the example needs';
const IMAGE = 'example.com/program:1.0.0';
const LOKI = { url: 'https://loki.example.com' };

const logs = (props: Partial<LogAgentProps>) => (chart: Chart) => {
  new LogAgent(chart, 'logs', { destinations: [LogDestination.loki(LOKI)], ...props });
};
const metrics = (props: MetricsExporterProps) => (chart: Chart) => {
  new MetricsExporter(chart, 'metrics', props);
};
const state = (props: KubeStateMetricsProps) => (chart: Chart) => {
  new KubeStateMetrics(chart, 'state', props);
};
const network = (props: Partial<CniPluginProps>) => (chart: Chart) => {
  new CniPlugin(chart, 'network', { network: Cni.flannel(), apiServer: { host: 'api.example.com' }, ...props });
};
const withoutImageOf = { name: 'block.csi.example.com', image: IMAGE };

/** Errors of presets: logs, metrics, network, devices, services and storage. */
export const PRESET_EXAMPLES = {
  'collector-without-access': metrics({
    exporter: Exporter.nodeExporter({ collectors: NodeCollectors.standard({ enabled: ['slabinfo'] }) }),
  }),
  'conflicting-flags': () => NodeCollectors.upstream({ enabled: ['zfs'], disabled: ['zfs'] }),
  'csi-controller-unknown': chart => new CsiController(chart, 'controller', { driver: CsiDriver.of(withoutImageOf) }),
  'csi-driver-not-for-windows': chart => new CsiWindowsNodePlugin(chart, 'windows', { driver: CsiDriver.of(withoutImageOf) }),
  'dns-before-network': network({ dns: Dns.cluster() }),
  'duplicate-log-name': logs({ destinations: [LogDestination.loki(LOKI), LogDestination.loki({ url: 'https://other.example.com' })] }),
  'duplicate-series': state({ specOverrides: { replicas: 2 } }),
  'empty-kube-state-resources': () => KubeStateResources.only([]),
  'exceeded-disk-budget': logs({
    state: LogState.onNode({ diskBudget: Size.gibibytes(1) }),
    destinations: [LogDestination.loki({ ...LOKI, bufferLimit: Size.gibibytes(2) })],
  }),
  'flag-too-new': metrics({ exporter: Exporter.nodeExporter({ version: '1.10.2', diskDevices: NameFilter.only(['sd.*']) }) }),
  'invalid-api-server': chart => new KubeProxy(chart, 'kube-proxy', { apiServer: { host: 'https://api.example.com' } }),
  'invalid-cidr': () => CiliumIpam.clusterPool({ ranges: ['fd00::/104'] }),
  'invalid-cloud-identity': () => CloudIdentity.awsRole('111122223333'),
  'invalid-cni-configuration': () => CniInstallStep.writeKubeconfig('kubeconfig', IMAGE, 'own.conf'),
  'invalid-collector-config': () => FluentBitParser.json('j', { timeField: 'ts' }),
  'invalid-counter': () => Exporter.dcgm({ counters: [{ field: 'DCGM_FI_PROF_SM_ACTIVE' }] }),
  'invalid-csi-driver': () => CsiDriver.nfs({ mountPermissions: -1 }),
  'invalid-custom-resource-metric': () => CustomResourceMetrics.of({
    group: 'cert-manager.io', version: 'v1', kind: 'Certificate', plural: 'certificates', metrics: [],
  }),
  'invalid-destination': () => LogDestination.loki({ ...LOKI, tenantFrom: LogValue.text('a') }),
  'invalid-device-plugin': () => NvidiaSharing.timeSlicing({ 'nvidia.com/gpu': 1 }),
  'invalid-feature-discovery': chart => new NodeFeatureDiscovery(chart, 'features', { pciDeviceClasses: ['030'] }),
  'invalid-label-selection': state({ labelMetrics: { pod: ['a'] } }),
  'invalid-log-filter': () => LogCondition.allOf(),
  'invalid-log-text': () => LogValue.field(),
  'invalid-network-option': () => Cni.cilium({ extraConfig: { 'enable-endpoint-route': 'true' } }),
  'invalid-node-monitor': () => NodeProblemMonitor.plugin('a', { script: 'exit 1', reason: 'A' }),
  'invalid-pattern': () => NameFilter.excluding(['a(?!b)']),
  'invalid-process-group': () => Exporter.process({ groups: [{ commands: ['systemd-networkd-wait'] }] }),
  'invalid-protection': metrics({ exporter: Exporter.windows(), protection: MetricsProtection.kubeRbacProxy() }),
  'invalid-sharding': () => KubeStateSharding.fixed(1),
  'invalid-storage-class': chart => new CsiStorageClass(chart, 'disks', {
    driver: CsiDriver.gcePersistentDisk(), parameters: CsiVolumeParameters.gcePersistentDisk({ labels: { A: 'b' } }),
  }),
  'literal-credential': () => LogDestination.loki({ url: 'https://user:password@loki.example.com' }),
  'log-loop': logs({ destinations: [LogDestination.stdout()], inputs: [LogInput.containers({ includeOwnLogs: true })] }),
  'missing-api-server': chart => new CniPlugin(chart, 'cilium', { network: Cni.cilium({ kubeProxyReplacement: true }) }),
  'missing-bootstrap-toleration': network({ podOverrides: { tolerations: [] } }),
  'missing-health-port': chart => new CsiNodePlugin(chart, 'ebs', {
    driver: CsiDriver.awsEbs(), hostNamespaces: [HostNamespace.network(WHY)],
  }),
  'missing-log-destination': logs({ destinations: [] }),
  'node-condition-conflict': () => NodeProblemMonitor.plugin('a', {
    script: '/config/check.sh', reason: 'A', condition: { type: 'Ready', healthyReason: 'A' },
  }),
  'privileged-with-capabilities': network({
    overrides: { securityContext: { privileged: true, capabilities: { add: ['NET_ADMIN'] } } },
  }),
  'rollout-cannot-finish': chart => new DevicePlugin(chart, 'gpu', {
    plugin: DevicePluginDriver.nvidia(), rollout: Rollout.surgeCount(1),
  }),
  'shared-log-stream': logs({
    collector: LogCollector.fluentBit({ configOverrides: { loki: { Labels: 'job=x' } } }), inputs: [LogInput.journal()],
  }),
  'socket-path-too-long': () => new KubeletLayout('/var/lib/kubelet', 'short', 'p'.repeat(74)),
  'undefined-config-variable': logs({
    collector: LogCollector.vector({ configOverrides: { loki: { tenant_id: '${TENANT}' } } }),
  }),
  'undefined-parser': logs({ collector: LogCollector.fluentBit({ configOverrides: { containers: { parser: 'nginx' } } }) }),
  'unknown-collector': () => NodeCollectors.standard({ enabled: ['sytemd'] }),
  'unknown-csi-driver-version': () => CsiDriver.mountpointS3({ version: '1.15.0' }),
  'unknown-exporter-version': () => Exporter.windows({ version: '0.30.8' }),
  'unknown-flag': metrics({ args: ['--colector.btrfs'] }),
  'unknown-network-version': () => Cni.calico({ version: '3.30.1' }),
  'unmatched-log-route': logs({ destinations: [LogDestination.loki({ ...LOKI, inputs: ['audit'] })] }),
  'unsupported-by-collector': logs({ nodes: NodeCoverage.windows(), inputs: [LogInput.journal()] }),
  'unsupported-nodes': network({ nodes: NodeCoverage.windows() }),
} satisfies { readonly [code: string]: ErrorExample };
