import { foundBy } from './found-by';
import { KubeStateMetrics, KubeStateSharding } from '../../../src';
import { daemonSet, node } from '../../../src/checks/example';
import { podsWithoutMetrics } from '../../../src/checks/rules/pods-without-metrics';
import { EksNodes, GkeNodes, SimulatedNode } from '../../../src/cluster';
import { objectOf, testChart } from '../../support/golden';

function perNode(): any {
  const chart = testChart();
  new KubeStateMetrics(chart, 'ksm', { sharding: KubeStateSharding.perNode() });
  return objectOf(chart, 'DaemonSet');
}

const manifests = (...nodes: SimulatedNode[]) => nodes.map(each => each.toManifest());
const SHARD = { image: 'mirror.example.com/kube-state-metrics:v2.20.0', args: ['--node', '$(NODE_NAME)'] };

test('our own shards cover every Linux machine', () => {
  expect(foundBy(podsWithoutMetrics, perNode(), ...manifests(EksNodes.managed(), GkeNodes.gpu(), GkeNodes.arm64()))).toEqual([]);
});

test('pods on Fargate and on Windows have no metrics', () => {
  const [found] = foundBy(podsWithoutMetrics, perNode(), ...manifests(EksNodes.managed(), EksNodes.fargate(), EksNodes.windows()));
  expect(found).toMatch(/^warning ksm-pods .*fargate.*windows/);
});

test('nodes that taints keep the shards from are listed, the first three by name', () => {
  const taint = { key: 'gpu', effect: 'NoSchedule' };
  const gpus = ['a', 'b', 'c', 'd'].map(name => node(name, {}, [taint]));
  expect(foundBy(podsWithoutMetrics, daemonSet({}, SHARD), node('worker'), ...gpus)).toEqual([
    'warning agent spec.template.spec (a, b, c and 1 more)',
  ]);
});

test('a second DaemonSet may cover what the first does not', () => {
  const pool = (name: string) => daemonSet({ nodeSelector: { pool: name } }, SHARD, { name });
  expect(foundBy(podsWithoutMetrics, pool('a'), pool('b'), node('1', { pool: 'a' }), node('2', { pool: 'b' }))).toEqual([]);
});

test('other DaemonSets, and kube-state-metrics as a whole, are none of its business', () => {
  const tainted = node('gpu', {}, [{ key: 'gpu', effect: 'NoSchedule' }]);
  expect(foundBy(podsWithoutMetrics, daemonSet(), tainted)).toEqual([]);
  expect(foundBy(podsWithoutMetrics, daemonSet({}, { ...SHARD, args: ['--resources=pods'] }), tainted)).toEqual([]);
  expect(foundBy(podsWithoutMetrics, daemonSet({}, SHARD))).toEqual([]);
});
