import { ApiObject } from 'cdk8s';
import { Checks, HostPath, Port, Rollout } from '../../../src';
import { errorsOf, testChart } from '../../support/golden';
import { makeAgent } from '../make-agent';

const codesOf = (lines: string[]) => lines.map(line => /\] ([a-z-]+):/.exec(line)![1]);

test('what constructs say in words of their own, checks do not say again', () => {
  const chart = testChart();
  makeAgent({ ports: [Port.host('http', 9100)], rollout: Rollout.surgePercent(10) }, chart);
  expect(codesOf(errorsOf(chart))).toEqual(['rollout-cannot-finish']);
  expect(Checks.of(chart).findings.map(({ code }) => code)).toContain('rollout-deadlock');
});

test('of two agents that collide one error is shown', () => {
  const chart = testChart();
  for (const id of ['one', 'two']) {makeAgent({ name: id, ports: [Port.host('http', 9100)], hostPaths: [HostPath.state('/var/lib/x')] }, chart, id);}
  expect(codesOf(errorsOf(chart)).sort()).toEqual(['host-port-conflict', 'host-state-conflict']);
});

test('an object that nobody can read keeps checks from nothing but itself', () => {
  const chart = testChart();
  makeAgent({ ports: [Port.host('http', 9100)], hostPaths: [HostPath.readOnly('/etc', { mountPath: '/host/etc' })] }, chart);
  new ApiObject(chart, 'broken', { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'broken' }, spec: { template: { spec: { containers: [{ name: 'a', ports: 7 }] } } } });
  new ApiObject(chart, 'policy', {
    apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'p' }, spec: { podSelector: { matchLabels: { a: 'b' }, matchExpressions: 'x' } },
  });
  expect(errorsOf(chart)).toEqual([]);
  expect(Checks.of(chart).findings.map(({ code }) => code)).toContain('sensitive-host-path');
});
