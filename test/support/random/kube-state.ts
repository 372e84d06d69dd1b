import * as fc from 'fast-check';
import {
  CustomResourceMetric, CustomResourceMetrics, KubeStateMetricFilter, KubeStateMetricsProps, KubeStateProtection, KubeStateResource,
  KubeStateResources,
  KubeStateSharding, MetricsScraping,
} from '../../../src';
import { RESOURCES, ResourceName, rowOf } from '../../../src/metrics/kube-state-metrics/resource-table';

/** Kinds that every release and every cluster has. */
const OLD = (Object.keys(RESOURCES) as ResourceName[]).filter(name => rowOf(name).since === undefined) as string[] as KubeStateResource[];
const kinds = fc.uniqueArray(fc.constantFrom(...OLD), { minLength: 1, maxLength: 6 });
const { PODS, NODES } = KubeStateResource;

const certificates = CustomResourceMetrics.of({
  group: 'cert-manager.io', version: 'v1', kind: 'Certificate', plural: 'certificates',
  metrics: [CustomResourceMetric.info('info', { path: ['spec'] })],
});

/** What can be said of kube-state-metrics, so that it must be taken by any cluster. */
export const randomKubeStateProps: fc.Arbitrary<KubeStateMetricsProps> = fc.record({
  collected: fc.oneof(
    fc.constant(undefined), kinds.map(each => KubeStateResources.only([...each, PODS, NODES])),
    kinds.map(each => KubeStateResources.standardAnd(each)),
    kinds.filter(each => !each.includes(PODS)).map(each => KubeStateResources.standardWithout(each)),
  ),
  namespaces: fc.constantFrom<Array<string[] | undefined>>(undefined, ['a'], ['a', 'b']),
  sharding: fc.constantFrom(undefined, KubeStateSharding.fixed(2), KubeStateSharding.auto(2), KubeStateSharding.perNode()),
  protection: fc.constantFrom(undefined, KubeStateProtection.authFilter(), KubeStateProtection.kubeRbacProxy()),
  metrics: fc.constantFrom(undefined, KubeStateMetricFilter.only(['kube_pod_.*']), KubeStateMetricFilter.except(['kube_pod_info'])),
  labelMetrics: fc.constantFrom<Array<{ [kind: string]: string[] } | undefined>>(undefined, { pods: ['app', 'example.com/*'] }, {
    '*': ['*'],
  }),
  customResources: fc.constantFrom<Array<CustomResourceMetrics[] | undefined>>(undefined, [certificates]),
  scraping: fc.constantFrom(undefined, MetricsScraping.serviceMonitor(), MetricsScraping.podMonitor()),
}).map(({ protection, scraping, ...props }) => ({
  ...props, protection, scraping: scraping?.kind === 'PodMonitor' && protection !== undefined ? undefined : scraping,
}));
