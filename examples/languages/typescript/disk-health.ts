import { App, Chart, Duration } from 'cdk8s';
import {
  AgentFile, AgentPlan, AgentService, Capability, ContainerSecurity, EnvValue, HostPath, IAgentFeature, IFileContent, KubernetesVersion,
  NodeAgent,
  NodeCoverage, NodeExpression, NodePool, PodField, PodSecurityContext, Port, Probe, Resources, Rollout, TaintEffect, TargetCluster,
  Toleration,
} from 'cdk8s-node-agents';

/** A feature of our own: the pods say who owns them. */
class Owner implements IAgentFeature {
  public constructor(private readonly team: string) {}

  public contribute(plan: AgentPlan): void {
    plan.addPodLabel('team', this.team);
    plan.container.addEnv('OWNER', EnvValue.podLabel('team'));
  }
}

/** A feature with a file that grows until the app is written. */
class Disks implements IAgentFeature, IFileContent {
  private readonly names: string[] = [];
  private plan?: AgentPlan;

  public contribute(plan: AgentPlan): void {
    this.plan = plan;
    plan.container.addFiles(AgentFile.produced('/etc/disk-health/disks', this, { mode: 0o444 }));
  }

  public add(name: string): void {
    this.names.push(name);
    this.plan?.contentChanged();
  }

  public text(): string {
    return this.names.join('\n');
  }
}

const app = new App();
const chart = new Chart(app, 'storage', { namespace: 'storage' });
TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_31 });

const disks = new Disks();
const metrics = Port.container('metrics', 9633);
new NodeAgent(chart, 'disk-health', {
  image: 'ghcr.io/your-org/disk-health:2.3.0',
  args: ['--disks=/etc/disk-health/disks', '--node=$(NODE_NAME)'],
  env: {
    NODE_NAME: EnvValue.field(PodField.NODE_NAME),
    API_KEY: EnvValue.secret('disk-health', 'api-key', { optional: true }),
  },
  nodes: NodeCoverage.matching([NodeExpression.oneOf('disk', ['nvme', 'ssd'])], {
    tolerations: [Toleration.exists('dedicated', { effect: TaintEffect.NO_SCHEDULE })],
  }),
  hostPaths: [HostPath.readOnly('/dev', { mountPath: '/host/dev' }), HostPath.state('/var/lib/disk-health')],
  securityContext: ContainerSecurity.root('opens the disks of the node', {
    capabilities: [Capability.add('SYS_RAWIO', 'sends SMART commands to disks')],
  }),
  podSecurityContext: PodSecurityContext.none(),
  resources: Resources.of({ cpu: '20m', memory: '50Mi', memoryLimit: '128Mi' }),
  ports: [metrics],
  livenessProbe: Probe.http('/healthz', metrics, { period: Duration.seconds(30), headers: { Accept: 'text/plain' } }),
  services: [AgentService.headless([metrics])],
  rollout: Rollout.count(5, { minReady: Duration.seconds(30) }),
  pools: [
    NodePool.canary('canary', { nodes: NodeCoverage.labelled({ canary: 'true' }), image: 'ghcr.io/your-org/disk-health:2.4.0' }),
    NodePool.of('nvme', {
      nodes: NodeCoverage.labelled({ disk: 'nvme' }),
      resources: Resources.of({ memory: '100Mi', memoryLimit: '256Mi' }),
      env: { QUEUE_DEPTH: EnvValue.of('32') },
    }),
    NodePool.rest(),
  ],
  rollOnFileChange: false,
  features: [new Owner('storage'), disks],
  overrides: { terminationMessagePolicy: 'FallbackToLogsOnError' },
});
disks.add('nvme0n1');
disks.add('sda');
app.synth();
