import { rowsOf, runSnippet, snippetsOf } from './snippets';
import {
  AgentFile, AgentNamespace, AgentServiceAccount, ApiGrant, Capability, ClusterAgent, cluster, ContainerSecurity, Dns, EnvValue,
  HostNamespace, HostPath, NodeAgent, NodeAgentProps, NodeCoverage, NodeExpression, NodeTerm, PodSecurityContext, Port, Rollout,
  StateDirectory, testing, Toleration, VirtualNodes,
} from '../../src';
import * as library from '../../src';
import { codesOf, objectOf, testChart } from '../support/golden';

const { SimulatedNode, NodeTaint, EksNodes, AksNodes } = cluster;
type Node = cluster.SimulatedNode;

function viewOf(props: Partial<NodeAgentProps> = {}): testing.DaemonSetView {
  const chart = testChart();
  new NodeAgent(chart, 'agent', { image: 'example.com/agent:1.0.0', ...props });
  return testing.Manifests.ofChart(chart).daemonSet('agent');
}

function codes(props: Partial<NodeAgentProps> = {}): string[] {
  const chart = testChart();
  new NodeAgent(chart, 'agent', { image: 'example.com/agent:1.0.0', ...props });
  return codesOf(chart);
}

const podOf = (props: Partial<NodeAgentProps> = {}) => viewOf(props).manifest.spec.template.spec;

const WORKER = SimulatedNode.linux('worker', { labels: { pool: 'a' } });
const TAINTED = WORKER.withTaint(NodeTaint.noSchedule('example.com/dedicated'));
const CONTROL_PLANE = SimulatedNode.controlPlane();
const WINDOWS = SimulatedNode.windows();
const VIRTUAL = [EksNodes.fargate(), AksNodes.virtualNode(), SimulatedNode.virtualKubelet()];

/** The names of those nodes on which an agent with this coverage runs. */
function among(nodes: readonly Node[], coverage?: NodeCoverage): string[] {
  const view = viewOf({ nodes: coverage });
  return nodes.filter(node => view.explainPlacement(node).length === 0).map(({ name }) => name);
}

describe('the alternatives of NodeCoverage', () => {
  const expression = NodeExpression.oneOf('pool', ['a', 'b']);
  test.each<[string, NodeCoverage | undefined, readonly Node[]]>([
    ['nothing said', undefined, [WORKER, TAINTED, CONTROL_PLANE]],
    ['linux', NodeCoverage.linux(), [WORKER, TAINTED, CONTROL_PLANE]],
    ['workers', NodeCoverage.workers(), [WORKER, TAINTED]],
    ['controlPlane', NodeCoverage.controlPlane(), [CONTROL_PLANE]],
    ['labelled', NodeCoverage.labelled({ pool: 'a' }), [WORKER, TAINTED]],
    ['matching', NodeCoverage.matching([expression]), [WORKER, TAINTED]],
    ['anyOf', NodeCoverage.anyOf([NodeTerm.labelled({ pool: 'b' }), NodeTerm.matching([expression])]), [WORKER, TAINTED]],
    ['named', NodeCoverage.named(['worker']), [WORKER, TAINTED]],
    ['windows', NodeCoverage.windows(), [WINDOWS]],
  ])('%s: these nodes, whatever their taints, and no virtual ones', (_, coverage, expected) => {
    expect(among([WORKER, TAINTED, CONTROL_PLANE, WINDOWS, ...VIRTUAL], coverage)).toEqual(expected.map(({ name }) => name));
  });

  test('virtual nodes are left out of every alternative, also where they have the labels', () => {
    const virtual = VIRTUAL.map(node => node.withLabels({ 'pool': 'a', 'kubernetes.io/os': 'linux' }));
    expect(among(virtual, NodeCoverage.labelled({ pool: 'a' }))).toEqual([]);
    expect(among(virtual, NodeCoverage.matching([expression]))).toEqual([]);
    expect(among(virtual, NodeCoverage.anyOf([NodeTerm.labelled({ pool: 'a' })]))).toEqual([]);
    expect(among(virtual, NodeCoverage.named(virtual.map(({ name }) => name)))).toEqual([]);
  });

  test('tolerations that are given take the place of the toleration of everything', () => {
    const nodes = NodeCoverage.anyOf([
      NodeTerm.labelled({ 'example.com/pool': 'batch' }),
      NodeTerm.matching([NodeExpression.oneOf('example.com/tier', ['spot', 'preemptible'])]),
    ], { tolerations: [Toleration.exists('example.com/batch')] });
    const batch = SimulatedNode.linux('batch', { labels: { 'example.com/pool': 'batch' } });
    const spot = SimulatedNode.linux('spot', { labels: { 'example.com/tier': 'spot' } });
    expect(among([
      batch, spot.withTaint(NodeTaint.noSchedule('example.com/batch')), batch.withTaint(NodeTaint.noSchedule('example.com/other')), WORKER,
    ], nodes)).toEqual(['batch', 'spot']);
  });

  test('nodes of EKS Auto Mode and Hybrid Nodes are left out on request, and not otherwise', () => {
    const nodes = [EksNodes.autoMode(), EksNodes.hybrid(), EksNodes.managed()];
    const without = VirtualNodes.excluded({ eksAutoMode: true, eksHybridNodes: true });
    expect(among(nodes)).toEqual(nodes.map(({ name }) => name));
    expect(among(nodes, NodeCoverage.linux({ virtualNodes: without }))).toEqual([EksNodes.managed().name]);
    expect(among(VIRTUAL, NodeCoverage.linux({ virtualNodes: VirtualNodes.included() }))).not.toEqual([]);
  });

  test('exactly adds nothing', () => {
    const pod = podOf({ nodes: NodeCoverage.exactly({ nodeSelector: { pool: 'edge' } }) });
    expect([pod.nodeSelector, pod.affinity, pod.tolerations]).toEqual([{ pool: 'edge' }, undefined, undefined]);
  });
});

