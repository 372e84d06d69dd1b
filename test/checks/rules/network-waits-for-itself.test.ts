import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { networkWaitsForItself } from '../../../src/checks/rules/network-waits-for-itself';
import type { Wire } from '../../../src/private/wire';

const flannel = (tolerations?: Wire[], pod: Wire = {}) =>
  daemonSet({ hostNetwork: true, ...tolerations && { tolerations }, ...pod }, { image: 'ghcr.io/flannel-io/flannel:v0.28.9' }, {
    name: 'kube-flannel',
  });
const NOT_READY = 'no toleration of node.kubernetes.io/not-ready:NoSchedule';

test.each<[string, Wire[] | undefined]>([
  ['no tolerations', undefined],
  ['NoExecute alone', [{ operator: 'Exists', effect: 'NoExecute' }]],
  ['other keys', [{ key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' }]],
  ['the key with a value, which the taint does not have', [{ key: 'node.kubernetes.io/not-ready', value: 'true', effect: 'NoSchedule' }]],
])('a CNI plugin with %s never starts on a new node', (_, tolerations) => {
  expect(foundBy(networkWaitsForItself, flannel(tolerations))).toEqual([`error kube-flannel tolerations (${NOT_READY})`]);
});

test.each<[string, Wire]>([
  ['every taint', flannel([{ operator: 'Exists' }])],
  ['every taint that keeps pods away', flannel([{ operator: 'Exists', effect: 'NoSchedule' }])],
  ['the taint alone, where no cloud controller sets another', flannel([
    { key: 'node.kubernetes.io/not-ready', operator: 'Exists', effect: 'NoSchedule' },
  ])],
  ['nothing, and is no CNI plugin', daemonSet({ hostNetwork: true }, { image: 'quay.io/prometheus/node-exporter:v1.12.1' })],
  ['nothing, and only installs', daemonSet({ initContainers: [{ name: 'install', image: 'ghcr.io/flannel-io/flannel:v0.28.9' }] })],
])('what tolerates %s starts', (_, object) => {
  expect(foundBy(networkWaitsForItself, object)).toEqual([]);
});
