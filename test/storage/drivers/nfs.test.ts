import { CsiDriver, CsiNodePlugin, NfsCsiDriverOptions, Resources } from '../../../src';
import { errorsOf, objectOf, testChart } from '../../support/golden';
import { refusal } from '../../support/refusal';
import { reading, wrongWith } from '../../support/refused';

function driverOf(options: NfsCsiDriverOptions): any {
  const chart = testChart();
  new CsiNodePlugin(chart, 'nfs', { driver: CsiDriver.nfs(options) });
  return objectOf(chart, 'DaemonSet').spec.template.spec.containers[0];
}

test('every option of the NFS driver reaches it', () => {
  const container = driverOf({
    image: 'images.example.com/nfsplugin:v4.14.0',
    logVerbosity: 2,
    mountPermissions: 0o777,
    extraArgs: ['--vol-stats-cache-expire-in-minutes=60'],
    resources: Resources.of({ memoryLimit: '1Gi' }),
    overrides: { terminationMessagePolicy: 'FallbackToLogsOnError' },
  });
  expect(container).toMatchObject({
    image: 'images.example.com/nfsplugin:v4.14.0', resources: { limits: { memory: '1Gi' } },
    terminationMessagePolicy: 'FallbackToLogsOnError',
  });
  expect(container.args).toEqual([
    '-v=2', '--nodeid=$(NODE_ID)', '--endpoint=$(CSI_ENDPOINT)', '--mount-permissions=0777', '--vol-stats-cache-expire-in-minutes=60',
  ]);
});

test('a second instance with a name, ports and so a directory of its own stands beside the first', () => {
  const chart = testChart();
  new CsiNodePlugin(chart, 'nfs', { driver: CsiDriver.nfs() });
  const second = new CsiNodePlugin(chart, 'nfs-archive', {
    driver: CsiDriver.nfs({ name: 'archive.nfs.example.com', livenessPort: 29663, registrarPort: 19819 }),
  });
  expect(errorsOf(chart)).toEqual([]);
  expect(second.socketPath).toBe('/var/lib/kubelet/plugins/archive.nfs.example.com/csi.sock');
  expect(objectOf(chart, 'DaemonSet', 'nfs-archive').spec.template.spec.containers[0].args).toContain(
    '--drivername=archive.nfs.example.com',
  );
});

test.each([0, -1, 0o10000, 1.5])('permissions of %d are refused', mountPermissions => {
  expect(reading(() => CsiDriver.nfs({ mountPermissions }))).toThrow(
    refusal('invalid-csi-driver', { given: `mountPermissions: ${mountPermissions}`, allowed: '1 to 4095, which is 0o7777' }));
});

test('a release decides the image, and an image that has another tag says which release it is', () => {
  expect(driverOf({ version: '4.13.3' }).image).toBe('registry.k8s.io/sig-storage/nfsplugin:v4.13.3');
  expect(driverOf({ version: '4.13.4', image: 'images.example.com/nfs@sha256:' + 'a'.repeat(64) }).image).toContain(
    'images.example.com/nfs@sha256',
  );
});

test.each([
  { version: '4.12.1' }, { version: '3' }, { image: 'images.example.com/nfs:build-7' },
])('a release that is not known is refused: %p', options => {
  expect(wrongWith(CsiDriver.nfs(options)).map(({ code }) => code)).toEqual(['unknown-csi-driver-version']);
});
