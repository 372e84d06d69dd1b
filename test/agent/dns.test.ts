import { messageOf, podOf, WHY } from './make-agent';
import { ContainerSecurity, Dns, HostNamespace, NodeCoverage } from '../../src';
import { refusal } from '../support/refusal';

const hostNetwork = [HostNamespace.network(WHY)];
const dnsOf = (props: object) => {
  const { dnsPolicy, dnsConfig } = podOf(props);
  return { dnsPolicy, dnsConfig };
};

test('the cluster resolves names, on the host network too', () => {
  expect(dnsOf({})).toEqual({});
  expect(dnsOf({ hostNamespaces: hostNetwork })).toEqual({ dnsPolicy: 'ClusterFirstWithHostNet' });
  expect(dnsOf({ dns: Dns.cluster(), hostNamespaces: hostNetwork })).toEqual({ dnsPolicy: 'ClusterFirstWithHostNet' });
});

test('a Windows pod does not know the policy of the host network', () => {
  expect(dnsOf({
    nodes: NodeCoverage.windows(), hostNamespaces: hostNetwork,
    securityContext: ContainerSecurity.windowsHostProcess('NT AUTHORITY\\SYSTEM', WHY),
  })).toEqual({});
});

test('the node can resolve them, whatever network there is', () => {
  expect(dnsOf({ dns: Dns.node() })).toEqual({ dnsPolicy: 'Default' });
  expect(dnsOf({ dns: Dns.node(), hostNamespaces: hostNetwork })).toEqual({ dnsPolicy: 'Default' });
});

test('details are written in the order given, options by name and without empty values', () => {
  expect(dnsOf({
    dns: Dns.custom({ nameservers: ['10.0.0.10', 'fd00::10'], searches: ['b.example.com', 'a'], options: { ndots: '2', edns0: '' } }),
  })).toEqual({
    dnsPolicy: 'None',
    dnsConfig: {
      nameservers: ['10.0.0.10', 'fd00::10'], searches: ['b.example.com', 'a'], options: [{ name: 'edns0' }, { name: 'ndots', value: '2' }],
    },
  });
  expect(dnsOf({ dns: Dns.cluster({ nameservers: [], searches: [], options: {} }) })).toEqual({});
});

test.each([
  ['a resolver of its own without a server', () => Dns.custom({ searches: ['a'] }),
    refusal('invalid-dns', { given: 'none' })],
  ['four servers', () => Dns.node({ nameservers: ['10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4'] }),
    refusal('invalid-dns', { given: '4 name servers, 0 search domains', names: ['32'] })],
  ['33 search domains', () => Dns.cluster({ searches: Array.from({ length: 33 }, (_, index) => `d${index}`) }),
    refusal('invalid-dns', { given: '0 name servers, 33 search domains', names: ['32'] })],
  ['a server by name', () => Dns.cluster({ nameservers: ['dns.example.com'] }),
    refusal('invalid-dns', { given: "'dns.example.com'" })],
  ['an option without a name', () => Dns.cluster({
    options: { '': '2' },
  }), refusal('invalid-dns', { given: "''" })],
  ['a search domain that is none', () => Dns.cluster({ searches: ['_tcp.example.com'] }),
    refusal('invalid-name', { given: "'_tcp.example.com'", names: ['253'] })],
])('fails for %s', (_, act, message) => {
  expect(messageOf(act)).toEqual(message);
});
