import { rowsOf, runSnippet, snippetsOf } from './snippets';
import {
  cluster, HostPath, HostPathType, LogAgent, LogDestination, LogFileAccess, LogInput, MetricsExporter, MountPropagation, NodeAgent,
  NodeAgentProps, NodePlatform, OpenShiftAccess, TargetCluster, testing,
} from '../../src';
import { codesOf, objectOf, testChart } from '../support/golden';

const { EksNodes, OpenShiftNodes } = cluster;
type Chart = ReturnType<typeof testChart>;

function on(platform: NodePlatform | undefined, make: (chart: Chart) => unknown): Chart {
  const chart = testChart();
  if (platform) {TargetCluster.configure(chart, { platform });}
  make(chart);
  return chart;
}

const agent = (props: Partial<NodeAgentProps> = {}) => (chart: Chart) =>
  new NodeAgent(chart, 'agent', { image: 'example.com/agent:1.0.0', ...props });
const codes = (chart: Chart) => codesOf(chart).map(line => line.replace(/^\[[^\]]*\] /, ''));
const volumesOf = (chart: Chart) => objectOf(chart, 'DaemonSet').spec.template.spec.volumes.map(({ hostPath }: any) => hostPath?.path);

const FACTORIES = rowsOf('platforms.md', '| platform | factory |');

test.each(FACTORIES)('%s: each factory is the platform of the id in its place', (_, factories, ids) => {
  const words = (cell: string) => [...cell.matchAll(/`([\w-]+)(?:\(\))?`/g)].map(([, word]) => word);
  const [made, named] = [words(factories), words(ids)];
  expect(made.length).toBe(named.length);
  made.forEach((factory, index) => {
    expect((NodePlatform as any)[factory]().name).toBe(NodePlatform.named(named[index]).name);
  });
});

describe('what follows from a platform', () => {
  test('the path on the host changes, and the path in the container stays', () => {
    const chart = on(NodePlatform.microk8s(), agent({ hostPaths: [HostPath.readOnly('/var/lib/kubelet/pods')] }));
    const pod = objectOf(chart, 'DaemonSet').spec.template.spec;
    expect(pod.volumes[0].hostPath.path).toBe('/var/snap/microk8s/common/var/lib/kubelet/pods');
    expect(pod.containers[0].volumeMounts[0].mountPath).toBe('/var/lib/kubelet/pods');
  });

  test('a mount with a type, or Bidirectional, is taken as it is given', () => {
    const path = '/var/lib/kubelet/pods';
    const given = [
      HostPath.readOnly(path, { type: HostPathType.DIRECTORY }), HostPath.readWrite(path, { propagation: MountPropagation.BIDIRECTIONAL }),
    ];
    for (const hostPath of given) {
      const written = testChart();
      TargetCluster.configure(written, { platform: NodePlatform.microk8s() });
      const made = agent({ hostPaths: [hostPath] })(written);
      expect(JSON.stringify(made.apiObject.toJson().spec.template.spec.volumes)).toContain('"path":"/var/lib/kubelet/pods"');
    }
  });

  test('inputs of the journal are refused on Talos, and files for others than root on CRI-O and Talos', () => {
    const logs = (props: object) => (chart: Chart) => new LogAgent(chart, 'logs', { destinations: [LogDestination.stdout()], ...props });
    expect(codes(on(NodePlatform.talos(), logs({ inputs: [LogInput.journal()] })))).not.toEqual([]);
    expect(codes(on(NodePlatform.kubeadm(), logs({ inputs: [LogInput.journal()] })))).toEqual([]);
    for (const platform of [NodePlatform.openShift(), NodePlatform.talos()]) {
      expect(codes(on(platform, logs({ access: LogFileAccess.nonRoot(65532) })))).not.toEqual([]);
    }
    expect(codes(on(NodePlatform.kubeadm(), logs({ access: LogFileAccess.nonRoot(65532) })))).toEqual([]);
  });

  test('on Autopilot, the state of a LogAgent stays with the pod', () => {
    const chart = on(NodePlatform.gkeAutopilot(), each => new LogAgent(each, 'logs', { destinations: [LogDestination.stdout()] }));
    expect(volumesOf(chart).filter((path: string | undefined) => path?.startsWith('/var/lib/node-agents'))).toEqual([]);
  });

  test('virtual nodes that a platform cannot have are not mentioned, and on EKS Auto Mode agents run on its nodes', () => {
    const affinity = (platform?: NodePlatform) =>
      JSON.stringify(objectOf(on(platform, agent()), 'DaemonSet').spec.template.spec.affinity ?? {});
    expect(affinity()).toContain('fargate');
    expect(affinity(NodePlatform.talos())).not.toContain('fargate');
    testing.Manifests.ofChart(on(NodePlatform.eksAuto(), agent())).daemonSet('agent').runsOn(EksNodes.autoMode());
  });
});

