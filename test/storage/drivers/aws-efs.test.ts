import { Duration } from 'cdk8s';
import {
  AwsEfsCsiDriverOptions, AwsEfsProvisioningMode, AwsEfsVolumeParameters, CloudIdentity, CsiController, CsiDriver, CsiNodePlugin,
  CsiStorageClass, CsiVolumeParameters, EnvValue, Resources, Rollout,
} from '../../../src';
import { codesOf, expectGolden, objectOf, testChart } from '../../support/golden';
import { wrongWith } from '../../support/refused';

const FILE_SYSTEM = 'fs-0123456789abcdef0';

function written(options: AwsEfsCsiDriverOptions): any {
  const chart = testChart();
  const driver = CsiDriver.awsEfs(options);
  new CsiNodePlugin(chart, 'efs', { driver });
  new CsiController(chart, 'efs-controller', { driver });
  return {
    node: objectOf(chart, 'DaemonSet').spec.template.spec.containers[0],
    controller: objectOf(chart, 'Deployment').spec.template.spec.containers[0], objects: chart.toJson(),
  };
}

const envOf = ({ env }: any) => Object.fromEntries(env.map(({ name, value }: any) => [name, value]));

test('one line each runs the plugin and the controller', () => {
  const chart = testChart();
  const driver = CsiDriver.awsEfs();
  new CsiNodePlugin(chart, 'efs', { driver });
  new CsiController(chart, 'efs-controller', { driver, cloudIdentity: CloudIdentity.eksPodIdentity() });
  new CsiStorageClass(chart, 'shared', { driver, parameters: CsiVolumeParameters.awsEfs({ fileSystemId: FILE_SYSTEM }) });
  expectGolden('csi-aws-efs', chart);
});

test('every option reaches the nodes', () => {
  const { node } = written({
    removesStartupTaint: false, volumeAttachLimit: 30, maxInflightMountCalls: 5, forceUnmountAfter: Duration.seconds(45),
    volumeMetricsPeriod: Duration.hours(4), lastProxyPort: 20149, fips: true,
    env: { HTTPS_PROXY: EnvValue.of('http://proxy.example.com') }, logVerbosity: 4, extraArgs: ['--efs-cloudwatch-log-enabled=true'],
    resources: Resources.of({ memoryLimit: '1Gi' }),
  });
  expect(node.args).toEqual([
    '--endpoint=$(CSI_ENDPOINT)', '--logtostderr', '--v=4', '--volume-attach-limit-opt-in=true', '--volume-attach-limit=30',
    '--max-inflight-mount-calls-opt-in=true',
    '--max-inflight-mount-calls=5', '--force-unmount-after-timeout=true', '--unmount-timeout=45s', '--vol-metrics-opt-in=true',
    '--vol-metrics-refresh-period=240',
    '--efs-cloudwatch-log-enabled=true',
  ]);
  expect(envOf(node)).toMatchObject({
    DISABLE_TAINT_WATCHER: 'true', PORT_RANGE_UPPER_BOUND: '20149', AWS_USE_FIPS_ENDPOINT: 'true', HTTPS_PROXY: 'http://proxy.example.com',
  });
  expect(node.resources.limits).toEqual({ memory: '1Gi' });
});

test('every option reaches the controller, which never removes the taint of its node', () => {
  const { controller, objects } = written({
    deletesDirectories: true, crossAccountSecret: 'x-account', tags: { 'team': 'a b', 'cost:center': '1' }, metrics: true,
    extraControllerArgs: ['--adaptive-retry-mode=false'],
    controllerResources: Resources.of({ memoryLimit: '2Gi' }),
  });
  expect(controller.args.slice(3)).toEqual([
    '--delete-access-point-root-dir=true', '--tags=cost\\:center:1 team:a\\ b', '--http-endpoint=:3301', '--adaptive-retry-mode=false',
  ]);
  expect(controller.securityContext.privileged).toBe(true);
  expect(controller.resources.limits).toEqual({ memory: '2Gi' });
  const secrets = objects.filter(({ kind }: any) => /Role$/.test(kind)).flatMap(({ rules }: any) => rules).filter(
    ({ resources }: any) => resources.includes('secrets'),
  );
  expect(secrets).toEqual([{ apiGroups: [''], resources: ['secrets'], resourceNames: ['x-account'], verbs: ['get'] }]);
  expect(envOf(written({}).controller).DISABLE_TAINT_WATCHER).toBe('true');
  expect(
    written({}).controller.securityContext,
  ).toMatchObject({ runAsUser: 0, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } });
});

