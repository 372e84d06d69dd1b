import { agent, AgentSketch, node, pod } from './fixtures';
import type { ClusterPod } from '../../../src/cluster/inventory/cluster-pod';
import { schedulerFit } from '../../../src/cluster/rollout/fit';

const asks = (cpu: string, priority: object = {}): AgentSketch => ({ pod: priority, container: { resources: { requests: { cpu } } } });
const CRITICAL = { priorityClassName: 'system-node-critical' };
const tenant = (cpu: string, priority?: object): ClusterPod =>
  pod('small', { name: `tenant-${cpu}`, spec: { containers: [{ name: 'app', resources: { requests: { cpu } } }], ...priority } });
const ports = { container: { ports: [{ containerPort: 9100, hostPort: 9100 }] } };

test.each<[string, AgentSketch, ClusterPod[], string[]]>([
  ['an empty node takes a pod', asks('1'), [], []],
  ['a full one does not', asks('500m'), [tenant('600m')], ['insufficient-resource']],
  ['its own old pod stands in its way', asks('600m'), [pod('small', { of: agent(asks('600m')) })], ['insufficient-resource']],
  ['so does the port of its own old pod', ports, [pod('small', { of: agent(ports) })], ['host-port-taken']],
  ['pods of lower priority are evicted', asks('500m', CRITICAL), [tenant('600m')], []],
  ['those of the same priority are not', asks('500m', CRITICAL), [tenant('600m', CRITICAL)], ['insufficient-resource']],
  ['those of a higher one are not either', asks('500m', { priority: 10 }), [tenant('600m', { priority: 11 })], ['insufficient-resource']],
  ['none are where that does not help', asks('2', CRITICAL), [tenant('600m')], ['insufficient-resource']],
  ['none are by an agent that does without', asks('500m', { ...CRITICAL, preemptionPolicy: 'Never' }), [
    tenant('600m'),
  ], ['insufficient-resource']],
])('%s', (_, sketch, there, codes) => {
  const small = node('small', { allocatable: { cpu: '1', memory: '1Gi', pods: '10' } });
  expect(schedulerFit(agent(sketch), small, there).map(({ code }) => code)).toEqual(codes);
});

test('an old pod is named like its agent, so that it reads the same on every node', () => {
  const there = [pod('small', { of: agent(ports) })];
  expect(schedulerFit(agent(ports), node('small'), there)[0].message).toContain('is taken by DaemonSet agents/logs');
});
