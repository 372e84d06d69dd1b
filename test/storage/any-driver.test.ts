import { Duration } from 'cdk8s';
import {
  Capability, ContainerSecurity, CsiDriver, CsiDriverOptions, CsiGrant, CsiHostAccess, CsiLiveness, CsiMounts, CsiNodePlugin,
  CsiNodePluginProps, CsiSocket, Dns, EnvValue,
  HostNamespace, HostPath, NodePlatform, PodSecurityContext, Port, Probe, TargetCluster,
} from '../../src';
import { codesOf, errorsOf, objectOf, testChart } from '../support/golden';

const MICROK8S = '/var/snap/microk8s/common/var/lib/kubelet';
const LOOPBACK = HostNamespace.network('keeps the address of the client across restarts');

function chartOf(more: Partial<CsiDriverOptions>, props: Partial<CsiNodePluginProps> = {}, platform?: NodePlatform) {
  const chart = testChart();
  if (platform) {TargetCluster.configure(chart, { platform });}
  new CsiNodePlugin(chart, 'storage', {
    driver: CsiDriver.of({ name: 'a.example.com', image: 'images.example.com/a:v1.2.3', ...more }), ...props,
  });
  return chart;
}

function podOf(more: Partial<CsiDriverOptions>, props?: Partial<CsiNodePluginProps>, platform?: NodePlatform): any {
  return objectOf(chartOf(more, props, platform), 'DaemonSet').spec.template.spec;
}

const named = (pod: any, name: string) => pod.containers.find((container: any) => container.name === name);

test('all containers run as user 0, with a reason', () => {
  const chart = chartOf({ podSecurityContext: PodSecurityContext.root('the image has a user of its own', { fsGroup: 0 }) });
  expect(errorsOf(chart)).toEqual([]);
  expect(objectOf(chart, 'DaemonSet').spec.template.spec.securityContext).toEqual({
    seccompProfile: { type: 'RuntimeDefault' }, runAsUser: 0, runAsGroup: 0, runAsNonRoot: false, fsGroup: 0,
  });
});

test('a privileged driver names a capability as well, with a reason', () => {
  const chart = chartOf({
    securityContext: ContainerSecurity.of({
      privileged: true, capabilities: [Capability.add('SYS_ADMIN', 'policies of the cluster ask for it')], dropCapabilities: ['ALL'],
      reason: 'passes its mounts on to the node',
    }),
  });
  expect(errorsOf(chart)).toEqual([]);
  expect(
    named(objectOf(chart, 'DaemonSet').spec.template.spec, 'csi-driver').securityContext,
  ).toEqual({ privileged: true, capabilities: { add: ['SYS_ADMIN'], drop: ['ALL'] } });
});

test('a driver is ready when it answers, and no answer may take longer than the sidecar waits', () => {
  const liveness = CsiLiveness.sidecar({
    initialDelay: Duration.seconds(10), period: Duration.seconds(10),
    readiness: { period: Duration.seconds(5), timeout: Duration.seconds(3), failureThreshold: 3 },
  });
  const pod = podOf({ liveness });
  expect(
    named(pod, 'csi-driver').readinessProbe,
  ).toEqual({ httpGet: { path: '/healthz', port: 9808 }, periodSeconds: 5, timeoutSeconds: 3, failureThreshold: 3 });
  expect(named(pod, 'csi-driver').livenessProbe).toMatchObject({ initialDelaySeconds: 10, periodSeconds: 10, timeoutSeconds: 10 });
  expect(named(pod, 'liveness-probe').args).toContain('--probe-timeout=2s');
  const other = podOf({ liveness }, { liveness: CsiLiveness.sidecar({ period: Duration.minutes(1) }) });
  expect(named(other, 'csi-driver').livenessProbe).toMatchObject({ initialDelaySeconds: 10, periodSeconds: 60 });
  expect(named(podOf({ liveness }, { liveness: CsiLiveness.none() }), 'csi-driver').readinessProbe).toBeUndefined();
});

