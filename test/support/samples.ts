import { Chart } from 'cdk8s';
import {
  AgentFile, AgentNamespace, ApiGrant, CiliumEnvoy, ClusterAgent, Cni, CniPlugin, CsiController, CsiDriver, CsiNodePlugin, CsiSidecar,
  CsiStorageClass, CsiVolumeParameters, CsiWindowsNodePlugin, DestinationAuth, DevicePlugin, DevicePluginDriver, Exporter,
  GpuFeatureDiscovery, HostNamespace, HostPath, KubeProxy, KubeStateMetrics, KubeStateSharding, KubeVip, LogAgent, LogCollector,
  LogDestination, LogFileAccess, LogInput, LogMetadata, LogValue, MetalLb, MetricsExporter, MetricsProtection, MultilineLogs,
  Multus, NodeAgent, NodeCoverage, NodeFeatureDiscovery, NodeLocalDns, NodePlatform, NodePool, NodeProblemDetector, NodeProblemMonitor,
  NodeTuning, NvidiaSharing, Port, Priority, PrometheusMonitor, SecretKey, Sysctl, TargetCluster, StateDirectory,
} from '../../src';

/** Agents that between them write every default. */
export const SAMPLES: Array<(chart: Chart) => void> = [
  chart => {
    const http = Port.container('http', 8080);
    new AgentNamespace(chart, 'namespace', { name: 'empty' });
    new NodeAgent(chart, 'agent', {
      image: 'example.com/agent:1.0.0', ports: [http], files: [AgentFile.text('/etc/agent/agent.yaml', 'a: b')],
      hostPaths: [HostPath.readOnly('/some/path')], features: [StateDirectory.ownedBy('/other/path', 65534)],
      monitors: [PrometheusMonitor.podMonitor(http)], grants: [ApiGrant.readPods()],
      hostNamespaces: [HostNamespace.network('looks at the network of the node')],
    });
  },
  chart => new LogAgent(chart, 'logs-windows', { nodes: NodeCoverage.windows(), destinations: [LogDestination.stdout()] }),
  chart => new NodeAgent(chart, 'pools', {
    image: 'example.com/agent:1.0.0',
    pools: [NodePool.canary('canary', { nodes: NodeCoverage.labelled({ canary: 'true' }) }), NodePool.rest()],
  }),
  chart => new NodeAgent(chart, 'containers', {
    image: 'example.com/agent:1.0.0', initContainers: [{ name: 'init', image: 'example.com/init:1.0.0' }],
  }),
  chart => new NodeAgent(chart, 'windows', { image: 'example.com/agent:1.0.0', nodes: NodeCoverage.windows() }),
  chart => new LogAgent(chart, 'logs', {
    destinations: [
      LogDestination.loki({ url: 'https://loki.example.com' }), LogDestination.http({ url: 'https://http.example.com' }),
      LogDestination.otlpHttp({ url: 'https://otlp.example.com' }), LogDestination.elasticsearch({ url: 'https://es.example.com' }),
      LogDestination.openSearch({ url: 'https://os.example.com', auth: DestinationAuth.aws('eu-west-1') }),
    ],
    inputs: [LogInput.containers(), LogInput.journal(), LogInput.files('files', ['/var/log/a.log'])],
  }),
  chart => new LogAgent(chart, 'logs', {
    destinations: [LogDestination.stdout()], metadata: LogMetadata.none(), access: LogFileAccess.nonRoot(1000),
  }),
  chart => new LogAgent(chart, 'logs', {
    destinations: [LogDestination.loki({ url: 'https://loki.example.com', labels: { app: LogValue.podLabel('app') } })],
  }),
  chart => new LogAgent(chart, 'logs', {
    destinations: [
      LogDestination.s3({ bucket: 'logs', auth: DestinationAuth.aws('eu-west-1') }),
      LogDestination.splunkHec({ url: 'https://splunk.example.com', token: SecretKey.of('s', 'k') }),
      LogDestination.datadog({ apiKey: SecretKey.of('s', 'k') }), LogDestination.syslog({ url: 'tcp://syslog.example.com' }),
      LogDestination.file({ path: '/srv/logs/all.log' }),
    ],
  }),
  chart => new LogAgent(chart, 'logs', {
    collector: LogCollector.vector(), destinations: [LogDestination.loki({ url: 'https://loki.example.com' })],
  }),
  chart => new LogAgent(chart, 'logs', {
    collector: LogCollector.openTelemetryCollector(),
    destinations: [
      LogDestination.elasticsearch({ url: 'https://es.example.com' }),
      LogDestination.s3({ bucket: 'logs', auth: DestinationAuth.aws('eu-west-1') }),
    ],
    inputs: [LogInput.containers({ multiline: [MultilineLogs.java()] })],
  }),
  chart => new MetricsExporter(chart, 'metrics'),
  chart => new MetricsExporter(chart, 'windows', { exporter: Exporter.windows() }),
  chart => new MetricsExporter(chart, 'dcgm', { exporter: Exporter.dcgm() }),
  chart => new MetricsExporter(chart, 'process', { exporter: Exporter.process() }),
  chart => new MetricsExporter(chart, 'smartctl', { exporter: Exporter.smartctl() }),
  chart => new MetricsExporter(chart, 'systemd', { exporter: Exporter.systemd() }),
  chart => new MetricsExporter(chart, 'metrics', { protection: MetricsProtection.kubeRbacProxy() }),
  chart => new MetricsExporter(chart, 'metrics', { protection: MetricsProtection.webConfig('web') }),
  chart => new ClusterAgent(chart, 'controller', { image: 'example.com/controller:1.0.0' }),
  chart => new KubeStateMetrics(chart, 'state', { sharding: KubeStateSharding.perNode() }),
  chart => new CniPlugin(chart, 'flannel', { network: Cni.flannel(), apiServer: { host: 'api.example.com' } }),
  chart => new CniPlugin(chart, 'calico', { network: Cni.calico({ typhaReplicas: 3 }) }),
  chart => new CniPlugin(chart, 'policies', { network: Cni.calicoPolicyOnly() }),
  chart => new CniPlugin(chart, 'cilium', { network: Cni.cilium({ envoy: CiliumEnvoy.daemonSet() }) }),
  chart => new KubeProxy(chart, 'kube-proxy', { apiServer: { host: 'api.example.com' } }),
  chart => new Multus(chart, 'multus'),
  chart => new MetalLb(chart, 'metallb'),
  chart => new KubeVip(chart, 'kube-vip', { address: '192.0.2.10', announceServices: true }),
  chart => new NodeLocalDns(chart, 'node-local-dns'),
  chart => new CsiNodePlugin(chart, 'nfs', { driver: CsiDriver.nfs() }),
  chart => new CsiNodePlugin(chart, 'own', { driver: CsiDriver.of({ name: 'own.example.com', image: 'example.com/csi:1.0.0' }) }),
  chart => {
    TargetCluster.configure(chart, { platform: NodePlatform.openShift() });
    new NodeAgent(chart, 'agent', { image: 'example.com/agent:1.0.0', hostPaths: [HostPath.readOnly('/some/path')] });
  },
  chart => {
    TargetCluster.configure(chart, { platform: NodePlatform.gke() });
    new NodeAgent(chart, 'agent', { image: 'example.com/agent:1.0.0', priority: Priority.systemNodeCritical() });
  },
  chart => {
    TargetCluster.configure(chart, { platform: NodePlatform.gkeAutopilot() });
    new LogAgent(chart, 'logs', { destinations: [LogDestination.stdout()] });
  },
  chart => new CsiNodePlugin(chart, 'mortal', {
    driver: CsiDriver.of({ name: 'own.example.com', image: 'example.com/csi:1.0.0', mountsDieWithPod: true }),
  }),
  chart => new NodeProblemDetector(chart, 'problems', {}),
  chart => new NodeProblemDetector(chart, 'problems', {
    problemMonitors: [NodeProblemMonitor.kubeletHealth(), NodeProblemMonitor.containerRuntimeHealth(), NodeProblemMonitor.systemStats()],
  }),
  chart => new NodeProblemDetector(chart, 'problems', { problemMonitors: [NodeProblemMonitor.kubeProxyHealth()] }),
  chart => new NodeTuning(chart, 'tuning', { sysctls: [Sysctl.maxMapCount(262144)] }),
  chart => new DevicePlugin(chart, 'nvidia', {
    plugin: DevicePluginDriver.nvidia({
      featureDiscovery: GpuFeatureDiscovery.nodeFeatures(), sharing: NvidiaSharing.timeSlicing({ 'nvidia.com/gpu': 2 }),
    }),
  }),
  chart => new DevicePlugin(chart, 'amd', { plugin: DevicePluginDriver.amd() }),
  chart => new DevicePlugin(chart, 'intel', { plugin: DevicePluginDriver.intelGpu() }),
  chart => new CsiController(chart, 'nfs-controller', { driver: CsiDriver.nfs() }),
  chart => new CsiController(chart, 'controller', {
    driver: CsiDriver.of({
      name: 'own.example.com', image: 'example.com/csi:1.0.0', controller: { resizer: CsiSidecar.of(), snapshotter: CsiSidecar.of() },
    }),
  }),
  chart => new CsiWindowsNodePlugin(chart, 'windows', {
    driver: CsiDriver.of({ name: 'own.example.com', image: 'example.com/csi:1.0.0', windows: {} }),
  }),
  chart => new NodeFeatureDiscovery(chart, 'features'),
  ...[(options: any) => CsiDriver.awsEbs(options), (options: any) => CsiDriver.awsEfs(options),
    (options: any) => CsiDriver.cephRbd(options),
    (options: any) => CsiDriver.cephFs(options)].flatMap((factory): Array<(chart: Chart) => void> => [
    chart => new CsiNodePlugin(chart, 'node', { driver: factory({ metrics: true }) }),
    chart => new CsiController(chart, 'controller', { driver: factory({ metrics: true }) }),
  ]),
  chart => new CsiNodePlugin(chart, 's3', { driver: CsiDriver.mountpointS3() }),
  chart => new CsiController(chart, 's3-controller', { driver: CsiDriver.mountpointS3() }),
  chart => new CsiWindowsNodePlugin(chart, 'ebs-windows', { driver: CsiDriver.awsEbs() }),
  chart => new CsiNodePlugin(chart, 'secrets', { driver: CsiDriver.secretsStore({ awsProvider: {} }) }),
  chart => new CsiStorageClass(chart, 'shared', {
    driver: CsiDriver.awsEfs(), parameters: CsiVolumeParameters.awsEfs({ fileSystemId: 'fs-0123456789abcdef0' }),
  }),
  ...[
    () => CsiDriver.azureDisk({ metrics: true }), () => CsiDriver.azureFile({ metrics: true }), () => CsiDriver.smb({ metrics: true }),
    () => CsiDriver.gcePersistentDisk({ removesStartupTaint: true }),
  ].flatMap((make): Array<(chart: Chart) => void> => [
    chart => new CsiNodePlugin(chart, 'node', { driver: make() }), chart => new CsiController(chart, 'controller', { driver: make() }),
  ]),
  ...[() => CsiDriver.azureDisk(), () => CsiDriver.azureFile(), () => CsiDriver.smb()].map(make => (chart: Chart) => {
    new CsiWindowsNodePlugin(chart, 'windows-plugin', { driver: make() });
  }),
  chart => new CsiNodePlugin(chart, 'scratch', { driver: CsiDriver.hostPath() }),
];
