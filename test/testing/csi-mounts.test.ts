import { failureOf, yamlOf } from './support';
import { CsiDriver, CsiNodePlugin, CsiNodePluginProps, NodeCoverage, Rollout } from '../../src';
import { CsiExample, csiPlugin } from '../../src/checks/facts/csi-example';
import { SimulatedNode } from '../../src/cluster/simulated/simulated-node';
import { Manifests } from '../../src/testing/manifests';
import { EVERY_CSI_DRIVER } from '../support/every-csi-driver';
import { testChart } from '../support/golden';

const NODES = SimulatedNode.linux('worker').times(20);

function viewOf(props: CsiNodePluginProps) {
  const chart = testChart();
  new CsiNodePlugin(chart, 'csi', props);
  return Manifests.ofChart(chart).daemonSet('csi');
}

const exampleOf = (example: CsiExample) => Manifests.parse(yamlOf(csiPlugin(example))).daemonSet();

/** Drivers whose pods serve mounts: they are replaced by hand. */
const BY_HAND = ['awsEfs'];

test.each(Object.entries(EVERY_CSI_DRIVER))('mounts of %s outlive a rollout to twenty nodes', (preset, driver) => {
  const view = viewOf({ driver: driver() });
  view.keepsMountsInUse(NODES);
  if (!BY_HAND.includes(preset)) {
    view.rollsOutOn(NODES);
  } else {expect(failureOf(() => view.rollsOutOn(NODES))).toContain('waits until someone deletes the old pods');}
});

test('proxies of EFS die with the pod, so that only a rollout by hand keeps its mounts', () => {
  const rolled = failureOf(() => viewOf({ driver: CsiDriver.awsEfs(), rollout: Rollout.percent(10) }).keepsMountsInUse(NODES));
  expect(rolled).toContain('they are gone on 20 of 20 nodes');
  expect(rolled).toContain('efs-proxy');
});

test.each(['fuse', 'rbd-nbd'])('volumes of Ceph that a class mounts by %s die with the pod of the driver', mounter => {
  const chart = testChart();
  const driver = mounter === 'fuse' ? CsiDriver.cephFs() : CsiDriver.cephRbd();
  new CsiNodePlugin(chart, 'csi', { driver });
  const storageClass = {
    apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'by-process' }, provisioner: driver.name,
    parameters: { mounter },
  };
  const view = Manifests.parse(`${Manifests.ofChart(chart).toSnapshot()}\n---\n${yamlOf(storageClass)}`).daemonSet();
  expect(failureOf(() => view.keepsMountsInUse(NODES))).toContain(`mounter ${mounter} of StorageClass by-process`);
  viewOf({ driver: mounter === 'fuse' ? CsiDriver.cephFs({ fuse: true }) : CsiDriver.cephRbd({ nbd: true }) }).keepsMountsInUse(NODES);
});

test.each<[string, CsiExample, string]>([
  ['NFS off the host network', { driver: { image: 'registry.k8s.io/sig-storage/nfsplugin:v4.13.4' } }, 'they hang on 20 of 20 nodes'],
  ['a file system in user space', { driver: { args: ['--mounter=geesefs'] } }, 'they are gone on 20 of 20 nodes'],
  ['a driver that shares no mounts with its node', { mount: { mountPropagation: 'None' } }, 'they are gone on 20 of 20 nodes'],
])('a rollout of %s takes mounts from the pods that use them', (_, example, text) => {
  expect(failureOf(() => exampleOf(example).keepsMountsInUse(NODES))).toContain(text);
});

test('a rollout that stops on its first nodes takes mounts there alone, and one of no nodes is a failure', () => {
  const share = { driver: { image: 'registry.k8s.io/sig-storage/smbplugin:v1.20.3' } };
  const down = SimulatedNode.linux('down').unreachable().times(1);
  expect(failureOf(() => exampleOf(share).keepsMountsInUse([...NODES, ...down]))).toMatch(/they hang on \d+ of 21 nodes/);
  const elsewhere = viewOf({ driver: CsiDriver.nfs(), nodes: NodeCoverage.labelled({ pool: 'edge' }) });
  expect(failureOf(() => elsewhere.keepsMountsInUse(NODES))).toContain('runs on none of the nodes');
});
