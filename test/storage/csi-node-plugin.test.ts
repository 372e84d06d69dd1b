import { App, Chart, Duration } from 'cdk8s';
import {
  AgentIdentity, CsiDriver, CsiDriverObject, CsiDriverOptions, CsiHostAccess, CsiLiveness, CsiMounts, CsiNodePlugin, CsiNodePluginProps,
  CsiSeLinux,
  EnvValue, FsGroupPolicy, HostNamespace, KubernetesVersion, LifecycleHook, NodeCoverage, Port, Priority, Resources, Rollout, TargetCluster,
  Toleration,
} from '../../src';
import { codesOf, errorsOf, expectGolden, objectOf, testChart } from '../support/golden';
import { refusal } from '../support/refusal';
import { reading } from '../support/refused';

const LOOPBACK = HostNamespace.network('keeps the address of the client across restarts');

function driver(more: Partial<CsiDriverOptions> = {}): CsiDriver {
  return CsiDriver.of({ name: 'block.csi.example.com', image: 'images.example.com/csi-block:v1.2.3', ...more });
}

function daemonSetOf(props: CsiNodePluginProps, chart: Chart = testChart()): any {
  new CsiNodePlugin(chart, 'storage', props);
  return objectOf(chart, 'DaemonSet').spec;
}

function containersOf(props: CsiNodePluginProps): { [name: string]: any } {
  return Object.fromEntries(daemonSetOf(props).template.spec.containers.map((container: any) => [container.name, container]));
}

test('one line runs the NFS driver on every node', () => {
  const chart = testChart();
  new CsiNodePlugin(chart, 'nfs', { driver: CsiDriver.nfs() });
  expectGolden('csi-nfs', chart);
});

test('a block driver is spelled out from its own manifest', () => {
  const chart = testChart();
  TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_35, kubeletDirectory: '/var/lib/k0s/kubelet' });
  new CsiNodePlugin(chart, 'block', {
    driver: CsiDriver.of({
      name: 'block.csi.example.com',
      image: 'images.example.com/csi-block:v1.2.3',
      args: ['node', '--endpoint=$(CSI_ENDPOINT)', '--staging-path=$(KUBELET_DIRECTORY)/plugins/kubernetes.io/csi', '--v=2'],
      nodeIdVariable: 'CSI_NODE_NAME',
      mounts: CsiMounts.stagedVolumes(),
      hostAccess: [CsiHostAccess.blockDevices(), CsiHostAccess.udev()],
      ports: [Port.container('metrics', 9189)],
      preStop: LifecycleHook.exec(['/driver', 'pre-stop-hook']),
      readOnlyRootFilesystem: true,
      driverObject: {
        attachRequired: true, podInfoOnMount: false, fsGroupPolicy: FsGroupPolicy.FILE, nodeAllocatableUpdatePeriod: Duration.seconds(10),
      },
    }),
    seLinux: CsiSeLinux.processType('spc_t'),
  });
  expectGolden('csi-block', chart);
});

test('what the plugin knows can be read from it', () => {
  const plugin = new CsiNodePlugin(testChart(), 'nfs', { driver: CsiDriver.nfs(), kubeletDirectory: '/var/lib/k0s/kubelet/' });
  expect(plugin.kubeletDirectory).toBe('/var/lib/k0s/kubelet');
  expect(plugin.socketPath).toBe('/var/lib/k0s/kubelet/plugins/csi-nfsplugin/csi.sock');
  expect(plugin.driver.name).toBe('nfs.csi.k8s.io');
  expect(plugin.findObject('CSIDriver')?.name).toBe('nfs.csi.k8s.io');
  expect(plugin.privileges.map(({ name, container }) => [name, container])).toEqual([
    ['hostNetwork', undefined], ['privileged', 'csi-driver'], ['root', 'node-driver-registrar'], ['root', 'liveness-probe'],
  ]);
});

test('the kubelet directory of the target cluster is the default, and each plugin can have another one', () => {
  const chart = testChart();
  TargetCluster.configure(chart, { kubeletDirectory: '/var/lib/k0s/kubelet' });
  expect(new CsiNodePlugin(chart, 'a', { driver: driver() }).kubeletDirectory).toBe('/var/lib/k0s/kubelet');
  expect(new CsiNodePlugin(chart, 'b', { driver: driver(), kubeletDirectory: '/data/kubelet' }).kubeletDirectory).toBe('/data/kubelet');
});

