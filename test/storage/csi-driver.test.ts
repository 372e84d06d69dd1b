import {
  AgentPlan, CsiDriver, CsiDriverOptions, CsiGrant, CsiHostAccess, CsiMounts, CsiNodePlugin, Dns, EnvValue, HostNamespace, HostPath,
  IAgentFeature,
  NodeCoverage, Port, Resources, TaintEffect, Toleration,
} from '../../src';
import { objectOf, testChart } from '../support/golden';
import { refusal } from '../support/refusal';
import { reading } from '../support/refused';

const BASE = { name: 'block.csi.example.com', image: 'images.example.com/csi-block:v1.2.3' };

function podOf(props: Partial<CsiDriverOptions> = {}, nodes?: NodeCoverage): any {
  const chart = testChart();
  new CsiNodePlugin(chart, 'storage', { driver: CsiDriver.of({ ...BASE, ...props }), nodes });
  return objectOf(chart, 'DaemonSet').spec.template.spec;
}

test('a driver gets its endpoint and its node in the usual way', () => {
  const [container] = podOf().containers;
  expect(container.args).toEqual(['--endpoint=$(CSI_ENDPOINT)', '--nodeid=$(NODE_ID)']);
  expect(container.env).toEqual([
    { name: 'CSI_ENDPOINT', value: 'unix:///csi/csi.sock' },
    { name: 'NODE_ID', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
  ]);
});

test('a driver that reads its node from another variable gets it everywhere', () => {
  const [container] = podOf({ nodeIdVariable: 'CSI_NODE_NAME' }).containers;
  expect(container.args).toEqual(['--endpoint=$(CSI_ENDPOINT)', '--nodeid=$(CSI_NODE_NAME)']);
  expect(container.env.map((variable: any) => variable.name)).toEqual(['CSI_ENDPOINT', 'CSI_NODE_NAME']);
});

test('the directory of the kubelet is a variable where something refers to it, and nowhere else', () => {
  const named = (props: Partial<CsiDriverOptions>) =>
    podOf(props).containers[0].env.some((variable: any) => variable.name === 'KUBELET_DIRECTORY');
  expect(named({})).toBe(false);
  expect(named({ args: ['--root=$(KUBELET_DIRECTORY)'] })).toBe(true);
  expect(named({ command: ['/driver', '$(KUBELET_DIRECTORY)'] })).toBe(true);
  expect(named({ env: { HOST_KUBELET_PATH: EnvValue.of('$(KUBELET_DIRECTORY)') } })).toBe(true);
});

test('the driver is privileged with its reason, and its sidecars are root without any right', () => {
  const chart = testChart();
  const plugin = new CsiNodePlugin(chart, 'storage', { driver: CsiDriver.of(BASE) });
  const [driver, ...sidecars] = objectOf(chart, 'DaemonSet').spec.template.spec.containers;
  expect(driver.securityContext).toEqual({ privileged: true });
  for (const sidecar of sidecars) {
    expect(sidecar.securityContext).toEqual({
      allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true, runAsGroup: 0, runAsNonRoot: false,
      runAsUser: 0,
    });
  }
  expect(plugin.privileges.map(({ reason }) => reason)).toEqual([
    'passes the mounts it makes on to the node and its pods', 'talks over sockets that only root of the node may open',
    'talks over sockets that only root of the node may open',
  ]);
});

test('a driver that writes nothing can have a read-only root, and a reason of its own', () => {
  const [driver] = podOf({ readOnlyRootFilesystem: true, privilegedReason: 'formats and mounts disks' }).containers;
  expect(driver.securityContext).toEqual({ privileged: true, readOnlyRootFilesystem: true });
});

test('the driver reserves little, and nothing is limited unless it is said', () => {
  expect(podOf().containers[0].resources).toEqual({ requests: { cpu: '10m', memory: '40Mi' } });
  expect(podOf({ resources: Resources.of({ memoryLimit: '1Gi' }) }).containers[0].resources).toEqual({ limits: { memory: '1Gi' } });
});

test('whatever else a driver needs of its pod it can have', () => {
  class Certificates implements IAgentFeature {
    public contribute(plan: AgentPlan): void {
      plan.addInitContainer({ name: 'certificates', image: 'images.example.com/certificates:v1.0.0' });
    }
  }
  const pod = podOf({
    command: ['/driver'],
    ports: [Port.container('metrics', 9189)],
    hostNamespaces: [HostNamespace.pid('enters the mount namespace of the node')],
    hostAccess: [CsiHostAccess.of([HostPath.readWrite('/etc/ceph')])],
    mounts: CsiMounts.kubeletDirectory(),
    dns: Dns.node(),
    features: [new Certificates()],
    overrides: { terminationMessagePolicy: 'FallbackToLogsOnError' },
  });
  expect(pod).toMatchObject({ hostPID: true, dnsPolicy: 'Default', initContainers: [{ name: 'certificates' }] });
  expect(pod.containers[0]).toMatchObject({
    command: ['/driver'],
    ports: [{ name: 'metrics', containerPort: 9189, protocol: 'TCP' }],
    terminationMessagePolicy: 'FallbackToLogsOnError',
    volumeMounts: [
      { mountPath: '/csi', name: 'plugin-dir' },
      { mountPath: '/etc/ceph', name: 'etc-ceph' },
      { mountPath: '/var/lib/kubelet', mountPropagation: 'Bidirectional', name: 'kubelet-dir' },
    ],
  });
});

test('grants give the driver a token, and its sidecars none', () => {
  const pod = podOf({ grants: [CsiGrant.nodeTopology()] });
  expect(pod.serviceAccountName).toBe('storage');
  expect(pod.containers.map((container: any) => container.volumeMounts.some((mount: any) => mount.name === 'kube-api-access'))).toEqual([
    true, false, false,
  ]);
});

test('a driver that removes its start-up taint may, and tolerates it', () => {
  const chart = testChart();
  const driver = CsiDriver.of({ ...BASE, removesStartupTaint: true });
  new CsiNodePlugin(chart, 'storage', {
    driver, nodes: NodeCoverage.workers({ tolerations: [Toleration.effect(TaintEffect.NO_SCHEDULE)] }),
  });
  expect(driver.startupTaintKey).toBe('block.csi.example.com/agent-not-ready');
  expect(
    objectOf(chart, 'DaemonSet').spec.template.spec.tolerations,
  ).toContainEqual({ key: 'block.csi.example.com/agent-not-ready', operator: 'Exists' });
  expect(objectOf(chart, 'ClusterRole').rules).toEqual([
    { apiGroups: [''], resources: ['nodes'], verbs: ['get', 'list', 'watch', 'patch'] },
    { apiGroups: ['storage.k8s.io'], resources: ['csinodes'], verbs: ['get'] },
  ]);
  expect(podOf({ removesStartupTaint: true }).tolerations).toEqual([{ operator: 'Exists' }]);
});

test('who does not tolerate everything has a list of what a driver must', () => {
  const driver = CsiDriver.of(BASE);
  expect(podOf({}, NodeCoverage.linux({ tolerations: driver.lifecycleTolerations })).tolerations).toEqual([
    { key: 'block.csi.example.com/agent-not-ready', operator: 'Exists' },
    { key: 'ToBeDeletedByClusterAutoscaler', operator: 'Exists', effect: 'NoSchedule' },
    { key: 'karpenter.sh/disrupted', operator: 'Exists' },
    { key: 'karpenter.sh/disruption', operator: 'Exists' },
    { key: 'node.kubernetes.io/not-ready', operator: 'Exists', effect: 'NoSchedule' },
  ]);
});

test.each(['', 'Block.csi.example.com', '-a', 'a-', 'a..b', 'a_b', 'x'.repeat(64)])('a driver cannot be called %p', name => {
  expect(reading(() => CsiDriver.of({ ...BASE, name }))).toThrow(
    refusal('invalid-name', { given: `'${name}', ${name.length} characters`, names: ['1', '63'] }));
});
