import { Chart, Duration } from 'cdk8s';
import {
  AgentFile, AgentIdentity, AgentService, Capability, Checks, ContainerSecurity, EnvValue, HostPath, NodeAgent, PodField,
  Port, Priority, Probe, Resources, SecurityProfile,
} from 'cdk8s-node-agents';

/** Falco with its eBPF probe, which needs no module for the kernel and no privileged container. */
export function addFalco(chart: Chart): NodeAgent {
  const web = Port.container('http-metrics', 8765);
  const asked = { period: Duration.seconds(15), timeout: Duration.seconds(5) };
  const falco = new NodeAgent(chart, 'falco', {
    image: 'docker.io/falcosecurity/falco:0.44.1',
    containerName: 'falco',
    identity: AgentIdentity.standard('falco'),
    // what differs from the configuration of the image, next to it
    files: [AgentFile.text('/etc/falco/config.d/cluster.yaml', [
      'engine: {kind: modern_ebpf}',
      'json_output: true',
      'metrics: {enabled: true, interval: 1m, output_rule: false}',
      'webserver: {enabled: true, listen_port: 8765, prometheus_metrics_enabled: true}',
      '',
    ].join('\n'), { single: true })],
    env: {
      HOST_ROOT: EnvValue.of('/host'),
      FALCO_HOSTNAME: EnvValue.field(PodField.NODE_NAME),
      FALCO_K8S_NODE_NAME: EnvValue.field(PodField.NODE_NAME),
    },
    hostPaths: [
      HostPath.readOnly('/proc', { mountPath: '/host/proc' }),
      HostPath.readOnly('/etc', { mountPath: '/host/etc' }),
      HostPath.readOnly('/sys/kernel'),
      // the directory: a socket that is mounted is stale as soon as its owner starts again
      HostPath.readOnly('/run/containerd', { mountPath: '/host/run/containerd' }),
    ],
    ports: [web],
    services: [AgentService.headless([web])],
    startupProbe: Probe.http('/healthz', web, { period: Duration.seconds(5), timeout: Duration.seconds(5), failureThreshold: 20 }),
    livenessProbe: Probe.http('/healthz', web, { ...asked, failureThreshold: 6 }),
    readinessProbe: Probe.http('/healthz', web, asked),
    resources: Resources.of({ cpu: '100m', memory: '512Mi', memoryLimit: '1Gi' }),
    priority: Priority.systemNodeCritical(),
    securityContext: ContainerSecurity.root('Falco loads programs into the kernel', {
      capabilities: [
        Capability.add('BPF', 'to load its eBPF programs'),
        Capability.add('PERFMON', 'to attach them to tracepoints'),
        Capability.add('SYS_PTRACE', 'to read the processes of the node'),
        Capability.add('SYS_RESOURCE', 'to lock the memory of its buffers'),
      ],
      seccomp: SecurityProfile.unconfined(),
      appArmor: SecurityProfile.unconfined(),
      writableRootFilesystem: true,
    }),
  });
  Checks.of(falco).acknowledge({ id: 'sensitive-host-path', reason: 'it tells which process of which container did what' });
  return falco;
}
