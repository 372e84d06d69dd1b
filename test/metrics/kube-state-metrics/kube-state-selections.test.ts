import {
  KubeStateMetrics, KubeStateMetricsProps, KubeStateResource, KubeStateResources, KubeStateSharding, KubernetesVersion, TargetCluster,
} from '../../../src';
import { codesOf, errorsOf, testChart } from '../../support/golden';
import { refusal } from '../../support/refusal';

const PODS_AND_NODES = KubeStateResources.only([KubeStateResource.PODS, KubeStateResource.NODES]);

function argsOf(props: KubeStateMetricsProps): string[][] {
  const chart = testChart();
  new KubeStateMetrics(chart, 'ksm', { collected: PODS_AND_NODES, ...props });
  return chart.toJson().filter(({ spec }: any) => spec?.template).map(({ spec }: any) => spec.template.spec.containers[0].args.filter(
    (arg: string) => /allowlist/.test(arg),
  ));
}

test('labels and annotations are chosen by kind, in order', () => {
  expect(argsOf({ labelMetrics: { pods: ['app', 'team'], nodes: ['pool'] }, annotationMetrics: { pods: ['a.example.com/b'] } })).toEqual([[
    '--metric-annotations-allowlist=pods=[a.example.com/b]', '--metric-labels-allowlist=nodes=[pool],pods=[app,team]',
  ]]);
});

test('a star stands for all labels, and the program reads it only by itself', () => {
  expect(argsOf({ labelMetrics: { '*': ['team', '*'] } })).toEqual([['--metric-labels-allowlist=*=[*]']]);
});

test('each workload is shown the kinds that it collects', () => {
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

test.each<[string, KubeStateMetricsProps, any]>([
  ['a kind that is not collected', {
    labelMetrics: { services: ['a'] },
  }, refusal('invalid-label-selection', { names: ["'services'"] })],
  ['a kind that does not exist', { labelMetrics: { pod: ['a'] } }, refusal('invalid-label-selection', { names: ["'pod'"] })],
  ['what is no label', {
    annotationMetrics: { pods: ['a b'] },
  }, refusal('invalid-label-selection', { given: "annotationMetrics: 'a b'" })],
  ['a pattern before 2.20', {
    labelMetrics: { pods: ['example.com/*'] }, version: '2.19.0',
  }, refusal('invalid-label-selection', { names: ['2.20'] })],
  ['a pattern with two stars', { labelMetrics: { pods: ['a*b*'] } }, refusal('invalid-label-selection', { names: ['a*b*'] })],
  ['a kind of a newer release', {
    collected: KubeStateResources.only([KubeStateResource.VALIDATING_ADMISSION_POLICIES]), version: '2.19.0',
  }, refusal('flag-too-new')],
  ['several namespaces with kinds of the cluster before 2.20', { namespaces: ['a', 'b'], version: '2.19.0' },
    refusal('duplicate-series', { names: ['2', '2.20'] })],
])('%s is refused', (_, props, message) => {
  expect(errorsWith(props)).toEqual([message.of('test/ksm')]);
});

test('a pattern is taken from 2.20 on', () => {
  expect(errorsWith({ labelMetrics: { pods: ['example.com/*'] } })).toEqual([]);
});

test('a kind that the cluster does not serve is refused by name, and left out of the standard', () => {
  expect(errorsWith({ collected: KubeStateResources.only([KubeStateResource.VALIDATING_ADMISSION_POLICIES]) }, 28)).toEqual([
    expect.stringMatching('field-too-new: '),
  ]);
  const chart = testChart();
  TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.of('1.28') });
  new KubeStateMetrics(chart, 'ksm');
  expect(codesOf(chart)).toEqual([]);
});
