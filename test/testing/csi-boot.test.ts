import { failureOf, yamlOf } from './support';
import { Cni, CniPlugin, CsiController, CsiDriver, CsiNodePlugin, CsiNodePluginProps, KubeProxy, NodeAgent } from '../../src';
import { deployment } from '../../src/checks/example';
import { csiPlugin } from '../../src/checks/facts/csi-example';
import { NodeTaint } from '../../src/cluster/simulated/node-taint';
import { SimulatedNode } from '../../src/cluster/simulated/simulated-node';
import { Manifests } from '../../src/testing/manifests';
import { EVERY_CSI_DRIVER } from '../support/every-csi-driver';
import { testChart } from '../support/golden';

const API = { apiServer: { host: '192.0.2.1' } };
const WORKER = SimulatedNode.linux('worker-1');

/** A cluster with a network, a driver and an agent without tolerations of its own. */
function clusterOf(props: CsiNodePluginProps, withController: boolean = true): Manifests {
  const chart = testChart();
  new KubeProxy(chart, 'kube-proxy', API);
  new CniPlugin(chart, 'network', { network: Cni.flannel(), ...API });
  new NodeAgent(chart, 'everywhere', { image: 'registry.example.com/agent:1.0.0' });
  new CsiNodePlugin(chart, 'csi', props);
  if (withController && props.driver._options.controller) {new CsiController(chart, 'csi-controller', { driver: props.driver });}
  return Manifests.ofChart(chart);
}

/** The round in which something happens. */
function roundOf(lines: readonly string[], text: string): number {
  const line = lines.find(each => each.includes(text));
  expect([text, line]).toEqual([text, expect.any(String)]);
  return Number(/^\d+/.exec(line!)![0]);
}

/** The controller of Google's driver, which takes the taint away, waits for it to be no more than NoSchedule. */
const taintOf = (preset: string, driver: CsiDriver) => (preset === 'gcePersistentDisk'
  ? NodeTaint.noSchedule(driver.startupTaintKey) : NodeTaint.noExecute(driver.startupTaintKey));

/** Drivers that take their taint from a new node. */
const REMOVING: { readonly [preset: string]: () => CsiDriver } = {
  awsEbs: () => CsiDriver.awsEbs(), awsEfs: () => CsiDriver.awsEfs(), azureDisk: () => CsiDriver.azureDisk(),
  mountpointS3: () => CsiDriver.mountpointS3(),
  gcePersistentDisk: () => CsiDriver.gcePersistentDisk({ removesStartupTaint: true }),
};

test.each(Object.entries(REMOVING))('the start-up taint of %s keeps applications away until the driver runs on the '
  + 'node', (preset, driver) => {
  const tainted = WORKER.withTaint(taintOf(preset, driver()));
  const manifests = clusterOf({ driver: driver() });
  manifests.bootsOn([tainted]);
  const lines = manifests.bootOrder([tainted]);
  const plugin = roundOf(lines, 'DaemonSet node-agents/csi starts');
  expect(roundOf(lines, 'takes applications')).toBeGreaterThanOrEqual(plugin);
  // what tolerates everything does not wait for the driver
  expect(roundOf(lines, 'kube-system/network starts')).toBeLessThanOrEqual(plugin);
});

test.each(Object.entries(EVERY_CSI_DRIVER).filter(([preset]) => REMOVING[preset] === undefined))('%s leaves a start-up taint, and the boot '
  + 'says so', (preset, driver) => {
  const tainted = WORKER.withTaint(taintOf(preset, driver()));
  const failure = failureOf(() => clusterOf({ driver: driver() }).bootsOn([tainted]));
  expect(failure).toContain('0 of 1 take applications');
  expect(failure).toContain(`is not taken away: the driver ${driver().name} leaves it`);
  clusterOf({ driver: driver() }).bootsOn([WORKER]);
});

test('an agent without the toleration lands on the node after the driver has taken its taint away', () => {
  const chart = testChart();
  new CniPlugin(chart, 'network', { network: Cni.flannel(), ...API });
  new CsiNodePlugin(chart, 'csi', { driver: CsiDriver.awsEbs() });
  const yaml = `${Manifests.ofChart(chart).toSnapshot()}\n---\n${yamlOf(deployment({}, {}, { name: 'application' }))}`;
  const lines = Manifests.parse(yaml).bootOrder([WORKER.withTaint(NodeTaint.noExecute('ebs.csi.aws.com/agent-not-ready'))]);
  expect(roundOf(lines, 'Deployment agents/application starts')).toBeGreaterThan(roundOf(lines, 'DaemonSet node-agents/csi starts'));
});

test.each<[string, CsiDriver, string]>([
  ['is told to leave it', CsiDriver.awsEbs({ removesStartupTaint: false }), 'the driver ebs.csi.aws.com is configured to leave it'],
  ['is told to leave it by a flag', CsiDriver.azureDisk({
    removesStartupTaint: false,
  }), 'the driver disk.csi.azure.com is configured to leave it'],
  ['has no controller for it', CsiDriver.gcePersistentDisk(), 'see that its controller runs with --run-taint-controller'],
])('a cluster whose driver %s takes no applications', (_, driver, reason) => {
  const failure = failureOf(() => clusterOf({ driver }).bootsOn([WORKER.withTaint(NodeTaint.noExecute(driver.startupTaintKey))]));
  expect(failure).toContain(reason);
});

test('a driver without the right to patch nodes, or that the kubelet does not find, leaves the taint', () => {
  const tainted = WORKER.withTaint(NodeTaint.noExecute('disk.csi.example.com/agent-not-ready'));
  const driver = { image: 'public.ecr.aws/ebs-csi-driver/aws-ebs-csi-driver:v1.64.0' };
  const network = Manifests.ofChart((() => {
    const chart = testChart();
    new CniPlugin(chart, 'network', { network: Cni.flannel(), ...API });
    return chart;
  })()).toSnapshot();
  const boots = (...objects: object[]) => failureOf(() => Manifests.parse(`${network}\n---\n${yamlOf(...objects)}`).bootsOn([tainted]));
  expect(boots(csiPlugin({ driver }))).toContain('the account of disk may not patch nodes');
  const role = [
    {
      apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: {
        name: 'csi',
      }, rules: [{ apiGroups: [''], resources: ['nodes'], verbs: ['patch'] }],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRoleBinding', metadata: { name: 'csi' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'csi' },
      subjects: [{ kind: 'ServiceAccount', name: 'default', namespace: 'agents' }],
    },
  ];
  expect(boots(csiPlugin({ driver: { ...driver, args: ['--endpoint=unix:///run/csi.sock'] } }), ...role)).toContain(
    'the driver listens on pod:csi-driver/run/csi.sock',
  );
  Manifests.parse(`${network}\n---\n${yamlOf(csiPlugin({ driver }), ...role)}`).bootsOn([tainted]);
});
