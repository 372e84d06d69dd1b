import type { DaemonSetView } from '../../../src/testing/daemon-set-view';
import { Manifests } from '../../../src/testing/manifests';
import { failureOf, foreign, lines, manifestsOf, platform } from '../support';

const logs = (): DaemonSetView => Manifests.ofChart(platform()).daemonSet('logs');
const metrics = (): DaemonSetView => Manifests.ofChart(platform()).daemonSet('metrics');

describe('ports of the node', () => {
  test('are claimed on the host network and by hostPort', () => {
    metrics().claimsHostPort(9100);
    metrics().claimsHostPort(9100, { protocol: 'TCP', hostIp: '' });
    const agent = manifestsOf(foreign({
      container: { ports: [{ containerPort: 53, hostPort: 5353, protocol: 'UDP', hostIP: '127.0.0.1' }] },
    })).daemonSet();
    agent.claimsHostPort(5353, { protocol: 'UDP', hostIp: '127.0.0.1' });
    expect(failureOf(() => agent.claimsHostPort(5353, { protocol: 'TCP', hostIp: '10.0.0.1' }))).toBe(lines(
      'Expected DaemonSet agent to claim port 5353/TCP of the address 10.0.0.1 of its nodes, and it does not.',
      'DaemonSet/agents/agent [line 1]',
      'Hint: it claims 5353/UDP of 127.0.0.1',
    ));
  });

  test('that are ports of the pod alone are reported', () => {
    expect(failureOf(() => logs().claimsHostPort(2020))).toBe(lines(
      'Expected DaemonSet logs to claim port 2020 of its nodes, and it does not.',
      'DaemonSet/node-agents/logs [platform/logs/Resource]',
      '!! spec.template.spec.containers[name=fluent-bit].ports[name=http-metrics].hostPort: (absent)',
      '!!   wanted: 2020',
      'Hint: 2020 is a port of the pod; a port of the node needs `hostPort`, or `hostNetwork: true` of the pod',
      'Hint: it claims no port of its nodes',
    ));
  });

  test('are shared by no two agents of the same nodes', () => {
    const exporter = (name: string, os: string, port = 9100) => foreign({
      name, pod: { hostNetwork: true, nodeSelector: { 'kubernetes.io/os': os } },
      container: { ports: [{ name: 'metrics', containerPort: port }] },
    });
    manifestsOf(exporter('a', 'linux'), exporter('b', 'windows'), exporter('c', 'linux', 9101)).hasNoHostPortConflicts();
    expect(failureOf(() => manifestsOf(
      exporter('a', 'linux'), exporter('b', 'windows'), exporter('c', 'linux'),
    ).hasNoHostPortConflicts())).toBe(lines(
      'Expected no two DaemonSets to claim one port of the same nodes, found one that two claim:',
      '   DaemonSet/agents/c [line 83]: port 9100/TCP of nodes that both may run on is also taken by DaemonSet agents/a',
      '     container \'agent\', port \'metrics\'; there container \'agent\', port \'metrics\'',
      'Hint: the scheduler places only one of the two on a node: change one of the ports, or cover different nodes by a label',
    ));
  });
});
