import { Duration } from 'cdk8s';
import * as fc from 'fast-check';
import { randomAwsDriver, randomAwsVolumeDriver } from './csi-aws';
import { randomCephDriver } from './csi-ceph';
import { randomOtherDriver, randomVolumeDriver } from './csi-clouds';
import { maybe } from './values';
import {
  Capability, CloudIdentity, ContainerSecurity, CsiContainerProps, CsiControllerOptions, CsiControllerProps, CsiDriver, CsiDriverObject,
  CsiDriverOptions, CsiGrant, CsiHostAccess, CsiLiveness, CsiMounts, CsiNodePluginProps, CsiPodOptions, CsiSeLinux, CsiSidecar, CsiSocket,
  Dns, HostNamespace, LifecycleHook, PodSecurityContext,
} from '../../../src';

const port = fc.integer({ min: 20_000, max: 30_000 });
const seconds = fc.integer({ min: 2, max: 60 }).map(each => Duration.seconds(each));

const mounts = fc.constantFrom(
  CsiMounts.podVolumes(), CsiMounts.stagedVolumes(), CsiMounts.pluginVolumes(), CsiMounts.kubeletDirectory(), CsiMounts.of(['plugins']),
  CsiMounts.of([]),
);

const liveness = fc.oneof(fc.constant(CsiLiveness.none()), fc.record({
  initialDelay: maybe(seconds), timeout: maybe(seconds), readiness: maybe(fc.record({ period: maybe(seconds), timeout: maybe(seconds) })),
}).map(options => CsiLiveness.sidecar(options)));

const sidecar = fc.constantFrom(CsiSidecar.none(), CsiSidecar.of(), CsiSidecar.of({ extraArgs: ['--timeout=60s'] }));

const container: fc.Arbitrary<CsiContainerProps> = fc.record({
  name: fc.constant('more'), image: fc.constant('example.com/more:1.0.0'), usesSocket: maybe(fc.boolean()),
  args: maybe(fc.constant(['--csi-address=$(CSI_ADDRESS)'])),
  grants: maybe(fc.constant(CsiGrant.nodeTopology().apiGrants)),
});

const podOptions: fc.Arbitrary<CsiPodOptions> = fc.record({
  args: maybe(fc.constant<string[]>(['--endpoint=$(CSI_ENDPOINT)', '--root=/var/lib/kubelet/plugins', '--kubelet=$(KUBELET_DIRECTORY)'])),
  mounts: maybe(mounts),
  hostAccess: maybe(fc.subarray([
    CsiHostAccess.blockDevices(), CsiHostAccess.udev(), CsiHostAccess.mountTable(), CsiHostAccess.kernelModules(),
  ])),
  hostNamespaces: maybe(fc.constant([HostNamespace.network('connections must outlive the pod')])),
  dns: maybe(fc.constantFrom(Dns.node(), Dns.cluster())),
  grants: maybe(fc.subarray([CsiGrant.drainHook(), CsiGrant.volumeLimits(), CsiGrant.taintRemoval()])),
  preStop: maybe(fc.constant(LifecycleHook.exec(['/driver', 'pre-stop-hook']))),
  liveness: maybe(liveness),
  securityContext: maybe(fc.constant(ContainerSecurity.of({
    privileged: true, capabilities: [Capability.add('SYS_ADMIN', 'policies of the cluster ask for it')],
    reason: 'passes its mounts on to the node',
  }))),
  podSecurityContext: maybe(fc.constant(PodSecurityContext.root('the image has another user', { fsGroup: 0 }))),
  containers: maybe(fc.array(container, { maxLength: 1 })),
});

/** What a driver is like on nodes and in a controller: in pods of root the other containers say which user they have. */
const pod = podOptions.map((options): CsiPodOptions => (options.podSecurityContext === undefined ? options : {
  ...options, containers: options.containers?.map(each => ({ ...each, securityContext: ContainerSecurity.nonRoot(1000) })),
}));

const controller: fc.Arbitrary<CsiControllerOptions> = fc.tuple(pod, fc.record({
  replicas: maybe(fc.integer({ min: 1, max: 3 })), provisioner: maybe(sidecar), attacher: maybe(sidecar), resizer: maybe(sidecar),
  snapshotter: maybe(sidecar),
  readsSecrets: maybe(fc.boolean()), modifiesVolumes: maybe(fc.boolean()), groupSnapshots: maybe(fc.boolean()),
  expandsOnline: maybe(fc.boolean()), livenessPort: port,
})).map(([ofPod, own]) => ({ ...ofPod, ...own }));

const own: fc.Arbitrary<CsiDriver> = fc.tuple(fc.integer({ min: 0, max: 0xffffff }), pod, fc.record({
  livenessPort: fc.integer({ min: 30_001, max: 31_000 }), registrarPort: fc.integer({ min: 31_001, max: 32_000 }),
  registrarHealth: maybe(fc.boolean()), controller,
  socket: maybe(fc.constantFrom(CsiSocket.atHostPath(), CsiSocket.mountedAt('/run/csi', 'socket'))), mountsDieWithPod: maybe(fc.boolean()),
  removesStartupTaint: maybe(fc.boolean()),
  driverObject: maybe(fc.record({ attachRequired: maybe(fc.boolean()), storageCapacity: maybe(fc.boolean()) })),
})).map(([number, ofPod, options]) => CsiDriver.of({
  // objects of drivers have no namespace
  name: `d${number.toString(16)}.csi.example.com`, image: 'example.com/driver:1.0.0', ...ofPod, ...options,
} satisfies CsiDriverOptions));

const identity = fc.constantFrom(CloudIdentity.eksPodIdentity(), CloudIdentity.awsRole('arn:aws:iam::111122223333:role/csi'));

/** Drivers of projects have one name each, and objects of drivers have no namespace. */
const known: fc.Arbitrary<Partial<CsiNodePluginProps>> = fc.oneof(randomAwsDriver, randomCephDriver, randomOtherDriver)
  .map(driver => ({ driver, driverObject: CsiDriverObject.unmanaged() }));

const ofOwn = fc.tuple(own, maybe(liveness)).map(([driver, asked]) => ({ driver, liveness: asked }));

export const randomCsiPluginProps: fc.Arbitrary<CsiNodePluginProps> = fc.tuple(fc.oneof(ofOwn, known), fc.record({
  seLinux: maybe(fc.constantFrom(CsiSeLinux.processType('spc_t'), CsiSeLinux.privilegedSidecars())), cloudIdentity: maybe(identity),
  kubeletDirectory: maybe(fc.constantFrom('/var/lib/k0s/kubelet', '/var/snap/microk8s/common/var/lib/kubelet')),
})).map(([ofDriver, props]) => ({ ...props, ...ofDriver } as CsiNodePluginProps));

export const randomCsiControllerProps: fc.Arbitrary<CsiControllerProps> = fc.record({
  driver: fc.oneof(own, randomAwsVolumeDriver, randomCephDriver, randomVolumeDriver), resizer: maybe(sidecar), snapshotter: maybe(sidecar),
  cloudIdentity: maybe(identity), livenessPort: maybe(port), replicas: maybe(fc.integer({ min: 1, max: 3 })),
});
