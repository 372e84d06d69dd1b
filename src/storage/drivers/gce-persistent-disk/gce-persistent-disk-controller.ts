import { GCE_PERSISTENT_DISK_DEFAULTS } from './defaults';
import { gceLabels } from './gce-labels';
import { GcePersistentDiskCsiDriverOptions } from './gce-persistent-disk-csi-driver-options';
import { ApiGrant } from '../../../agent/companions/api-grant';
import { ContainerSecurity } from '../../../agent/container/container-security';
import { EnvValue } from '../../../agent/container/env-value';
import { Volume } from '../../../agent/container/volume';
import { VolumeMount } from '../../../agent/container/volume-mount';
import { Dns } from '../../../agent/dns';
import { HostNamespace } from '../../../agent/host-namespace';
import { TaintEffect, Toleration } from '../../../agent/nodes/toleration';
import { IAgentFeature } from '../../../agent/plan/agent-feature';
import { AgentPlan } from '../../../agent/plan/agent-plan';
import { fixedValue } from '../../../private/default-row';
import { CsiContainerProps } from '../../csi-container-props';
import { CsiControllerOptions } from '../../csi-controller-options';
import { CsiLiveness } from '../../csi-liveness';
import { CsiSidecar } from '../../csi-sidecar';

/** Where the key of a service account is. */
const KEY_DIRECTORY = '/etc/cloud-sa';
const KEY = new Map([['GOOGLE_APPLICATION_CREDENTIALS', EnvValue.of(`${KEY_DIRECTORY}/cloud-sa.json`)]]);

/** The taint has a name of its own, unlike those of other drivers. */
export const GCE_STARTUP_TAINT = 'pd.csi.storage.gke.io/not-ready';

/** The controller of the driver. Its manifest has no liveness sidecar: the program says nothing of itself but by its socket. */
export function gcePersistentDiskController(options: GcePersistentDiskCsiDriverOptions, image: string): CsiControllerOptions {
  const { credentialsSecret, extraLabels = {}, dataCache = true, storagePools = false, removesStartupTaint = false } = options;
  const labels = gceLabels(extraLabels, 'invalid-csi-driver');
  return {
    command: ['/gce-pd-csi-driver'],
    args: [
      verbosity(options), '--endpoint=$(CSI_ENDPOINT)', '--run-node-service=false',
      '--supports-dynamic-iops-provisioning=hyperdisk-balanced,hyperdisk-extreme',
      '--supports-dynamic-throughput-provisioning=hyperdisk-balanced,hyperdisk-throughput,hyperdisk-ml',
      `--enable-data-cache=${dataCache}`,
      ...storagePools ? ['--enable-storage-pools=true'] : [],
      ...labels === undefined ? [] : [`--extra-labels=${labels}`],
      ...options.extraControllerArgs ?? [],
    ],
    env: credentialsSecret === undefined ? undefined : Object.fromEntries(KEY),
    ...sidecars(),
    modifiesVolumes: options.modifiesVolumes,
    expandsOnline: true,
    liveness: CsiLiveness.none(),
    hostNamespaces: [
      HostNamespace.network('workload identity of GKE answers for the service account of a pod, and not for the node, elsewhere'),
    ],
    dns: Dns.node(),
    containers: removesStartupTaint ? [taintRemover(image, options)] : undefined,
    features: [
      ...credentialsSecret === undefined ? [] : [new ServiceAccountKey(credentialsSecret)],
      ...removesStartupTaint ? [new ToleratesStartupTaint()] : [],
    ],
    resources: options.controllerResources,
  };
}

/** The user of the other containers of the pod. */
const NOBODY = 65534;

/** How much the program logs. */
export function verbosity({ logVerbosity }: GcePersistentDiskCsiDriverOptions): string {
  return `--v=${logVerbosity ?? fixedValue(GCE_PERSISTENT_DISK_DEFAULTS.logVerbosity)}`;
}

function sidecars(): Pick<CsiControllerOptions, 'provisioner' | 'attacher' | 'resizer' | 'snapshotter'> {
  return {
    provisioner: CsiSidecar.of({
      extraArgs: [
        '--feature-gates=Topology=true', '--timeout=250s', '--extra-create-metadata', '--default-fstype=ext4',
        '--controller-publish-readonly=true',
      ],
    }),
    attacher: CsiSidecar.of({ extraArgs: ['--timeout=250s', '--default-fstype=ext4'] }),
    resizer: CsiSidecar.of(),
    snapshotter: CsiSidecar.of({ extraArgs: ['--timeout=300s', '--retry-interval-max=60s'] }),
  };
}

/** The same program once more, with the right to patch nodes that the driver has not. */
function taintRemover(image: string, options: GcePersistentDiskCsiDriverOptions): CsiContainerProps {
  const { port } = fixedValue(GCE_PERSISTENT_DISK_DEFAULTS.taintRemover);
  return {
    name: 'taint-controller', image, usesSocket: false,
    command: ['/gce-pd-csi-driver'],
    args: [verbosity(options), '--run-taint-controller=true', `--taint-metrics-addr=localhost:${port}`, '--run-node-service=false'],
    env: options.credentialsSecret === undefined ? undefined : Object.fromEntries(KEY),
    volumeMounts: options.credentialsSecret === undefined ? undefined : [keyMount(options.credentialsSecret)],
    securityContext: ContainerSecurity.nonRoot(NOBODY),
    grants: [
      ApiGrant.clusterWide(['csinodes'], ['get', 'list', 'watch'], { apiGroup: 'storage.k8s.io' }),
      ApiGrant.clusterWide(['nodes'], ['get', 'list', 'watch', 'patch', 'update']),
    ],
  };
}

function keyMount(secretName: string): VolumeMount {
  return VolumeMount.of(Volume.secret('cloud-sa', secretName), KEY_DIRECTORY, { readOnly: true });
}

class ServiceAccountKey implements IAgentFeature {
  public constructor(private readonly secretName: string) {}

  public contribute(plan: AgentPlan): void {
    plan.container.addVolumeMounts(keyMount(this.secretName));
  }
}

/** The taint waits for the controller as well. */
class ToleratesStartupTaint implements IAgentFeature {
  public contribute(plan: AgentPlan): void {
    plan.addToleration(Toleration.exists(GCE_STARTUP_TAINT, { effect: TaintEffect.NO_SCHEDULE }));
  }
}