test('a plugin whose nodes keep /var/lib/kubelet in a cluster that has another directory says so by itself', () => {
  const chart = testChart();
  TargetCluster.configure(chart, { kubeletDirectory: '/var/lib/k0s/kubelet', kubernetesVersion: KubernetesVersion.V1_35 });
  for (const [index, mounts] of [CsiMounts.podVolumes(), CsiMounts.stagedVolumes(), CsiMounts.kubeletDirectory()].entries()) {
    new CsiNodePlugin(chart, `csi-${index}`, {
      driver: driver({ name: `csi-${index}.example.com`, mounts }), kubeletDirectory: '/var/lib/kubelet',
    });
  }
  expect(errorsOf(chart)).toEqual([]);
});

test('it runs on every Linux node that has a kubelet, and ranks above everything else', () => {
  const { template } = daemonSetOf({ driver: driver() });
  expect(template.spec.tolerations).toEqual([{ operator: 'Exists' }]);
  expect(template.spec.nodeSelector).toEqual({ 'kubernetes.io/os': 'linux' });
  expect(template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms).toEqual([{
    matchExpressions: [
      { key: 'eks.amazonaws.com/compute-type', operator: 'NotIn', values: ['fargate'] },
      { key: 'type', operator: 'NotIn', values: ['virtual-kubelet'] },
    ],
  }]);
  expect(template.spec.priorityClassName).toBe('system-node-critical');
  expect(daemonSetOf({ driver: driver(), priority: Priority.none() }).template.spec.priorityClassName).toBeUndefined();
});

test('it is found by the name of its driver, whatever the construct is called', () => {
  expect(daemonSetOf({ driver: driver() }).selector.matchLabels).toEqual({
    'app.kubernetes.io/name': 'block.csi.example.com', 'app.kubernetes.io/instance': 'storage',
  });
  expect(daemonSetOf({ driver: driver(), identity: AgentIdentity.labels({ app: 'csi' }) }).selector.matchLabels).toEqual({ app: 'csi' });
});

test('a driver without grants has neither a service account nor a token', () => {
  const chart = testChart();
  const { template } = daemonSetOf({ driver: driver() }, chart);
  expect(template.spec.automountServiceAccountToken).toBe(false);
  expect(template.spec.serviceAccountName).toBe('default');
  expect(chart.toJson().map((object: any) => object.kind)).toEqual(['CSIDriver', 'DaemonSet']);
});

test('a tenth of the nodes is replaced at a time, and a driver whose mounts die with it only by hand', () => {
  expect(daemonSetOf({ driver: driver() }).updateStrategy).toEqual({ type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '10%' } });
  expect(daemonSetOf({ driver: driver({ mountsDieWithPod: true }) }).updateStrategy).toEqual({ type: 'OnDelete' });
  expect(daemonSetOf({ driver: driver({ mountsDieWithPod: true }), rollout: Rollout.count(1) }).updateStrategy)
    .toEqual({ type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } });
});

test('a driver that hangs is restarted, and one whose mounts die with it only reported', () => {
  const probe = {
    httpGet: { path: '/healthz', port: 9808 }, initialDelaySeconds: 30, periodSeconds: 30, timeoutSeconds: 10, failureThreshold: 5,
  };
  const restarted = containersOf({ driver: driver() })['csi-driver'];
  expect([restarted.livenessProbe, restarted.readinessProbe]).toEqual([probe, undefined]);
  const reported = containersOf({ driver: driver({ mountsDieWithPod: true }) })['csi-driver'];
  expect([reported.livenessProbe, reported.readinessProbe]).toEqual([undefined, probe]);
});

test('a new pod next to the old one is refused, because both would own one socket', () => {
  for (const rollout of [Rollout.surgePercent(10), Rollout.surgeCount(1)]) {
    expect(reading(() => daemonSetOf({ driver: driver(), rollout }))).toThrow(
      refusal('rollout-cannot-finish', { at: 'test/storage', allowed: 'Rollout.percent, Rollout.count, Rollout.onDelete' }));
  }
});

