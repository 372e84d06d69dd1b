import * as fc from 'fast-check';
import { maybe } from './values';
import { CephCluster, CephCsiDriverOptions, CsiDriver } from '../../../src';

const labelsOfNodes = fc.constantFrom<string[][]>(['topology.kubernetes.io/zone'], ['topology.kubernetes.io/region', 'rack']);

const clusters: fc.Arbitrary<CephCluster[]> = fc.uniqueArray(fc.record({
  id: fc.stringMatching(/^[a-z0-9-]{1,36}$/),
  monitors: fc.array(fc.constantFrom('10.0.0.11:6789', '[v2:10.0.0.12:3300]', 'mon.example.com'), { minLength: 1, maxLength: 3 }),
  rbdMirrorDaemons: maybe(fc.integer({ min: 1, max: 3 })), subvolumeGroup: maybe(fc.constant('volumes')),
  readAffinityLabels: maybe(labelsOfNodes),
  kernelMountOptions: maybe(fc.constant(['readdir_max_bytes=1048576'])),
}), { minLength: 1, maxLength: 2, selector: ({ id }) => id });

const place: fc.Arbitrary<CephCsiDriverOptions> = fc.oneof(
  fc.record({ clusters }), fc.record({ configMap: maybe(fc.constant('clusters')), cephConfigMap: maybe(fc.constant('ceph-config')) }));

const common: fc.Arbitrary<CephCsiDriverOptions> = fc.tuple(place, fc.record({
  version: maybe(fc.constantFrom('3.13.1', '3.15.1', '3.17.0')), kmsConfigMap: maybe(fc.constant('kms')),
  readAffinityLabels: maybe(labelsOfNodes), domainLabels: maybe(labelsOfNodes),
  clusterName: maybe(fc.constant('shop')), volumeMetadata: maybe(fc.boolean()), groupSnapshots: maybe(fc.boolean()),
  omapGenerator: maybe(fc.boolean()), seLinuxMount: maybe(fc.boolean()),
  networkNamespaces: maybe(fc.boolean()), metrics: maybe(fc.boolean()), metricsPort: fc.integer({ min: 32_001, max: 33_000 }),
  logVerbosity: maybe(fc.integer({ min: 0, max: 5 })),
  livenessPort: fc.integer({ min: 30_001, max: 31_000 }), registrarPort: fc.integer({ min: 31_001, max: 32_000 }),
})).map(([where, options]) => ({ ...where, ...options }));

// objects of drivers have no namespace, so that names differ
const number = fc.integer({ min: 0, max: 0xffffff }).map(each => each.toString(16));

/** Any of the two drivers of Ceph. */
export const randomCephDriver: fc.Arbitrary<CsiDriver> = fc.oneof(
  fc.tuple(
    number, common, fc.record({ nbd: maybe(fc.boolean()), hardMaxCloneDepth: maybe(fc.integer({ min: 4, max: 14 })) }),
  ).map(([id, options, ofRbd]) =>
    CsiDriver.cephRbd({ name: `d${id}.rbd.csi.ceph.com`, ...options, ...ofRbd })),
  fc.tuple(
    number, common, fc.constantFrom({}, { fuse: true }, { forceKernelClient: true }, { radosNamespace: 'notes' }),
  ).map(([id, options, ofFs]) =>
    CsiDriver.cephFs({ name: `d${id}.cephfs.csi.ceph.com`, ...options, ...ofFs })),
);
