import { CsiDriver, CsiNodePlugin, CsiWindowsNodePlugin, CsiWindowsOptions } from '../../src';
import { codesOf, errorsOf, expectGolden, objectOf, testChart } from '../support/golden';

function driver(windows?: CsiWindowsOptions): CsiDriver {
  return CsiDriver.of({
    name: 'share.csi.example.com', image: 'images.example.com/csi-share:v1.2.3', windows, driverObject: { attachRequired: false },
  });
}

test('a driver runs on Windows nodes as HostProcess containers, which mount nothing', () => {
  const chart = testChart();
  new CsiWindowsNodePlugin(chart, 'share-windows', {
    driver: driver({ image: 'images.example.com/csi-share:v1.2.3-windows-hp', command: ['share.exe'], livenessPort: 29743 }),
  });
  expectGolden('csi-windows', chart);
});

test('it stands next to the plugin for Linux, with a selector of its own', () => {
  const chart = testChart();
  const share = driver({ command: ['share.exe'] });
  new CsiNodePlugin(chart, 'share', { driver: share });
  new CsiWindowsNodePlugin(chart, 'share-windows', { driver: share });
  expect(errorsOf(chart)).toEqual([]);
  const selector = (name: string) => objectOf(chart, 'DaemonSet', name).spec.selector.matchLabels;
  expect(selector('share-windows')).not.toEqual(selector('share'));
});

test('every path follows the directory of the kubelet', () => {
  const chart = testChart();
  new CsiWindowsNodePlugin(chart, 'share-windows', {
    driver: driver({ command: ['share.exe'], args: ['--endpoint=$(CSI_ENDPOINT)', '--root=$(KUBELET_DIRECTORY)\\plugins'] }),
    kubeletDirectory: 'D:\\k\\',
  });
  const [program, registrar] = objectOf(chart, 'DaemonSet').spec.template.spec.containers;
  expect(program.args).toContain('--root=D:\\k\\plugins');
  expect(program.env[0]).toEqual({ name: 'CSI_ENDPOINT', value: 'unix://D:\\k\\plugins\\share.csi.example.com\\csi.sock' });
  expect(registrar.args).toContain('--plugin-registration-path=D:\\k\\plugins_registry');
});

test('a driver without a program for Windows, and a directory of Linux, are refused', () => {
  const chart = testChart();
  new CsiWindowsNodePlugin(chart, 'none', { driver: driver() });
  new CsiWindowsNodePlugin(chart, 'linux', { driver: driver({ command: ['share.exe'] }), kubeletDirectory: '/var/lib/kubelet' });
  expect(codesOf(chart)).toEqual(['[test/none] csi-driver-not-for-windows', '[test/linux] invalid-path']);
});