test('probes of the driver itself take the place of those over its sidecar', () => {
  const health = Port.container('health', 9000);
  const { readinessProbe, startupProbe, livenessProbe } = named(podOf({
    ports: [health], livenessProbe: Probe.http('/live', health), readinessProbe: Probe.http('/ready', health),
    startupProbe: Probe.tcp(health),
  }), 'csi-driver');
  expect([livenessProbe.httpGet.path, readinessProbe.httpGet.path, startupProbe.tcpSocket]).toEqual([
    '/live', '/ready', { port: 'health' },
  ]);
});

test('a registrar without a health endpoint needs no port on the host network', () => {
  const chart = chartOf({ hostNamespaces: [LOOPBACK], livenessPort: 29700, registrarHealth: false });
  expect(errorsOf(chart)).toEqual([]);
  const registrar = named(objectOf(chart, 'DaemonSet').spec.template.spec, 'node-driver-registrar');
  expect([registrar.livenessProbe, registrar.ports, registrar.args.some((arg: string) => arg.includes('endpoint'))]).toEqual([
    undefined, undefined, false,
  ]);
});

test('names are resolved by ClusterFirst on the host network where a manifest says so', () => {
  expect(
    podOf({ hostNamespaces: [LOOPBACK], livenessPort: 29700, registrarPort: 29701, dns: Dns.clusterFirst() }).dnsPolicy,
  ).toBe('ClusterFirst');
});

test.each([
  ['plugins alone', CsiMounts.of(['plugins']), [['/var/lib/kubelet/plugins', 'Directory']]],
  ['plugins and pods', CsiMounts.pluginVolumes(), [['/var/lib/kubelet/pods', 'Directory'], ['/var/lib/kubelet/plugins', 'Directory']]],
  ['a directory of its own', CsiMounts.of(['csi-data']), [['/var/lib/kubelet/csi-data', 'DirectoryOrCreate']]],
  ['nothing', CsiMounts.of([]), []],
])('a driver mounts in %s', (_, mounts, expected) => {
  const pod = podOf({ mounts });
  const shared = named(pod, 'csi-driver').volumeMounts.filter(({ mountPropagation }: any) => mountPropagation === 'Bidirectional').map(
    ({ mountPath }: any) => mountPath,
  );
  const volumes = pod.volumes.filter(({ hostPath }: any) => shared.includes(hostPath?.path)).map(({ hostPath }: any) => [
    hostPath.path, hostPath.type,
  ]);
  expect(volumes.sort()).toEqual([...expected].sort());
});

test('the socket is where the driver has it: in a directory of its own, or where the node has it', () => {
  const own = podOf({ socket: CsiSocket.mountedAt('/run/csi', 'socket') });
  expect(named(own, 'csi-driver').env[0].value).toBe('unix:///run/csi/socket');
  expect(named(own, 'node-driver-registrar').args.slice(0, 3)).toEqual([
    '--csi-address=/run/csi/socket', '--http-endpoint=:9809', '--kubelet-registration-path=/var/lib/kubelet/plugins/a.example.com/socket',
  ]);
  const onHost = podOf({ socket: CsiSocket.atHostPath(), mounts: CsiMounts.pluginVolumes() });
  expect(named(onHost, 'csi-driver').volumeMounts.map(({ mountPath }: any) => mountPath)).toEqual([
    '/var/lib/kubelet/plugins', '/var/lib/kubelet/pods',
  ]);
  expect(named(onHost, 'liveness-probe').volumeMounts.map(({ mountPath }: any) => mountPath)).toEqual([
    '/var/lib/kubelet/plugins/a.example.com',
  ]);
});

