import { Yaml } from 'cdk8s';
import { chartOf, snippetsOf } from './snippets';
import {
  cluster, CsiDriver, CsiNodePlugin, HostPath, MetricsExporter, MetricsProtection, MountPropagation, NodeAgent, NodeAgentProps,
  NodeCoverage, Port, Priority, Probe, Rollout, testing, VirtualNodes,
} from '../../src';
import { Files, runWith } from '../cli/fake-io';
import { codesOf, objectOf, testChart } from '../support/golden';

const { AksNodes, EksNodes, GkeNodes, NodeTaint, SimulatedNode } = cluster;
const files = new Files();
afterAll(() => files.remove());

const QUICKSTART = chartOf(snippetsOf('README.md')[0]);
const MANIFESTS = testing.Manifests.ofChart(QUICKSTART);

function codes(...agents: ReadonlyArray<Partial<NodeAgentProps>>): string[] {
  const chart = testChart();
  agents.forEach((props, index) => new NodeAgent(chart, `agent-${index}`, { image: 'example.com/agent:1.0.0', ...props }));
  return codesOf(chart).map(line => line.replace(/^\[[^\]]*\] /, ''));
}

describe('the table of what you get without asking', () => {
  const chart = testChart();
  new NodeAgent(chart, 'agent', { image: 'example.com/agent:1.0.0' });
  const view = testing.Manifests.ofChart(chart).daemonSet('agent');
  const { spec } = view.manifest.spec.template;
  const [container] = spec.containers;

  test('every Linux node, whatever its taints, those of EKS Auto and Hybrid included', () => {
    view.runsOnAll([
      SimulatedNode.linux().withTaint(NodeTaint.noSchedule('node.kubernetes.io/not-ready')), SimulatedNode.controlPlane(), EksNodes.gpu(),
      GkeNodes.spot(), EksNodes.autoMode(), EksNodes.hybrid(),
    ]);
    const others = [EksNodes.fargate(), AksNodes.virtualNode(), SimulatedNode.virtualKubelet(), SimulatedNode.windows()];
    others.forEach(node => view.doesNotRunOn(node));
  });

  test('virtual nodes are taken in on request', () => {
    const included = testChart();
    new NodeAgent(included, 'agent', {
      image: 'example.com/agent:1.0.0', nodes: NodeCoverage.linux({ virtualNodes: VirtualNodes.included() }),
    });
    testing.Manifests.ofChart(included).daemonSet('agent').runsOn(SimulatedNode.virtualKubelet());
  });

  test('10 % of the nodes at a time', () => {
    expect([view.worstCaseUnavailable(100), view.worstCaseUnavailable(5000)]).toEqual([10, 500]);
  });

  test('never root, no capability, no privileges, a read-only root file system and the seccomp filter', () => {
    expect({ ...spec.securityContext, ...container.securityContext }).toMatchObject({
      runAsNonRoot: true, capabilities: { drop: ['ALL'] }, allowPrivilegeEscalation: false, readOnlyRootFilesystem: true,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    view.isPodSecurityLevel('restricted');
  });

  test('requests of 50m and 64Mi, 256Mi at most, no limit of processors', () => {
    expect(container.resources).toEqual({ requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '256Mi' } });
  });

  test('a selector of names, no token, and the account default, written out', () => {
    expect(Object.keys(view.manifest.spec.selector.matchLabels).sort()).toEqual(['app.kubernetes.io/instance', 'app.kubernetes.io/name']);
    expect(spec).toMatchObject({ serviceAccountName: 'default', automountServiceAccountToken: false });
    expect(view.rights()).toEqual([]);
  });
});

describe('what is said before it is applied to a fleet', () => {
  test('MetricsExporter and CsiNodePlugin are system-node-critical, unless that is switched off', () => {
    const priority = (name: string) => MANIFESTS.daemonSet(name).manifest.spec.template.spec.priorityClassName;
    expect(['logs', 'metrics', 'nfs', 'node-agent'].map(priority))
      .toEqual([undefined, 'system-node-critical', 'system-node-critical', undefined]);
    const chart = testChart();
    new MetricsExporter(chart, 'metrics', { priority: Priority.none() });
    new CsiNodePlugin(chart, 'nfs', { driver: CsiDriver.nfs(), priority: Priority.none() });
    expect(chart.toJson().map(({ spec }) => spec.template?.spec.priorityClassName)).not.toContainEqual(expect.anything());
  });

  test('the namespace is there first, and is privileged', () => {
    const [namespace] = chartOf(snippetsOf('README.md')[1]).toJson();
    expect([namespace.kind, namespace.metadata.name, namespace.metadata.labels['pod-security.kubernetes.io/enforce']])
      .toEqual(['Namespace', 'node-agents', 'privileged']);
  });

  test('node_exporter answers everyone on port 9100 of every node, and with kube-rbac-proxy only whom the proxy lets pass', () => {
    expect(JSON.stringify(MANIFESTS.daemonSet('metrics').manifest)).toContain('"containerPort":9100');
    expect(MANIFESTS.daemonSet('metrics').manifest.spec.template.spec.hostNetwork).toBe(true);
    const chart = testChart();
    new MetricsExporter(chart, 'metrics', { protection: MetricsProtection.kubeRbacProxy() });
    expect(objectOf(chart, 'DaemonSet').spec.template.spec.containers.map(({ name }: any) => name)).toContain('kube-rbac-proxy');
  });
});

describe('what it refuses', () => {
  const port = Port.host('http', 9400);
  const hostPaths = [HostPath.readWrite('/mnt/shared', { propagation: MountPropagation.BIDIRECTIONAL })];
  test.each<[string, string, ReadonlyArray<Partial<NodeAgentProps>>]>([
    ['two agents on one host port of nodes that they share', 'host-port-conflict', [{ ports: [port] }, { ports: [port] }]],
    ['a rollout that can never finish', 'rollout-deadlock', [{ ports: [port], rollout: Rollout.surgePercent(10) }]],
    ['Bidirectional mounts without privilege', 'bidirectional-needs-privileged', [{ hostPaths }]],
    ['an image without a tag', 'mutable-image', [{ image: 'example.com/agent' }]],
    ['a field that the oldest cluster does not know', 'field-too-new', [{ overrides: { restartPolicyRules: [] } }]],
    ['a misspelt field in an override', 'unknown-field', [{ podOverrides: { hostNetwrok: true } }]],
    ['a probe of a port that nobody has', 'probe-port-undeclared', [{ livenessProbe: Probe.http('/', Port.container('other', 1234)) }]],
    ['a value of another type', 'wrong-option', [{ args: 'one' as any }]],
    ['a value that is not set', 'unset-value', [{ args: [undefined as any] }]],
  ])('%s: %s', (_, code, agents) => {
    expect(codes(...agents)).toContain(code);
  });

  test('all errors of an app are reported at once', () => {
    expect(new Set(codes({ image: 'example.com/agent' }, { podOverrides: { hostNetwrok: true } })).size).toBeGreaterThan(1);
  });
});

test('the command finds nothing that fails in the YAML of the README, and exits with 0', async () => {
  const written = files.write('node-agents.k8s.yaml', Yaml.stringify(...chartOf(snippetsOf('README.md')[1]).toJson()));
  expect((await runWith(['check', written, '--fail-on', 'warning'])).code).toBe(0);
});