test('in a network of its own the health endpoints are on every address, IPv6 included', () => {
  const containers = containersOf({ driver: driver() });
  expect(containers['liveness-probe'].args).toContain('--http-endpoint=:9808');
  expect(containers['liveness-probe'].ports).toEqual([{ name: 'healthz', containerPort: 9808, protocol: 'TCP' }]);
  expect(containers['node-driver-registrar'].args).toContain('--http-endpoint=:9809');
  expect(containers['node-driver-registrar'].ports).toEqual([{ name: 'registrar', containerPort: 9809, protocol: 'TCP' }]);
  expect(containers['node-driver-registrar'].livenessProbe.httpGet).toEqual({ path: '/healthz', port: 9809 });
});

test('on the host network the health endpoints are on the loopback address, and no port is declared', () => {
  const containers = containersOf({ driver: driver({ hostNamespaces: [LOOPBACK], livenessPort: 29700, registrarPort: 29701 }) });
  expect(containers['liveness-probe'].args).toContain('--http-endpoint=localhost:29700');
  expect(containers['csi-driver'].livenessProbe.httpGet).toEqual({ path: '/healthz', port: 29700, host: 'localhost' });
  expect(containers['node-driver-registrar'].livenessProbe.httpGet).toEqual({ path: '/healthz', port: 29701, host: 'localhost' });
  expect(Object.values(containers).map(container => container.ports)).toEqual([undefined, undefined, undefined]);
});

test('on the host network the health endpoints need ports of their own, whoever asked for it', () => {
  const message = refusal('missing-health-port', {
    at: 'test/storage', names: ['block.csi.example.com', 'livenessPort', 'registrarPort', '1', '65535'],
  });
  expect(reading(() => daemonSetOf({ driver: driver({ hostNamespaces: [LOOPBACK] }) }))).toThrow(message);
  expect(reading(() => daemonSetOf({ driver: driver(), hostNamespaces: [LOOPBACK] }))).toThrow(message);
  expect(reading(() => daemonSetOf({
    driver: driver({ hostNamespaces: [LOOPBACK], registrarPort: 29701 }), liveness: CsiLiveness.none(),
  }))).not.toThrow();
});

test('two plugins on the host network with one port are refused, and with different ports accepted', () => {
  const both = (livenessPort: number): Chart => {
    const chart = testChart();
    new CsiNodePlugin(chart, 'nfs', { driver: CsiDriver.nfs() });
    new CsiNodePlugin(chart, 'smb', { driver: driver({ hostNamespaces: [LOOPBACK], livenessPort, registrarPort: 29641 }) });
    return chart;
  };
  expect(codesOf(both(29653))).toEqual(['[test/smb] host-port-conflict']);
  expect(errorsOf(both(29643))).toEqual([]);
});

test('two servers of one pod on one port are refused', () => {
  expect(reading(() => daemonSetOf({ driver: driver({ livenessPort: 9809 }) }))).toThrow(
    refusal('conflicting-port', { at: 'test/storage', names: ['block.csi.example.com', '9809', 'livenessPort', 'registrarPort'] }));
  expect(reading(() => daemonSetOf({ driver: driver({ ports: [Port.container('metrics', 9808)] }) }))).toThrow(
    'given: healthz and metrics: 9808;',
  );
});

test('two plugins with one socket directory are refused on nodes that they share', () => {
  const chart = testChart();
  new CsiNodePlugin(chart, 'a', { driver: driver({ pluginDirectory: 'block' }) });
  new CsiNodePlugin(chart, 'b', { driver: driver({ name: 'other.csi.example.com', pluginDirectory: 'block' }) });
  expect(codesOf(chart)).toEqual(['[test/b] host-state-conflict']);
});

test('one driver can have a plugin for each node pool, of which one makes the CSIDriver object', () => {
  const pools = (second: Partial<CsiNodePluginProps>): Chart => {
    const chart = testChart();
    new CsiNodePlugin(chart, 'large', { driver: driver(), nodes: NodeCoverage.labelled({ pool: 'large' }) });
    new CsiNodePlugin(chart, 'small', { driver: driver(), nodes: NodeCoverage.labelled({ pool: 'small' }), ...second });
    return chart;
  };
  expect(errorsOf(pools({ driverObject: CsiDriverObject.unmanaged() }))).toEqual([]);
  expect(errorsOf(pools({}))).toEqual([
    expect.stringContaining("name-collision: test/large and test/small both make the CSIDriver 'block.csi.example.com'"),
  ]);
});

