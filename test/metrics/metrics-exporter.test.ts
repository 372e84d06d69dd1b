import {
  AgentFile, AgentPlan, AgentService, Capability, ContainerSecurity, Exporter, HostNamespace, IAgentFeature, MetricsExporter,
  MetricsExporterProps, MountPropagation, NameFilter, NodeAgent, NodeCollectors, NodeCoverage, Port, Priority, Probe, Resources, Rollout,
  TargetCluster, VirtualNodes,
} from '../../src';
import { errorsOf, expectGolden, objectOf, testChart } from '../support/golden';
import { refusal } from '../support/refusal';
import { reading } from '../support/refused';

function specOf(props: MetricsExporterProps): any {
  const chart = testChart();
  new MetricsExporter(chart, 'metrics', props);
  return objectOf(chart, 'DaemonSet').spec;
}

const containerOf = (props: MetricsExporterProps) => specOf(props).template.spec.containers[0];
const withNode = (options: Parameters<typeof Exporter.nodeExporter>[0]) => ({ exporter: Exporter.nodeExporter(options) });

test('one line makes an exporter that a Kubernetes expert would defend', () => {
  const chart = testChart('metrics', 'monitoring');
  new MetricsExporter(chart, 'metrics');
  expectGolden('metrics', chart);
});

test('it is a node agent like any other', () => {
  const exporter = new MetricsExporter(testChart(), 'metrics');
  expect(exporter).toBeInstanceOf(NodeAgent);
  expect(exporter.selectorLabels).toEqual({ 'cdk8s-node-agents/agent': 'metrics' });
  expect(exporter.exporter.image).toBe('quay.io/prometheus/node-exporter:v1.12.1');
  expect(exporter.privileges.map(privilege => privilege.reason)).toContain(
    'the kernel shows network devices, sockets and ARP tables of the own network namespace only');
});

test('every default can be switched off', () => {
  const chart = testChart();
  new MetricsExporter(chart, 'metrics', {
    ...withNode({
      hostNetwork: false,
      hostRoot: false,
      mountPropagation: MountPropagation.NONE,
      collectors: NodeCollectors.upstream(),
      networkDevices: NameFilter.exporterDefault(),
    }),
    nodes: NodeCoverage.exactly({}),
    rollout: Rollout.clusterDefault(),
    priority: Priority.none(),
    services: [],
    listenOnEveryAddress: true,
    resources: Resources.none(),
    securityContext: ContainerSecurity.none(),
    livenessProbe: Probe.none(),
    readinessProbe: Probe.none(),
  });
  const [daemonSet, ...others] = chart.toJson();
  expect(others).toEqual([]);
  expect(Object.keys(daemonSet.spec)).toEqual(['selector', 'template']);
  expect(
    Object.keys(daemonSet.spec.template.spec).sort(),
  ).toEqual(['automountServiceAccountToken', 'containers', 'securityContext', 'serviceAccountName', 'volumes']);
  const [container] = daemonSet.spec.template.spec.containers;
  expect(Object.keys(container).sort()).toEqual(['args', 'image', 'name', 'ports', 'volumeMounts']);
  expect(container.args).toEqual([
    '--collector.filesystem.mount-points-exclude=^(/dev|/proc|/sys|/run/(containerd|credentials|crio|docker|k3s/containerd|netns|user)/.+'
    + '|/var/lib/(containerd|containers/storage|docker)/.+|/var/lib/kubelet/.+)($|/)',
    '--path.procfs=/host/proc',
    '--path.sysfs=/host/sys',
    '--web.listen-address=:9100',
  ]);
});

test('one port drives arguments, container, Service and probes', () => {
  const chart = testChart();
  const exporter = new MetricsExporter(chart, 'metrics', { port: 9200 });
  const [container] = objectOf(chart, 'DaemonSet').spec.template.spec.containers;
  expect(container.args).toContain('--web.listen-address=[$(POD_IP)]:9200');
  expect(container.ports).toEqual([{ name: 'http-metrics', containerPort: 9200, protocol: 'TCP' }]);
  expect(container.readinessProbe.httpGet).toEqual({ path: '/', port: 'http-metrics' });
  expect(objectOf(chart, 'Service').spec.ports[0]).toMatchObject({ port: 9200, targetPort: 'http-metrics' });
  expect(exporter.metricsPort.containerPort).toBe(9200);
});

test('it watches nodes of EKS Auto Mode and Hybrid Nodes, unless the coverage says otherwise', () => {
  const expressions = (props: MetricsExporterProps) =>
    specOf(
      props,
    ).template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0];
  expect(expressions({}).values).toEqual(['fargate']);
  expect(
    expressions({ nodes: NodeCoverage.linux({ virtualNodes: VirtualNodes.excluded({ eksAutoMode: true, eksHybridNodes: true }) }) }).values,
  ).toEqual(['auto', 'fargate', 'hybrid']);
});

