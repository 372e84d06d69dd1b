import { isTool, programOf, roleOf } from '../../../src/cluster/inventory/programs';

test('a program is the same wherever it is pulled from', () => {
  expect([programOf('quay.io/cilium/cilium:v1'), programOf('cilium/cilium@sha256:' + 'a'.repeat(64)), programOf('{{ image }}')]).toEqual([
    'cilium/cilium', 'cilium/cilium', undefined,
  ]);
});

test.each<[string, boolean]>([['library/busybox', true], ['alpine', true], [
  'chainguard/kubectl', true,
], ['nginx', true], ['library/node', true], ['calico/node', false], ['fluent/fluent-bit', false], ['cilium/cilium', false]])(
  '%s is a tool: %s', (program, expected) => {
    expect(isTool(program)).toBe(expected);
  },
);

test.each<[string, string | undefined, string | undefined]>([
  ['prometheus/node-exporter', 'exporter of node metrics', 'exporter of node metrics'], ['fluent/fluent-bit', undefined, 'log collector'],
  ['fluent/fluentd-kubernetes-daemonset', undefined, 'log collector'],
  ['otel/opentelemetry-collector-contrib', undefined, 'log collector'], ['timberio/vector', undefined, 'log collector'],
  ['nvidia/k8s-device-plugin', undefined, undefined],
  ['calico/node', 'Calico node agent', 'Calico node agent'], ['example/fluent-bit-operator', undefined, undefined],
  ['cilium/operator', undefined, undefined],
])('%s is %s, and with the logs %s', (program, without, reading) => {
  expect([roleOf(program, {}), roleOf(program, { logs: true })]).toEqual([without, reading]);
});

test.each<[string, string]>([
  ['nvidia/k8s-device-plugin', 'device plugin for NVIDIA GPUs'], ['rocm/k8s-device-plugin', 'device plugin for AMD GPUs'],
  ['intel/intel-gpu-plugin', 'device plugin for Intel GPUs'],
  ['mirror/k8s-device-plugin', 'device plugin'],
])('%s is a device plugin only where it sees the sockets of the kubelet: its image holds other programs too', (program, role) => {
  expect([roleOf(program, {}), roleOf(program, { devicePlugins: true })]).toEqual([undefined, role]);
});
