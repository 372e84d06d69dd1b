import { Duration } from 'cdk8s';
import {
  CsiDriver, CsiNodePlugin, EnvValue, KubernetesVersion, Resources, SecretsStoreCsiDriverOptions, TargetCluster,
} from '../../../src';
import { errorsOf, expectGolden, objectOf, testChart } from '../../support/golden';
import { wrongWith } from '../../support/refused';

function written(options: SecretsStoreCsiDriverOptions, kubernetesVersion: KubernetesVersion = KubernetesVersion.V1_30): any {
  const chart = testChart();
  TargetCluster.configure(chart, { kubernetesVersion });
  new CsiNodePlugin(chart, 'secrets', { driver: CsiDriver.secretsStore(options) });
  const [driver, ...others] = objectOf(chart, 'DaemonSet').spec.template.spec.containers;
  return {
    driver, provider: others.find(({ name }: any) => name === 'provider-aws'), object: objectOf(chart, 'CSIDriver').spec,
    objects: chart.toJson(),
  };
}

const rightsOn = (resource: string, { objects }: any) => objects.filter(({ kind }: any) => kind === 'ClusterRole').flatMap(
  ({ rules }: any) => rules,
)
  .filter(({ resources }: any) => resources.includes(resource)).flatMap(({ verbs }: any) => verbs);

test('one line runs the driver', () => {
  const chart = testChart();
  new CsiNodePlugin(chart, 'secrets', { driver: CsiDriver.secretsStore() });
  expectGolden('csi-secrets-store', chart);
});

test('the provider for AWS runs in the pods of the driver', () => {
  const chart = testChart();
  // a release that asks where tokens are passed
  TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_36 });
  new CsiNodePlugin(chart, 'secrets', { driver: CsiDriver.secretsStore({ awsProvider: {}, rotationInterval: Duration.minutes(2) }) });
  expectGolden('csi-secrets-store-aws', chart);
});

test('every option reaches the driver', () => {
  const { driver, object } = written({
    rotationInterval: Duration.minutes(5), tokenAudiences: ['vault'], tokensInSecrets: true, providerDirectories: ['/var/run/providers'],
    providerHealthCheckInterval: Duration.minutes(1),
    metricsPort: 8096, logVerbosity: 5, env: { HTTPS_PROXY: EnvValue.of('http://proxy.example.com') },
    extraArgs: ['--log-format-json=true'], resources: Resources.of({ memoryLimit: '1Gi' }),
  }, KubernetesVersion.V1_35);
  expect(driver.args).toEqual([
    '-v=5', '--endpoint=$(CSI_ENDPOINT)', '--nodeid=$(KUBE_NODE_NAME)', '--provider-volume=/var/run/providers',
    '--additional-provider-volume-paths=', '--metrics-addr=:8096',
    '--enable-secret-rotation=true', '--rotation-poll-interval=300s', '--provider-health-check=true',
    '--provider-health-check-interval=60s', '--log-format-json=true',
  ]);
  expect(driver.ports).toEqual([expect.objectContaining({ containerPort: 8096 })]);
  expect(driver.resources.limits).toEqual({ memory: '1Gi' });
  expect(object).toMatchObject({ requiresRepublish: true, tokenRequests: [{ audience: 'vault' }], serviceAccountTokenInSecrets: true });
});

test('Secrets of the cluster are written only where someone asks for it', () => {
  expect(rightsOn('secrets', written({}))).toEqual([]);
  expect(rightsOn(
    'secrets', written({ syncsSecrets: true }),
  )).toEqual(expect.arrayContaining(['create', 'delete', 'get', 'list', 'patch', 'update', 'watch']));
});

test('every option reaches the provider, which looks at pods and nodes only to learn its region', () => {
  const asked = written({
    awsProvider: {
      region: 'eu-west-1', fips: true, extraArgs: ['--qps=20'], env: { HTTPS_PROXY: EnvValue.of('http://proxy.example.com') },
      resources: Resources.of({ memoryLimit: '1Gi' }),
    },
  });
  expect(asked.provider.args.slice(-1)).toEqual(['--qps=20']);
  expect(asked.provider.env.map(({ name }: any) => name)).toEqual(['AWS_REGION', 'AWS_USE_FIPS_ENDPOINT', 'HTTPS_PROXY']);
  expect(asked.provider.resources.limits).toEqual({ memory: '1Gi' });
  expect(rightsOn('nodes', asked)).toEqual([]);
  expect(rightsOn('nodes', written({ awsProvider: { version: '3.1.0' } }))).toEqual(['get']);
  expect(written({ awsProvider: { version: '3.1.0' } }).provider.image).toBe(
    'public.ecr.aws/aws-secrets-manager/secrets-store-csi-driver-provider-aws:3.1.0',
  );
  expect(
    written({ awsProvider: { image: 'images.example.com/provider:3.1.1' }, tokenAudiences: ['sts.amazonaws.com'] }).object.tokenRequests,
  ).toEqual([{ audience: 'sts.amazonaws.com' }]);
});

test('a release has the sidecars of its chart', () => {
  expect(JSON.stringify(written({ version: '1.5.6' }).objects)).toContain('csi-node-driver-registrar:v2.13.0');
  expect(wrongWith(CsiDriver.secretsStore({ version: '1.4.0' })).map(({ code }) => code)).toEqual(['unknown-csi-driver-version']);
});

test.each<SecretsStoreCsiDriverOptions>([{
  rotationInterval: Duration.millis(500),
}, { providerHealthCheckInterval: Duration.seconds(0) }, { providerDirectories: [] }])(
  'options that the driver does not take are refused: %p', options => {
    expect(wrongWith(CsiDriver.secretsStore(options)).map(({ code }) => code)).toEqual(['invalid-csi-driver']);
  });

test('tokens as secrets need tokens', () => {
  const chart = testChart();
  TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_35 });
  new CsiNodePlugin(chart, 'secrets', { driver: CsiDriver.secretsStore({ tokensInSecrets: true }) });
  expect(errorsOf(chart).join()).toContain('invalid-csi-driver');
});
