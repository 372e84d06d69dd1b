import * as fc from 'fast-check';
import { failureOf, yamlOf } from './support';
import {
  CsiDriver, CsiHostAccess, CsiNodePlugin, CsiNodePluginProps, CsiSocket, CsiWindowsNodePlugin, NodePlatform, TargetCluster,
} from '../../src';
import { daemonSet } from '../../src/checks/example';
import { CsiExample, csiPlugin } from '../../src/checks/facts/csi-example';
import { Manifests } from '../../src/testing/manifests';
import { EVERY_CSI_DRIVER } from '../support/every-csi-driver';
import { testChart } from '../support/golden';
import { randomCsiPluginProps } from '../support/random/storage';
import { runs } from '../support/runs';

const ALWAYS = ['its pod starts: registered', 'the kubelet restarts: registered', 'its pod is replaced: registered'];

function viewOf(props: CsiNodePluginProps, platform?: NodePlatform) {
  const chart = testChart();
  if (platform) {TargetCluster.configure(chart, { platform });}
  new CsiNodePlugin(chart, 'csi', props);
  return Manifests.ofChart(chart).daemonSet('csi');
}

const exampleOf = (example: CsiExample) => Manifests.parse(yamlOf(csiPlugin(example))).daemonSet();

test('every factory of CsiDriver is tried', () => {
  const factories = Object.getOwnPropertyNames(CsiDriver).filter(name => typeof (CsiDriver as any)[name] === 'function' && name !== 'of');
  expect(Object.keys(EVERY_CSI_DRIVER)).toEqual(factories.sort());
});

describe.each(Object.entries(EVERY_CSI_DRIVER))('the driver %s', (_, driver) => {
  test('is registered from its start on, after a restart of the kubelet and after its pod is replaced', () => {
    const view = viewOf({ driver: driver() });
    expect(view.explainRegistration()).toEqual(ALWAYS);
    view.registersDriver();
  });

  test.each([
    [NodePlatform.k0s(), '/var/lib/k0s/kubelet'], [NodePlatform.microk8s(), '/var/snap/microk8s/common/var/lib/kubelet'],
  ])('registers with the kubelet of %s, and with no other', (platform, kubeletDirectory) => {
    const view = viewOf({ driver: driver() }, platform);
    view.registersDriver({ kubeletDirectory });
    expect(failureOf(() => view.registersDriver())).toContain('it does not after its pod starts');
    expect(
      view.explainRegistration(),
    ).toEqual([expect.stringMatching(/^its pod starts: the pod does not start: its volume \S+ asks for the directory/)]);
  });
});

test.each(Object.entries(EVERY_CSI_DRIVER).filter(([, driver]) => driver()._options.windows !== undefined))('the plugin of %s on Windows '
  + 'is registered all the time', (_, driver) => {
  const chart = testChart();
  new CsiWindowsNodePlugin(chart, 'windows', { driver: driver() });
  expect(Manifests.ofChart(chart).daemonSet('windows').explainRegistration()).toEqual(ALWAYS);
  expect(failureOf(() => Manifests.ofChart(chart).daemonSet('windows').registersDriver({ kubeletDirectory: 'D:\\kubelet' }))).toContain(
    'plugins_registry',
  );
});

test('any driver that can be written is registered with the kubelet that it is written for', () => {
  fc.assert(fc.property(randomCsiPluginProps, props => {
    viewOf(props).registersDriver({ kubeletDirectory: props.kubeletDirectory });
  }), { numRuns: runs(60) });
});

test('a driver that has its socket where the node has it is registered', () => {
  const own = { name: 'a.example.com', image: 'images.example.com/a:v1.2.3', hostAccess: [CsiHostAccess.blockDevices()] };
  viewOf({
    driver: CsiDriver.of({ ...own, socket: CsiSocket.mountedAt('/run/csi', 'socket'), args: ['--endpoint', 'unix:///run/csi/socket'] }),
  }).registersDriver();
});

test.each<[string, CsiExample, string[]]>([
  ['a registration path of another directory', { registrationPath: '/var/lib/kubelet/plugins/other/csi.sock' },
    ['its pod starts: the kubelet calls /var/lib/kubelet/plugins/other/csi.sock, and the driver listens on '
      + '/var/lib/kubelet/plugins/disk.csi.example.com/csi.sock: correct '
      + '--kubelet-registration-path']],
  ['a driver that listens in its own file system', { driver: { args: ['--endpoint=unix:///run/csi.sock'] } },
    ['its pod starts: the registrar waits for /var/lib/kubelet/plugins/disk.csi.example.com/csi.sock, and the driver listens on '
      + 'pod:csi-driver/run/csi.sock: give both the path in '
      + 'one volume (--csi-address, --endpoint)']],
  ['a registry that is a volume of the pod', {
    pod: {
      volumes: [
        { name: 'plugin-dir', hostPath: { path: '/var/lib/kubelet/plugins/disk.csi.example.com' } },
        { name: 'pods-dir', hostPath: { path: '/var/lib/kubelet/pods' } },
        { name: 'registration-dir', emptyDir: {} },
      ],
    },
  }, ['its pod starts: the registrar makes its socket in pod:registration-dir/registration, and the kubelet looks in '
    + '/var/lib/kubelet/plugins_registry: mount that directory '
    + '(`kubeletDirectory`)']],
  ['a rollout that surges', { spec: { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '10%', maxUnavailable: 0 } } } },
    ['its pod is replaced: the old registrar removes the socket of the new one when it ends, because maxSurge lets both run: set maxSurge '
      + 'to 0']],
])('%s leaves the kubelet without the driver', (_, example, expected) => {
  const view = exampleOf(example);
  expect(view.explainRegistration()).toEqual(expect.arrayContaining(expected));
  expect(failureOf(() => view.registersDriver())).toContain(expected[0].replace(/^[^:]*: /, ''));
});

test('a directory that is made where it is missing hides that the kubelet is somewhere else', () => {
  const types = (type?: string) => exampleOf({
    pod: {
      volumes: [
        { name: 'plugin-dir', hostPath: { path: '/var/lib/kubelet/plugins/disk.csi.example.com', type: 'DirectoryOrCreate' } },
        { name: 'pods-dir', hostPath: { path: '/var/lib/kubelet/pods', ...type && { type } } },
        { name: 'registration-dir', hostPath: { path: '/var/lib/kubelet/plugins_registry', ...type && { type } } },
      ],
    },
  }).explainRegistration({ kubeletDirectory: '/var/lib/k0s/kubelet' });
  expect(types('Directory')).toHaveLength(1);
  expect(types('DirectoryOrCreate')).toHaveLength(3);
  expect(types().every(line => line.includes('and the kubelet looks in /var/lib/k0s/kubelet/plugins_registry'))).toBe(true);
});

test('an agent that registers no driver is a failure of its own', () => {
  const view = Manifests.parse(yamlOf(daemonSet())).daemonSet();
  expect(view.explainRegistration()).toEqual([]);
  expect(failureOf(() => view.registersDriver())).toContain('it registers no driver');
  expect(failureOf(() => view.keepsMountsInUse([]))).toContain('it registers no driver');
});