describe('the table of host paths', () => {
  const mounted = (path: HostPath) => {
    const pod = podOf({ hostPaths: [path], securityContext: ContainerSecurity.root('writes to the node') });
    return [pod.volumes[0].hostPath.type, pod.containers[0].volumeMounts[0].readOnly === true];
  };

  test.each<[string, HostPath, string | undefined, boolean]>([
    ['readOnly of a path that some nodes lack', HostPath.readOnly('/var/log/journal'), undefined, true],
    ['readOnly', HostPath.readOnly('/opt/data'), 'Directory', true],
    ['readOnly of a path that is known', HostPath.readOnly('/etc/machine-id'), 'File', true],
    ['readOnly of a directory that a fresh node lacks', HostPath.readOnly('/etc/cni/net.d'), 'DirectoryOrCreate', true],
    ['readWrite', HostPath.readWrite('/opt/data'), 'Directory', false],
    ['state', HostPath.state('/var/lib/agent'), 'DirectoryOrCreate', false],
    ['file', HostPath.file('/opt/data'), 'File', true],
    ['socket', HostPath.socket('/opt/data'), 'Socket', false],
    ['device', HostPath.device('/dev/fuse'), 'CharDevice', false],
  ])('%s', (_, path, type, readOnly) => {
    expect(mounted(path)).toEqual([type, readOnly]);
  });

  test('every row of the guide has one here', () => {
    const shown = rowsOf('node-agent.md', '| mounts | type |').flatMap(([cell]) => [...cell.matchAll(/\.(\w+)\(/g)].map(([, name]) => name));
    expect(shown).toEqual(['readOnly', 'readWrite', 'state', 'ownedBy', 'file', 'socket', 'device']);
  });

  test('state of an agent that is not root is refused, and the row about StateDirectory says what to do', () => {
    const securityContext = ContainerSecurity.nonRoot(65534);
    expect(codes({ securityContext, hostPaths: [HostPath.state('/var/lib/agent')] })).toEqual(['[test/agent] unwritable-state']);
    expect(codes({ securityContext, features: [StateDirectory.ownedBy('/var/lib/agent', 65534)] })).toEqual([]);
  });

  test('one path is one volume, however many containers mount it', () => {
    const pod = podOf({
      hostPaths: [HostPath.readOnly('/var/log')],
      containers: [{
        name: 'other', image: 'example.com/other:1.0.0',
        hostPaths: [HostPath.readOnly('/var/log', { mountPath: '/logs' })],
      }],
    });
    expect(pod.volumes).toHaveLength(1);
    expect(pod.containers.map(({ volumeMounts }: any) => volumeMounts.length)).toEqual([1, 1]);
  });
});

describe('rights', () => {
  const securityOf = (securityContext?: ContainerSecurity) => podOf({ securityContext }).containers[0].securityContext;

  test('what each form of ContainerSecurity writes', () => {
    expect(securityOf()).toEqual(securityOf(ContainerSecurity.leastPrivilege()));
    expect(securityOf()).toMatchObject({
      runAsNonRoot: true, readOnlyRootFilesystem: true, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] },
    });
    expect(securityOf(ContainerSecurity.nonRoot(65534))).toMatchObject({ runAsUser: 65534, runAsNonRoot: true });
    const capabilities = [Capability.add('NET_ADMIN', 'configures interfaces of the node')];
    expect(securityOf(ContainerSecurity.root('configures interfaces of the node', { capabilities })).capabilities)
      .toEqual({ add: ['NET_ADMIN'], drop: ['ALL'] });
    const keeping = { capabilities, keepRuntimeCapabilities: true };
    expect(securityOf(ContainerSecurity.root('configures interfaces of the node', keeping)).capabilities)
      .toEqual({ add: ['NET_ADMIN'] });
    expect(securityOf(ContainerSecurity.privileged('mounts file systems of the node'))).toMatchObject({ privileged: true });
    expect(securityOf(ContainerSecurity.none())).toBeUndefined();
  });

  test('reasons are listed, and are annotations of the DaemonSet on request alone', () => {
    const props = { image: 'example.com/agent:1.0.0', hostNamespaces: [HostNamespace.network('reads network statistics')] };
    const reasonsIn = (annotateReasons?: boolean) => {
      const chart = testChart();
      const agent = new NodeAgent(chart, 'agent', { ...props, annotateReasons });
      expect(agent.privileges.map(({ reason }) => reason)).toContain('reads network statistics');
      return Object.values(objectOf(chart, 'DaemonSet').metadata.annotations ?? {}).filter(text => text === 'reads network statistics');
    };
    expect([reasonsIn(), reasonsIn(true)]).toEqual([[], ['reads network statistics']]);
  });

  test('a right that an override brings in without a reason is an error', () => {
    expect(codes({ podOverrides: { hostNetwork: true } })).not.toEqual([]);
    expect(codes({ overrides: { securityContext: { privileged: true } } })).not.toEqual([]);
  });
});

