import { SMB_DEFAULTS } from './defaults';
import { SmbCsiDriverOptions } from './smb-csi-driver-options';
import { ContainerSecurity } from '../../../agent/container/container-security';
import { HostPath } from '../../../agent/container/host-path';
import { Port } from '../../../agent/container/port';
import { Resources } from '../../../agent/container/resources';
import { HostNamespace } from '../../../agent/host-namespace';
import { fixedValue } from '../../../private/default-row';
import { CsiControllerOptions } from '../../csi-controller-options';
import { VolumeLifecycleMode } from '../../csi-driver-object-options';
import { CsiDriverOptions } from '../../csi-driver-options';
import { CsiGrant } from '../../csi-grant';
import { CsiHostAccess } from '../../csi-host-access';
import { CsiMounts } from '../../csi-mounts';
import { CsiSidecar } from '../../csi-sidecar';
import { CsiWindowsOptions } from '../../csi-windows-options';
import { commonOptions } from '../../private/common-options';
import { DriverReleases, driverRelease } from '../../private/driver-release';
import { windowsImage } from '../../private/windows-image';

const SIG_STORAGE = 'registry.k8s.io/sig-storage';

/** The releases of csi-driver-smb that are known, with the sidecars of their manifests. */
const RELEASES: Omit<DriverReleases, 'standard'> = {
  driver: 'csi-driver-smb',
  repository: `${SIG_STORAGE}/smbplugin`,
  minors: {
    '1.20': {
      registrar: `${SIG_STORAGE}/csi-node-driver-registrar:v2.17.0`, livenessProbe: `${SIG_STORAGE}/livenessprobe:v2.19.0`,
      provisioner: `${SIG_STORAGE}/csi-provisioner:v6.3.0`, resizer: `${SIG_STORAGE}/csi-resizer:v2.2.0`,
    },
  },
};

const TICKETS = '/var/lib/kubelet/kerberos';

/** csi-driver-smb, after its own manifest. docs/guides/csi-smb.md says where this differs, and why. */
export function smbCsiDriver(options: SmbCsiDriverOptions): CsiDriverOptions {
  const usualName = fixedValue(SMB_DEFAULTS.name);
  const ports = fixedValue(SMB_DEFAULTS.ports);
  const { name = usualName, inlineVolumes = true, kerberos = false } = options;
  const { image, version, sidecarImages } = driverRelease(options, { ...RELEASES, standard: fixedValue(SMB_DEFAULTS.version) });
  return {
    name, image, sidecarImages,
    nodeIdVariable: 'KUBE_NODE_NAME',
    args: [...nodeArguments(options, name), ...kerberos ? [`--krb5-cache-directory=${TICKETS}/`] : [], ...options.extraArgs ?? []],
    ...commonOptions(options, {
      livenessPort: ports.liveness, registrarPort: ports.registrar, resources: Resources.of(fixedValue(SMB_DEFAULTS.resources)),
    }),
    mounts: CsiMounts.stagedVolumes(),
    hostAccess: kerberos ? [CsiHostAccess.of([HostPath.readWrite(TICKETS)])] : [],
    hostNamespaces: [HostNamespace.network('SMB connections belong to a network namespace, and must outlive the pod that made them')],
    grants: inlineVolumes ? [CsiGrant.readSecrets()] : [],
    driverObject: {
      attachRequired: false, podInfoOnMount: true,
      volumeLifecycleModes: [VolumeLifecycleMode.PERSISTENT, ...inlineVolumes ? [VolumeLifecycleMode.EPHEMERAL] : []],
    },
    controller: smbController(options, name),
    windows: onWindows(options, name, windowsImage(image, version, '-windows-hp')),
  };
}

function commonArguments({ logVerbosity }: SmbCsiDriverOptions, name: string): string[] {
  return [
    `--v=${logVerbosity ?? fixedValue(SMB_DEFAULTS.logVerbosity)}`, '--endpoint=$(CSI_ENDPOINT)',
    ...name === fixedValue(SMB_DEFAULTS.name) ? [] : [`--drivername=${name}`],
  ];
}

function nodeArguments(options: SmbCsiDriverOptions, name: string): string[] {
  return [...commonArguments(options, name), '--nodeid=$(KUBE_NODE_NAME)'];
}

/** It mounts shares below /tmp to make and delete the directories of volumes. */
function smbController(options: SmbCsiDriverOptions, name: string): CsiControllerOptions {
  const { liveness, metrics } = fixedValue(SMB_DEFAULTS.controllerPorts);
  return {
    args: [
      ...commonArguments(options, name),
      ...options.onDelete === undefined ? [] : [`--default-ondelete-policy=${options.onDelete}`],
      ...options.metrics ? [`--metrics-address=0.0.0.0:${metrics}`] : [],
      ...options.extraControllerArgs ?? [],
    ],
    ports: options.metrics ? [Port.container('metrics', metrics)] : undefined,
    provisioner: CsiSidecar.of({ extraArgs: ['--extra-create-metadata=true', '--retry-interval-max=30m'] }),
    resizer: CsiSidecar.of(),
    // classes name the one with the user of the share
    readsSecrets: true,
    expandsOnline: true,
    hostNamespaces: [HostNamespace.network('mounts shares by the network of the node, as the node plugin does')],
    livenessPort: liveness,
    securityContext: ContainerSecurity.privileged('mounts shares to make and delete what is in them'),
    resources: options.controllerResources ?? Resources.of(fixedValue(SMB_DEFAULTS.controllerResources)),
  };
}

function onWindows(options: SmbCsiDriverOptions, name: string, image: string): CsiWindowsOptions {
  return {
    image: options.windowsImage ?? image,
    command: ['smbplugin.exe'],
    args: [
      ...nodeArguments(options, name), '--enable-windows-host-process=true', '--remove-smb-mapping-during-unmount=true',
      ...options.extraArgs ?? [],
    ],
    resources: options.resources ?? Resources.of(fixedValue(SMB_DEFAULTS.windowsResources)),
  };
}
