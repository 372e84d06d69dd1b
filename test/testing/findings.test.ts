import { failureOf, foreign, lines, manifestsOf, platform } from './support';
import { Checks } from '../../src';
import { SimulatedNode } from '../../src/cluster/simulated/simulated-node';
import { Manifests } from '../../src/testing/manifests';

describe('findings', () => {
  const host = (dnsPolicy?: string) => foreign({
    metadata: { annotations: dnsPolicy === undefined ? undefined : { 'acknowledged.cdk8s-node-agents/host-network-dns': dnsPolicy } },
    pod: { hostNetwork: true }, container: {
      args: ['http://a.b.svc'],
      resources: { requests: { 'cpu': '50m', 'memory': '64Mi', 'ephemeral-storage': '1Mi' }, limits: { memory: '64Mi' } },
    },
  });

  test('are shown at their places', () => {
    expect(failureOf(() => manifestsOf(host()).daemonSet().hasNoFindings())).toContain(lines(
      'Expected no findings, and checks found 1, all of them here:',
      'DaemonSet/agents/agent [line 1]',
      "!! spec.template.spec.dnsPolicy: not set, which is ClusterFirst; args[0] of the container 'agent' (host-network-dns)",
      '!!   wanted: ClusterFirstWithHostNet',
      'Hint: host-network-dns: ',
    ));
    expect(failureOf(() => manifestsOf(foreign({ name: 'b', pod: { hostNetwork: true } }), host()).hasNoFindings())).toContain(
      '   DaemonSet/agents/agent [line 33]: host-network-dns',
    );
  });

  test('are asked for by the id of their check', () => {
    const agent = manifestsOf(host()).daemonSet();
    agent.hasFinding('host-network-dns');
    expect(agent.findings()).toContainEqual(
      expect.stringMatching(/^host-network-dns: spec\.template\.spec\.dnsPolicy: .* a\.b\.svc,.* \(warning\)$/));
    expect(failureOf(() => agent.hasFinding('host-port-conflict'))).toContain(lines(
      'Expected the check host-port-conflict to find something in DaemonSet agent, and it finds nothing.',
      'DaemonSet/agents/agent [line 1]',
      'Hint: what is found: host-network-dns',
    ));
    expect(failureOf(() => agent.hasFinding('host-networks-dns'))).toContain('did you mean host-network-dns?');
    expect(failureOf(() => agent.isAcknowledged('host-network-dns'))).toContain(
      "Hint: acknowledge it with a reason: Checks.of(agent).acknowledge({ id: 'host-network-dns', reason: '...' })");
    expect(failureOf(() => agent.isAcknowledged('host-port-conflict'))).toContain('to be acknowledged, and it finds nothing.');
  });

  test('that are acknowledged in annotations are none', () => {
    const agent = manifestsOf(host('it asks for no Service')).daemonSet();
    agent.hasNoFindings();
    agent.isAcknowledged('host-network-dns');
    expect(agent.findings()).toContainEqual(expect.stringContaining('(acknowledged: it asks for no Service)'));
    expect(failureOf(() => agent.hasFinding('host-network-dns'))).toContain('Hint: it is acknowledged: it asks for no Service');
  });

  test('that are acknowledged on constructs are none', () => {
    const chart = platform();
    const open = Manifests.ofChart(chart).daemonSet('metrics').findings().map(line => line.split(':')[0]);
    expect(open).not.toEqual([]);
    open.forEach(id => Checks.of(chart).acknowledge({ id, reason: 'what the test needs' }));
    Manifests.ofChart(chart).hasNoFindings();
    open.forEach(id => Manifests.ofChart(chart).daemonSet('metrics').isAcknowledged(id));
  });
});

test('what is known of the cluster counts', () => {
  const agent = manifestsOf(foreign()).daemonSet();
  const nodes = [...SimulatedNode.linux().times(3), SimulatedNode.gpu()];
  expect(agent.findings().join()).not.toContain('coverage-gap');
  expect(agent.findings({ nodes, kubernetesVersion: '1.36' }).join()).toContain('coverage-gap');
  expect(failureOf(() => agent.findings({ kubernetesVersion: 'latest' }))).toContain("given: 'latest'");
});
