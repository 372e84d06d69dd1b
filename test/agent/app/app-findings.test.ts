import { ApiObject } from 'cdk8s';
import { ContainerSecurity, Checks, HostPath, Port, Rollout } from '../../../src';
import { codesOf, errorsOf, testChart } from '../../support/golden';
import { makeAgent } from '../make-agent';

const ROOT = ContainerSecurity.root('writes its own state');

test('what is wrong is said once', () => {
  const chart = testChart();
  makeAgent({ ports: [Port.host('http', 9100)], rollout: Rollout.surgePercent(10) }, chart);
  expect(codesOf(chart)).toEqual(['[test/agent] rollout-deadlock']);
  expect(Checks.of(chart).findings.filter(({ level }) => level === 'error').map(({ code }) => code)).toEqual(['rollout-deadlock']);
});

test('what nobody refuses can be acknowledged with a reason, and synth goes on', () => {
  const chart = testChart();
  const agents = [
    'one', 'two',
  ].map(id => makeAgent({ ports: [Port.host('http', 9100)], securityContext: ROOT, hostPaths: [HostPath.state('/var/lib/x')] }, chart, id));
  Checks.of(agents[1]).acknowledge({ id: 'host-port-conflict', reason: 'only one of them is installed' });
  expect(codesOf(chart)).toEqual(['[test/two] host-state-conflict']);
  Checks.of(agents[1]).acknowledge({ id: 'host-state-conflict', reason: 'only one of them is installed' });
  expect(codesOf(chart)).toEqual([]);
});

test('of two agents that collide one error is shown', () => {
  const chart = testChart();
  for (const id of [
    'one', 'two',
  ]) {
    makeAgent({
      name: id, ports: [Port.host('http', 9100)], securityContext: ROOT,
      hostPaths: [HostPath.state('/var/lib/x')],
    }, chart, id);
  }
  expect(codesOf(chart).sort()).toEqual(['[test/two] host-port-conflict', '[test/two] host-state-conflict']);
});

test('an object that nobody can read keeps checks from nothing but itself', () => {
  const chart = testChart();
  makeAgent({ ports: [Port.host('http', 9100)], hostPaths: [HostPath.readOnly('/etc', { mountPath: '/host/etc' })] }, chart);
  new ApiObject(chart, 'broken', {
    apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'broken' },
    spec: { template: { spec: { containers: [{ name: 'a', ports: 7 }] } } },
  });
  new ApiObject(chart, 'policy', {
    apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'p' },
    spec: { podSelector: { matchLabels: { a: 'b' }, matchExpressions: 'x' } },
  });
  expect(errorsOf(chart)).toEqual([]);
  expect(Checks.of(chart).findings.map(({ code }) => code)).toContain('sensitive-host-path');
});

test('findings of an agent stay where an object of someone else has a null, or cannot be read', () => {
  const chart = testChart();
  makeAgent({ args: ['$(MISSING)'], ports: [Port.host('http', 9100)] }, chart);
  new ApiObject(chart, 'broken', {
    apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'broken' },
    spec: { template: { spec: { containers: [{ name: 'a', ports: 7 }] } } },
  });
  new ApiObject(chart, 'nulls', {
    apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'nulls', labels: null as any }, spec: {
      selector: { matchLabels: null, matchExpressions: null },
      template: {
        metadata: { labels: null },
        spec: { hostNetwork: true, volumes: null, containers: [{ name: 'a', env: null, args: null, ports: [{ containerPort: 9100 }] }] },
      },
    },
  });
  expect(codesOf(chart).sort()).toEqual(['[test/agent] host-port-conflict', '[test/agent] unset-variable']);
});