test('proxies die with their pod, so someone says when it is replaced', () => {
  const chart = testChart();
  new CsiNodePlugin(chart, 'efs', { driver: CsiDriver.awsEfs() });
  expect(objectOf(chart, 'DaemonSet').spec.updateStrategy).toEqual({ type: 'OnDelete' });
  const other = testChart();
  new CsiNodePlugin(other, 'efs', { driver: CsiDriver.awsEfs(), rollout: Rollout.count(1) });
  expect(objectOf(other, 'DaemonSet').spec.updateStrategy.type).toBe('RollingUpdate');
});

test('a release has the sidecars of its chart', () => {
  const { objects } = written({ version: '3.3.0' });
  expect(JSON.stringify(objects)).toContain('csi-provisioner:v6.2.0-eksbuild.7');
  expect(wrongWith(CsiDriver.awsEfs({ version: '2.1.0' })).map(({ code }) => code)).toEqual(['unknown-csi-driver-version']);
});

test.each<AwsEfsCsiDriverOptions>([
  { volumeAttachLimit: 0 }, { maxInflightMountCalls: 1.5 }, { forceUnmountAfter: Duration.millis(1500) },
  { volumeMetricsPeriod: Duration.seconds(90) }, { lastProxyPort: 20049 },
  { tags: { 'aws:a': 'b' } },
])('options that the driver does not take are refused: %p', options => {
  expect(wrongWith(CsiDriver.awsEfs(options)).map(({ code }) => code)).toEqual(['invalid-csi-driver']);
});

test('parameters of volumes are in the spelling of the driver', () => {
  expect(CsiVolumeParameters.awsEfs({
    fileSystemId: FILE_SYSTEM, directoryPermissions: 0o070, uid: 0, gid: 1000, gidRangeStart: 1000, gidRangeEnd: 2000, basePath: '/volumes',
    subPathPattern: '${.PVC.namespace}/${.PVC.name}', ensureUniqueDirectory: false, availabilityZone: 'eu-west-1a',
    enforceZoneAffinity: true, reuseAccessPoint: true, enableTagging: true,
  }).parameters).toEqual({
    provisioningMode: 'efs-ap', fileSystemId: FILE_SYSTEM, directoryPerms: '070', uid: '0', gid: '1000', gidRangeStart: '1000',
    gidRangeEnd: '2000', basePath: '/volumes',
    subPathPattern: '${.PVC.namespace}/${.PVC.name}', ensureUniqueDirectory: 'false', az: 'eu-west-1a', enforceZoneAffinity: 'true',
    reuseAccessPoint: 'true', enableTagging: 'true',
  });
});

const S3_FILES = AwsEfsProvisioningMode.S3_FILES;

test.each<Partial<AwsEfsVolumeParameters>>([
  { fileSystemId: 'fsap-0123456789' }, { directoryPermissions: 0o1777 }, { uid: -1 }, { gidRangeStart: 1000 },
  { gidRangeStart: 2000, gidRangeEnd: 1000 }, { basePath: 'volumes' },
  { subPathPattern: '${.PVC.labels}' }, { ensureUniqueDirectory: true }, { provisioningMode: S3_FILES, availabilityZone: 'eu-west-1a' },
  { provisioningMode: S3_FILES, reuseAccessPoint: true },
])('parameters that the driver does not take are refused: %p', parameters => {
  const chart = testChart();
  new CsiStorageClass(chart, 'shared', {
    driver: CsiDriver.awsEfs(), parameters: CsiVolumeParameters.awsEfs({ fileSystemId: FILE_SYSTEM, ...parameters }),
  });
  expect(codesOf(chart)).toEqual(['[test/shared] invalid-storage-class']);
});
