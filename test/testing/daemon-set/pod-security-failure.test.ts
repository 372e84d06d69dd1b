import type { DaemonSetView } from '../../../src/testing/daemon-set-view';
import { Manifests } from '../../../src/testing/manifests';
import { failureOf, foreign, lines, manifestsOf, platform, placesOf } from '../support';

const logs = (): DaemonSetView => Manifests.ofChart(platform()).daemonSet('logs');
const metrics = (): DaemonSetView => Manifests.ofChart(platform()).daemonSet('metrics');

describe('Pod Security', () => {
  test('is the strictest level that admits the pods', () => {
    logs().isPodSecurityLevel('privileged');
    manifestsOf(foreign()).daemonSet().isPodSecurityLevel('baseline');
    manifestsOf(foreign()).daemonSet().meetsPodSecurityLevel('privileged');
    manifestsOf(foreign()).daemonSet().meetsPodSecurityLevel('baseline', { kubernetesVersion: '1.28' });
    expect(logs().podSecurityViolations('baseline')).toEqual(['hostPath volumes (volumes "state", "var-log")']);
    expect(logs().podSecurityViolations('privileged')).toEqual([]);
  });

  test('that is not met is reported by its checks', () => {
    expect(placesOf(() => logs().isPodSecurityLevel('baseline'))).toBe(lines(
      'DaemonSet/node-agents/logs [platform/logs/Resource]',
      '!! hostPathVolumes: hostPath volumes (volumes "state", "var-log")',
    ));
    expect(failureOf(() => metrics().meetsPodSecurityLevel('restricted'))).toContain(
      'Expected the pods of DaemonSet metrics to be admitted where restricted is enforced, and they are refused:',
    );
    expect(failureOf(() => manifestsOf(foreign()).daemonSet().isPodSecurityLevel('privileged'))).toContain(
      'to be privileged, and they are even baseline.',
    );
  });

  test('depends on the version: a host of probes is forbidden from 1.34 on', () => {
    const agent = manifestsOf(foreign({ container: { livenessProbe: { httpGet: { host: '127.0.0.1', port: 80 } } } })).daemonSet();
    agent.isPodSecurityLevel('baseline', { kubernetesVersion: '1.33' });
    agent.isPodSecurityLevel('privileged', { kubernetesVersion: 'v1.34.2' });
    expect(failureOf(() => agent.isPodSecurityLevel('base'))).toContain("given: 'base'; allowed: privileged, baseline, restricted");
    expect(failureOf(() => agent.isPodSecurityLevel('baseline', { kubernetesVersion: '34' }))).toContain("given: '34'");
  });
});
