import { daemonSet } from '../../../src/checks/example';
import { askingsIn, isLocal } from '../../../src/cluster/inventory/probes';
import { workloadOf } from '../../../src/cluster/inventory/workload';
import { entriesOf } from '../../../src/private/entry';

test('everything that the kubelet asks over the network, and nothing that it runs', () => {
  const container = {
    livenessProbe: { httpGet: { port: 1 } }, readinessProbe: { grpc: { port: 2 } }, startupProbe: { exec: { command: ['a'] } },
    lifecycle: { preStop: { tcpSocket: { port: 3 } }, postStart: { sleep: { seconds: 1 } } },
  };
  expect(askingsIn(
    workloadOf(entriesOf(daemonSet({}, container))[0])!,
  ).map(({ role, means, path, handler }) => [role, means, path, handler.port])).toEqual([
    ['livenessProbe', 'httpGet', 'spec.template.spec.containers[0].livenessProbe', 1],
    ['readinessProbe', 'grpc', 'spec.template.spec.containers[0].readinessProbe', 2],
    ['lifecycle.preStop', 'tcpSocket', 'spec.template.spec.containers[0].lifecycle.preStop', 3],
  ]);
});

test.each<[unknown, boolean]>([
  ['localhost', true], ['127.0.0.1', true], ['127.1.2.3', true], ['::1', true], ['[::1]', true], ['169.254.20.10', true], ['fe80::1', true],
  ['10.0.0.1', false], ['::', false], ['127.0.0.1.example.com', false],
  ['', false], [undefined, false],
])('%s never leaves the node: %s', (host, expected) => {
  expect(isLocal(host)).toBe(expected);
});