test('process ids of the host are shared only with a reason, and beside the host network', () => {
  const pod = specOf({
    hostNamespaces: [HostNamespace.pid('an auditor compares process ids'), HostNamespace.network('said once more here')],
  }).template.spec;
  expect([pod.hostNetwork, pod.hostPID]).toEqual([true, true]);
  expect(specOf({}).template.spec).not.toHaveProperty('hostPID');
});

test('without the root of the host only /proc and /sys are mounted', () => {
  const container = containerOf(withNode({ hostRoot: false }));
  expect(container.volumeMounts).toEqual([
    { name: 'proc', mountPath: '/host/proc', readOnly: true },
    { name: 'sys', mountPath: '/host/sys', readOnly: true, mountPropagation: 'HostToContainer' },
  ]);
  expect(container.args).toEqual(expect.arrayContaining(['--path.procfs=/host/proc', '--no-collector.filesystem', '--no-collector.os']));
  expect(container.args.join(' ')).not.toContain('path.rootfs');
});

test('the kubelet of k0s is left out of the mount points', () => {
  const chart = testChart();
  TargetCluster.configure(chart, { kubeletDirectory: '/var/lib/k0s/kubelet' });
  new MetricsExporter(chart, 'metrics');
  const [container] = objectOf(chart, 'DaemonSet').spec.template.spec.containers;
  expect(container.args.join(' ')).toContain('|/var/lib/k0s/kubelet/.+)($|/)');
});

test('a directory of text files is made where it is missing, and only read', () => {
  const pod = specOf(withNode({ textfileDirectory: '/var/lib/node-exporter' })).template.spec;
  expect(pod.containers[0].args).toContain('--collector.textfile.directory=/var/lib/node-exporter');
  expect(
    pod.containers[0].volumeMounts,
  ).toContainEqual({ name: 'var-lib-node-exporter', mountPath: '/var/lib/node-exporter', readOnly: true });
  expect(pod.volumes).toContainEqual({
    name: 'var-lib-node-exporter', hostPath: { path: '/var/lib/node-exporter', type: 'DirectoryOrCreate' },
  });
});

test('systemd is asked through the bus of the host', () => {
  const collectors = NodeCollectors.standard({ enabled: ['systemd'] });
  expect(
    containerOf(withNode({ collectors })).env,
  ).toContainEqual({ name: 'DBUS_SYSTEM_BUS_ADDRESS', value: 'unix:path=/host/root/run/dbus/system_bus_socket' });
  const alone = containerOf(withNode({ collectors, hostRoot: false }));
  expect(alone.env).toContainEqual({ name: 'DBUS_SYSTEM_BUS_ADDRESS', value: 'unix:path=/run/dbus/system_bus_socket' });
  expect(alone.volumeMounts).toContainEqual({ name: 'run-dbus', mountPath: '/run/dbus', readOnly: true });
});

test('root reads what only root may read', () => {
  const security = ContainerSecurity.root('reads slab statistics of the kernel', {
    capabilities: [Capability.add('PERFMON', 'counts events of the processor')],
  });
  const container = containerOf({
    securityContext: security, ...withNode({ collectors: NodeCollectors.standard({ enabled: ['perf', 'slabinfo'] }) }),
  });
  expect(container.args).toEqual(expect.arrayContaining(['--collector.perf', '--collector.slabinfo']));
  expect(container.args).not.toContain('--no-collector.rapl');
});

test('arguments are laid over the defaults by the names of their flags', () => {
  const { args } = containerOf({ args: ['--collector.btrfs', '--web.max-requests', '5', '--collector.netdev.device-include=eth.*'] });
  expect(args).toEqual(expect.arrayContaining(['--collector.btrfs', '--web.max-requests=5', '--collector.netdev.device-include=eth.*']));
  expect(args.filter((arg: string) => /btrfs|netdev/.test(arg))).toHaveLength(2);
});

test('the release decides the image, and an image the release', () => {
  expect(containerOf(withNode({ version: '1.9.1' })).image).toBe('quay.io/prometheus/node-exporter:v1.9.1');
  expect(containerOf(withNode({ version: 'v1.9.1' })).image).toBe('quay.io/prometheus/node-exporter:v1.9.1');
  expect(containerOf(withNode({ image: 'example.com/ne:1.9.1-r2' })).args.join(' ')).toContain('fs-types-exclude');
  const digest = `example.com/ne@sha256:${'0'.repeat(64)}`;
  expect(containerOf(withNode({ image: digest, version: '1.12.1' })).image).toBe(digest);
});

