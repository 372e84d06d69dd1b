import {
  AgentNamespace, CsiController, CsiDriver, CsiNodePlugin, EnvValue, KubernetesVersion, MountpointS3CsiDriverOptions, NodePlatform,
  PodSecurityLevel, Resources, TargetCluster,
} from '../../../src';
import { expectGolden, objectOf, testChart } from '../../support/golden';
import { wrongWith } from '../../support/refused';

function written(options: MountpointS3CsiDriverOptions, configure: (chart: any) => void = () => {}): any {
  const chart = testChart();
  configure(chart);
  const driver = CsiDriver.mountpointS3(options);
  new CsiNodePlugin(chart, 's3', { driver });
  new CsiController(chart, 's3-controller', { driver });
  const pod = objectOf(chart, 'DaemonSet').spec.template.spec;
  return {
    pod, node: pod.containers[0], controller: objectOf(chart, 'Deployment').spec.template.spec.containers[0], objects: chart.toJson(),
  };
}

const envOf = ({ env }: any) => Object.fromEntries(env.map(({ name, value }: any) => [name, value]));

test('one line each makes the namespace of the pods that serve volumes, and runs the plugin and the controller', () => {
  const chart = testChart();
  // a release that asks where tokens are passed
  TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_36 });
  const driver = CsiDriver.mountpointS3();
  new AgentNamespace(chart, 'mounts', { name: 'mount-s3', minimumLevel: PodSecurityLevel.RESTRICTED });
  new CsiNodePlugin(chart, 's3', { driver });
  new CsiController(chart, 's3-controller', { driver });
  expectGolden('csi-mountpoint-s3', chart);
});

test('every option reaches its place', () => {
  const { pod, node, controller, objects } = written({
    removesStartupTaint: false, mountNamespace: 'buckets', mountPodLabels: { team: 'storage', cost: '1' }, openShift: true,
    keepsSystemdMounts: true, logVerbosity: 2, extraArgs: ['--mp-version=1'],
    env: { AWS_ACCESS_KEY_ID: EnvValue.secret('keys', 'id') }, extraControllerArgs: ['--mountpoint-version=1'],
    controllerResources: Resources.of({ memoryLimit: '1Gi' }),
  });
  expect(pod.hostPID).toBeUndefined();
  expect(node.securityContext.seLinuxOptions).toBeUndefined();
  expect(node.args).toEqual(['--endpoint=$(CSI_ENDPOINT)', '--v=2', '--mp-version=1']);
  expect(envOf(node)).toMatchObject({ SUPPORT_LEGACY_SYSTEMD_MOUNTS: 'true', MOUNTPOINT_NAMESPACE: 'buckets' });
  expect(envOf(controller)).toMatchObject({ MOUNTPOINT_NAMESPACE: 'buckets', MOUNTPOINT_POD_LABELS: '{"cost":"1","team":"storage"}' });
  expect(controller.args).toEqual(['--mountpoint-version=1']);
  expect(controller.resources.limits).toEqual({ memory: '1Gi' });
  expect(objects.filter(({ kind, metadata }: any) => kind === 'Role' && metadata.namespace === 'buckets')).toHaveLength(2);
  expect(JSON.stringify(objects)).not.toContain('"patch"');
});

test('on OpenShift the driver has no process ids and no type of its own, unless an option says otherwise', () => {
  const onOpenShift = (chart: any) => TargetCluster.configure(chart, { platform: NodePlatform.openShift() });
  const { pod, node } = written({}, onOpenShift);
  expect([pod.hostPID, node.securityContext.seLinuxOptions?.type === 'super_t']).toEqual([undefined, false]);
  const asked = written({ openShift: false }, onOpenShift);
  expect([asked.pod.hostPID, asked.node.securityContext.seLinuxOptions.type]).toEqual([true, 'super_t']);
  const elsewhere = written({}, chart => TargetCluster.configure(chart, { platform: NodePlatform.eksBottlerocket() }));
  expect([elsewhere.pod.hostPID, elsewhere.node.securityContext.seLinuxOptions.type]).toEqual([true, 'super_t']);
});

test('every path follows the kubelet of the platform', () => {
  const { node } = written({}, chart => TargetCluster.configure(chart, { platform: NodePlatform.microk8s() }));
  const root = '/var/snap/microk8s/common/var/lib/kubelet';
  expect(envOf(node)).toMatchObject({
    HOST_PLUGIN_DIR: `${root}/plugins/s3.csi.aws.com/`, CONTAINER_KUBELET_PATH: root, HOST_KUBELET_PATH: root,
    CSI_ENDPOINT: `unix://${root}/plugins/s3.csi.aws.com/csi.sock`,
  });
});

test('a release that is not known is refused', () => {
  expect(wrongWith(CsiDriver.mountpointS3({ version: '1.15.0' })).map(({ code }) => code)).toEqual(['unknown-csi-driver-version']);
});
