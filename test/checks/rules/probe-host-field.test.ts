import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { probeHostField } from '../../../src/checks/rules/probe-host-field';
import type { Wire } from '../../../src/private/wire';

const asking = (host: string, pod: Wire = {}) => daemonSet(pod, { readinessProbe: { httpGet: { host, path: '/', port: 80 } } });

test.each(['127.0.0.1', 'localhost', '::1', 'health.example.com', '10.0.0.1'])('%s is not the pod', host => {
  expect(foundBy(probeHostField, asking(host))).toEqual([`warning agent containers[0].readinessProbe.httpGet.host (host: ${host})`]);
});

test('on the host network an address that never leaves the node is right, and no other', () => {
  for (const host of [
    '127.0.0.1', 'localhost', '::1', '[::1]', '127.0.0.53', '169.254.20.10', 'fe80::1',
  ]) {expect(foundBy(probeHostField, asking(host, { hostNetwork: true }))).toEqual([]);}
  for (const host of [
    'health.example.com', '10.0.0.1', '1270.0.1', 'localhost.example.com',
  ]) {expect(foundBy(probeHostField, asking(host, { hostNetwork: true }))).toHaveLength(1);}
});

test('hooks and other ways to ask count', () => {
  const container = {
    lifecycle: { preStop: { httpGet: { host: 'a', port: 80 } }, postStart: { tcpSocket: { host: 'b', port: 80 } } },
    livenessProbe: { tcpSocket: { host: 'c', port: 80 } },
    startupProbe: { exec: { command: ['curl', 'http://127.0.0.1'] } },
  };
  expect(foundBy(probeHostField, daemonSet({}, container)).sort()).toEqual([
    'warning agent containers[0].lifecycle.postStart.tcpSocket.host (host: b)',
    'warning agent containers[0].lifecycle.preStop.httpGet.host (host: a)',
    'warning agent containers[0].livenessProbe.tcpSocket.host (host: c)',
  ]);
});