test('a key of mode 0400 is readable with fsGroup, as the snippet has it, and an error without', () => {
  const files = [AgentFile.secret('/etc/agent/tls.key', 'agent', 'tls.key', { mode: 0o400 })];
  expect(codes({ files })).toEqual(['[test/agent] unreadable-file']);
  expect(codes({ files, podSecurityContext: PodSecurityContext.of({ fsGroup: 65534 }) })).toEqual([]);
});

test('files are one ConfigMap, and their content is part of the pods', () => {
  const made = (text: string) => {
    const chart = testChart();
    new NodeAgent(chart, 'agent', {
      image: 'example.com/agent:1.0.0', files: [AgentFile.text('/etc/a/one', text), AgentFile.text('/etc/a/two', 'two')],
    });
    return testing.Manifests.ofChart(chart);
  };
  made('one').resourceCountIs('ConfigMap', 1);
  expect(() => made('two').daemonSet('agent').keepsPods(made('one').toSnapshot())).toThrow();
  expect(() => made('one').daemonSet('agent').keepsPods(made('one').toSnapshot())).not.toThrow();
});

describe('the table of DNS', () => {
  const network = [HostNamespace.network('reads network statistics')];
  test('an agent with a network of its own, and one on the host network', () => {
    expect([podOf().dnsPolicy, podOf({ hostNamespaces: network }).dnsPolicy]).toEqual([undefined, 'ClusterFirstWithHostNet']);
    expect(podOf({ hostNamespaces: network, dns: Dns.node() }).dnsPolicy).toBe('Default');
  });

  test.each<[string, (chart: ReturnType<typeof testChart>) => unknown]>([
    ['a CNI plugin', chart => new library.CniPlugin(chart, 'agent', { network: library.Cni.flannel() })],
    ['kube-proxy', chart => new library.KubeProxy(chart, 'agent', { apiServer: { host: 'api.example.com' } })],
    ['node-local-dns', chart => new library.NodeLocalDns(chart, 'agent', { clusterDnsAddress: '10.96.0.10' })],
    ['Multus', chart => new library.Multus(chart, 'agent')],
    ['the driver of EFS', chart => new library.CsiNodePlugin(chart, 'agent', { driver: library.CsiDriver.awsEfs() })],
  ])('%s has the DNS of its node', (_, make) => {
    const chart = testChart();
    make(chart);
    expect(objectOf(chart, 'DaemonSet').spec.template.spec).toMatchObject({ hostNetwork: true, dnsPolicy: 'Default' });
  });

  test('ClusterFirst for an agent of the network is an error', () => {
    const chart = testChart();
    new library.CniPlugin(chart, 'agent', { network: library.Cni.flannel(), dns: Dns.clusterFirst() });
    expect(codesOf(chart)).toContain('[test/agent] dns-before-network');
  });
});

