import { App, Chart } from 'cdk8s';
import * as fc from 'fast-check';
import {
  CustomResourceMetric, CustomResourceMetrics, KubeStateMetrics, KubeStateMetricsProps, KubeStateProtection, KubeStateResource,
  KubeStateResources,
  KubeStateSharding, KubernetesVersion, TargetCluster,
} from '../../../src';
import { kubeStateFlags } from '../../../src/metrics/kube-state-metrics/kube-state-flags';
import { RESOURCES, ResourceName, rowOf } from '../../../src/metrics/kube-state-metrics/resource-table';
import { testChart } from '../../support/golden';
import { runs } from '../../support/runs';

/** One right: where, to which group and kind, and the verbs. */
type Right = readonly [place: string, group: string, resource: string, verbs: string];

function manifestsOf(props: KubeStateMetricsProps, chart: Chart = testChart()): any[] {
  new KubeStateMetrics(chart, 'ksm', props);
  return chart.toJson();
}

/** The rights of an account, rule by rule. */
function rightsOf(manifests: readonly any[], account: string): Right[] {
  const bindings = manifests.filter(({ kind, subjects }) => /RoleBinding$/.test(kind)
    && subjects.some(({ name }: any) => name === account));
  return bindings.flatMap(({ roleRef, metadata: { namespace = '' } }): Right[] => {
    const role = manifests.find(({ kind, metadata }) => kind === roleRef.kind && metadata.name === roleRef.name
      && (metadata.namespace ?? '') === namespace);
    return role.rules.flatMap(({
      apiGroups, resources, verbs, resourceNames,
    }: any): Right[] => apiGroups.flatMap((group: string) => resources.map(
      (resource: string): Right => [namespace, group, [resource, ...resourceNames ?? []].join('/'), verbs.join(',')],
    )));
  });
}

test.each(Object.keys(RESOURCES) as ResourceName[])('%s is listed and watched, and nothing else is granted', resource => {
  const chart = new Chart(new App(), 'test', { namespace: 'node-agents' });
  TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.of('1.36') });
  const manifests = manifestsOf({ collected: KubeStateResources.only([resource as KubeStateResource]) }, chart);
  expect(rightsOf(manifests, 'ksm')).toEqual([['', rowOf(resource).group, resource, 'list,watch']]);
});

test('the enum has every kind of the table', () => {
  expect(Object.values(KubeStateResource).sort()).toEqual(Object.keys(RESOURCES).sort());
});

test('no values of Secrets and ConfigMaps are read unless somebody asks', () => {
  const read = (props: KubeStateMetricsProps) => rightsOf(manifestsOf(props), 'ksm').map(([, , resource]) => resource);
  expect(read({})).not.toEqual(expect.arrayContaining(['secrets']));
  expect(read({})).not.toEqual(expect.arrayContaining(['configmaps']));
  expect(read({ collected: KubeStateResources.standardAnd([KubeStateResource.SECRETS]) })).toEqual(expect.arrayContaining(['secrets']));
});

test('kinds that are in namespaces are read in the chosen namespaces alone', () => {
  const collected = KubeStateResources.only([KubeStateResource.PODS, KubeStateResource.NODES]);
  expect(rightsOf(manifestsOf({ collected, namespaces: ['b', 'a'] }), 'ksm').sort()).toEqual([
    ['', '', 'nodes', 'list,watch'], ['a', '', 'pods', 'list,watch'], ['b', '', 'pods', 'list,watch'],
  ]);
});

test('a StatefulSet finds out about itself', () => {
  const collected = KubeStateResources.only([KubeStateResource.NODES]);
  expect(rightsOf(manifestsOf({ collected, sharding: KubeStateSharding.auto(2) }), 'ksm')).toEqual([
    ['', '', 'nodes', 'list,watch'],
    ['node-agents', '', 'pods', 'get'],
    ['node-agents', 'apps', 'statefulsets/ksm', 'get,list,watch'],
  ]);
});

test.each([
  KubeStateProtection.authFilter(), KubeStateProtection.kubeRbacProxy(),
])('who asks about readers may ask the API server', protection => {
  const collected = KubeStateResources.only([KubeStateResource.NODES]);
  expect(rightsOf(manifestsOf({ collected, protection }), 'ksm')).toEqual([
    ['', '', 'nodes', 'list,watch'],
    ['', 'authentication.k8s.io', 'tokenreviews', 'create'],
    ['', 'authorization.k8s.io', 'subjectaccessreviews', 'create'],
  ]);
});

