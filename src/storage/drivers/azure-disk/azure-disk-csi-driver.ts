import { azureDiskController } from './azure-disk-controller';
import { AzureDiskCsiDriverOptions } from './azure-disk-csi-driver-options';
import { AZURE_DISK_DEFAULTS } from './defaults';
import { ApiGrant } from '../../../agent/companions/api-grant';
import { HostPath } from '../../../agent/container/host-path';
import { LifecycleHook } from '../../../agent/container/lifecycle-hook';
import { Resources } from '../../../agent/container/resources';
import { Dns } from '../../../agent/dns';
import { HostNamespace } from '../../../agent/host-namespace';
import { fail } from '../../../private/agent-error';
import { fixedValue } from '../../../private/default-row';
import { probeTimes } from '../../../private/probe-times';
import { isWholeNumber } from '../../../private/whole-number';
import { FsGroupPolicy } from '../../csi-driver-object-options';
import { CsiDriverOptions } from '../../csi-driver-options';
import { CsiGrant } from '../../csi-grant';
import { CsiHostAccess } from '../../csi-host-access';
import { CsiLiveness } from '../../csi-liveness';
import { CsiMounts } from '../../csi-mounts';
import { CsiWindowsOptions } from '../../csi-windows-options';
import { cloudAccess, metricsOn } from '../../private/azure-program';
import { commonOptions } from '../../private/common-options';
import { DriverRelease, DriverReleases, driverRelease } from '../../private/driver-release';
import { windowsImage } from '../../private/windows-image';

const IMAGES = 'mcr.microsoft.com/oss/v2/kubernetes-csi';

/** The releases that are known, with the sidecars of their manifests. */
const RELEASES: Omit<DriverReleases, 'standard'> = {
  driver: 'azuredisk-csi-driver',
  repository: `${IMAGES}/azuredisk-csi`,
  minors: {
    1.34: {
      registrar: `${IMAGES}/csi-node-driver-registrar:v2.17.0`, livenessProbe: `${IMAGES}/livenessprobe:v2.19.0`,
      provisioner: `${IMAGES}/csi-provisioner:v6.3.0`, attacher: `${IMAGES}/csi-attacher:v4.12.0`,
      resizer: `${IMAGES}/csi-resizer:v2.2.0`, snapshotter: `${IMAGES}/csi-snapshotter:v8.6.0`,
    },
  },
};

/** Where disks are looked up by their number, and scanned again when they grow. */
const DISK_TREE = CsiHostAccess.of([HostPath.readWrite('/sys/bus/scsi/devices'), HostPath.readWrite('/sys/class')]);

/** azuredisk-csi-driver, after its own manifest. docs/guides/csi-azure-disk.md says where this differs, and why. */
export function azureDiskCsiDriver(options: AzureDiskCsiDriverOptions): CsiDriverOptions {
  const release = driverRelease(options, { ...RELEASES, standard: fixedValue(AZURE_DISK_DEFAULTS.version) });
  const { nodeInfoFromLabels = false, seLinuxMount = false } = options;
  const ports = fixedValue(AZURE_DISK_DEFAULTS.ports);
  const metrics = metricsOn(ports.metrics, options);
  const cloud = nodeInfoFromLabels ? NO_CLOUD : cloudAccess(options);
  const removesStartupTaint = removesTaint(options);
  return {
    name: 'disk.csi.azure.com', image: release.image, sidecarImages: release.sidecarImages,
    nodeIdVariable: 'KUBE_NODE_NAME',
    args: [
      ...nodeArguments(options), `--enable-perf-optimization=${!nodeInfoFromLabels}`, ...cloud.args, ...metrics.args,
      ...options.extraArgs ?? [],
    ],
    env: { ...cloud.env, ...options.env },
    ports: metrics.ports,
    ...commonOptions(options, {
      livenessPort: ports.liveness, registrarPort: ports.registrar, resources: Resources.of(fixedValue(AZURE_DISK_DEFAULTS.resources)),
    }),
    mounts: CsiMounts.stagedVolumes(),
    hostAccess: [CsiHostAccess.blockDevices(), DISK_TREE, ...cloud.hostAccess, ...seLinuxMount ? [CsiHostAccess.seLinux()] : []],
    ...nodeInfoFromLabels
      ? {}
      : { hostNamespaces: [HostNamespace.network('asks the metadata service of Azure, which only nodes reach')], dns: Dns.node() },
    liveness: CsiLiveness.sidecar(probeTimes(fixedValue(AZURE_DISK_DEFAULTS.probe))),
    preStop: LifecycleHook.exec(['/azurediskplugin', '--pre-stop-hook=true']),
    grants: [...cloud.grants, ...nodeGrants(removesStartupTaint)],
    removesStartupTaint,
    driverObject: {
      attachRequired: true, podInfoOnMount: false, fsGroupPolicy: FsGroupPolicy.FILE, seLinuxMount: seLinuxMount || undefined,
    },
    controller: azureDiskController(options),
    windows: onWindows(options, release),
  };
}

