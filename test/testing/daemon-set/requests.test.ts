import type { DaemonSetView } from '../../../src/testing/daemon-set-view';
import { Manifests } from '../../../src/testing/manifests';
import { failureOf, foreign, lines, manifestsOf, platform, placesOf } from '../support';

const logs = (): DaemonSetView => Manifests.ofChart(platform()).daemonSet('logs');

describe('requests', () => {
  test('are at most what they may be, as the scheduler counts', () => {
    logs().requestsAtMost({ cpu: '0.05', memory: '64Mi', ephemeralStorage: '1Gi' });
    expect(placesOf(() => logs().requestsAtMost({ cpu: '20m', memory: '50Mi' }))).toBe(lines(
      'DaemonSet/node-agents/logs [platform/logs/Resource]',
      '   spec.template.spec.containers[name=fluent-bit].resources.requests:',
      '!!   cpu: 50m',
      '!!   memory: 64Mi',
    ));
    expect(failureOf(() => logs().requestsAtMost({ cpu: '20 m' }))).toContain("given: '20 m' of cpu");
  });

  test('are limits where there is no request', () => {
    const agent = manifestsOf(foreign({ container: { resources: { limits: { 'cpu': '1', 'ephemeral-storage': '2Gi' } } } })).daemonSet();
    expect(failureOf(() => agent.requestsAtMost({ cpu: '200m', ephemeralStorage: '1Gi' }))).toContain(lines(
      '   spec.template.spec.containers[name=agent].resources.limits:',
      '!!   cpu: 1 (without a request the limit counts)',
      '!!   ephemeral-storage: 2Gi (without a request the limit counts)',
    ));
  });

  test('of a fleet are those of a pod, so many times', () => {
    expect(logs().fleetRequests(5000)).toEqual({ cpu: '250', memory: '320000Mi' });
    expect(logs().fleetRequests(0)).toEqual({});
  });
});
