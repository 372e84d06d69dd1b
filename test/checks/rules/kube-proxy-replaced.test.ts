import { foundBy } from './found-by';
import { daemonSet, node } from '../../../src/checks/example';
import { kubeProxyReplaced } from '../../../src/checks/rules/kube-proxy-replaced';
import type { Wire } from '../../../src/private/wire';

const proxy = (pod: Wire = {}) => daemonSet({ hostNetwork: true, ...pod }, { image: 'registry.k8s.io/kube-proxy:v1.36.0' }, {
  name: 'kube-proxy',
});
const calico = (env: { readonly [name: string]: string }) =>
  daemonSet(
    { hostNetwork: true }, { image: 'quay.io/calico/node:v3.32.1', env: Object.entries(env).map(([name, value]) => ({ name, value })) },
    { name: 'calico-node' },
  );
const cilium = (data?: Wire) => [
  daemonSet({ hostNetwork: true }, { image: 'quay.io/cilium/cilium:v1.20.0' }, { name: 'cilium' }),
  ...data === undefined ? [] : [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'cilium-config', namespace: 'agents' }, data }],
];
const router = (...args: string[]) => daemonSet({ hostNetwork: true }, { image: 'cloudnativelabs/kube-router:v2.11.1', args }, {
  name: 'kube-router',
});
const FOUND = 'warning kube-proxy containers[0].image (registry.k8s.io/kube-proxy:v1.36.0)';

test.each<[string, Wire[]]>([
  ['Calico with eBPF', [calico({ FELIX_BPFENABLED: 'true' })]],
  ['Cilium that replaces it', cilium({ 'kube-proxy-replacement': 'true' })],
  ['kube-router with its service proxy', [router('--run-service-proxy=true')]],
])('%s does the work of kube-proxy', (_, objects) => {
  expect(foundBy(kubeProxyReplaced, proxy(), ...objects)).toEqual([FOUND]);
  expect(foundBy(kubeProxyReplaced, ...objects, proxy())).toEqual([FOUND]);
});

test.each<[string, Wire[]]>([
  ['Calico with iptables', [calico({})]],
  ['Calico with eBPF that leaves the rules of kube-proxy alone', [
    calico({ FELIX_BPFENABLED: 'true', FELIX_BPFKUBEPROXYIPTABLESCLEANUPENABLED: 'false' }),
  ]],
  ['Cilium without the replacement', cilium({ 'kube-proxy-replacement': 'false' })],
  ['Cilium whose configuration nobody sees', cilium()],
  ['kube-router without a service proxy', [router('--run-service-proxy=false')]],
])('%s leaves it to kube-proxy', (_, objects) => {
  expect(foundBy(kubeProxyReplaced, proxy(), ...objects)).toEqual([]);
});

test('kube-proxy that is switched off by a label is none, unless a node has it', () => {
  const off = proxy({ nodeSelector: { 'non-calico': 'true' } });
  expect(foundBy(kubeProxyReplaced, off, calico({ FELIX_BPFENABLED: 'true' }))).toEqual([]);
  expect(foundBy(kubeProxyReplaced, off, calico({ FELIX_BPFENABLED: 'true' }), node('a', { 'non-calico': 'true' }))).toEqual([FOUND]);
});
