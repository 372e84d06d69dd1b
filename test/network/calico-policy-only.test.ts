import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CalicoAddressDetection, CalicoEncapsulation, CalicoForeignNetwork, CalicoPolicyOptions, Checks, Cni, CniPlugin } from '../../src';
import { expectGolden, objectOf, testChart } from '../support/golden';

interface Variables { readonly [name: string]: string }

const OPERATOR: {
  readonly fields: { readonly [field: string]: Variables };
} = JSON.parse(readFileSync(join(__dirname, 'facts', 'calico-operator.json'), 'utf8'));

function made(network: Cni): ReturnType<typeof testChart> {
  const chart = testChart();
  new CniPlugin(chart, 'calico', { network });
  return chart;
}

function envOf(network: Cni): Variables {
  const [{ env }] = objectOf(made(network), 'DaemonSet').spec.template.spec.containers;
  return Object.fromEntries(env.map(({ name, value }: any) => [name, value]));
}

const policies = (network: CalicoForeignNetwork, options: CalicoPolicyOptions = {}) => Cni.calicoPolicyOnly({ network, ...options });
const KUBERNETES = CalicoAddressDetection.kubernetesInternalIp();
const FIELDS: { readonly [field: string]: Cni } = {
  'calicoNetwork.nodeAddressAutodetectionV4.kubernetes': Cni.calico({ addressDetection: KUBERNETES }),
  'calicoNetwork.nodeAddressAutodetectionV6.kubernetes': Cni.calico({ ipv6PodCidr: 'fd00:10:244::/56', ipv6AddressDetection: KUBERNETES }),
  'calicoNetwork.mtu with IPv6': Cni.calico({ ipv6PodCidr: 'fd00:10:244::/56', mtu: 1400 }),
  'calicoNetwork.bgp: Disabled': Cni.calico({ encapsulation: CalicoEncapsulation.none(), bgp: false }),
  'nodeMetricsPort': Cni.calico({ metricsPort: 9091 }),
  'cni.type: AmazonVPC': policies(CalicoForeignNetwork.amazonVpc()),
  'cni.type: AmazonVPC with WireGuard': policies(CalicoForeignNetwork.amazonVpc(), { wireguard: true }),
  'cni.type: AzureVNET': policies(CalicoForeignNetwork.azure()),
  'cni.type: GKE': policies(CalicoForeignNetwork.gke()),
};

test.each(Object.entries(OPERATOR.fields))('the option for %s sets the variables that the operator sets', (field, expected) => {
  expect(envOf(FIELDS[field])).toMatchObject(expected);
});

test('policies of a network of Amazon are a DaemonSet without a CNI plugin, its account and its token', () => {
  expectGolden('cni-calico-policy-only', made(policies(CalicoForeignNetwork.amazonVpc())));
});

const stepsOf = (network: Cni) => objectOf(made(network), 'DaemonSet').spec.template.spec.initContainers;

test('where Calico connects pods, it gives them addresses of the range of the node, in both families where there are two', () => {
  const ipamOf = (network: Cni) => {
    const { env } = stepsOf(network).find(({ name }: any) => name === 'install-cni');
    const { value } = env.find(({ name }: any) => name === 'CNI_NETWORK_CONFIG');
    return JSON.parse(value.replace('__CNI_MTU__', '0')).plugins[0].ipam;
  };
  expect(ipamOf(Cni.calicoPolicyOnly())).toEqual({ type: 'host-local', subnet: 'usePodCidr' });
  expect(ipamOf(Cni.calicoPolicyOnly({ ipv6: true }))).toEqual({
    type: 'host-local', ranges: [[{ subnet: 'usePodCidr' }], [{ subnet: 'usePodCidrIPv6' }]],
  });
});

test('the step that moves addresses of another plugin is there only where Calico gives addresses', () => {
  expect([
    Cni.calico(), Cni.calicoPolicyOnly(), policies(CalicoForeignNetwork.gke()),
  ].map(network => stepsOf(network).map(({ name }: any) => name))).toEqual([
    ['upgrade-ipam', 'ebpf-bootstrap', 'install-cni'], ['ebpf-bootstrap', 'install-cni'], ['ebpf-bootstrap'],
  ]);
});

test('a Typha of several pods has a budget, which keeps all but one of them', () => {
  const chart = made(Cni.calicoPolicyOnly({ typhaReplicas: 3 }));
  expect(objectOf(chart, 'PodDisruptionBudget', 'calico-typha').spec).toMatchObject({ maxUnavailable: 1 });
});

test('it causes no finding that nobody gave a reason for', () => {
  const found = Checks.of(made(Cni.calicoPolicyOnly({ typhaReplicas: 3 }))).findings.filter(({ acknowledged }) =>
    acknowledged === undefined);
  expect(found.map(({ code, object, path, given }) => ({ code, object, path, given }))).toEqual([]);
});

test.each([
  '3.31.6', '3.31.7', '3.32.1', '3.32.2',
])('Calico %s shows the lockdown of the kernel, and has CNI 1.0.0, from the patch on in which upstream has it', version => {
  const pod = objectOf(made(Cni.calico({ version })), 'DaemonSet').spec.template.spec;
  const isNew = ['3.31.7', '3.32.2'].includes(version);
  expect(pod.volumes.some(({ hostPath }: any) => hostPath?.path === '/sys/kernel/security')).toBe(isNew);
  expect(JSON.stringify(pod.initContainers)).toContain(`\\"cniVersion\\": \\"${isNew ? '1.0.0' : '0.3.1'}\\"`);
});