test('a Service of your own takes the place of the headless one', () => {
  const chart = testChart();
  new MetricsExporter(chart, 'metrics', { services: [AgentService.clusterIp([Port.container('http-metrics', 9100)])] });
  expect(chart.toJson().filter((object: any) => object.kind === 'Service').map((service: any) => service.spec.clusterIP)).toEqual([
    undefined,
  ]);
});

test('the container has an escape hatch, and features contribute to it', () => {
  class Certificates implements IAgentFeature {
    public contribute(plan: AgentPlan): void {
      plan.container.addFiles(AgentFile.text('/etc/more/a.txt', 'a\n'));
    }
  }
  const container = containerOf({ overrides: { terminationMessagePolicy: 'FallbackToLogsOnError' }, features: [new Certificates()] });
  expect(container.terminationMessagePolicy).toBe('FallbackToLogsOnError');
  expect(container.volumeMounts).toContainEqual({ name: 'files-etc-more', mountPath: '/etc/more', readOnly: true });
});

test.each<[string, MetricsExporterProps, any[]]>([
  ['an unknown flag', { args: ['--colector.btrfs'] },
    [refusal('unknown-flag', { given: "'--colector.btrfs'", names: ['node_exporter', '--colector.btrfs'] })]],
  ['a collector that is newer than the image', withNode({ version: '1.9.1', collectors: NodeCollectors.standard({ enabled: ['swap'] }) }),
    [refusal('flag-too-new', {
      given: 'node_exporter 1.9', allowed: '1.10 or newer', names: ['--collector.swap', 'node_exporter', '1.10'],
    })]],
  ['a filter that is newer than the image', withNode({ version: '1.10.2', diskDevices: NameFilter.only(['sd.*']) }),
    [refusal('flag-too-new', {
      given: 'node_exporter 1.10', allowed: '1.11 or newer', names: ['--collector.diskstats.device-include', 'node_exporter', '1.11'],
    })]],
  ['a collector that only root can run', withNode({ collectors: NodeCollectors.standard({ enabled: ['slabinfo'] }) }),
    [refusal('collector-without-access', { given: 'user 65534', names: ['0', '/proc/slabinfo'] })]],
  ['all at once', { args: ['--web.listen-address=:1', '--log.level'] }, [
    refusal('conflicting-flags', { given: "':1'", names: ['--web.listen-address', 'node_exporter'] }),
    refusal('unknown-flag', { given: "'--log.level'", allowed: '--log.level=value', names: ['--log.level', 'node_exporter'] }),
  ]],
])('fails at synth for %s', (_, props, messages) => {
  const chart = testChart();
  new MetricsExporter(chart, 'metrics', props);
  expect(errorsOf(chart)).toEqual(messages.map(message => message.of('test/metrics')));
});

test('fails at synth for a flag that is appended a second time', () => {
  const chart = testChart();
  const exporter = new MetricsExporter(chart, 'metrics');
  exporter.container.addArgs('--collector.btrfs', '--log.level=debug', '--collector.sysctl.include=a', '--collector.sysctl.include=b');
  expect(errorsOf(chart)).toEqual([
    refusal('conflicting-flags', { at: 'test/metrics', names: ['--collector.btrfs'] }),
  ]);
});

test('fails for two exporters on the same port of the same nodes', () => {
  const chart = testChart();
  new MetricsExporter(chart, 'one');
  new MetricsExporter(chart, 'two');
  expect(errorsOf(chart)).toEqual([expect.stringMatching(/^\[test\/two\] host-port-conflict: .*9100/)]);
});

test.each<[string, () => unknown, string]>([
  ['an image without a release', () => Exporter.nodeExporter({ image: 'example.com/ne:main' }),
    refusal('unknown-exporter-version', { given: "'example.com/ne:main'", names: ['node_exporter', '1.12.1'] })],
  ['a release of long ago', () => Exporter.nodeExporter({ version: '1.3.1' }),
    refusal('unknown-exporter-version', { given: "'1.3.1'", names: ['node_exporter', '1.5', '1.12'] })],
  ['a release without its patch', () => Exporter.nodeExporter({ version: '1.12' }),
    refusal('unknown-exporter-version', { given: "'1.12'", names: ['node_exporter', '1.12.1'] })],
  [
    'an image that changes', () => Exporter.nodeExporter({ image: 'example.com/ne', version: '1.12.1' }),
    refusal('mutable-image', { given: "'example.com/ne'" }),
  ],
  ['a relative directory', () => new MetricsExporter(testChart(), 'metrics', withNode({ textfileDirectory: 'var/lib' })), 'invalid-path: '],
])('fails at once for %s', (_, make, message) => {
  expect(reading(make)).toThrow(message);
});

test('an error of its own says where it stands', () => {
  expect(reading(() => new MetricsExporter(testChart(), 'metrics', withNode({ textfileDirectory: 'var/lib' })))).toThrow('test/metrics');
});
