import * as fc from 'fast-check';
import { CsiDriver, CsiMounts, CsiNodePlugin } from '../../../src';
import { KubeletLayout } from '../../../src/storage/private/kubelet-layout';
import { objectOf, testChart } from '../../support/golden';
import { refusal } from '../../support/refusal';
import { reading } from '../../support/refused';
import { runs } from '../../support/runs';

const NAME = 'block.csi.example.com';
const absolute = fc.array(fc.stringMatching(/^[a-z0-9][a-z0-9_.-]{0,9}$/), { minLength: 1, maxLength: 4 }).map(
  parts => '/' + parts.join('/'),
);
const spelled = fc.tuple(absolute, fc.constantFrom('', '/', '//', '/.')).map(([path, tail]) => path + tail);
const pluginDirectory = fc.option(fc.constantFrom('csi-nfsplugin', 'topolvm.io/node', 'a/./b', 'c/'), { nil: undefined });
const mounts = fc.constantFrom(CsiMounts.podVolumes(), CsiMounts.stagedVolumes(), CsiMounts.kubeletDirectory());

test('whatever the directory of the kubelet, every path that follows from it agrees', () => {
  fc.assert(fc.property(spelled, pluginDirectory, mounts, (kubeletDirectory, plugin, mountSet) => {
    const chart = testChart();
    const args = ['--endpoint=$(CSI_ENDPOINT)', '--staging=$(KUBELET_DIRECTORY)/plugins/kubernetes.io/csi'];
    const agent = new CsiNodePlugin(chart, 'storage', {
      kubeletDirectory,
      driver: CsiDriver.of({ name: NAME, image: 'images.example.com/csi:v1.0.0', pluginDirectory: plugin, mounts: mountSet, args }),
    });
    const pod = objectOf(chart, 'DaemonSet').spec.template.spec;
    const paths = new Map<string, string>(pod.volumes.map((volume: any) => [volume.name, volume.hostPath.path]));
    const root = agent.kubeletDirectory;
    const [driver, registrar] = pod.containers;

    expect([...paths.values()].every(path => path === root || path.startsWith(`${root}/`))).toBe(true);
    expect(agent.socketPath).toBe(`${paths.get('plugin-dir')}/csi.sock`);
    expect(registrar.args).toContain(`--kubelet-registration-path=${paths.get('plugin-dir')}/csi.sock`);
    expect(paths.get('registration-dir')).toBe(`${root}/plugins_registry`);
    expect(driver.env.find((variable: any) => variable.name === 'KUBELET_DIRECTORY').value).toBe(root);
    for (const mount of driver.volumeMounts.filter((each: any) => each.mountPropagation === 'Bidirectional')) {
      expect(mount.mountPath).toBe(paths.get(mount.name));
    }
    expect(pod.containers.map((container: any) =>
      container.volumeMounts.find((mount: any) => mount.name === 'plugin-dir').mountPath)).toEqual(['/csi', '/csi', '/csi']);
  }), { numRuns: runs(50) });
});

test('what the kubelet owns must exist, and what it does not know yet is made', () => {
  const chart = testChart();
  new CsiNodePlugin(chart, 'storage', {
    driver: CsiDriver.of({ name: NAME, image: 'images.example.com/csi:v1.0.0', mounts: CsiMounts.stagedVolumes() }),
  });
  expect(objectOf(chart, 'DaemonSet').spec.template.spec.volumes).toEqual([
    { name: 'plugin-dir', hostPath: { path: `/var/lib/kubelet/plugins/${NAME}`, type: 'DirectoryOrCreate' } },
    { name: 'pods-dir', hostPath: { path: '/var/lib/kubelet/pods', type: 'Directory' } },
    { name: 'registration-dir', hostPath: { path: '/var/lib/kubelet/plugins_registry', type: 'Directory' } },
    { name: 'staging-dir', hostPath: { path: '/var/lib/kubelet/plugins/kubernetes.io/csi', type: 'DirectoryOrCreate' } },
  ]);
});

test.each([
  ['/var/lib/kubelet', 64], ['/var/lib/k0s/kubelet', 60], ['/opt/rke/var/lib/kubelet', 56],
  ['/var/snap/microk8s/common/var/lib/kubelet', 39],
])('below %s a driver name may have %i characters', (root, longest) => {
  expect(reading(() => new KubeletLayout(root, 'x'.repeat(longest), 'plugin'))).not.toThrow();
  expect(reading(() => new KubeletLayout(root, 'x'.repeat(longest + 1), 'plugin'))).toThrow('socket-path-too-long');
});

test('a socket that Linux does not take is refused with the arithmetic', () => {
  const name = 'cloud-director-named-disk.csi.example.com';
  expect(reading(() => new KubeletLayout('/var/snap/microk8s/common/var/lib/kubelet', name, name))).toThrow(
    refusal('socket-path-too-long', {
      given: '59 (/var/snap/microk8s/common/var/lib/kubelet/plugins_registry/) + 41 (driver name) + 9 (-reg.sock) = 109 bytes',
      names: [name, '107', '39'],
    }));
  expect(reading(() => new KubeletLayout('/var/lib/kubelet', 'short', 'p'.repeat(74)))).toThrow(
    refusal('socket-path-too-long', {
      given: '25 (/var/lib/kubelet/plugins/) + 74 (plugin directory) + 9 (/csi.sock) = 108 bytes', names: ['short', '107', '73'],
    }));
});

test('bytes count, not characters', () => {
  expect(reading(() => new KubeletLayout(`/${'ü'.repeat(40)}`, 'short', 'short'))).toThrow('socket-path-too-long');
});

test('a plugin directory is a place of its own below the kubelet', () => {
  expect(reading(() => new KubeletLayout('/var/lib/kubelet', 'x', 'kubernetes.io/x'))).toThrow(
    refusal('invalid-path', { given: "'kubernetes.io/x'", names: ['plugins', 'kubernetes.io'] }));
  for (const outside of ['/absolute', '../pods', '']) {
    expect(reading(() => new KubeletLayout('/var/lib/kubelet', 'x', outside))).toThrow(
      refusal('invalid-path'),
    );
  }
});

test.each(['/', '//', 'C:\\var\\lib\\kubelet'])('%s is no directory of a kubelet on Linux', directory => {
  expect(reading(() => new KubeletLayout(directory, 'x', 'x'))).toThrow(
    refusal('invalid-path', { given: `'${directory}'` }));
});

test('the directory of the kubelet is an absolute path', () => {
  expect(reading(() => new KubeletLayout('var/lib/kubelet', 'x', 'x'))).toThrow(
    refusal('invalid-path', { given: "'var/lib/kubelet'" }),
  );
});