describe('openshift.md', () => {
  const chart = testChart();
  runSnippet(snippetsOf('openshift.md')[0], { chart });

  test('constraints NAMESPACE.AGENT, the verb use, a binding, the annotation, and spc_t', () => {
    const scc = objectOf(chart, 'SecurityContextConstraints', 'node-agents.logs');
    expect(scc).toBeDefined();
    expect(chart.toJson().filter(({ kind }) => kind === 'Role').flatMap(({ rules }) => rules)).toContainEqual(
      expect.objectContaining({ resources: ['securitycontextconstraints'], verbs: ['use'], resourceNames: ['node-agents.logs'] }));
    expect(chart.toJson().filter(({ kind }) => kind === 'RoleBinding')).toHaveLength(2);
    const { metadata, spec } = objectOf(chart, 'DaemonSet', 'logs').spec.template;
    expect(metadata.annotations['openshift.io/required-scc']).toBe('node-agents.logs');
    expect(JSON.stringify(spec)).toContain('"type":"spc_t"');
  });

  test('the account of the exporter gets no token', () => {
    const { spec } = objectOf(chart, 'DaemonSet', 'metrics').spec.template;
    expect([spec.automountServiceAccountToken, JSON.stringify(spec).includes('serviceAccountToken')]).toEqual([false, false]);
  });

  test.each<[string, OpenShiftAccess | undefined, string[]]>([
    ['left out', undefined, []],
    ['OpenShiftAccess.own()', OpenShiftAccess.own(), ['Role', 'RoleBinding', 'SecurityContextConstraints']],
    ['OpenShiftAccess.existing(name)', OpenShiftAccess.existing('privileged'), ['Role', 'RoleBinding']],
    ['OpenShiftAccess.none()', OpenShiftAccess.none(), []],
  ])('%s elsewhere', (_, openShift, kinds) => {
    const made = on(undefined, agent({ openShift, hostPaths: [HostPath.readOnly('/var/log')] }));
    expect(made.toJson().map(({ kind }) => kind).filter(kind => /^Role|^Security/.test(kind)).sort()).toEqual(kinds);
    expect(JSON.stringify(objectOf(made, 'DaemonSet')).includes('openshift.io/required-scc')).toBe(kinds.length > 0);
  });

  test('what else differs: runtime, CNI programs, port 9100 and the taint of the control plane', () => {
    const platform = NodePlatform.openShift();
    expect(codes(on(platform, agent({ hostPaths: [HostPath.readOnly('/run/containerd')] })))).toContain('other-platform-path');
    expect(volumesOf(on(platform, agent({ hostPaths: [HostPath.readOnly('/opt/cni/bin')] })))).toEqual(['/var/lib/cni/bin']);
    expect(codes(on(platform, each => new MetricsExporter(each, 'metrics')))).toContain('port-of-platform');
    expect(OpenShiftNodes.controlPlane().taints.join()).toContain('node-role.kubernetes.io/master');
  });
});
