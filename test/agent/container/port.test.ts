import { HostNamespace, Port, Protocol } from '../../../src/index';
import { refusal } from '../../support/refusal';
import { containerOf, messageOf, placesOf, problemCodesOf, problemsOf, WHY } from '../make-agent';

test.each([
  ['container', Port.container('http', 8080), [{ containerPort: 8080, name: 'http', protocol: 'TCP' }]],
  ['another protocol', Port.container('dns', 53, { protocol: Protocol.UDP }), [{ containerPort: 53, name: 'dns', protocol: 'UDP' }]],
  ['host', Port.host('http', 8080), [{ containerPort: 8080, hostPort: 8080, name: 'http', protocol: 'TCP' }]],
  ['host with everything', Port.host('http', 8080, { hostPort: 80, hostIp: '127.0.0.1', protocol: Protocol.SCTP }),
    [{ containerPort: 8080, hostIP: '127.0.0.1', hostPort: 80, name: 'http', protocol: 'SCTP' }]],
  ['undeclared', Port.undeclared('http', 8080, 'localhost'), undefined],
])('%s is written with its name and protocol', (_, port, ports) => {
  expect(containerOf({ ports: [port] }).ports).toEqual(ports);
});

test('a port that is not declared is known by its number and address', () => {
  expect(Port.undeclared('http', 8080, 'localhost')).toMatchObject({ isDeclared: false, hostIp: '127.0.0.1', containerPort: 8080 });
  expect(Port.undeclared('http', 8080, '::1')).toMatchObject({ hostIp: '::1' });
});

test('the same number may serve two protocols, and the same port be named twice', () => {
  const tcp = Port.container('dns-tcp', 53);
  expect(problemsOf({ ports: [tcp, tcp, Port.container('dns-udp', 53, { protocol: Protocol.UDP })] })).toEqual([]);
});

test('two addresses of a node have a port each', () => {
  expect(problemsOf({
    ports: [Port.host('a', 80, { hostPort: 9, hostIp: '10.0.0.1' }), Port.host('b', 81, { hostPort: 9, hostIp: '10.0.0.2' })],
  })).toEqual([]);
});

test('a container that ends before the others start holds no port', () => {
  expect(problemsOf({
    ports: [Port.host('a', 80)], initContainers: [{ name: 'init', image: 'a:1', ports: [Port.host('a', 80)] }],
  })).toEqual([]);
});

test('off the host network a port that is not declared claims nothing of the node', () => {
  expect(problemsOf({ ports: [Port.host('a', 80), Port.undeclared('b', 80, 'localhost')] })).toEqual([]);
});

describe('fails at once', () => {
  test.each(['', 'UPPER', 'sixteen-letters-', 'a--b', '123', 'a_b'])('for the name %p', name => {
    expect(messageOf(() => Port.container(name, 80))).toEqual(
      refusal('invalid-port', { given: `'${name}'`, names: ['15'] }));
  });

  test.each([0, 65536, 80.5, Infinity])('for the number %p', number => {
    const message = refusal('invalid-port', { given: number, allowed: '1 to 65535', names: ['http'] });
    expect(messageOf(() => Port.container('http', number))).toEqual(message);
    expect(messageOf(() => Port.host('http', 80, { hostPort: number }))).toEqual(message);
  });

  test.each(['', 'host.example.com', '10.0.0.256', '10.0.0', ':::', 'fe80::1%eth0'])('for the address %p', address => {
    const message = refusal('invalid-port', { given: `'${address}'`, names: ['http'] });
    expect(messageOf(() => Port.host('http', 80, { hostIp: address }))).toEqual(message);
    expect(messageOf(() => Port.undeclared('http', 80, address))).toEqual(message);
  });
});

describe('fails at synth', () => {
  const hostNetwork = { hostNamespaces: [HostNamespace.network(WHY)] };

  test('for two ports of one name', () => {
    expect(problemsOf({ ports: [Port.container('http', 80), Port.container('http', 81)] })).toEqual([
      refusal('conflicting-port', { given: "'http' 81/TCP", names: ['agent'] }),
    ]);
  });

  test('for one number under two names', () => {
    const props = { ports: [Port.container('a', 80), Port.container('b', 80)] };
    expect(problemCodesOf(props)).toEqual(['duplicate-list-key']);
    expect(placesOf('duplicate-list-key', props)).toEqual(['agent spec.template.spec.containers[0].ports[1]']);
  });

  test('for another port of the node on the host network', () => {
    expect(problemsOf({ ...hostNetwork, ports: [Port.host('http', 8080, { hostPort: 80 })] })).toEqual([
      refusal('conflicting-port', { given: 'containerPort 8080, hostPort 80', names: ['agent'] }),
    ]);
  });

  test.each([
    ['two containers with one host port', {
      ports: [Port.host('a', 80)], containers: [{ name: 'other', image: 'a:1', ports: [Port.host('b', 81, { hostPort: 80 })] }],
    },
    'other spec.template.spec.containers[1].ports[0].hostPort'],
    ['two containers with one port on the host network', {
      ...hostNetwork, ports: [Port.container('a', 80)], containers: [{ name: 'other', image: 'a:1', ports: [Port.container('a', 80)] }],
    },
    'other spec.template.spec.containers[1].ports[0].containerPort'],
    ['a port on the host network that one of them does not declare', {
      ...hostNetwork, ports: [Port.container('a', 80), Port.undeclared('b', 80, '0.0.0.0')],
    },
    'agent spec.template.spec'],
    ['a port on the host network that another container has without declaring it', {
      ...hostNetwork, ports: [Port.container('a', 80)],
      containers: [{ name: 'other', image: 'a:1', ports: [Port.undeclared('b', 80, '127.0.0.1')] }],
    },
    'other spec.template.spec'],
    ['every address and one of them', { ports: [Port.host('a', 80), Port.host('b', 81, { hostPort: 80, hostIp: '127.0.0.1' })] },
      'agent spec.template.spec.containers[0].ports[1].hostPort'],
  ])('for %s', (_, props, place) => {
    expect(problemCodesOf(props)).toEqual(['host-port-conflict']);
    expect(placesOf('host-port-conflict', props)).toEqual([place]);
  });
});