const NO_CLOUD = { args: [], env: {}, hostAccess: [], grants: [] };

function removesTaint({ removesStartupTaint = fixedValue(AZURE_DISK_DEFAULTS.removesStartupTaint) }: AzureDiskCsiDriverOptions): boolean {
  return removesStartupTaint;
}

/** It reads its own node alone, and looks on the node's CSINode whether it has registered. */
function nodeGrants(removesStartupTaint: boolean): CsiGrant[] {
  return [
    CsiGrant.drainHook(),
    ...removesStartupTaint ? [CsiGrant.of([
      ApiGrant.clusterWide(['nodes'], ['get', 'patch']), ApiGrant.clusterWide(['csinodes'], ['get'], { apiGroup: 'storage.k8s.io' }),
    ])] : [],
  ];
}

function nodeArguments(options: AzureDiskCsiDriverOptions): string[] {
  const { logVerbosity, volumeAttachLimit, reservedDisks, supportsZones, nodeInfoFromLabels = false } = options;
  requireLimits(options);
  return [
    `--v=${logVerbosity ?? fixedValue(AZURE_DISK_DEFAULTS.logVerbosity)}`, '--endpoint=$(CSI_ENDPOINT)', '--nodeid=$(KUBE_NODE_NAME)',
    '--allow-empty-cloud-config=true', `--get-node-info-from-labels=${nodeInfoFromLabels}`,
    ...volumeAttachLimit === undefined ? [] : [`--volume-attach-limit=${volumeAttachLimit}`],
    ...reservedDisks === undefined ? [] : [`--reserved-data-disk-slot-num=${reservedDisks}`],
    ...supportsZones === undefined ? [] : [`--support-zone=${supportsZones}`],
    ...removesTaint(options) ? [] : ['--remove-not-ready-taint=false'],
  ];
}

/** The program finds its hook by its name: a HostProcess container has the directory of its image in its path. */
function onWindows(options: AzureDiskCsiDriverOptions, { image, version }: DriverRelease): CsiWindowsOptions {
  const cloud = options.nodeInfoFromLabels ? NO_CLOUD : cloudAccess(options, 'windows');
  const metrics = metricsOn(fixedValue(AZURE_DISK_DEFAULTS.ports).metrics, options);
  return {
    image: options.windowsImage ?? windowsImage(image, version, '-windows-hp'),
    command: ['azurediskplugin.exe'],
    args: [...nodeArguments(options), '--enable-windows-host-process=true', ...cloud.args, ...metrics.args, ...options.extraArgs ?? []],
    env: { ...cloud.env, ...options.env },
    preStop: LifecycleHook.exec(['azurediskplugin.exe', '--pre-stop-hook=true']),
    grants: [...cloud.grants, ...nodeGrants(removesTaint(options))],
    resources: options.resources ?? Resources.of(fixedValue(AZURE_DISK_DEFAULTS.windowsResources)),
  };
}

function requireLimits({ volumeAttachLimit: limit, reservedDisks: reserved }: AzureDiskCsiDriverOptions): void {
  if (limit !== undefined && reserved !== undefined) {
    fail({
      code: 'invalid-csi-driver', what: 'the Azure Disk driver takes one of two limits',
      given: `volumeAttachLimit: ${limit}, reservedDisks: ${reserved}`,
      allowed: 'one of them', fix: 'leave one of them out: with a limit the driver does not look at what is reserved',
    });
  }
  const [name, given, least] = limit === undefined ? ['reservedDisks', reserved, 0] as const : ['volumeAttachLimit', limit, 1] as const;
  if (given !== undefined && !isWholeNumber(given, least, MAX_DISKS)) {
    fail({
      code: 'invalid-csi-driver', what: 'a node cannot have this many disks', given: `${name}: ${given}`,
      allowed: `${least} to ${MAX_DISKS}`,
      fix: 'look the limit of the size of the machine up, or leave it to the driver',
    });
  }
}

/** More than any machine has. */
const MAX_DISKS = 256;
