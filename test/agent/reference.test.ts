import {
  AgentIdentity, AgentServiceAccount, ContainerSecurity, HostPath, NodeAgent, NodeCoverage, PodSecurityContext, Resources, Rollout,
  TaintEffect,
  Toleration,
} from '../../src';
import { expectGolden, testChart } from '../support/golden';

test('every default can be switched off: the reference manifest of the field, nothing more and nothing less', () => {
  const chart = testChart('reference', 'kube-system');
  new NodeAgent(chart, 'node-agent', {
    identity: AgentIdentity.labels({ app: 'node-agent' }),
    image: 'ghcr.io/your-org/agent:1.0.0',
    nodes: NodeCoverage.exactly({
      nodeSelector: { nodepool: 'workers' },
      tolerations: [Toleration.exists('node-role.kubernetes.io/master', { effect: TaintEffect.NO_SCHEDULE })],
    }),
    hostPaths: [HostPath.readOnly('/var/log', { volumeName: 'varlog' })],
    resources: Resources.of({ cpu: '50m', memory: '64Mi' }),
    securityContext: ContainerSecurity.of({ allowPrivilegeEscalation: false }),
    podSecurityContext: PodSecurityContext.none(),
    rollout: Rollout.clusterDefault(),
    serviceAccount: AgentServiceAccount.clusterDefault(),
  });

  expect(chart.toJson()).toEqual([{
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'node-agent', namespace: 'kube-system' },
    spec: {
      selector: { matchLabels: { app: 'node-agent' } },
      template: {
        metadata: { labels: { app: 'node-agent' } },
        spec: {
          tolerations: [{ key: 'node-role.kubernetes.io/master', effect: 'NoSchedule', operator: 'Exists' }],
          nodeSelector: { nodepool: 'workers' },
          containers: [{
            name: 'agent',
            image: 'ghcr.io/your-org/agent:1.0.0',
            securityContext: { allowPrivilegeEscalation: false },
            resources: { requests: { cpu: '50m', memory: '64Mi' } },
            volumeMounts: [{ name: 'varlog', mountPath: '/var/log', readOnly: true }],
          }],
          volumes: [{ name: 'varlog', hostPath: { path: '/var/log', type: 'Directory' } }],
        },
      },
    },
  }]);
  expectGolden('reference', chart);
});

test('four lines make an agent with the defaults of a careful platform team', () => {
  const chart = testChart();
  new NodeAgent(chart, 'node-agent', {
    image: 'ghcr.io/your-org/agent:1.0.0',
    nodes: NodeCoverage.labelled({ nodepool: 'workers' }),
    hostPaths: [HostPath.readOnly('/var/log')],
  });
  expectGolden('node-agent', chart);
});
