import { ApiObject, App, Chart, Duration, JsonPatch, YamlOutputType } from 'cdk8s';
import {
  AgentFile, AgentNamespace, AgentNetworkPolicy, AgentServiceAccount, ApiGrant, Capability, Checks, ClusterAgent,
  ClusterObject, DisruptionBudget, Dns, EnvValue, FleetApp, FleetShard, HostNamespace, HostPath, ImageReference,
  KubernetesVersion, LifecycleHook, NodeAgent, NodeAgentProps, NodeCoverage, NodePlatform, NodePool, PodSecurityContext, Port,
  Priority, Probe, PrometheusMonitor, Quantity, Rollout, StateDirectory, Sysctl, TargetCluster, Toleration,
} from '../../src';
import { findProblem } from '../../src/private/yaml/problem';
import { problemFinding } from '../../src/private/yaml/problem-finding';

/** Does what an error is about: in a chart, or by what it gives back or throws. */
export type ErrorExample = (chart: Chart) => unknown;

const WHY = 'what the example needs';
const http = Port.container('http', 80);
const LARGE = NodeCoverage.labelled({ size: 'large' });

const agent = (props: Partial<NodeAgentProps>) => (chart: Chart) => {
  new NodeAgent(chart, 'agent', { image: 'example.com/agent:1.0.0', ...props });
};
const pools = (...all: NodePool[]) => agent({ pools: all });
const configure = (options: Parameters<typeof TargetCluster.configure>[1]) => (chart: Chart) => {
  TargetCluster.configure(chart, options);
  return chart;
};
const sets = (set: (value: string) => NonNullable<NodeAgentProps['features']>[number]) => agent({ features: [set('a'), set('b')] });

