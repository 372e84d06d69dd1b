import {
  CsiController, CsiDriver, CsiNodePlugin, CsiStorageClass, CsiVolumeParameters, HostPathCsiDriverOptions, NodePlatform, TargetCluster,
} from '../../../src';
import { pathsOf, rulesOf, writtenOf } from '../../support/csi-written';
import { codesOf, errorsOf, expectGolden, testChart } from '../../support/golden';
import { wrongWith } from '../../support/refused';

test('one line runs the driver, and its provisioner, on every node', () => {
  const chart = testChart();
  const driver = CsiDriver.hostPath({ capacity: { fast: '100Gi', slow: '10Gi' } });
  new CsiNodePlugin(chart, 'scratch', { driver });
  new CsiStorageClass(chart, 'fast', { driver, parameters: CsiVolumeParameters.hostPath({ kind: 'fast' }) });
  expectGolden('csi-host-path', chart);
});

test('every option of the host path driver reaches it', () => {
  const { node, pod } = writtenOf(CsiDriver.hostPath({
    name: 'scratch.example.com', capacity: { slow: '10Gi', fast: '1.5Ti' }, dataDirectory: '/mnt/scratch', maxVolumes: 20, logVerbosity: 2,
    extraArgs: ['--enable-attach=false'],
  }));
  expect(node.args).toEqual([
    '--drivername=scratch.example.com', '--v=2', '--endpoint=$(CSI_ENDPOINT)', '--nodeid=$(KUBE_NODE_NAME)', '--capacity=fast=1.5Ti',
    '--capacity=slow=10Gi', '--maxvolumespernode=20',
    '--enable-attach=false',
  ]);
  expect(pathsOf(pod)).toEqual(expect.arrayContaining(['/mnt/scratch', '/var/lib/kubelet/plugins/scratch.example.com']));
});

test('the provisioner alone has a token, and reports the room of its own node', () => {
  const { pod, objects } = writtenOf(CsiDriver.hostPath());
  const provisioner = pod.containers.find(({ name }: any) => name === 'csi-provisioner');
  expect(provisioner.args).toEqual(expect.arrayContaining([
    '--csi-address=/csi/csi.sock', '--node-deployment=true', '--capacity-ownerref-level=0',
  ]));
  expect(pod.containers.filter(({ volumeMounts }: any) => volumeMounts.some(({ mountPath }: any) => mountPath.includes('serviceaccount')))
    .map(({ name }: any) => name))
    .toEqual(['csi-provisioner']);
  expect(rulesOf(objects, 'csistoragecapacities')).toEqual(['Role get,list,watch,create,update,patch,delete']);
  expect(rulesOf(objects, 'leases')).toEqual([]);
});

test('volumes wait for their pod, since they are on its node', () => {
  const chart = testChart();
  const driver = CsiDriver.hostPath();
  new CsiController(chart, 'controller', { driver });
  expect(codesOf(chart)).toEqual(['[test/controller] csi-controller-unknown']);
});

test('every path follows the kubelet of the platform', () => {
  const { pod } = writtenOf(CsiDriver.hostPath(), chart => TargetCluster.configure(chart, { platform: NodePlatform.microk8s() }));
  expect(pathsOf(pod)).toContain('/var/snap/microk8s/common/var/lib/kubelet/plugins');
});

test('two of them stand beside each other', () => {
  const chart = testChart();
  new CsiNodePlugin(chart, 'one', { driver: CsiDriver.hostPath() });
  new CsiNodePlugin(chart, 'two', { driver: CsiDriver.hostPath({ name: 'two.example.com', dataDirectory: '/var/lib/two' }) });
  expect(errorsOf(chart)).toEqual([]);
});

test.each<[HostPathCsiDriverOptions, string]>([
  [{ capacity: { 'a=b': '1Gi' } }, 'invalid-csi-driver'], [{ capacity: { fast: 'much' } }, 'invalid-csi-driver'],
  [{ maxVolumes: 0 }, 'invalid-csi-driver'],
  [{ version: '1.16.0' }, 'unknown-csi-driver-version'],
])('options that the driver does not take are refused: %p', (options, expected) => {
  expect(wrongWith(CsiDriver.hostPath(options)).map(({ code }) => code)).toEqual([expected]);
});

test('parameters are in the spelling of the driver', () => {
  expect(CsiVolumeParameters.hostPath().parameters).toEqual({});
  expect(wrongWith(CsiVolumeParameters.hostPath({ kind: '' })).map(({ code }) => code)).toEqual(['invalid-storage-class']);
});
