import type { DaemonSetView } from '../../../src/testing/daemon-set-view';
import { Manifests } from '../../../src/testing/manifests';
import { failureOf, foreign, lines, manifestsOf, platform, placesOf } from '../support';

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
    expect(failureOf(() => agent.claimsHostPort(5353, { protocol: 'TCP', hostIp: '10.0.0.1' })))
      .toMatch(/5353\/TCP.* 10\.0\.0\.1[^]*5353\/UDP.* 127\.0\.0\.1$/);
  });

  test('that are ports of the pod alone are reported', () => {
    expect(placesOf(() => logs().claimsHostPort(2020))).toBe(lines(
      'DaemonSet/node-agents/logs [platform/logs/Resource]',
      '!! spec.template.spec.containers[name=fluent-bit].ports[name=http-metrics].hostPort: (absent)',
      '!!   wanted: 2020',
    ));
  });

  test('are shared by no two agents of the same nodes', () => {
    const exporter = (name: string, os: string, port = 9100) => foreign({
      name, pod: { hostNetwork: true, nodeSelector: { 'kubernetes.io/os': os } },
      container: { ports: [{ name: 'metrics', containerPort: port }] },
    });
    manifestsOf(exporter('a', 'linux'), exporter('b', 'windows'), exporter('c', 'linux', 9101)).hasNoHostPortConflicts();
    const manifests = manifestsOf(exporter('a', 'linux'), exporter('b', 'windows'), exporter('c', 'linux'));
    const [place, containers, ...others] = placesOf(() => manifests.hasNoHostPortConflicts()).split('\n');
    expect(place).toMatch(/^ {3}DaemonSet\/agents\/c \[line 83\]: .*9100\/TCP.*DaemonSet agents\/a$/);
    expect(containers.match(/'[^']*'/g)).toEqual(["'agent'", "'metrics'", "'agent'", "'metrics'"]);
    expect(others).toEqual([]);
  });
});
