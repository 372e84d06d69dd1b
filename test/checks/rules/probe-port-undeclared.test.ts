import { foundBy } from './found-by';
import { contextOf, daemonSet } from '../../../src/checks/example';
import { probePortUndeclared } from '../../../src/checks/rules/probe-port-undeclared';
import { runRules } from '../../../src/checks/run-checks';
import type { Wire } from '../../../src/private/wire';

const asking = (port: number | string, pod: Wire = {}, container: Wire = {}, host?: string) =>
  daemonSet(pod, { livenessProbe: { httpGet: { path: '/', port, ...host !== undefined && { host } } }, ...container });
const ports = [{ name: 'http', containerPort: 8080 }];
const PATH = 'containers[0].livenessProbe.httpGet.port';

test('a name that the container does not have', () => {
  expect(foundBy(probePortUndeclared, asking('health', {}, { ports }))).toEqual([`error agent ${PATH} (health)`]);
  expect(foundBy(probePortUndeclared, asking('http', {}, { ports }))).toEqual([]);
});

test('a name of another container is not looked up', () => {
  const sidecar = { name: 'sidecar', image: 'a:1', restartPolicy: 'Always', ports: [{ name: 'health', containerPort: 9808 }] };
  expect(foundBy(probePortUndeclared, asking('health', { initContainers: [sidecar] }))).toEqual([`error agent ${PATH} (health)`]);
  expect(foundBy(probePortUndeclared, asking(9808, { initContainers: [sidecar], hostNetwork: true }))).toEqual([]);
});

test('on the host network a number that no container declares is not set aside', () => {
  expect(foundBy(probePortUndeclared, asking(9100, { hostNetwork: true }, { ports }))).toEqual([`warning agent ${PATH} (9100)`]);
  expect(foundBy(probePortUndeclared, asking(8080, { hostNetwork: true }, { ports }))).toEqual([]);
});

test('a number is fine on the network of the pod, and where it never leaves the node', () => {
  expect(foundBy(probePortUndeclared, asking(9100))).toEqual([]);
  for (const host of [
    'localhost', '127.0.0.1', '169.254.20.10',
  ]) {expect(foundBy(probePortUndeclared, asking(9100, { hostNetwork: true }, {}, host))).toEqual([]);}
});

test('hooks ask too', () => {
  expect(foundBy(probePortUndeclared, daemonSet({}, { lifecycle: { preStop: { httpGet: { port: 'quit' } } } }))).toEqual([
    'error agent containers[0].lifecycle.preStop.httpGet.port (quit)',
  ]);
});

test.each([
  ['--health-address=127.0.0.1:9879'], ['localhost:9879'], ['[::1]:9879'],
])('a program that listens on %s is asked there', argument => {
  const [found] = runRules([probePortUndeclared], contextOf([asking(9879, { hostNetwork: true }, { args: [argument] })]));
  expect([found.level, found.allowed]).toEqual(['warning', argument.startsWith('[') ? 'host: ::1' : 'host: 127.0.0.1']);
  expect(foundBy(probePortUndeclared, asking(9879, { hostNetwork: true }, { args: [argument] }, '127.0.0.1'))).toEqual([]);
});

test('a program that is known to listen on the loopback address is asked there, and an address that is asked is none', () => {
  const allowed = (container: Wire) => runRules(
    [probePortUndeclared], contextOf([asking(9879, { hostNetwork: true }, container)]),
  ).map(found => found.allowed);
  expect(allowed({ image: 'quay.io/cilium/cilium-envoy:v1.35.9', livenessProbe: { httpGet: { path: '/', port: 9878 } } })).toEqual([
    'host: 127.0.0.1',
  ]);
  expect(allowed({ args: ['--url=http://127.0.0.1:9879'] })).toEqual(['a containerPort 9879 in `ports`']);
});

test('two probes of one port are one finding, and those of two ports are two', () => {
  const probed = (readiness: number) => daemonSet({ hostNetwork: true }, {
    livenessProbe: { httpGet: { port: 9100 } }, readinessProbe: { httpGet: { port: readiness } },
  });
  expect([probed(9100), probed(9101)].map(agent => foundBy(probePortUndeclared, agent).length)).toEqual([1, 2]);
});
