import * as fc from 'fast-check';
import { maybe } from './values';
import { CalicoAddressDetection, CalicoDataplane, CalicoEncapsulation, CalicoForeignNetwork, Cni } from '../../../src';
import { calicoRelease } from '../../../src/network/calico/calico-releases';
import { felixParameters } from '../../../src/network/calico/felix';
import { refusedValue } from '../../../src/network/calico/felix-value';

const port = fc.integer({ min: 20_000, max: 30_000 });

/** What Calico has in both of its modes. */
const agent = {
  dataplane: maybe(fc.constantFrom(...Object.values(CalicoDataplane))), typhaReplicas: maybe(fc.integer({ min: 1, max: 5 })),
  metricsPort: maybe(port),
  healthPort: maybe(fc.integer({ min: 30_001, max: 31_000 })),
};

const overlay = fc.record({
  encapsulation: fc.constantFrom(CalicoEncapsulation.vxlan(), CalicoEncapsulation.vxlanAcrossSubnets()),
  vxlanPort: maybe(fc.integer({ min: 31_001, max: 32_000 })),
  bgp: maybe(fc.boolean()),
}, { requiredKeys: ['encapsulation'] });
const routed = fc.record({
  encapsulation: maybe(fc.constantFrom(
    CalicoEncapsulation.none(), CalicoEncapsulation.ipInIp(), CalicoEncapsulation.ipInIpAcrossSubnets(),
  )),
});
const ipv6 = fc.constantFrom({}, { ipv6PodCidr: 'fd00:10:244::/56' }, {
  ipv6PodCidr: 'fd00:10:244::/56', ipv6BlockSize: 120, ipv6NatOutgoing: true,
  ipv6AddressDetection: CalicoAddressDetection.kubernetesInternalIp(),
});
const pools = fc.record({
  podCidr: maybe(fc.constant('10.1.0.0/16')), clusterCidrs: maybe(fc.constant(['10.0.0.0/8', 'fd00::/8'])),
  blockSize: maybe(fc.integer({ min: 20, max: 32 })),
  natOutgoing: maybe(fc.boolean()), poolNodeSelector: maybe(fc.constant("zone == 'a'")),
});
const own = fc.record({
  ...agent, wireguard: maybe(fc.boolean()), mtu: maybe(fc.integer({ min: 1280, max: 8000 })),
  nodeMtu: maybe(fc.constantFrom(8896, 9001)),
  addressDetection: maybe(fc.constantFrom(
    CalicoAddressDetection.interfaces(['eth.*']), CalicoAddressDetection.skipInterfaces(['docker.*']),
    CalicoAddressDetection.canReach('192.0.2.1'),
    CalicoAddressDetection.ranges(['192.0.2.0/24']),
  )),
});
const policies = fc.record({
  ...agent, ipv6: maybe(fc.boolean()),
  network: maybe(fc.constantFrom(
    CalicoForeignNetwork.podCidrRoutes(), CalicoForeignNetwork.flannel(), CalicoForeignNetwork.amazonVpc(), CalicoForeignNetwork.azure(),
    CalicoForeignNetwork.gke(),
  )),
});

/** A Calico of a release, for parameters of Felix. */
export function randomCalico(version?: string): fc.Arbitrary<(felix?: { [name: string]: string }) => Cni> {
  return fc.oneof(
    fc.tuple(
      own, fc.oneof(overlay, routed), ipv6, pools,
    ).map(parts => (felix?: { [name: string]: string }) => Cni.calico({ version, ...Object.assign({}, ...parts), felix })),
    policies.map(options => (felix?: { [name: string]: string }) => Cni.calicoPolicyOnly({ version, ...options, felix })),
  );
}

/** Parameters that an option sets, and those of which the node has to have files. */
const NOT_FREE = new RegExp(`^(${[
  'BPFENABLED', 'DATASTORETYPE', 'HEALTHENABLED', 'HEALTHPORT', 'IPINIPMTU', 'IPV6SUPPORT', 'NFTABLESMODE',
  'PROMETHEUSMETRICS(ENABLED|PORT)',
  'TYPHA\\w+', 'VXLAN(MTU|MTUV6|PORT)',
  'WIREGUARD(ENABLED|ENABLEDV6|MTU|MTUV6)', 'ETCD\\w+', 'DATAPLANEDRIVER', 'FELIXHOSTNAME',
].join('|')})$`);

const VALUES = [
  'true', 'false', '0', '1', '99', '250', '4096', '0xffff0000', '1.5', 'Enabled', 'Disabled', 'Auto', 'Info', 'ACCEPT', 'Return', 'Drop',
  'insert', 'tunnel', 'WorkloadIPs', 'Strict',
  '192.0.2.1', '2001:db8::1', '192.0.2.0/24', 'host:5473', 'eth0', 'eth+', '/^veth.*/', '^eth.*', 'tcp:22,udp:53', '30000:32767', '1-250',
  'a=b', 'a=30s', '100/minute', 'EF', '/var/run/calico',
];

/** Parameters of Felix with values that it takes in a release of Calico. */
export function randomFelix(version: string): fc.Arbitrary<{ [name: string]: string }> {
  const settings = [...felixParameters(calicoRelease(version))].filter(([name]) => !NOT_FREE.test(name))
    .map(([name, { type, isNonZero }]) => ({ name, values: VALUES.filter(value => refusedValue(value, type, isNonZero) === undefined) }))
    .filter(({ values }) => values.length > 0);
  return fc.uniqueArray(fc.constantFrom(...settings).chain(({ name, values }) => fc.constantFrom(...values).map(
    value => [name, value] as const,
  )), {
    maxLength: 8, selector: ([name]) => name,
  }).map(Object.fromEntries);
}
