import { Chart, Duration } from 'cdk8s';
import {
  AgentFile, AgentIdentity, AgentService, ApiGrant, ContainerSecurity, Dns, EnvValue, HostNamespace, HostPath, MountPropagation,
  NodeAgent, PodField, Port, Priority, Probe, Resources,
} from 'cdk8s-node-agents';

const CONFIG: { readonly [key: string]: string } = {
  'procfs': '/procRoot',
  'enable-k8s-api': 'true',
  'enable-tracing-policy-crd': 'true',
  'export-filename': '/var/log/tetragon/tetragon.log',
  'export-file-max-size-mb': '10',
  'export-denylist': '{"health_check":true}\n{"namespace":["", "cilium", "kube-system"]}\n',
  'metrics-server': ':2112',
  'server-address': 'unix:///var/run/tetragon/tetragon.sock',
  'health-server-address': ':6789',
};

/**
 * Tetragon, and a container that writes its events to standard output. Its operator, which makes the custom resource definitions, is a
 * Deployment.
 */
export function addTetragon(chart: Chart): NodeAgent {
  const metrics = Port.container('http-metrics', 2112);
  const health = Port.container('health', 6789);
  const log = '/var/log/tetragon';
  return new NodeAgent(chart, 'tetragon', {
    image: 'quay.io/cilium/tetragon:v1.7.0',
    containerName: 'tetragon',
    identity: AgentIdentity.standard('tetragon'),
    args: ['--config-dir=/etc/tetragon/tetragon.conf.d/'],
    files: Object.entries(CONFIG).map(([key, value]) => AgentFile.text(`/etc/tetragon/tetragon.conf.d/${key}`, value)),
    env: { NODE_NAME: EnvValue.field(PodField.NODE_NAME) },
    hostNamespaces: [
      HostNamespace.network('its metrics and its health are those of the node, and it must run before the network of pods does'),
    ],
    dns: Dns.node(),
    hostPaths: [
      // what it pins there must be on the node, and still be there when the next pod starts
      HostPath.readWrite('/sys/fs/bpf', { propagation: MountPropagation.BIDIRECTIONAL }),
      HostPath.readOnly('/proc', { mountPath: '/procRoot' }),
      HostPath.state('/var/run/tetragon'),
      HostPath.state(log),
    ],
    grants: [
      ApiGrant.clusterWide(['namespaces', 'nodes', 'pods', 'services'], ['get', 'list', 'watch']),
      ApiGrant.clusterWide(['tracingpolicies', 'tracingpoliciesnamespaced'], ['get', 'list', 'watch'], { apiGroup: 'cilium.io' }),
      ApiGrant.clusterWide(['customresourcedefinitions'], ['get', 'list', 'watch'], { apiGroup: 'apiextensions.k8s.io' }),
    ],
    ports: [metrics, health],
    services: [AgentService.headless([metrics])],
    livenessProbe: Probe.grpc(health, { service: 'liveness', timeout: Duration.seconds(60), period: Duration.seconds(60) }),
    resources: Resources.of({ cpu: '50m', memory: '256Mi', memoryLimit: '1Gi' }),
    priority: Priority.systemNodeCritical(),
    securityContext: ContainerSecurity.privileged('it loads eBPF programs, and mounts below /sys/fs/bpf reach the node'),
    containers: [{
      name: 'export-stdout',
      image: 'quay.io/cilium/hubble-export-stdout:v1.1.1',
      command: ['hubble-export-stdout'],
      args: [`${log}/tetragon.log`],
      hostPaths: [HostPath.readOnly(log)],
      resources: Resources.of({ cpu: '10m', memory: '16Mi', memoryLimit: '64Mi' }),
      securityContext: ContainerSecurity.root('the log of events belongs to root'),
    }],
  });
}