describe('the API', () => {
  const containers = [{ name: 'other', image: 'example.com/other:1.0.0' }];
  const tokensIn = (pod: any) => pod.containers.map(({ volumeMounts = [] }: any) =>
    volumeMounts.some(({ mountPath }: any) => mountPath === '/var/run/secrets/kubernetes.io/serviceaccount'));

  test('without a grant there is no account, no role and no token', () => {
    const chart = testChart();
    new NodeAgent(chart, 'agent', { image: 'example.com/agent:1.0.0', containers });
    expect(chart.toJson().map(({ kind }) => kind)).toEqual(['DaemonSet']);
    const pod = objectOf(chart, 'DaemonSet').spec.template.spec;
    expect(pod).toMatchObject({ serviceAccountName: 'default', automountServiceAccountToken: false });
    expect(tokensIn(pod)).toEqual([false, false]);
  });

  test('grants are roles, and a token in the container that has them alone; one that is given twice is one', () => {
    const chart = testChart();
    new NodeAgent(chart, 'agent', {
      image: 'example.com/agent:1.0.0', containers,
      grants: [ApiGrant.readPods(), ApiGrant.readPods(), ApiGrant.clusterWide(['nodes/metrics'], ['get'])],
    });
    expect(tokensIn(objectOf(chart, 'DaemonSet').spec.template.spec)).toEqual([true, false]);
    const rules = objectOf(chart, 'ClusterRole').rules.map(({ resources }: any) => resources).flat();
    expect(rules.filter((resource: string) => resource === 'pods')).toEqual(['pods']);
    expect(rules).toContain('nodes/metrics');
    const token = objectOf(chart, 'DaemonSet').spec.template.spec.volumes.flatMap(({ projected }: any) => projected?.sources ?? [])
      .find(({ serviceAccountToken }: any) => serviceAccountToken);
    expect(token.serviceAccountToken.expirationSeconds).toBe(3607);
  });

  test('an account of yours is used, and apiAccess gives a token without a role', () => {
    const chart = testChart();
    new NodeAgent(chart, 'agent', {
      image: 'example.com/agent:1.0.0', apiAccess: true, serviceAccount: AgentServiceAccount.named('mine'),
    });
    const pod = objectOf(chart, 'DaemonSet').spec.template.spec;
    expect([pod.serviceAccountName, tokensIn(pod), chart.toJson().map(({ kind }) => kind)]).toEqual(['mine', [true], ['DaemonSet']]);
  });
});

describe('rollouts', () => {
  const strategyOf = (props: Partial<NodeAgentProps>) => viewOf(props).manifest.spec.updateStrategy;

  test('10 % is the default, and the cluster decides where that is asked for', () => {
    expect(strategyOf({})).toEqual(strategyOf({ rollout: Rollout.percent(10) }));
    expect(strategyOf({})).toEqual({ type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '10%' } });
    expect(strategyOf({ rollout: Rollout.onDelete() })).toEqual({ type: 'OnDelete' });
    expect(strategyOf({ rollout: Rollout.clusterDefault() })).toBeUndefined();
  });

  const hostPort = Port.host('http', 9400);
  test.each<[string, Partial<NodeAgentProps>]>([
    ['a host port', { ports: [hostPort] }],
    ['a port on the host network', {
      ports: [Port.container('http', 9400)], hostNamespaces: [HostNamespace.network('reads network statistics')],
    }],
    ['state with one writer', {
      hostPaths: [HostPath.state('/var/lib/agent')], securityContext: ContainerSecurity.root('writes its state'),
    }],
  ])('a surge is refused with %s, and taken without', (_, props) => {
    expect([Rollout.surgePercent(10), Rollout.surgeCount(1)].map(rollout => codes({ ...props, rollout }).length)).toEqual([1, 1]);
    expect(codes(props)).toEqual([]);
    expect(codes({ rollout: Rollout.surgePercent(10) })).toEqual([]);
  });
});