test('pods of the nodes read pods, and nothing else', () => {
  const manifests = manifestsOf({ sharding: KubeStateSharding.perNode() });
  for (const account of [
    'ksm-pods', 'ksm-unscheduled-pods',
  ]) {expect(rightsOf(manifests, account)).toEqual([['', '', 'pods', 'list,watch']]);}
  expect(rightsOf(manifests, 'ksm').map(([, , resource]) => resource)).not.toContain('pods');
});

test('shards share the account of the first', () => {
  const manifests = manifestsOf({ sharding: KubeStateSharding.fixed(3) });
  const accounts = manifests.filter(({ kind }) => kind === 'Deployment').map(({ spec }) => spec.template.spec.serviceAccountName);
  expect(accounts).toEqual(['ksm', 'ksm', 'ksm']);
  expect(manifests.filter(({ kind }) => kind === 'ServiceAccount')).toHaveLength(1);
});

test('custom resources are read with their definitions', () => {
  const certificates = CustomResourceMetrics.of({
    group: 'cert-manager.io', version: 'v1', kind: 'Certificate', plural: 'certificates',
    metrics: [CustomResourceMetric.info('certificate_info')],
  });
  const collected = KubeStateResources.only([KubeStateResource.NODES]);
  expect(rightsOf(manifestsOf({ collected, customResources: [certificates], namespaces: ['a'] }), 'ksm').sort()).toEqual([
    ['', '', 'nodes', 'list,watch'],
    ['', 'apiextensions.k8s.io', 'customresourcedefinitions', 'list,watch'],
    ['a', 'cert-manager.io', 'certificates', 'list,watch'],
  ]);
});

const kinds = fc.uniqueArray(fc.constantFrom(...Object.values(KubeStateResource)), { minLength: 1, maxLength: 6 });
const collected = fc.oneof(
  fc.constant(KubeStateResources.standard()), kinds.map(each => KubeStateResources.only(each)),
  kinds.map(each => KubeStateResources.standardAnd(each)),
  kinds.filter(each => !each.includes(KubeStateResource.PODS)).map(each => KubeStateResources.standardWithout(each)),
);
const setups = fc.record({
  minor: fc.integer({ min: 28, max: 36 }),
  release: fc.integer({ min: 13, max: 20 }),
  collected,
  namespaces: fc.constantFrom<Array<string[] | undefined>>(undefined, ['a'], ['a', 'b']),
  sharding: fc.constantFrom(KubeStateSharding.none(), KubeStateSharding.fixed(2), KubeStateSharding.auto(2), KubeStateSharding.perNode()),
  protection: fc.constantFrom(KubeStateProtection.none(), KubeStateProtection.authFilter(), KubeStateProtection.kubeRbacProxy()),
});

test('whatever is asked for, the release knows the flags, and the rights are those that --resources needs', () => {
  let written = 0;
  fc.assert(fc.property(setups, ({ minor, release, ...props }) => {
    const chart = new Chart(new App(), 'test', { namespace: 'node-agents' });
    TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.of(`1.${minor}`) });
    let manifests: any[];
    try {
      manifests = manifestsOf({ ...props, version: `2.${release}.0` }, chart);
    } catch (error) {
      // a kind or flag that is too new, pods alone per node, or series that an old release doubles
      expect((error as Error).message).toMatch(/(flag-too-new|field-too-new|invalid-sharding|duplicate-series): /);
      return;
    }
    written += 1;
    for (const { spec } of manifests.filter(({ spec: each }) => each?.template !== undefined)) {
      const { serviceAccountName, containers: [{ args }] } = spec.template.spec;
      const flags = (args as string[]).map(arg => /^--([^=]+)(?:=(.*))?$/.exec(arg)!);
      for (const [, name, value = 'true'] of flags) {
        const flag = kubeStateFlags([2, release]).find(name);
        expect([name, flag?.missing, flag?.type?.accepts(value) ?? true]).toEqual([name, undefined, true]);
      }
      const resources = flags.find(([, name]) => name === 'resources')![2].split(',');
      const read = rightsOf(manifests, serviceAccountName).filter(([, , , verbs]) => verbs === 'list,watch').map(
        ([place, group, resource]) => [place, group, resource],
      );
      expect(read.map(String).sort()).toEqual(resources.flatMap(resource => {
        const { group, isNamespaced } = rowOf(resource as ResourceName);
        return (isNamespaced ? props.namespaces ?? [''] : ['']).map(place => String([place, group, resource]));
      }).sort());
    }
  }), { numRuns: runs(60) });
  expect(written).toBeGreaterThan(10);
});
