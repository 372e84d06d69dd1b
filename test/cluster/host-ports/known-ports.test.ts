import { contextOf, daemonSet, deployment } from '../../../src/checks/example';
import { hostPortConflict } from '../../../src/checks/rules/host-port-conflict';
import { hostPortClaims } from '../../../src/cluster/host-ports/host-port-claims';
import type { Wire } from '../../../src/private/wire';
import { foundBy } from '../../checks/rules/found-by';

const agent = (image: string, container: Wire = {}, pod: Wire = {}, name: string = 'agent') => daemonSet(
  { hostNetwork: true, ...pod }, { image, ...container }, { name },
);
const env = (values: {
  readonly [name: string]: string;
}): Wire => ({ env: Object.entries(values).map(([name, value]) => ({ name, value })) });
const config = (data: Wire): Wire => ({
  apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'cilium-config', namespace: 'agents' }, data,
});

function portsOf(...objects: Wire[]): string[] {
  const context = contextOf(objects);
  return hostPortClaims(context, context.inventory.workloads[0]).map(({ port, protocol }) => `${port}/${protocol}`);
}

const CALICO = 'quay.io/calico/node:v3.32.1';
const CILIUM = 'quay.io/cilium/cilium:v1.20.0';

test.each<[string, Wire[], string[]]>([
  ['Calico with BGP', [agent(CALICO, env({ FELIX_HEALTHENABLED: 'true', CALICO_NETWORKING_BACKEND: 'bird' }))], ['9099/TCP', '179/TCP']],
  ['Calico with VXLAN', [
    agent(CALICO, env({ FELIX_HEALTHENABLED: 'true', CALICO_NETWORKING_BACKEND: 'vxlan' })),
  ], ['9099/TCP', '4789/UDP']],
  ['Calico with ports of its own and WireGuard', [agent(CALICO, env({
    FELIX_HEALTHENABLED: 'true', FELIX_HEALTHPORT: '9199', CALICO_NETWORKING_BACKEND: 'none', FELIX_WIREGUARDENABLED: 'true',
    FELIX_PROMETHEUSMETRICSENABLED: 'true',
  }))], ['9199/TCP', '9091/TCP', '51820/UDP']],
  ['Cilium as its chart has it', [agent(CILIUM), config({ 'enable-hubble': 'true', 'routing-mode': 'tunnel', 'tunnel-protocol': 'vxlan' })],
    ['9879/TCP', '4240/TCP', '4244/TCP', '8472/UDP']],
  ['Cilium with Geneve', [
    agent(CILIUM), config({ 'routing-mode': 'tunnel', 'tunnel-protocol': 'geneve', 'tunnel-port': '6000', 'agent-health-port': '9880' }),
  ],
  ['9880/TCP', '4240/TCP', '6000/UDP']],
  ['Cilium with routes', [agent(CILIUM), config({ 'routing-mode': 'native', 'enable-endpoint-health-checking': 'false' })], ['9879/TCP']],
  // what depends on a configuration that nobody sees is taken for closed
  ['Cilium whose configuration is not there', [agent(CILIUM)], []],
  ['cilium-operator', [
    agent('quay.io/cilium/operator-generic:v1.20.0'),
    config({ 'operator-prometheus-serve-addr': ':9963', 'operator-api-serve-addr': '127.0.0.1:9234' }),
  ],
  ['9234/TCP', '9963/TCP']],
  ['cilium-envoy', [agent('quay.io/cilium/cilium-envoy:v1.36.0')], ['9878/TCP', '9964/TCP']],
  ['kube-proxy', [agent('registry.k8s.io/kube-proxy:v1.36.0')], ['10249/TCP', '10256/TCP']],
  ['kube-proxy with flags', [agent('registry.k8s.io/kube-proxy:v1.36.0', {
    command: ['kube-proxy', '--metrics-bind-address=0.0.0.0:10250', '--healthz-bind-address', '0.0.0.0:0'],
  })],
  ['10250/TCP']],
  ['node-local-dns', [agent('registry.k8s.io/dns/k8s-dns-node-cache:1.26.4')], ['9253/TCP', '9353/TCP']],
  ['the speaker of MetalLB', [agent('quay.io/metallb/speaker:v0.14.9', { args: ['--port=7472'] })], ['7946/TCP', '7946/UDP', '7472/TCP']],
  ['kube-vip', [agent('ghcr.io/kube-vip/kube-vip:v1.2.3', env({ prometheus_server: ':2112' }))], ['2112/TCP']],
  ['Typha', [
    deployment({ hostNetwork: true }, { image: 'quay.io/calico/typha:v3.32.1', ...env({ TYPHA_HEALTHENABLED: 'true' }) }),
  ], ['5473/TCP', '9098/TCP']],
  ['what is not on the host network', [daemonSet({}, { image: 'registry.k8s.io/kube-proxy:v1.36.0' })], []],
])('%s opens the ports that it is configured for', (_, objects, ports) => {
  expect(portsOf(...objects)).toEqual(ports);
});

test('what the manifest declares is counted once', () => {
  expect(portsOf(agent('registry.k8s.io/kube-proxy:v1.36.0', { ports: [{ containerPort: 10256 }] }))).toEqual(['10256/TCP', '10249/TCP']);
});

test('an agent that takes a port which Felix has without declaring it is a warning, with both in it', () => {
  const calico = agent(CALICO, env({ FELIX_HEALTHENABLED: 'true', CALICO_NETWORKING_BACKEND: 'none' }), {}, 'calico-node');
  const exporter = (port: number) => agent(
    'example.com/exporter:1.0.0', { ports: [{ name: 'metrics', containerPort: port }] }, {}, 'exporter',
  );
  expect(foundBy(hostPortConflict, calico, exporter(9099)))
    .toEqual(["warning exporter containers[0].ports[0].containerPort (container 'agent', port 'metrics'; there container 'agent', the "
      + 'health of Felix)']);
  expect(foundBy(hostPortConflict, calico, exporter(9100))).toEqual([]);
});

test('two networks that both send VXLAN through one port are found', () => {
  const cilium = [agent(CILIUM, {}, {}, 'cilium'), config({ 'routing-mode': 'tunnel', 'agent-health-port': '9879' })];
  const other = agent('example.com/overlay:1.0.0', { ports: [{ name: 'vxlan', containerPort: 8472, protocol: 'UDP' }] }, {}, 'overlay');
  expect(foundBy(hostPortConflict, ...cilium, other)).toHaveLength(1);
});