test('what is given for any agent holds for a plugin too', () => {
  const spec = daemonSetOf({
    driver: driver(),
    podLabels: { team: 'storage' },
    containers: [{ name: 'metrics', image: 'images.example.com/metrics:1.0.0' }],
    nodes: NodeCoverage.workers({ tolerations: [Toleration.controlPlane()] }),
    terminationGracePeriod: Duration.minutes(2),
  });
  expect(spec.template.metadata.labels.team).toBe('storage');
  expect(spec.template.spec.containers.map((container: any) => container.name)).toEqual([
    'csi-driver', 'node-driver-registrar', 'liveness-probe', 'metrics',
  ]);
  expect(
    spec.template.spec.tolerations,
  ).toEqual([{ key: 'node-role.kubernetes.io/control-plane', operator: 'Exists', effect: 'NoSchedule' }]);
  expect(spec.template.spec.terminationGracePeriodSeconds).toBe(120);
});

test('every sidecar can be changed, and the one that asks the driver left out', () => {
  const containers = containersOf({
    driver: driver(),
    registrar: {
      image: 'images.example.com/registrar:v2.17.0', extraArgs: ['--timeout=5s'], resources: Resources.of({ cpu: '5m' }),
      overrides: { terminationMessagePolicy: 'FallbackToLogsOnError' },
    },
    liveness: CsiLiveness.none(),
  });
  expect(Object.keys(containers)).toEqual(['csi-driver', 'node-driver-registrar']);
  expect(containers['csi-driver'].livenessProbe).toBeUndefined();
  expect(containers['node-driver-registrar']).toMatchObject({
    image: 'images.example.com/registrar:v2.17.0', resources: { requests: { cpu: '5m' } },
    terminationMessagePolicy: 'FallbackToLogsOnError',
  });
  expect(containers['node-driver-registrar'].args).toContain('--timeout=5s');
});

test('the container of the driver takes more of everything, as that of any agent', () => {
  const chart = testChart();
  const plugin = new CsiNodePlugin(chart, 'nfs', { driver: CsiDriver.nfs() });
  plugin.container.addEnv('GOMAXPROCS', EnvValue.of('2'));
  plugin.container.addArgs('--vol-stats-cache-expire-in-minutes=60');
  const container = objectOf(chart, 'DaemonSet').spec.template.spec.containers[0];
  expect(container.args).toContain('--vol-stats-cache-expire-in-minutes=60');
  expect(container.env.map(({ name }: any) => name)).toEqual(['CSI_ENDPOINT', 'GOMAXPROCS', 'NODE_ID']);
});

test('a plugin without a driver, which plain JavaScript lets pass, says so', () => {
  const make = (props: object) => () => new CsiNodePlugin(testChart(), 'nfs', props as CsiNodePluginProps);
  expect(reading(make({}))).toThrow(
    'unset-value: [test/nfs] driver: CsiNodePlugin needs a value here; given: undefined; allowed: a CsiDriver;',
  );
  expect(reading(make({ driver: { name: 'a' } }))).toThrow(refusal('wrong-option', {
    at: 'test/nfs', allowed: 'a CsiDriver', names: ['CsiNodePlugin'],
  }));
});

test('images come through the mirror of the cluster', () => {
  const chart = new Chart(new App(), 'mirrored');
  TargetCluster.configure(chart, { imageRegistry: 'mirror.example.com/k8s' });
  const { template } = daemonSetOf({ driver: CsiDriver.nfs(), namespace: 'kube-system' }, chart);
  expect(template.spec.containers.map((container: any) => container.image)).toEqual([
    'mirror.example.com/k8s/sig-storage/nfsplugin:v4.13.4',
    'mirror.example.com/k8s/sig-storage/csi-node-driver-registrar:v2.17.0',
    'mirror.example.com/k8s/sig-storage/livenessprobe:v2.19.0',
  ]);
});
