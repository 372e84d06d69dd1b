import { foundBy } from './found-by';
import { NodeCoverage, VirtualNodes } from '../../../src';
import { daemonSet, node } from '../../../src/checks/example';
import { virtualNodeNotExcluded } from '../../../src/checks/rules/virtual-node-not-excluded';
import type { Wire } from '../../../src/private/wire';

const tolerations = [{ operator: 'Exists' }];
const fargate = node('fargate-1', { 'eks.amazonaws.com/compute-type': 'fargate' }, [
  { key: 'eks.amazonaws.com/compute-type', value: 'fargate', effect: 'NoSchedule' },
]);
const everywhere = daemonSet({ tolerations });

test('where neither nodes nor a platform nor a cloud is known, there may be no virtual nodes at all', () => {
  expect(foundBy(virtualNodeNotExcluded, everywhere)).toEqual([]);
});

test('a virtual node of the cluster is a warning, and a cluster that has none is fine', () => {
  expect(foundBy(virtualNodeNotExcluded, everywhere, node('a'), fargate)).toEqual(['warning agent affinity (fargate-1)']);
  expect(foundBy(virtualNodeNotExcluded, everywhere, node('a'))).toEqual([]);
  const plain = Array.from({ length: 3 }, (_, index) => node(`vk-${index}`, { type: 'virtual-kubelet' }));
  expect(foundBy(virtualNodeNotExcluded, daemonSet(), ...plain)).toEqual(['warning agent affinity (vk-0 and 2 more)']);
});

const OF_AKS = { image: 'mcr.microsoft.com/oss/agent:1' };

function covering(coverage: NodeCoverage): Wire {
  const { nodeSelector, terms } = coverage._selection();
  return daemonSet({
    tolerations, nodeSelector,
    ...terms && { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms } } } },
  }, OF_AKS);
}

test.each<[string, Wire]>([
  ['the default coverage of this library', covering(NodeCoverage.linux())],
  ['one without serverless nodes', covering(NodeCoverage.linux({ virtualNodes: VirtualNodes.excluded() }))],
  ['a pool that is asked for by label', covering(NodeCoverage.labelled({ pool: 'a' }, { virtualNodes: VirtualNodes.included() }))],
  ['an agent that tolerates nothing', daemonSet({}, OF_AKS)],
  ['an agent for Windows', daemonSet({ tolerations, nodeSelector: { 'kubernetes.io/os': 'windows' } }, OF_AKS)],
])('%s stays away', (_, agent) => {
  expect(foundBy(virtualNodeNotExcluded, agent)).toEqual([]);
});

test('every term must leave them out', () => {
  const [term] = NodeCoverage.linux()._selection().terms!;
  const terms = [term, { matchExpressions: [{ key: 'kubernetes.io/os', operator: 'Exists' }] }];
  const affinity = { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms } } };
  expect(foundBy(virtualNodeNotExcluded, daemonSet({ tolerations, affinity }, OF_AKS))).toHaveLength(1);
});

test('the coverage that asks for them gets a note, and a toleration by key is meant', () => {
  expect(foundBy(virtualNodeNotExcluded, covering(NodeCoverage.linux({ virtualNodes: VirtualNodes.included() })))).toHaveLength(1);
  const meant = [{ key: 'virtual-kubelet.io/provider', operator: 'Exists' }, { key: 'eks.amazonaws.com/compute-type', operator: 'Exists' }];
  expect(foundBy(virtualNodeNotExcluded, daemonSet({ tolerations: meant }, OF_AKS))).toEqual([]);
});

test.each<[string, Wire, string[]]>([
  ['mcr.microsoft.com/oss/agent:1', {}, ['note agent affinity (virtual-kubelet)']],
  ['123456789012.dkr.ecr.us-west-2.amazonaws.com/agent:1', {}, ['note agent affinity (AWS Fargate)']],
  ['gke.gcr.io/agent:1', {}, []], ['ghcr.io/oracle/cloud-provider-oci:v1', {}, []], ['hetznercloud/hcloud-csi-driver:2', {}, []],
  ['agent:1', { nodeSelector: { 'cloud.google.com/gke-accelerator': 'l4' } }, []],
  ['registry.k8s.io/agent:1', {}, []],
])('%s with %j is held against the virtual nodes of its cloud', (image, pod, lines) => {
  expect(foundBy(virtualNodeNotExcluded, daemonSet({ tolerations, ...pod }, { image }))).toEqual(lines);
  expect(foundBy(virtualNodeNotExcluded, daemonSet({ tolerations, ...pod }, { image }), node('a'), fargate)).toHaveLength(
    'nodeSelector' in pod ? 0 : 1,
  );
});
