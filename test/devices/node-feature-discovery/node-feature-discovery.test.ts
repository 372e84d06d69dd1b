import { Duration } from 'cdk8s';
import { parse } from 'yaml';
import {
  FeatureSource, NodeCoverage, NodeFeatureDiscovery, NodeFeatureDiscoveryProps, PciLabelField, Priority, Resources,
} from '../../../src';
import { EksNodes, SimulatedNode } from '../../../src/cluster';
import { Manifests } from '../../../src/testing';
import { codesOf, expectGolden, objectOf, testChart } from '../../support/golden';

function chartOf(props: NodeFeatureDiscoveryProps = {}) {
  const chart = testChart();
  new NodeFeatureDiscovery(chart, 'nfd', props);
  return chart;
}

const containerOf = (props: NodeFeatureDiscoveryProps, kind: string, name: string) => objectOf(
  chartOf(props), kind, name,
).spec.template.spec.containers[0];
const configOf = (props: NodeFeatureDiscoveryProps) => parse(objectOf(chartOf(props), 'ConfigMap').data['nfd-worker.conf']);
const rulesOf = (props: NodeFeatureDiscoveryProps, kind: string, name: string) =>
  (objectOf(chartOf(props), kind, name)?.rules
    ?? []).map(({ resources, verbs, resourceNames }: any) => [...resources, ...resourceNames ?? []].concat(verbs.join(' ')).join(' '));

test('one line runs worker, master and garbage collector', () => {
  const chart = chartOf();
  expectGolden('node-feature-discovery', chart);
  Manifests.ofChart(chart).hasNoFindings();
});

test('the workloads can be read from it', () => {
  const nfd = new NodeFeatureDiscovery(testChart(), 'nfd', { name: 'features' });
  expect([nfd.name, nfd.master.name, nfd.garbageCollector?.name]).toEqual(['features', 'features-master', 'features-gc']);
});

test('the worker runs on tainted nodes too, whose labels others wait for', () => {
  const worker = Manifests.ofChart(chartOf()).daemonSet('nfd');
  worker.runsOnAll([SimulatedNode.gpu(), SimulatedNode.controlPlane(), EksNodes.autoMode()]);
  worker.doesNotRunOn(EksNodes.fargate());
});

describe('the configuration of the worker', () => {
  test('is left to the program where nothing is said', () => {
    expect(objectOf(chartOf(), 'ConfigMap')).toBeUndefined();
    expect(containerOf({}, 'DaemonSet', 'nfd').args).toEqual(['-port=8080']);
  });

  test.each<[NodeFeatureDiscoveryProps, object]>([
    [{ sources: [FeatureSource.PCI, FeatureSource.LOCAL] }, { core: { featureSources: ['pci', 'local'], labelSources: ['pci', 'local'] } }],
    [
      { pciDeviceClasses: ['03', '0200'], pciLabelFields: [PciLabelField.VENDOR] },
      { sources: { pci: { deviceClassWhitelist: ['03', '0200'], deviceLabelFields: ['vendor'] } } },
    ],
    [{ interval: Duration.minutes(10) }, { core: { sleepInterval: '600s' } }],
    [{ interval: Duration.seconds(30), config: { core: { labelWhiteList: 'pci' }, sources: { usb: { deviceClassWhitelist: ['0e'] } } } }, {
      core: { sleepInterval: '30s', labelWhiteList: 'pci' }, sources: { usb: { deviceClassWhitelist: ['0e'] } },
    }],
  ])('%p', (props, expected) => {
    expect(configOf(props)).toEqual(expected);
    expect(containerOf(props, 'DaemonSet', 'nfd').args).toEqual(['-port=8080', '-config=/etc/nfd-worker/nfd-worker.conf']);
  });

  test('keeps classes of devices texts', () => {
    expect(objectOf(chartOf({ pciDeviceClasses: ['03', '1200'] }), 'ConfigMap').data['nfd-worker.conf']).toMatch(/"03"[^]*"1200"/);
  });

  test.each<[string, NodeFeatureDiscoveryProps]>([
    ['a class of three digits', { pciDeviceClasses: ['030'] }],
    ['a class in capitals', { pciDeviceClasses: ['0B40'] }],
    ['no source', { sources: [] }],
    ['no part of labels', { pciLabelFields: [] }],
  ])('%s is refused', (_, props) => {
    expect(codesOf(chartOf(props))).toEqual(['[test/nfd] invalid-feature-discovery']);
  });
});

