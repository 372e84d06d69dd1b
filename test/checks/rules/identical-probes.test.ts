import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { identicalProbes } from '../../../src/checks/rules/identical-probes';
import type { Wire } from '../../../src/private/wire';

const probing = (livenessProbe: Wire, readinessProbe: Wire) => daemonSet({}, {
  ports: [{ name: 'http', containerPort: 80 }], livenessProbe, readinessProbe,
});
const http = (fields: Wire = {}) => ({ httpGet: { path: '/', port: 'http', ...fields } });
const line = (given: string) => `warning agent containers[0].livenessProbe.failureThreshold (${given})`;

test('the same question, however it is written', () => {
  expect(foundBy(identicalProbes, probing(http(), http()))).toEqual([line('killed after 30 s, not ready after 30 s')]);
  expect(foundBy(identicalProbes, probing(http(), { httpGet: { port: 80, scheme: 'HTTP' } }))).toHaveLength(1);
  expect(foundBy(identicalProbes, probing({ tcpSocket: { port: 80 } }, { tcpSocket: { port: 'http' } }))).toHaveLength(1);
  expect(foundBy(identicalProbes, probing({ grpc: { port: 80 } }, { grpc: { port: 80, service: '' } }))).toHaveLength(1);
  expect(foundBy(identicalProbes, probing({ exec: { command: ['a', 'b'] } }, { exec: { command: ['a', 'b'] } }))).toHaveLength(1);
});

test('less patience is worse, more is what is asked for', () => {
  expect(foundBy(identicalProbes, probing({ ...http(), periodSeconds: 5 }, http()))).toEqual([
    line('killed after 15 s, not ready after 30 s'),
  ]);
  expect(foundBy(identicalProbes, probing({ ...http(), failureThreshold: 4 }, http()))).toEqual([]);
  expect(foundBy(identicalProbes, probing({ ...http(), periodSeconds: 30 }, http()))).toEqual([]);
});

test.each<[string, Wire, Wire]>([
  ['path', http({ path: '/live' }), http({ path: '/ready' })],
  ['port', http(), http({ port: 8080 })],
  ['scheme', http(), http({ scheme: 'HTTPS' })],
  ['way', { tcpSocket: { port: 80 } }, http()],
  ['command', { exec: { command: ['a', 'b'] } }, { exec: { command: ['a b'] } }],
])('another %s is another question', (_, liveness, readiness) => {
  expect(foundBy(identicalProbes, probing(liveness, readiness))).toEqual([]);
});
