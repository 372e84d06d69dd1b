import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { portOfNode } from '../../../src/checks/rules/port-of-node';
import type { Wire } from '../../../src/private/wire';

const onHost = (port: number, more: Wire = {}, container: Wire = {}) =>
  daemonSet({ hostNetwork: true }, { ports: [{ containerPort: port, ...more }], ...container });
const hostPort = (port: number, more: Wire = {}) => daemonSet({}, { ports: [{ containerPort: 80, hostPort: port, ...more }] });

test.each<[number, 'error' | 'warning']>([
  [10250, 'error'], [10248, 'warning'], [10249, 'warning'], [10255, 'warning'], [10256, 'warning'], [30000, 'warning'], [32767, 'warning'],
])('%d is taken, or may be: %s', (port, level) => {
  expect(foundBy(portOfNode, hostPort(port))).toEqual([`${level} agent containers[0].ports[0].hostPort (${port})`]);
  expect(foundBy(portOfNode, onHost(port))).toEqual([`${level} agent containers[0].ports[0].containerPort (${port})`]);
});

test.each<[string, Wire]>([
  ['another port', hostPort(9100)], ['one below the range', hostPort(29999)], ['one above the range', hostPort(32768)],
  ['a port of the pod', daemonSet({}, { ports: [{ containerPort: 30080 }] })],
  ['UDP, where the kubelet has TCP', hostPort(10250, { protocol: 'UDP' })],
  ['another address than the loopback one', hostPort(10248, { hostIP: '10.0.0.1' })],
  ['kube-proxy itself', onHost(10256, {}, { image: 'registry.k8s.io/kube-proxy:v1.36.0' })],
  ['what does its work', onHost(10256, {}, { image: 'quay.io/cilium/cilium:v1.19.0' })],
])('%s is free', (_, object) => {
  expect(foundBy(portOfNode, object)).toEqual([]);
});