describe('rights', () => {
  test('are what the programs ask for', () => {
    expect(rulesOf({}, 'Role', 'nfd')).toEqual(['pods get', 'nodefeatures get create update']);
    expect(rulesOf({}, 'ClusterRole', 'node-agents.nfd-master')).toEqual([
      'nodes get list patch', 'nodes/status patch', 'nodefeaturerules nodefeatures list watch',
    ]);
    expect(rulesOf({}, 'ClusterRole', 'node-agents.nfd-gc')).toEqual([
      'nodes list watch', 'nodefeatures list delete', 'noderesourcetopologies list delete',
    ]);
  });

  test('several masters choose a leader', () => {
    const master = { replicas: 2 };
    expect(rulesOf({ master }, 'Role', 'nfd-master')).toEqual(['leases nfd-master.nfd.kubernetes.io get update', 'leases create']);
    expect(containerOf({ master }, 'Deployment', 'nfd-master').args).toEqual(['-port=8080', '-enable-leader-election']);
    expect(objectOf(chartOf({ master }), 'PodDisruptionBudget')).toBeDefined();
  });
});

test('the master writes the labels that it is configured with', () => {
  const master = {
    extraLabelNamespaces: ['node-role.kubernetes.io'], deniedLabelNamespaces: ['*.example.com'], taints: true,
    resources: Resources.of({ cpu: '1' }),
  };
  const { args, resources } = containerOf({ master }, 'Deployment', 'nfd-master');
  expect(args).toEqual(['-port=8080', '-extra-label-ns=node-role.kubernetes.io', '-deny-label-ns=*.example.com', '-enable-taints']);
  expect(resources.requests.cpu).toBe('1');
});

test('the garbage collector can be left out, or look more often', () => {
  expect(objectOf(chartOf({ garbageCollector: { enabled: false } }), 'Deployment', 'nfd-gc')).toBeUndefined();
  expect(
    containerOf({ garbageCollector: { interval: Duration.minutes(15) } }, 'Deployment', 'nfd-gc').args,
  ).toEqual(['-port=8080', '-gc-interval=900s']);
});

test('what is said of all pods holds for all three programs', () => {
  const chart = chartOf({
    image: 'images.example.com/nfd:v0.19.0', port: 9090, priority: Priority.systemClusterCritical(), imagePullSecrets: ['registry'],
    podLabels: { team: 'a' },
  });
  const pods = [
    ['DaemonSet', 'nfd'], ['Deployment', 'nfd-master'], ['Deployment', 'nfd-gc'],
  ].map(([kind, name]) => objectOf(chart, kind, name).spec.template);
  for (const { metadata, spec } of pods) {
    expect(metadata.labels.team).toBe('a');
    expect(spec).toMatchObject({ priorityClassName: 'system-cluster-critical', imagePullSecrets: [{ name: 'registry' }] });
    expect(spec.containers[0]).toMatchObject({
      image: 'images.example.com/nfd:v0.19.0', ports: [{ containerPort: 9090 }], args: expect.arrayContaining(['-port=9090']),
    });
  }
});

test('the Deployments have nodes of their own', () => {
  const nodes = NodeCoverage.controlPlane();
  const chart = chartOf({ nodes: NodeCoverage.labelled({ pool: 'gpu' }), master: { nodes } });
  expect(objectOf(chart, 'Deployment', 'nfd-master').spec.template.spec.affinity.nodeAffinity).toBeDefined();
  expect(objectOf(chart, 'Deployment', 'nfd-gc').spec.template.spec.nodeSelector).toEqual({ 'kubernetes.io/os': 'linux' });
});
