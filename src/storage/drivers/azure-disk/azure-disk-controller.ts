import { AzureDiskCsiDriverOptions } from './azure-disk-csi-driver-options';
import { AZURE_DISK_DEFAULTS } from './defaults';
import { ApiGrant } from '../../../agent/companions/api-grant';
import { Resources } from '../../../agent/container/resources';
import { fixedValue } from '../../../private/default-row';
import { CsiControllerOptions } from '../../csi-controller-options';
import { CsiGrant } from '../../csi-grant';
import { CsiSidecar } from '../../csi-sidecar';
import { azureController } from '../../private/azure-controller';

const RETRY = '--retry-interval-max=30m';

/** The controller of the driver. */
export function azureDiskController(options: AzureDiskCsiDriverOptions): CsiControllerOptions {
  return azureController(options, AZURE_DISK_DEFAULTS, {
    args: [`--disable-avset-nodes=${options.scaleSetsOnly ?? false}`, '--allow-empty-cloud-config=false'],
    grants: [CONTROLLER_GRANT], ...sidecars(),
  });
}

/**
 * What the program itself asks: which nodes and attachments there are, and the volumes whose disks change their kind, which it marks and
 * reports.
 */
const CONTROLLER_GRANT = CsiGrant.of([
  ApiGrant.clusterWide(['nodes'], ['get', 'list', 'watch']),
  ApiGrant.clusterWide(['volumeattachments'], ['list'], { apiGroup: 'storage.k8s.io' }),
  ApiGrant.clusterWide(['persistentvolumes'], ['get', 'list', 'update']),
  ApiGrant.clusterWide(['persistentvolumeclaims'], ['get']),
  ApiGrant.clusterWide(['events'], ['create', 'patch']),
]);

function sidecars(): Pick<CsiControllerOptions, 'provisioner' | 'attacher' | 'resizer' | 'snapshotter'> {
  const resources = Resources.of(fixedValue(AZURE_DISK_DEFAULTS.controllerSidecarResources));
  return {
    provisioner: CsiSidecar.of({
      resources, extraArgs: [
        '--feature-gates=Topology=true', '--timeout=30s', '--worker-threads=100', '--extra-create-metadata=true', '--strict-topology=true',
        '--kube-api-qps=50', '--kube-api-burst=100', RETRY,
      ],
    }),
    attacher: CsiSidecar.of({
      resources, extraArgs: ['--timeout=1200s', '--worker-threads=1000', '--kube-api-qps=200', '--kube-api-burst=400'],
    }),
    resizer: CsiSidecar.of({ resources, extraArgs: ['--timeout=240s', RETRY] }),
    snapshotter: CsiSidecar.of({
      resources: Resources.of(fixedValue(AZURE_DISK_DEFAULTS.snapshotterResources)), extraArgs: [
        '--timeout=1200s', '--extra-create-metadata=true', RETRY, '--worker-threads=250', '--kube-api-qps=100', '--kube-api-burst=200',
      ],
    }),
  };
}
