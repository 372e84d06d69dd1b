import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { rolloutWithoutSignal } from '../../../src/checks/rules/rollout-without-signal';
import type { Wire } from '../../../src/private/wire';

const PROBE = { readinessProbe: { httpGet: { port: 1 } } };

test.each<[Wire, Wire, Wire, number]>([
  [{}, {}, {}, 1], [{}, PROBE, {}, 0], [{}, {}, { minReadySeconds: 5 }, 0], [{}, {}, { updateStrategy: { type: 'OnDelete' } }, 0],
  [{}, { livenessProbe: PROBE.readinessProbe }, {}, 1],
  [{ initContainers: [{ name: 'install', image: 'a:1' }] }, { image: 'registry.k8s.io/pause:3.9' }, {}, 0],
  [{ initContainers: [{ name: 'install', image: 'a:1' }] }, { command: ['sh', '-c', 'sleep 365d'] }, {}, 0],
  [{}, { command: ['nsenter', '-t', '1', '-m', '--', 'sh', '-c', 'mount'] }, {}, 0], [{}, { args: ['--collector.sysctl'] }, {}, 1],
  [{ initContainers: [{ name: 'sidecar', restartPolicy: 'Always', ...PROBE }] }, {}, {}, 0],
])('a rollout without a signal: %j %j %j', (pod, container, spec, count) => {
  expect(foundBy(rolloutWithoutSignal, daemonSet(pod, container, spec))).toHaveLength(count);
});