test('containers that the driver brings along are on its socket, and have a token where they are granted something', () => {
  const pod = podOf({
    containers: [
      {
        name: 'csi-provisioner', image: 'registry.k8s.io/sig-storage/csi-provisioner:v6.3.0',
        args: ['--csi-address=$(CSI_ADDRESS)', '--node-deployment'],
        grants: CsiGrant.nodeTopology().apiGrants,
      },
      {
        name: 'server', image: 'images.example.com/a:v1.2.3', usesSocket: false, args: [
          '$(CSI_ADDRESS)',
        ], env: { CSI_ADDRESS: EnvValue.of('mine') },
      },
      {
        name: 'mounter', image: 'images.example.com/a:v1.2.3', mounts: CsiMounts.podVolumes(), hostAccess: [CsiHostAccess.blockDevices()],
        env: { SOCKET: EnvValue.of('$(CSI_ENDPOINT)') },
        securityContext: ContainerSecurity.privileged('passes its mounts on to the node'),
      },
    ],
  });
  const paths = (name: string) => named(pod, name).volumeMounts?.map(({ mountPath }: any) => mountPath);
  expect(named(pod, 'csi-provisioner').args[0]).toBe('--csi-address=/csi/csi.sock');
  expect(paths('csi-provisioner')).toEqual(['/csi', '/var/run/secrets/kubernetes.io/serviceaccount']);
  expect(named(pod, 'csi-provisioner').securityContext).toEqual(named(pod, 'liveness-probe').securityContext);
  expect(paths('server')).toBeUndefined();
  expect(named(pod, 'server').args).toEqual(['$(CSI_ADDRESS)']);
  expect(paths('mounter')).toEqual(['/csi', '/dev', '/var/lib/kubelet/pods']);
  expect(named(pod, 'mounter').env).toEqual([{ name: 'SOCKET', value: 'unix:///csi/csi.sock' }]);
});

test('every path follows the kubelet of the cluster: of arguments, variables, sidecars and of the node', () => {
  const driver: Partial<CsiDriverOptions> = {
    args: ['--prefix=/var/lib/kubelet/plugins/kubernetes.io/csi', '--log=/var/lib/kubelet-logs', '--root=$(KUBELET_DIRECTORY)'],
    env: { HOST_KUBELET_PATH: EnvValue.of('/var/lib/kubelet') },
    hostAccess: [CsiHostAccess.of([
      HostPath.readOnly('/var/lib/kubelet/plugins/other', { mountPath: '/other' }), HostPath.state('/var/lib/kubelet/mine'),
    ])],
    containers: [
      { name: 'more', image: 'images.example.com/a:v1.2.3', args: ['--kubelet=$(KUBELET_DIRECTORY)', '--pods=/var/lib/kubelet/pods'] },
    ],
  };
  const [onPlatform, onPlugin] = [podOf(driver, {}, NodePlatform.microk8s()), podOf(driver, { kubeletDirectory: MICROK8S })];
  expect([onPlugin.containers, onPlugin.volumes]).toEqual([onPlatform.containers, onPlatform.volumes]);
  expect(
    named(onPlugin, 'csi-driver').args,
  ).toEqual([`--prefix=${MICROK8S}/plugins/kubernetes.io/csi`, '--log=/var/lib/kubelet-logs', '--root=$(KUBELET_DIRECTORY)']);
  expect(named(onPlugin, 'csi-driver').env).toContainEqual({ name: 'HOST_KUBELET_PATH', value: MICROK8S });
  expect(named(onPlugin, 'csi-driver').env).toContainEqual({ name: 'KUBELET_DIRECTORY', value: MICROK8S });
  expect(named(onPlugin, 'more').args).toEqual([`--kubelet=${MICROK8S}`, `--pods=${MICROK8S}/pods`]);
  expect(onPlugin.volumes.map(({ hostPath }: any) => hostPath.path).filter((path: string) => !path.startsWith(MICROK8S))).toEqual([]);
  expect(named(onPlugin, 'csi-driver').volumeMounts.map(({ mountPath }: any) => mountPath)).toEqual(expect.arrayContaining([
    '/other', `${MICROK8S}/mine`,
  ]));
});

test('what a driver is granted for limits of volumes is to read attachments and the nodes of CSI', () => {
  const chart = chartOf({ grants: [CsiGrant.volumeLimits()] });
  expect(codesOf(chart)).toEqual([]);
  expect(objectOf(chart, 'ClusterRole').rules).toEqual([
    { apiGroups: ['storage.k8s.io'], resources: ['csinodes'], verbs: ['get'] },
    { apiGroups: ['storage.k8s.io'], resources: ['volumeattachments'], verbs: ['get', 'list', 'watch'] },
  ]);
});