describe('ClusterAgent', () => {
  const made = (props: Partial<library.ClusterAgentProps> = {}) => {
    const chart = testChart();
    new ClusterAgent(chart, 'controller', { image: 'example.com/controller:1.0.0', ...props });
    return chart;
  };

  test('is one pod of a Deployment on Linux nodes without a taint', () => {
    const { kind, spec } = objectOf(made(), 'Deployment');
    expect([kind, spec.replicas ?? 1, spec.template.spec.tolerations]).toEqual(['Deployment', 1, undefined]);
    expect(spec.strategy).toBeUndefined();
    expect(spec.template.spec.nodeSelector).toEqual({ 'kubernetes.io/os': 'linux' });
    expect(made().toJson().filter(({ kind: each }) => each === 'PodDisruptionBudget')).toEqual([]);
  });

  test('several pods are spread over nodes, and a drain takes one at a time', () => {
    const chart = made({ replicas: 2 });
    const { template } = objectOf(chart, 'Deployment').spec;
    expect(template.spec.topologySpreadConstraints).toMatchObject([{ topologyKey: 'kubernetes.io/hostname' }]);
    expect(objectOf(chart, 'PodDisruptionBudget').spec).toMatchObject({ maxUnavailable: 1 });
  });
});

test('the Namespace of agents with host paths is privileged, and of those without restricted', () => {
  const levelOf = (props: Partial<NodeAgentProps>) => {
    const chart = testChart();
    new AgentNamespace(chart, 'namespace');
    new NodeAgent(chart, 'agent', { image: 'example.com/agent:1.0.0', ...props });
    return objectOf(chart, 'Namespace').metadata.labels['pod-security.kubernetes.io/enforce'];
  };
  expect([levelOf({}), levelOf({ hostPaths: [HostPath.readOnly('/var/log')] })]).toEqual(['restricted', 'privileged']);
});

describe('features of your own', () => {
  const [feature, check] = snippetsOf('node-agent.md').slice(-3);

  test('what a feature mounts is in the pod', () => {
    const pod = objectOf(runSnippet(`${feature}\nexports.made = chart;`).made, 'DaemonSet').spec.template.spec;
    expect(pod.volumes.map(({ hostPath }: any) => [hostPath.path, hostPath.type])).toEqual([
      ['/etc/machine-id', 'File'], ['/var/log/journal', undefined],
    ]);
  });

  test('a check with a code of its own sees what is missing', () => {
    const code = (text: string) => codesOf(runSnippet(`${text}\nexports.made = chart;`).made);
    expect(code(check)).toEqual([]);
    expect(code(check.replace("podLabels: { team: 'storage' }, ", ''))).toEqual([
      expect.stringMatching(/^\[node-agents\/node-agent\] acme\/missing-team/),
    ]);
  });

  test('another file at a path and another port of a name are errors, and the same file twice is one file', () => {
    const adding = (contribute: (plan: library.AgentPlan) => void) => codes({
      files: [AgentFile.text('/etc/agent/a', 'one')], ports: [Port.container('http', 80)], features: [{ contribute }],
    });
    expect(adding(plan => plan.container.addFiles(AgentFile.text('/etc/agent/a', 'one')))).toEqual([]);
    expect(adding(plan => plan.container.addFiles(AgentFile.text('/etc/agent/a', 'two')))).toHaveLength(1);
    expect(adding(plan => plan.container.addPorts(Port.container('http', 81)))).toHaveLength(1);
  });

  test('what a user says of variables, labels and resources wins', () => {
    const pod = podOf({
      env: { LEVEL: EnvValue.of('user') },
      features: [{ contribute: plan => void plan.container.addEnv('LEVEL', EnvValue.of('feature')) }],
    });
    expect(pod.containers[0].env).toEqual([{ name: 'LEVEL', value: 'user' }]);
  });
});

test('what the snippet about files writes: a token of the node name, a key of a Secret, one Service and one monitor', () => {
  const chart = testChart();
  runSnippet(snippetsOf('node-agent.md').find(text => text.includes('gpu-metrics'))!, { chart });
  const [container] = objectOf(chart, 'DaemonSet').spec.template.spec.containers;
  expect(container.env).toEqual([
    { name: 'API_KEY', valueFrom: { secretKeyRef: { name: 'gpu-metrics', key: 'api-key' } } },
    { name: 'NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
  ]);
  expect(objectOf(chart, 'Service').spec.clusterIP).toBe('None');
  expect(objectOf(chart, 'PodMonitor')).toBeDefined();
});
