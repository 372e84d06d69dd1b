import { messageOf, podOf, WHY } from './make-agent';
import { ContainerSecurity, Dns, HostNamespace, NodeCoverage } from '../../src';

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
  expect(dnsOf({ nodes: NodeCoverage.windows(), hostNamespaces: hostNetwork, securityContext: ContainerSecurity.windowsHostProcess('NT AUTHORITY\\SYSTEM', WHY) })).toEqual({});
});

test('the node can resolve them, whatever network there is', () => {
  expect(dnsOf({ dns: Dns.node() })).toEqual({ dnsPolicy: 'Default' });
  expect(dnsOf({ dns: Dns.node(), hostNamespaces: hostNetwork })).toEqual({ dnsPolicy: 'Default' });
});

test('details are written in the order given, options by name and without empty values', () => {
  expect(dnsOf({ dns: Dns.custom({ nameservers: ['10.0.0.10', 'fd00::10'], searches: ['b.example.com', 'a'], options: { ndots: '2', edns0: '' } }) })).toEqual({
    dnsPolicy: 'None',
    dnsConfig: { nameservers: ['10.0.0.10', 'fd00::10'], searches: ['b.example.com', 'a'], options: [{ name: 'edns0' }, { name: 'ndots', value: '2' }] },
  });
  expect(dnsOf({ dns: Dns.cluster({ nameservers: [], searches: [], options: {} }) })).toEqual({});
});

test.each([
  ['a resolver of its own without a server', () => Dns.custom({ searches: ['a'] }),
    'invalid-dns: a resolver of its own needs a name server; given: none; allowed: one to three addresses; fix: name one'],
  ['four servers', () => Dns.node({ nameservers: ['10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4'] }),
    'invalid-dns: the resolver takes no more than this; given: 4 name servers, 0 search domains; allowed: three name servers, 32 search domains; fix: shorten the list'],
  ['33 search domains', () => Dns.cluster({ searches: Array.from({ length: 33 }, (_, index) => `d${index}`) }),
    'invalid-dns: the resolver takes no more than this; given: 0 name servers, 33 search domains; allowed: three name servers, 32 search domains; fix: shorten the list'],
  ['a server by name', () => Dns.cluster({ nameservers: ['dns.example.com'] }),
    "invalid-dns: a name server has no address; given: 'dns.example.com'; allowed: an IP address; fix: write the address in numbers"],
  ['an option without a name', () => Dns.cluster({ options: { '': '2' } }), "invalid-dns: an option of the resolver has no name; given: ''; fix: name it, such as ndots"],
  ['a search domain that is none', () => Dns.cluster({ searches: ['_tcp.example.com'] }),
    "invalid-name: a search domain is not a valid DNS subdomain; given: '_tcp.example.com'; allowed: at most 253 lower-case letters, digits, `-` and `.`, a letter or digit at both ends and beside every `.`; fix: write 'tcp.example.com'"],
])('fails for %s', (_, act, message) => {
  expect(messageOf(act)).toBe(message);
});