/** Errors of agents, their objects and their neighbours. */
export const AGENT_EXAMPLES = {
  'annotations-too-large': agent({ podAnnotations: { a: 'x'.repeat(262_144) } }),
  'check-not-acknowledgeable': chart => Checks.of(chart).acknowledge({ id: 'pod-security-level', reason: WHY }),
  'conflicting-env': sets(value => ({ contribute: ({ container }) => container.addEnv('LEVEL', EnvValue.of(value)) })),
  'conflicting-metadata': sets(value => ({ contribute: plan => plan.addPodLabel('tier', value) })),
  'conflicting-mount': agent({
    hostPaths: [HostPath.readOnly('/a', { mountPath: '/x' }), HostPath.readOnly('/b', { mountPath: '/x' })],
  }),
  'conflicting-port': agent({ ports: [http, Port.container('http', 81)] }),
  'conflicting-volume': agent({
    hostPaths: [HostPath.readOnly('/srv', { volumeName: 'a' }), HostPath.readOnly('/opt', { mountPath: '/b', volumeName: 'a' })],
  }),
  'contradicting-pod-security': chart => new AgentNamespace(chart, 'namespace', {
    podSecurityVersion: KubernetesVersion.V1_30, labels: { 'pod-security.kubernetes.io/warn-version': 'v1.31' },
  }),
  'duplicate-container': agent({ containers: [{ name: 'agent', image: 'example.com/other:1.0.0' }] }),
  'empty-grant': () => ApiGrant.clusterWide([], ['get']),
  'empty-node-pool': pools(NodePool.of('all', { nodes: NodeCoverage.exactly({}) }), NodePool.rest()),
  'empty-node-term': () => NodeCoverage.labelled({}),
  'feature-error': agent({ features: [{ contribute: () => {throw new TypeError('x is not a function');} }] }),
  'field-too-new': chart => {
    TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_32 });
    agent({ hostUsers: false })(chart);
  },
  'file-collision': () => {
    const app = new FleetApp({ yamlOutputType: YamlOutputType.FILE_PER_RESOURCE });
    const chart = new Chart(app, 'one');
    for (const namespace of ['a', 'b']) {
      new ApiObject(chart, namespace, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'same', namespace } });
    }
    app.synth();
  },
  'file-hides-directory': agent({ files: [AgentFile.text('/etc/agent.conf', '')] }),
  'files-too-large': agent({ files: [AgentFile.text('/etc/agent/a', 'x'.repeat(1_048_577))] }),
  'grant-without-account': agent({ grants: [ApiGrant.readPods()], serviceAccount: AgentServiceAccount.clusterDefault() }),
  'host-users-conflict': chart => {
    TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_36 });
    agent({ hostUsers: false, hostNamespaces: [HostNamespace.pid(WHY)] })(chart);
  },
  'invalid-capability': () => Capability.add('CAP_NET_ADMIN', WHY),
  'invalid-disruption-budget': () => DisruptionBudget.maxUnavailable(0),
  'invalid-dns': () => Dns.custom({ searches: ['a'] }),
  'invalid-duration': () => LifecycleHook.sleep(Duration.seconds(0)),
  'invalid-field': agent({ overrides: { args: 'a' } }),
  'invalid-file': () => AgentFile.binary('/a/b', 'a b'),
  'invalid-hook': () => LifecycleHook.exec([]),
  'invalid-image': () => ImageReference.parse('https://ghcr.io/agent:1'),
  'invalid-label': () => EnvValue.podLabel('a b'),
  'invalid-monitor': () => PrometheusMonitor.podMonitor(http, { bearerToken: true }),
  'invalid-name': agent({ name: 'a.b' }),
  'invalid-node-pool': agent({ features: [{ contribute: plan => {plan.forPools(['large']);} }] }),
  'invalid-path': () => AgentFile.text('a.conf', ''),
  'invalid-port': () => Port.container('http', 0),
  'invalid-priority': () => Priority.dedicated(1.5),
  'invalid-probe': () => Probe.exec([]),
  'invalid-quantity': () => Quantity.of('64MB'),
  'invalid-replicas': chart => new ClusterAgent(chart, 'controller', { image: 'example.com/controller:1.0.0', replicas: 1.5 }),
  'invalid-rollout': () => Rollout.onDelete({ revisionHistoryLimit: -1 }),
  'invalid-shard': () => FleetShard.parse('4/3'),
  'invalid-sysctl': () => Sysctl.of('vm.swappiness', '201'),
  'invalid-toleration': () => Toleration.exists(''),
  'invalid-user': () => StateDirectory.ownedBy('/var/lib/agent', 0),
  'missing-namespace': () => {
    const chart = new Chart(new App({ outdir: 'test-reports/never-written' }), 'chart');
    agent({ grants: [ApiGrant.readPods()] })(chart);
    chart.toJson();
  },
  'missing-reason': () => HostNamespace.network('no'),
  'missing-rest-pool': pools(NodePool.of('large', { nodes: LARGE })),
  'monitor-without-service': agent({ ports: [http], monitors: [PrometheusMonitor.serviceMonitor(http)] }),
  'mutable-image': () => ImageReference.parse('agent:latest'),
  'name-collision': chart => ['a', 'b'].forEach(id => new NodeAgent(chart, id, { image: 'example.com/agent:1.0.0', name: 'same' })),
  'patch-failed': chart => new AgentNamespace(chart, 'namespace', { name: 'a' }).apiObject.addJsonPatch(JsonPatch.replace('/no/where', 1)),
  'probe-on-init-container': agent({
    initContainers: [{ name: 'init', image: 'example.com/init:1.0.0', ports: [http], readinessProbe: Probe.http('/', http) }],
  }),
  'process-namespace-conflict': agent({ shareProcessNamespace: true, hostNamespaces: [HostNamespace.pid(WHY)] }),
  'recursive-read-only-conflict': () => HostPath.readWrite('/srv', { recursiveReadOnly: true }),
  'request-above-limit': agent({ overrides: { resources: { limits: { cpu: '10m' } } } }),
  'reserved-label': agent({ podLabels: { 'app.kubernetes.io/name': 'other' } }),
  'selector-mismatch': agent({ specOverrides: { selector: { matchLabels: { more: 'x' } } } }),
  'sysctl-of-host': agent({
    podSecurityContext: PodSecurityContext.of({ sysctls: { 'net.core.somaxconn': '1' } }), hostNamespaces: [HostNamespace.network(WHY)],
  }),
  'target-cluster-late': chart => {
    agent({})(chart);
    return configure({})(chart);
  },
  'unknown-check': chart => Checks.of(chart).acknowledge({ id: 'host-network-dsn', reason: WHY }),
  'unknown-feature-flag': configure({ featureFlags: { 'better-defaults': true } }),
  'unknown-field': agent({ podOverrides: { hostNetwrok: true } }),
  'unknown-option': agent({ hostPath: [] } as object),
  'unknown-platform': configure({ platform: NodePlatform.named('tallos') }),
  'unknown-port': agent({ networkPolicies: [AgentNetworkPolicy.of({ ingressPorts: [http] })] }),
  'unknown-volume': agent({ hostPaths: [HostPath.readOnly('/var/log')], podOverrides: { volumes: [{ name: 'tmp', emptyDir: {} }] } }),
  'unset-value': () => EnvValue.of(undefined as never),
  'unsupported-kubernetes-version': () => KubernetesVersion.of('1.27'),
  'unwritable-value': () => problemFinding(findProblem({ data: { a: 'b\ud800' } })!, "the ConfigMap 'a'"),
  'unreadable-text': () => problemFinding(findProblem({ data: { a: 'b: c' } }, text => text === 'b: c')!, "the ConfigMap 'a'"),
  'void-grant': () => ApiGrant.nonResource(['/metrics'], ['GET']),
  'void-network-policy': () => AgentNetworkPolicy.of({}),
  'wrong-option': agent({ env: { A: 'b' } } as object),
  'wrong-scope': chart => new ClusterObject(chart, 'object', { apiVersion: 'v1', kind: 'Secret' } as never),
} satisfies { readonly [code: string]: ErrorExample };
