import { App, Chart, Duration, Yaml } from 'cdk8s';
import { Construct } from 'constructs';
import {
  AgentFile, AgentNetworkPolicy, AgentObject, AgentService, AgentServiceAccount, ApiGrant, Capability, ContainerSecurity, Dns, EnvValue,
  HostNamespace, HostPath, NodeAgent, NodeAgentProps, NodeCoverage, NodeExpression, NodeTerm, PodSecurityContext, Port, Priority, Probe,
  PrometheusMonitor, Resources, Volume, VolumeMount,
} from '../../src';

/** Every map that an agent can be given, with keys that sort in another order in other languages. */
export const everyMap = {
  labels: { a: '1', Z: '2', i: '3', I: '4', aa: '5' },
  annotations: { 'b.example.com/x': 'ß', 'B': 'é', 'a': 'i', 'aa': 'ı' },
  podLabels: { c: '1', C: '2', ch: '3', d: '4' },
  podAnnotations: { z: '1', Z: '2', ll: '3', lj: '4' },
  env: { I: EnvValue.of('$(i)$(Z)'), i: EnvValue.of('x'), Z: EnvValue.of('y'), a: EnvValue.of('$(I)'), AA: EnvValue.of('z') },
  nodeLabels: { pool: 'a', Pool: 'b', aa: 'c' },
  termLabels: { x: '1', X: '2', aa: '3' },
  extended: { 'b.example.com/y': '1', 'a.example.com/Z': '2', 'hugepages-2Mi': '2Mi' },
  items: { 'b.conf': 'b', 'B.conf': 'B', 'aa': 'aa' },
  headers: { 'X-b': '1', 'X-A': '2', 'x-aa': '3' },
  sysctls: { 'net.core.somaxconn': '1', 'kernel.shm_rmid_forced': '2' },
  dnsOptions: { ndots: '2', edns0: '', attempts: '3' },
  peer: { app: 'prometheus', App: 'x' },
  serviceLabels: { s: '1', S: '2' },
  monitorLabels: { release: 'a', Release: 'b' },
  accountAnnotations: { 'r/b': '1', 'r/A': '2' },
  overrides: { tty: true, stdin: true, terminationMessagePath: '/dev/x' },
  data: { b: '1', B: '2', aa: '3' },
};

/** An agent that uses about everything, and that could be pinned in a file. */
export function agentIn(scope: Construct, maps: typeof everyMap = everyMap): NodeAgent {
  const http = Port.container('http', 8080);
  const why = 'what the test needs';
  const props: NodeAgentProps = {
    image: 'example.com/agent:1.0.0',
    labels: maps.labels,
    annotations: maps.annotations,
    podLabels: maps.podLabels,
    podAnnotations: maps.podAnnotations,
    env: maps.env,
    ports: [http, Port.host('admin', 8081)],
    nodes: NodeCoverage.anyOf([NodeTerm.labelled(maps.termLabels), NodeTerm.matching([NodeExpression.exists('gpu')])], {
      architectures: ['arm64', 'amd64'],
    }),
    hostPaths: [HostPath.readOnly('/var/log'), HostPath.state('/var/lib/agent'), HostPath.readOnly('/var-log', { mountPath: '/x' })],
    volumeMounts: [
      VolumeMount.of(Volume.configMap('settings', 'settings', { items: maps.items }), '/settings'),
      VolumeMount.of(Volume.emptyDir('tmp'), '/tmp'),
    ],
    files: ['b', 'B', 'aa', 'i', 'I'].map(name => AgentFile.text(`/etc/agent/${name}`, `${name}\r\n`)),
    resources: Resources.of({ cpu: '100m', extended: maps.extended }),
    securityContext: ContainerSecurity.root(why, {
      capabilities: ['SYS_PTRACE', 'NET_ADMIN', 'BPF'].map(name => Capability.add(name, why)),
    }),
    podSecurityContext: PodSecurityContext.of({ sysctls: maps.sysctls }),
    hostNamespaces: [HostNamespace.pid(why)],
    livenessProbe: Probe.http('/', http, { headers: maps.headers, period: Duration.seconds(5) }),
    dns: Dns.cluster({ options: maps.dnsOptions }),
    grants: [
      ApiGrant.watchPods(), ApiGrant.readNodes(),
      ApiGrant.inOwnNamespace(['leases'], ['update', 'get'], { apiGroup: 'coordination.k8s.io' }), ...ApiGrant.reviewAccess(),
    ],
    serviceAccount: AgentServiceAccount.managed(maps.accountAnnotations),
    priority: Priority.dedicated(1000),
    services: [AgentService.headless([http], { labels: maps.serviceLabels })],
    monitors: [PrometheusMonitor.podMonitor(http, { labels: maps.monitorLabels })],
    networkPolicies: [AgentNetworkPolicy.of({ ingressPorts: [http], ingressPodLabels: maps.peer })],
    containers: [{ name: 'other', image: 'example.com/other:1', overrides: maps.overrides }],
    annotateReasons: true,
    features: [{
      contribute: plan =>
        plan.addObject(AgentObject.of({ apiVersion: 'v1', kind: 'ConfigMap', name: 'more', fields: { data: maps.data } })),
    }],
  };
  return new NodeAgent(scope, 'agent', props);
}

// run as a program it prints what it makes, for those who look at it in another language
if (require.main === module) {
  const chart = new Chart(new App(), 'test', { namespace: 'node-agents' });
  agentIn(chart);
  process.stdout.write(Yaml.stringify(...chart.toJson()));
}
