import { foundBy } from './found-by';
import { daemonSet, node } from '../../../src/checks/example';
import { duplicateAgent } from '../../../src/checks/rules/duplicate-agent';
import { twoCniPlugins } from '../../../src/checks/rules/two-cni-plugins';
import type { Wire } from '../../../src/private/wire';

const IMAGES = {
  calico: 'quay.io/calico/node:v3.32.1', cilium: 'quay.io/cilium/cilium:v1.20.0', flannel: 'ghcr.io/flannel-io/flannel:v0.28.9',
  aws: '602401143452.dkr.ecr.eu-west-1.amazonaws.com/amazon-k8s-cni:v1.23.0',
  multus: 'ghcr.io/k8snetworkplumbingwg/multus-cni:v4.3.0-thick',
};

const runs = (name: keyof typeof IMAGES, container: Wire = {}, pod: Wire = {}) => daemonSet(
  { hostNetwork: true, ...pod }, { image: IMAGES[name], ...container }, { name },
);
const calico = (backend: string | object) => runs('calico', {
  env: [{ name: 'CALICO_NETWORKING_BACKEND', ...typeof backend === 'string' ? { value: backend } : { valueFrom: backend } }],
});
const map = (name: string, data: Wire): Wire => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'agents' }, data });
const cilium = (data: Wire, pod: Wire = {}) => [runs('cilium', {}, pod), map('cilium-config', data)];
const BACKEND = { configMapKeyRef: { name: 'calico-config', key: 'calico_backend' } };

test.each<[string, Wire[], string]>([
  ['flannel and Calico', [runs('flannel'), calico('vxlan')], `error calico containers[0].image (${IMAGES.calico})`],
  ['flannel and Calico that says nothing, which routes by BGP', [
    runs('flannel'), runs('calico'),
  ], `error calico containers[0].image (${IMAGES.calico})`],
  ['flannel and Calico whose backend is in a ConfigMap', [
    runs('flannel'), calico(BACKEND), map('calico-config', { calico_backend: 'bird' }),
  ],
  `error calico containers[0].image (${IMAGES.calico})`],
  ['Amazon VPC CNI and a Cilium of its own', [
    runs('aws'), ...cilium({ ipam: 'cluster-pool' }),
  ], `error cilium containers[0].image (${IMAGES.cilium})`],
  ['flannel and Cilium with no chaining', [
    runs('flannel'), ...cilium({ 'cni-chaining-mode': 'none' }),
  ], `error cilium containers[0].image (${IMAGES.cilium})`],
  ['a mirror and a CNI plugin', [
    runs('flannel', { image: 'registry.example.com/mirror/rancher/mirrored-flannel-flannel:v0.28.9' }), calico('bird'),
  ],
  `error calico containers[0].image (${IMAGES.calico})`],
])('%s are two', (_, objects, finding) => {
  expect(foundBy(twoCniPlugins, ...objects)).toEqual([finding]);
});

test.each<[string, Wire[]]>([
  ['Calico that enforces policies alone', [runs('flannel'), calico('none')]],
  ['canal, which is both in one DaemonSet', [daemonSet({
    hostNetwork: true, containers: [
      { name: 'calico-node', image: IMAGES.calico, env: [{ name: 'CALICO_NETWORKING_BACKEND', value: 'none' }] },
      { name: 'kube-flannel', image: IMAGES.flannel },
    ],
  })]],
  ['Calico whose backend stands in a ConfigMap that nobody sees', [runs('flannel'), calico(BACKEND)]],
  ['Cilium that is chained to the Amazon VPC CNI', [runs('aws'), ...cilium({ 'cni-chaining-mode': 'aws-cni' })]],
  ['Cilium that is chained by a flag', [runs('aws'), runs('cilium', { args: ['--cni-chaining-mode=aws-cni'] }), map('cilium-config', {})]],
  ['Cilium with a configuration of CNI that someone else writes', [runs('flannel'), ...cilium({ 'custom-cni-conf': 'true' })]],
  ['Cilium whose configuration nobody sees', [runs('flannel'), runs('cilium')]],
  ['Multus, which calls the other', [runs('flannel'), runs('multus')]],
  ['an init container of another', [calico('bird'), daemonSet({ initContainers: [{ name: 'install', image: IMAGES.flannel }] })]],
  ['a job that moves the addresses', [calico('bird'), {
    apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'migration', namespace: 'agents' },
    spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'move', image: IMAGES.flannel }] } } },
  }]],
  ['a check before an upgrade with the image of the agent', [
    runs('flannel'), runs('cilium', { command: ['/bin/sh', '-c', 'sleep 1h'] }), map('cilium-config', {}),
  ]],
  ['one that is switched off by a label', [runs('aws', {}, { nodeSelector: { 'io.cilium/aws-node-enabled': 'true' } }), ...cilium({})]],
  ['pools of different names', [runs('flannel', {}, { nodeSelector: { pool: 'a' } }), runs('calico', {}, { nodeSelector: { pool: 'b' } })]],
  ['Linux and Windows', [
    runs('flannel', {}, { nodeSelector: { 'kubernetes.io/os': 'windows' } }),
    runs('calico', {}, { nodeSelector: { 'kubernetes.io/os': 'linux' } }),
  ]],
  ['a router that is switched off', [
    runs('flannel'), runs('calico', { image: 'cloudnativelabs/kube-router:v2.11.1', args: ['--run-router=false', '--run-firewall=true'] }),
  ]],
])('%s is no second CNI plugin', (_, objects) => {
  expect(foundBy(twoCniPlugins, ...objects)).toEqual([]);
  expect(foundBy(twoCniPlugins, ...[...objects].reverse())).toEqual([]);
});

test('two of one project are left to the rule about duplicates', () => {
  const objects = [runs('flannel'), daemonSet({ hostNetwork: true }, { image: IMAGES.flannel }, { name: 'other' })];
  expect(foundBy(twoCniPlugins, ...objects)).toEqual([]);
  expect(foundBy(duplicateAgent, ...objects)).toHaveLength(1);
});

test('where the nodes are known they decide, whatever labels the agents ask for', () => {
  const objects = [runs('flannel', {}, { nodeSelector: { old: 'true' } }), runs('calico')];
  expect(foundBy(twoCniPlugins, ...objects, node('a'))).toEqual([]);
  expect(foundBy(twoCniPlugins, ...objects, node('a', { old: 'true' }))).toHaveLength(1);
});
