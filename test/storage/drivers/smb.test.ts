import {
  CsiController, CsiDriver, CsiNodePlugin, CsiStorageClass, CsiVolumeParameters, CsiWindowsNodePlugin, NodePlatform, Resources, SmbOnDelete,
  SmbVolumeParameters, TargetCluster,
} from '../../../src';
import { pathsOf, rulesOf, writtenOf } from '../../support/csi-written';
import { codesOf, errorsOf, expectGolden, testChart } from '../../support/golden';
import { wrongWith } from '../../support/refused';

const SHARE = { source: '//files.example.com/volumes', secretName: 'smb-user', secretNamespace: 'storage' };

test('one line each runs the plugin, the controller, and the plugin for Windows', () => {
  const chart = testChart();
  const driver = CsiDriver.smb();
  new CsiNodePlugin(chart, 'smb', { driver });
  new CsiController(chart, 'smb-controller', { driver });
  new CsiWindowsNodePlugin(chart, 'smb-windows', { driver });
  new CsiStorageClass(chart, 'shared', { driver, parameters: CsiVolumeParameters.smb(SHARE), mountOptions: ['vers=3.1.1'] });
  expectGolden('csi-smb', chart);
});

test('every option of the SMB driver reaches it', () => {
  const { node, pod, controller, windows, controllerPod } = writtenOf(CsiDriver.smb({
    name: 'archive.smb.example.com', kerberos: true, onDelete: SmbOnDelete.ARCHIVE, metrics: true, logVerbosity: 2,
    extraArgs: ['--enable-get-volume-stats=false'],
    extraControllerArgs: ['--working-mount-dir=/tmp/smb'], windowsImage: 'images.example.com/smb:v1-windows',
    controllerResources: Resources.of({ memoryLimit: '1Gi' }),
    livenessPort: 29743, registrarPort: 29741,
  }));
  const common = ['--v=2', '--endpoint=$(CSI_ENDPOINT)', '--drivername=archive.smb.example.com'];
  expect(node.args).toEqual([
    ...common, '--nodeid=$(KUBE_NODE_NAME)', '--krb5-cache-directory=/var/lib/kubelet/kerberos/', '--enable-get-volume-stats=false',
  ]);
  expect(pathsOf(pod)).toContain('/var/lib/kubelet/kerberos');
  expect(controller.args).toEqual([
    ...common, '--default-ondelete-policy=archive', '--metrics-address=0.0.0.0:29644', '--working-mount-dir=/tmp/smb',
  ]);
  expect(controller).toMatchObject({ securityContext: { privileged: true }, resources: { limits: { memory: '1Gi' } } });
  expect(controllerPod.hostNetwork).toBe(true);
  expect(windows.args).toEqual([
    ...common, '--nodeid=$(KUBE_NODE_NAME)', '--enable-windows-host-process=true', '--remove-smb-mapping-during-unmount=true',
    '--enable-get-volume-stats=false',
  ]);
  expect(windows.image).toBe('images.example.com/smb:v1-windows');
});

test('without inline volumes nodes read no Secret', () => {
  const { object, objects, pod } = writtenOf(CsiDriver.smb({ inlineVolumes: false }));
  expect(object.volumeLifecycleModes).toEqual(['Persistent']);
  expect(rulesOf(objects, 'secrets')).toEqual(['ClusterRole get']);
  expect(pod.serviceAccountName).toBe('default');
  expect(rulesOf(writtenOf(CsiDriver.smb()).objects, 'secrets')).toHaveLength(3);
});

test('tickets are where the kubelet of the platform is', () => {
  const {
    node,
  } = writtenOf(CsiDriver.smb({ kerberos: true }), chart => TargetCluster.configure(chart, { platform: NodePlatform.microk8s() }));
  expect(node.args).toContain('--krb5-cache-directory=/var/snap/microk8s/common/var/lib/kubelet/kerberos/');
});

test('a second instance with a name and ports of its own stands beside the first', () => {
  const chart = testChart();
  new CsiNodePlugin(chart, 'smb', { driver: CsiDriver.smb() });
  new CsiNodePlugin(chart, 'archive', {
    driver: CsiDriver.smb({ name: 'archive.smb.example.com', livenessPort: 29743, registrarPort: 29741 }),
  });
  expect(errorsOf(chart)).toEqual([]);
});

test('a release that is not known is refused', () => {
  expect(writtenOf(CsiDriver.smb({ version: '1.20.1' })).windows.image).toBe('registry.k8s.io/sig-storage/smbplugin:v1.20.1-windows-hp');
  expect(wrongWith(CsiDriver.smb({ version: '1.2.0' })).map(({ code }) => code)).toEqual(['unknown-csi-driver-version']);
});

test('parameters are in the spelling of the driver', () => {
  expect(CsiVolumeParameters.smb({ ...SHARE, subDirectory: '${pvc.metadata.name}', onDelete: SmbOnDelete.RETAIN }).parameters).toEqual({
    'source': '//files.example.com/volumes', 'subDir': '${pvc.metadata.name}', 'onDelete': 'retain',
    'csi.storage.k8s.io/provisioner-secret-name': 'smb-user', 'csi.storage.k8s.io/provisioner-secret-namespace': 'storage',
    'csi.storage.k8s.io/node-stage-secret-name': 'smb-user', 'csi.storage.k8s.io/node-stage-secret-namespace': 'storage',
  });
  expect(Object.keys(CsiVolumeParameters.smb({ ...SHARE, makesDirectories: false }).parameters)).not.toContain(
    'csi.storage.k8s.io/provisioner-secret-name',
  );
});

test.each<Partial<SmbVolumeParameters>>([
  { source: 'files.example.com/volumes' }, { source: '//files.example.com' }, { source: '//files.example.com/volumes/' },
  { secretName: '' }, { secretNamespace: '' },
  { makesDirectories: false, subDirectory: 'a' }, { makesDirectories: false, onDelete: SmbOnDelete.RETAIN },
])('parameters that the driver does not take are refused: %p', parameters => {
  const chart = testChart();
  new CsiStorageClass(chart, 'shared', { driver: CsiDriver.smb(), parameters: CsiVolumeParameters.smb({ ...SHARE, ...parameters }) });
  expect(codesOf(chart)).toEqual(['[test/shared] invalid-storage-class']);
});
