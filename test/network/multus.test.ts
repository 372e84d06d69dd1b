import { Checks, Multus, MultusProps, NodePlatform, TargetCluster } from '../../src';
import { codesOf, expectGolden, objectOf, testChart } from '../support/golden';

function made(props: MultusProps = {}): ReturnType<typeof testChart> {
  const chart = testChart();
  new Multus(chart, 'multus', props);
  return chart;
}

const configOf = (props?: MultusProps) => JSON.parse(objectOf(made(props), 'ConfigMap').data['daemon-config.json']);

test('one line makes the daemon of Multus', () => {
  expectGolden('multus', made());
});

test('options are keys of the configuration of the daemon', () => {
  expect(configOf({
    namespaceIsolation: true, sharedNamespaces: ['a', 'b'], readinessIndicatorFile: '/run/cni/ready',
    extraConfig: { perNodeCertificate: { enabled: false } },
  }))
    .toMatchObject({
      namespaceIsolation: true, globalNamespaces: 'a,b', readinessindicatorfile: '/host/run/cni/ready',
      perNodeCertificate: { enabled: false },
    });
});

test.each([
  ['k3s', NodePlatform.k3s()], ['MicroK8s', NodePlatform.microk8s()], ['OpenShift', NodePlatform.openShift()], ['GKE', NodePlatform.gke()],
])('on %s the daemon calls CNI plugins where the node has them, and sees them there', (_, platform) => {
  const chart = testChart();
  TargetCluster.configure(chart, { platform });
  new Multus(chart, 'multus');
  const directory = platform.cniBinaryDirectory;
  expect(JSON.parse(objectOf(chart, 'ConfigMap').data['daemon-config.json']).binDir).toBe(directory);
  const pod = objectOf(chart, 'DaemonSet').spec.template.spec;
  const { name } = pod.containers[0].volumeMounts.find(({ mountPath }: { mountPath: string }) => mountPath === directory);
  expect(pod.volumes.find((volume: { name: string }) => volume.name === name).hostPath.path).toBe(directory);
});

test('elsewhere the daemon keeps its own default of that directory', () => {
  expect(configOf()).not.toHaveProperty('binDir');
});

test.each<[string, MultusProps]>([
  ['a file that the daemon does not see', { readinessIndicatorFile: '/opt/ready' }],
  ['shared namespaces without isolation', { sharedNamespaces: ['a'] }],
])('%s is refused', (_, props) => {
  expect(codesOf(made(props))).toEqual(['[test/multus] invalid-network-option']);
});

test('it causes no finding that nobody gave a reason for', () => {
  const found = Checks.of(made()).findings.filter(({ acknowledged }) => acknowledged === undefined);
  expect(found.map(({ code, container, given }) => ({ code, container, given }))).toEqual([]);
});
