import { App, Chart } from 'cdk8s';
import {
  CustomResourceMetric, CustomResourceMetrics, KubernetesVersion, MetricsAlerts, KubeStateMetrics, KubeStateMetricsProps,
  KubeStateProtection,
  KubeStateResource, KubeStateResources, KubeStateSharding, TargetCluster,
} from '../../../src';

const { PODS, NODES } = KubeStateResource;

const CERTIFICATES = CustomResourceMetrics.of({
  group: 'cert-manager.io', version: 'v1', kind: 'Certificate', plural: 'certificates',
  metrics: [CustomResourceMetric.info('certificate_secret', { labelsFromPath: { secret: ['spec', 'secretName'] } })],
});

/** What is put before the real program, by the id of the construct. */
const VARIANTS: { readonly [id: string]: KubeStateMetricsProps } = {
  'every-kind': { collected: KubeStateResources.only(Object.values(KubeStateResource)) },
  'standard': { labelMetrics: { namespaces: ['team'], nodes: ['*'], pods: ['app*'] }, args: ['--v=2', '--server-read-timeout=30s'] },
  'narrow': { namespaces: ['shop', 'node-agents'] },
  'per-node': { sharding: KubeStateSharding.perNode() },
  'shards': {
    sharding: KubeStateSharding.fixed(2), collected: KubeStateResources.only([PODS, NODES]), alerts: MetricsAlerts.prometheusRule(),
  },
  'auto': { sharding: KubeStateSharding.auto(2), collected: KubeStateResources.only([NODES]) },
  'guarded': { protection: KubeStateProtection.authFilter(), collected: KubeStateResources.only([NODES]) },
  'custom': { customResources: [CERTIFICATES], collected: KubeStateResources.only([NODES]) },
};

/** The objects of all of them. */
export function variantManifests(): any[] {
  const chart = new Chart(new App(), 'kube-state', { namespace: 'node-agents' });
  TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.of('1.36') });
  for (const [id, props] of Object.entries(VARIANTS)) {new KubeStateMetrics(chart, id, props);}
  return chart.toJson();
}
