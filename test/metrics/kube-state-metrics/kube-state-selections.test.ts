import { KubeStateMetrics, KubeStateMetricsProps, KubeStateResource, KubeStateResources, KubeStateSharding, KubernetesVersion, TargetCluster } from '../../../src';
import { codesOf, errorsOf, testChart } from '../../support/golden';

const PODS_AND_NODES = KubeStateResources.only([KubeStateResource.PODS, KubeStateResource.NODES]);

function argsOf(props: KubeStateMetricsProps): string[][] {
  const chart = testChart();
  new KubeStateMetrics(chart, 'ksm', { collected: PODS_AND_NODES, ...props });
  return chart.toJson().filter(({ spec }: any) => spec?.template).map(({ spec }: any) => spec.template.spec.containers[0].args.filter((arg: string) => /allowlist/.test(arg)));
}

test('labels and annotations are chosen by kind, in order', () => {
  expect(argsOf({ labelMetrics: { pods: ['app', 'team'], nodes: ['pool'] }, annotationMetrics: { pods: ['a.example.com/b'] } })).toEqual([[
    '--metric-annotations-allowlist=pods=[a.example.com/b]', '--metric-labels-allowlist=nodes=[pool],pods=[app,team]',
  ]]);
});

test('a star stands for all labels, and the program reads it only by itself', () => {
  expect(argsOf({ labelMetrics: { '*': ['team', '*'] } })).toEqual([['--metric-labels-allowlist=*=[*]']]);
});

test('each workload is told of the kinds that it collects', () => {
  expect(argsOf({ labelMetrics: { pods: ['app'], nodes: ['pool'] }, sharding: KubeStateSharding.perNode() })).toEqual([
    ['--metric-labels-allowlist=nodes=[pool]'], ['--metric-labels-allowlist=pods=[app]'], ['--metric-labels-allowlist=pods=[app]'],
  ]);
});

function errorsWith(props: KubeStateMetricsProps, minor: number = 36): string[] {
  const chart = testChart();
  TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.of(`1.${minor}`) });
  new KubeStateMetrics(chart, 'ksm', { collected: PODS_AND_NODES, ...props });
  return errorsOf(chart);
}

test.each<[string, KubeStateMetricsProps, string]>([
  ['a kind that is not collected', { labelMetrics: { services: ['a'] } }, "invalid-label-selection: .*'services'.*add the kind to `collected`"],
  ['a kind that does not exist', { labelMetrics: { pod: ['a'] } }, "invalid-label-selection: .*'pod'.*did you mean pods"],
  ['what is no label', { annotationMetrics: { pods: ['a b'] } }, "invalid-label-selection: an object cannot have this label; given: annotationMetrics: 'a b'"],
  ['a pattern before 2.20', { labelMetrics: { pods: ['example.com/*'] }, version: '2.19.0' }, 'invalid-label-selection: patterns for labels need a newer release.*use 2.20'],
  ['a pattern with two stars', { labelMetrics: { pods: ['a*b*'] } }, 'invalid-label-selection: '],
  ['a kind of a newer release', { collected: KubeStateResources.only([KubeStateResource.VALIDATING_ADMISSION_POLICIES]), version: '2.19.0' }, 'flag-too-new: '],
  ['several namespaces with kinds of the cluster before 2.20', { namespaces: ['a', 'b'], version: '2.19.0' },
    'duplicate-series: .*given: 2 namespaces, nodes; allowed: 2.20 or newer, one namespace, or no such kinds; fix: use 2.20'],
])('%s is refused', (_, props, message) => {
  expect(errorsWith(props)).toEqual([expect.stringMatching(new RegExp(`^\\[test/ksm\\] ${message}`))]);
});

test('a pattern is taken from 2.20 on', () => {
  expect(errorsWith({ labelMetrics: { pods: ['example.com/*'] } })).toEqual([]);
});

test('a kind that the cluster does not serve is refused by name, and left out of the standard', () => {
  expect(errorsWith({ collected: KubeStateResources.only([KubeStateResource.VALIDATING_ADMISSION_POLICIES]) }, 28)).toEqual([expect.stringMatching('field-too-new: ')]);
  const chart = testChart();
  TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.of('1.28') });
  new KubeStateMetrics(chart, 'ksm');
  expect(codesOf(chart)).toEqual([]);
});
