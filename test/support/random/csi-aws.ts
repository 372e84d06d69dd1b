import { Duration } from 'cdk8s';
import * as fc from 'fast-check';
import { maybe } from './values';
import { AwsEbsMetadataSource, CsiDriver } from '../../../src';

const port = fc.integer({ min: 20_000, max: 30_000 });
const seconds = fc.integer({ min: 2, max: 60 }).map(count => Duration.seconds(count));
const limit = fc.integer({ min: 1, max: 100 });

const ebs = fc.record({
  version: maybe(fc.constantFrom('1.63.1', '1.64.0', '1.70.2')), removesStartupTaint: maybe(fc.boolean()), volumeAttachLimit: maybe(limit),
  seLinuxMount: maybe(fc.boolean()),
  metadataSources: maybe(fc.constantFrom<AwsEbsMetadataSource[]>([AwsEbsMetadataSource.IMDS], [AwsEbsMetadataSource.KUBERNETES])),
  region: maybe(fc.constant('eu-west-1')), fips: maybe(fc.boolean()),
  extraTags: maybe(fc.constant({ team: 'a b' })), metrics: maybe(fc.boolean()),
}).map(options => CsiDriver.awsEbs(options));

const efs = fc.record({
  removesStartupTaint: maybe(fc.boolean()), volumeAttachLimit: maybe(limit), maxInflightMountCalls: maybe(limit),
  forceUnmountAfter: maybe(seconds),
  deletesDirectories: maybe(fc.boolean()), crossAccountSecret: maybe(fc.constant('x-account')), tags: maybe(fc.constant({ 'a:b': 'c d' })),
  metrics: maybe(fc.boolean()),
  livenessPort: port, registrarPort: fc.integer({ min: 31_001, max: 32_000 }),
}).map(options => CsiDriver.awsEfs(options));

const secretsStore = fc.record({
  rotationInterval: maybe(seconds), syncsSecrets: maybe(fc.boolean()), tokenAudiences: maybe(fc.constant<string[]>(['vault'])),
  metricsPort: maybe(port),
  awsProvider: maybe(fc.record({ region: maybe(fc.constant('eu-west-1')), fips: maybe(fc.boolean()) })),
  providerHealthCheckInterval: maybe(seconds),
}).map(options => CsiDriver.secretsStore(options));

const mountpointS3 = fc.record({
  removesStartupTaint: maybe(fc.boolean()), openShift: maybe(fc.boolean()), keepsSystemdMounts: maybe(fc.boolean()),
  mountPodLabels: maybe(fc.constant({ team: 'a' })),
}).map(options => CsiDriver.mountpointS3(options));

/** Drivers for Amazon whose controllers have sidecars. */
export const randomAwsVolumeDriver: fc.Arbitrary<CsiDriver> = fc.oneof(ebs, efs);

/** Drivers for Amazon. */
export const randomAwsDriver: fc.Arbitrary<CsiDriver> = fc.oneof(randomAwsVolumeDriver, secretsStore, mountpointS3);
