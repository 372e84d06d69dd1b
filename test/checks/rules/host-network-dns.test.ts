import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { hostNetworkDns } from '../../../src/checks/rules/host-network-dns';
import type { Wire } from '../../../src/private/wire';

const HOST = { hostNetwork: true };
const service = (name: string, namespace: string) => ({
  apiVersion: 'v1', kind: 'Service', metadata: { name, namespace }, spec: { ports: [{ port: 80 }] },
});
const config = {
  apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'config', namespace: 'agents' },
  data: { 'agent.yaml': 'endpoint: otel.observability.svc.cluster.local:4317' },
};

test.each<[string, Wire, Wire[]]>([
  ['a qualified name', { args: ['--url=http://loki.logging.svc:3100/push'] }, []],
  ['a variable', { env: [{ name: 'HOST', value: 'loki.logging.svc.cluster.local' }] }, []],
  ['the API server by its Service', { args: ['https://kubernetes.default:443'] }, []],
  ['a Service of the namespace', { command: ['agent', '--server', 'collector:4317'] }, [service('collector', 'agents')]],
  ['a Service of another namespace', { args: ['http://collector.tools/push'] }, [service('collector', 'tools')]],
  ['a ConfigMap that is read', { envFrom: [{ configMapRef: { name: 'config' } }] }, [config]],
])('%s is a name of a Service', (_, container, others) => {
  expect(foundBy(hostNetworkDns, daemonSet(HOST, container), ...others)).toHaveLength(1);
  expect(foundBy(hostNetworkDns, daemonSet({ ...HOST, dnsPolicy: 'ClusterFirstWithHostNet' }, container), ...others)).toEqual([]);
  expect(foundBy(hostNetworkDns, daemonSet({}, container), ...others)).toEqual([]);
});

test.each<[string, Wire, Wire[]]>([
  ['nothing at all', {}, []],
  ['a host of the world', { args: ['https://logs.example.com:443', 'example.com:80'] }, []],
  ['an address', { args: ['http://127.0.0.1:9100', '0.0.0.0:80', 'localhost:8080'] }, [service('collector', 'agents')]],
  ['a Service of another namespace by its name alone', { args: ['http://collector:80'] }, [service('collector', 'tools')]],
  ['a word that is also the name of a Service', { args: ['--name=collector'] }, [service('collector', 'agents')]],
])('%s is none', (_, container, others) => {
  expect(foundBy(hostNetworkDns, daemonSet(HOST, container), ...others)).toEqual([]);
});
