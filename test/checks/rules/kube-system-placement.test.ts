import { foundBy } from './found-by';
import { daemonSet, deployment } from '../../../src/checks/example';
import { kubeSystemPlacement } from '../../../src/checks/rules/kube-system-placement';
import type { Wire } from '../../../src/private/wire';

const inNamespace = (object: Wire, namespace: string) => ({ ...object, metadata: { ...object.metadata, namespace } });

test('agents in kube-system without a priority of the system are noted', () => {
  expect(foundBy(kubeSystemPlacement, inNamespace(daemonSet(), 'kube-system'))).toEqual(['note agent metadata.namespace (kube-system)']);
  expect(foundBy(
    kubeSystemPlacement, inNamespace(daemonSet({ priorityClassName: 'system-cluster-critical' }), 'kube-system'),
    inNamespace(deployment(), 'kube-system'),
  )).toEqual([]);
});

test('network, storage and device plugins are part of the cluster', () => {
  const writing = (path: string) => inNamespace(daemonSet(
    { volumes: [{ name: 'v', hostPath: { path } }] }, { volumeMounts: [{ name: 'v', mountPath: '/v' }] },
  ), 'kube-system');
  expect(foundBy(kubeSystemPlacement, writing('/var/lib/kubelet/plugins_registry'), writing('/opt/cni/bin'))).toEqual([]);
  expect(foundBy(kubeSystemPlacement, writing('/var/lib/agent'))).toHaveLength(1);
});

test('so are cloud controller managers, and CSI plugins for Windows', () => {
  const inSystem = (pod: Wire, container: Wire = {}) => inNamespace(daemonSet(pod, container), 'kube-system');
  expect(foundBy(
    kubeSystemPlacement,
    inSystem({ tolerations: [{ key: 'node.cloudprovider.kubernetes.io/uninitialized', operator: 'Exists' }] }),
    inSystem({}, { image: 'registry.k8s.io/provider-os/openstack-cloud-controller-manager:v1.36.0' }),
    inSystem({ nodeSelector: { 'kubernetes.io/os': 'windows' } }, {
      image: 'registry.k8s.io/sig-storage/csi-node-driver-registrar:v2.17.0',
    }),
  )).toEqual([]);
  expect(foundBy(kubeSystemPlacement, inSystem({ tolerations: [{ operator: 'Exists' }] }))).toHaveLength(1);
});

test.each<[string, Wire, Wire]>([
  ['is privileged', {}, { securityContext: { privileged: true } }],
  ['runs on the control plane alone', { nodeSelector: { 'node-role.kubernetes.io/control-plane': '' } }, {}],
  ['is on the network of the node', { hostNetwork: true }, {}],
  ['sees the processes of the node', { hostPID: true }, {}],
  ['sets the clock', {}, { securityContext: { capabilities: { add: ['SYS_TIME'] } } }],
  ['is a process of a Windows node', { securityContext: { windowsOptions: { hostProcess: true } } }, {}],
  ['has done its work when it runs', { initContainers: [{ name: 'init', image: 'a:1' }] }, { image: 'registry.k8s.io/pause:3.10' }],
])('what %s serves the node', (_, pod, container) => {
  expect(foundBy(kubeSystemPlacement, inNamespace(daemonSet(pod, container), 'kube-system'))).toEqual([]);
});

test('a collector of logs, which reads files alone, is an agent as any other', () => {
  expect(foundBy(kubeSystemPlacement, inNamespace(daemonSet({ volumes: [{ name: 'v', hostPath: { path: '/var/log' } }] }, {
    securityContext: { capabilities: { drop: ['ALL'] } }, volumeMounts: [{ name: 'v', mountPath: '/var/log', readOnly: true }],
  }), 'kube-system'))).toHaveLength(1);
});
