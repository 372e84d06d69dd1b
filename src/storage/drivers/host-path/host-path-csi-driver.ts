import { HOST_PATH_DEFAULTS } from './defaults';
import { HostPathCsiDriverOptions } from './host-path-csi-driver-options';
import { EnvValue } from '../../../agent/container/env-value';
import { HostPath } from '../../../agent/container/host-path';
import { PodField } from '../../../agent/container/pod-field';
import { fail, quote } from '../../../private/agent-error';
import { fixedValue } from '../../../private/default-row';
import { isWholeNumber, MAX_INT32 } from '../../../private/whole-number';
import { sortedEntries } from '../../../private/wire';
import { CsiContainerProps } from '../../csi-container-props';
import { FsGroupPolicy, VolumeLifecycleMode } from '../../csi-driver-object-options';
import { CsiDriverOptions } from '../../csi-driver-options';
import { CsiHostAccess } from '../../csi-host-access';
import { CsiMounts } from '../../csi-mounts';
import { commonOptions } from '../../private/common-options';
import { DriverReleases, driverRelease } from '../../private/driver-release';
import { grantsOf, nodeProvisionerRules } from '../../private/sidecar-rules';

const SIG_STORAGE = 'registry.k8s.io/sig-storage';

/** The releases that are known, with the sidecars of the manifests that deploy them. */
const RELEASES: Omit<DriverReleases, 'standard'> = {
  driver: 'csi-driver-host-path',
  repository: `${SIG_STORAGE}/hostpathplugin`,
  minors: {
    1.17: {
      registrar: `${SIG_STORAGE}/csi-node-driver-registrar:v2.17.0`, livenessProbe: `${SIG_STORAGE}/livenessprobe:v2.19.0`,
      provisioner: `${SIG_STORAGE}/csi-provisioner:v6.3.0`,
    },
  },
};

/**
 * csi-driver-host-path, after its manifest for a provisioner on each node. docs/guides/csi-host-path.md says where this differs, and why.
 */
export function hostPathCsiDriver(options: HostPathCsiDriverOptions): CsiDriverOptions {
  const usualName = fixedValue(HOST_PATH_DEFAULTS.name);
  const { name = usualName, capacity = {}, dataDirectory = fixedValue(HOST_PATH_DEFAULTS.dataDirectory), maxVolumes } = options;
  const { image, sidecarImages } = driverRelease(options, { ...RELEASES, standard: fixedValue(HOST_PATH_DEFAULTS.version) });
  requireSound(options);
  return {
    name, image, sidecarImages,
    nodeIdVariable: 'KUBE_NODE_NAME',
    args: [
      `--drivername=${name}`, `--v=${options.logVerbosity ?? fixedValue(HOST_PATH_DEFAULTS.logVerbosity)}`, '--endpoint=$(CSI_ENDPOINT)',
      '--nodeid=$(KUBE_NODE_NAME)',
      ...sortedEntries(capacity).map(([kind, room]) => `--capacity=${kind}=${room}`),
      ...maxVolumes === undefined ? [] : [`--maxvolumespernode=${maxVolumes}`],
      ...options.extraArgs ?? [],
    ],
    ...commonOptions(options, { pluginDirectory: name === usualName ? 'csi-hostpath' : name }),
    mounts: CsiMounts.pluginVolumes(),
    hostAccess: [CsiHostAccess.blockDevices(), CsiHostAccess.of([HostPath.state(dataDirectory, { mountPath: '/csi-data-dir' })])],
    containers: [provisioner(sidecarImages.provisioner!)],
    driverObject: {
      attachRequired: false, podInfoOnMount: true, volumeLifecycleModes: [VolumeLifecycleMode.PERSISTENT, VolumeLifecycleMode.EPHEMERAL],
      storageCapacity: true, fsGroupPolicy: FsGroupPolicy.FILE,
    },
  };
}

/** Makes the volumes of its own node alone, so none of them leads the others. The pod owns the objects that tell of its room. */
function provisioner(image: string): CsiContainerProps {
  return {
    name: 'csi-provisioner', image,
    args: [
      '--v=5', '--csi-address=$(CSI_ADDRESS)', '--feature-gates=Topology=true', '--feature-gates=VolumeAttributesClass=false',
      '--enable-capacity', '--capacity-ownerref-level=0',
      '--node-deployment=true', '--strict-topology=true', '--immediate-topology=false', '--worker-threads=5',
    ],
    env: {
      NODE_NAME: EnvValue.field(PodField.NODE_NAME),
      NAMESPACE: EnvValue.field(PodField.POD_NAMESPACE),
      POD_NAME: EnvValue.field(PodField.POD_NAME),
    },
    grants: grantsOf(nodeProvisionerRules()),
  };
}

function requireSound({ capacity = {}, maxVolumes }: HostPathCsiDriverOptions): void {
  const odd = Object.entries(capacity).find(([kind, room]) => !/^[\w.-]+$/.test(kind) || !/^\d+(\.\d+)?([KMGTPE]i?|[mk])?$/.test(room));
  if (odd !== undefined) {
    fail({
      code: 'invalid-csi-driver', what: 'a node cannot have this room for volumes', given: `capacity: ${quote(odd[0])}: ${quote(odd[1])}`,
      allowed: 'a name of letters, digits, `-`, `_` and `.`, and an amount such as 100Gi', fix: 'write { fast: \'100Gi\' }',
    });
  }
  if (maxVolumes !== undefined && !isWholeNumber(maxVolumes, 1, MAX_INT32)) {
    fail({
      code: 'invalid-csi-driver', what: 'a node cannot take this many volumes', given: `maxVolumes: ${maxVolumes}`,
      allowed: `1 to ${MAX_INT32}`, fix: 'leave it out for any number',
    });
  }
}
