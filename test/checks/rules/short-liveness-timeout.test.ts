import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { shortLivenessTimeout } from '../../../src/checks/rules/short-liveness-timeout';
import type { Wire } from '../../../src/private/wire';

const found = (cpu: string | number | undefined, livenessProbe: Wire) =>
  foundBy(shortLivenessTimeout, daemonSet({}, { resources: { limits: { cpu } }, livenessProbe }));
const HTTP = { httpGet: { port: 80 } };

test.each<[string | number, Wire]>([
  ['100m', HTTP], ['249m', { ...HTTP, timeoutSeconds: 1 }], [0.5, { exec: { command: ['true'] } }], ['200m', { grpc: { port: 80 } }],
])('a limit of %s with %j is a note', (cpu, probe) => {
  expect(found(cpu, probe)).toEqual([`note agent containers[0].livenessProbe.timeoutSeconds (1 s with a CPU limit of ${cpu})`]);
});

test.each<[string | undefined, Wire]>([
  [undefined, HTTP], ['1', { exec: { command: ['true'] } }], ['250m', HTTP], ['2000m', HTTP],
  ['100m', { ...HTTP, timeoutSeconds: 2 }], ['100m', { tcpSocket: { port: 80 } }],
  ['what', HTTP],
])('a limit of %s with %j is fine', (cpu, probe) => {
  expect(found(cpu, probe)).toEqual([]);
});

test('a readiness probe restarts nothing', () => {
  expect(foundBy(shortLivenessTimeout, daemonSet({}, { resources: { limits: { cpu: '100m' } }, readinessProbe: HTTP }))).toEqual([]);
});
