import { ClusterAgent, PodSpread } from '../../../src';
import { objectOf, testChart } from '../../support/golden';

test.each<[string, PodSpread, Array<[key: string, whenUnsatisfiable: string]> | undefined]>([
  ['nodes', PodSpread.acrossNodes(), [['kubernetes.io/hostname', 'ScheduleAnyway']]],
  ['zones first', PodSpread.acrossZones(), [
    ['topology.kubernetes.io/zone', 'ScheduleAnyway'], ['kubernetes.io/hostname', 'ScheduleAnyway'],
  ]],
  ['nodes or not at all', PodSpread.strictlyAcrossNodes(), [['kubernetes.io/hostname', 'DoNotSchedule']]],
  ['what the cluster says', PodSpread.clusterDefault(), undefined],
])('pods are spread over %s', (_, spread, expected) => {
  const chart = testChart();
  new ClusterAgent(chart, 'agent', { image: 'a:1', replicas: 2, spread });
  const constraints = objectOf(chart, 'Deployment').spec.template.spec.topologySpreadConstraints;
  expect(constraints?.map((each: any) => [each.topologyKey, each.whenUnsatisfiable])).toEqual(expected);
});
