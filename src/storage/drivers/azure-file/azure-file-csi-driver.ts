import { Duration } from 'cdk8s';
import { azureFileController } from './azure-file-controller';
import { AzureFileCsiDriverOptions, AzureFileSecretAuthorization } from './azure-file-csi-driver-options';
import { nodePrograms } from './azure-file-node-programs';
import { AZURE_FILE_DEFAULTS } from './defaults';
import { ApiGrant } from '../../../agent/companions/api-grant';
import { HostPath, HostPathType } from '../../../agent/container/host-path';
import { Resources } from '../../../agent/container/resources';
import { Dns } from '../../../agent/dns';
import { HostNamespace } from '../../../agent/host-namespace';
import { fixedValue } from '../../../private/default-row';
import { CsiDriverObjectOptions, FsGroupPolicy, VolumeLifecycleMode } from '../../csi-driver-object-options';
import { CsiDriverOptions } from '../../csi-driver-options';
import { CsiGrant } from '../../csi-grant';
import { CsiHostAccess } from '../../csi-host-access';
import { CsiMounts } from '../../csi-mounts';
import { CsiWindowsOptions } from '../../csi-windows-options';
import { cloudAccess, metricsOn } from '../../private/azure-program';
import { commonOptions } from '../../private/common-options';
import { DriverRelease, DriverReleases, driverRelease } from '../../private/driver-release';
import { windowsImage } from '../../private/windows-image';
import { octalPermissions } from '../nfs/nfs-permissions';

const IMAGES = 'mcr.microsoft.com/oss/v2/kubernetes-csi';

/** The releases that are known, with the sidecars of their manifests. */
const RELEASES: Omit<DriverReleases, 'standard'> = {
  driver: 'azurefile-csi-driver',
  repository: `${IMAGES}/azurefile-csi`,
  minors: {
    1.35: {
      registrar: `${IMAGES}/csi-node-driver-registrar:v2.17.0`, livenessProbe: `${IMAGES}/livenessprobe:v2.19.0`,
      provisioner: `${IMAGES}/csi-provisioner:v6.3.0`, resizer: `${IMAGES}/csi-resizer:v2.2.0`,
      snapshotter: `${IMAGES}/csi-snapshotter:v8.5.0`,
    },
  },
};

const DIRECT_VOLUMES = CsiHostAccess.of([
  HostPath.readWrite('/run/kata-containers/shared/direct-volumes', { type: HostPathType.DIRECTORY_OR_CREATE }),
]);

/** azurefile-csi-driver, after its own manifest. docs/guides/csi-azure-file.md says where this differs, and why. */
export function azureFileCsiDriver(options: AzureFileCsiDriverOptions): CsiDriverOptions {
  const release = driverRelease(options, { ...RELEASES, standard: fixedValue(AZURE_FILE_DEFAULTS.version) });
  const { disksInShares = false, kataContainers = false, encryptsNfs = false } = options;
  const ports = fixedValue(AZURE_FILE_DEFAULTS.ports);
  const cloud = cloudAccess(options);
  const metrics = metricsOn(ports.metrics, options);
  const programs = nodePrograms(options, release.image);
  return {
    name: 'file.csi.azure.com', image: release.image, sidecarImages: release.sidecarImages,
    nodeIdVariable: 'KUBE_NODE_NAME',
    args: [
      ...nodeArguments(options), `--enable-vhd=${disksInShares}`, `--enable-kata-cc-mount=${kataContainers}`,
      ...encryptsNfs ? ['--enable-azurefile-proxy=true', '--azurefile-proxy-endpoint=unix:///csi/azurefile-proxy.sock'] : [],
      ...cloud.args, ...metrics.args, ...options.extraArgs ?? [],
    ],
    env: { ...cloud.env, ...options.env },
    ports: metrics.ports,
    ...commonOptions(options, {
      livenessPort: ports.liveness, registrarPort: ports.registrar, resources: Resources.of(fixedValue(AZURE_FILE_DEFAULTS.resources)),
    }),
    mounts: CsiMounts.stagedVolumes(),
    hostAccess: [
      ...disksInShares ? [CsiHostAccess.blockDevices()] : [], ...kataContainers ? [DIRECT_VOLUMES] : [], ...cloud.hostAccess,
      ...programs.hostAccess,
    ],
    hostNamespaces: [
      HostNamespace.network('mounts belong to a network namespace and must outlive the pod; the metadata service answers nodes'),
      ...programs.hostNamespaces,
    ],
    containers: programs.containers,
    dns: Dns.node(),
    grants: [...cloud.grants, ...nodeGrants(options)],
    driverObject: driverObject(),
    controller: azureFileController(options),
    windows: onWindows(options, release),
  };
}

function driverObject(): CsiDriverObjectOptions {
  return {
    attachRequired: false, podInfoOnMount: true, volumeLifecycleModes: [VolumeLifecycleMode.PERSISTENT, VolumeLifecycleMode.EPHEMERAL],
    fsGroupPolicy: FsGroupPolicy.READ_WRITE_ONCE_WITH_FS_TYPE, requiresRepublish: true,
    tokenRequests: [{ audience: 'api://AzureADTokenExchange', expiration: Duration.hours(1) }],
  };
}

function nodeArguments({ logVerbosity, mountPermissions, inlineSecrets }: AzureFileCsiDriverOptions): string[] {
  return [
    `--v=${logVerbosity ?? fixedValue(AZURE_FILE_DEFAULTS.logVerbosity)}`, '--endpoint=$(CSI_ENDPOINT)', '--nodeid=$(KUBE_NODE_NAME)',
    ...mountPermissions === undefined ? [] : [`--mount-permissions=${octalPermissions(mountPermissions)}`],
    ...inlineSecrets === undefined ? [] : [`--inline-volume-secret-authz=${inlineSecrets}`],
  ];
}

function nodeGrants({ storesAccountKeys = true, kataContainers = false, inlineSecrets }: AzureFileCsiDriverOptions): CsiGrant[] {
  const asks = inlineSecrets !== undefined && inlineSecrets !== AzureFileSecretAuthorization.OFF;
  return [
    ...storesAccountKeys ? [CsiGrant.readSecrets()] : [],
    ...kataContainers || asks ? [CsiGrant.of([ApiGrant.readPods()])] : [],
    ...kataContainers
      ? [CsiGrant.nodeTopology(), CsiGrant.of([ApiGrant.clusterWide(['runtimeclasses'], ['get', 'list'], { apiGroup: 'node.k8s.io' })])]
      : [],
    ...asks ? [CsiGrant.of([ApiGrant.clusterWide(['subjectaccessreviews'], ['create'], { apiGroup: 'authorization.k8s.io' })])] : [],
  ];
}

function onWindows(options: AzureFileCsiDriverOptions, { image, version }: DriverRelease): CsiWindowsOptions {
  const cloud = cloudAccess(options, 'windows');
  const metrics = metricsOn(fixedValue(AZURE_FILE_DEFAULTS.ports).metrics, options);
  return {
    image: options.windowsImage ?? windowsImage(image, version, '-windows-hp'),
    command: ['azurefileplugin.exe'],
    args: [...nodeArguments(options), '--enable-windows-host-process=true', ...cloud.args, ...metrics.args, ...options.extraArgs ?? []],
    env: { ...cloud.env, ...options.env },
    grants: [...cloud.grants, ...nodeGrants({ ...options, kataContainers: false })],
    resources: options.resources ?? Resources.of(fixedValue(AZURE_FILE_DEFAULTS.windowsResources)),
  };
}
