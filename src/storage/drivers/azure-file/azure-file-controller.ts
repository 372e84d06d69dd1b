import { AzureFileCsiDriverOptions } from './azure-file-csi-driver-options';
import { AZURE_FILE_DEFAULTS } from './defaults';
import { ApiGrant } from '../../../agent/companions/api-grant';
import { ContainerSecurity } from '../../../agent/container/container-security';
import { EnvValue } from '../../../agent/container/env-value';
import { Resources } from '../../../agent/container/resources';
import { fixedValue } from '../../../private/default-row';
import { CsiControllerOptions } from '../../csi-controller-options';
import { CsiGrant } from '../../csi-grant';
import { CsiSidecar } from '../../csi-sidecar';
import { azureController } from '../../private/azure-controller';

const RETRY = '--retry-interval-max=30m';

/** The controller of the driver. It copies shares by azcopy, which keeps its state in the home of root. */
export function azureFileController(options: AzureFileCsiDriverOptions): CsiControllerOptions {
  const copy = fixedValue(AZURE_FILE_DEFAULTS.copy);
  return azureController(options, AZURE_FILE_DEFAULTS, {
    env: {
      AZCOPY_CONCURRENCY_VALUE: EnvValue.of(String(copy.connections)),
      AZCOPY_CONCURRENT_FILES: EnvValue.of(String(copy.files)),
      AZCOPY_BUFFER_GB: EnvValue.of(String(copy.gigabytes)),
    },
    securityContext: ContainerSecurity.root(
      'reads the cloud config, and copies files by a program that keeps its state in the home of root', { writableRootFilesystem: true },
    ),
    grants: options.storesAccountKeys ?? true ? [CsiGrant.of([ApiGrant.clusterWide(['secrets'], ['get', 'create'])])] : [],
    ...sidecars(),
  });
}

function sidecars(): Pick<CsiControllerOptions, 'provisioner' | 'resizer' | 'snapshotter'> {
  const resources = Resources.of(fixedValue(AZURE_FILE_DEFAULTS.controllerSidecarResources));
  return {
    provisioner: CsiSidecar.of({
      resources, extraArgs: ['--timeout=1200s', '--extra-create-metadata=true', '--kube-api-qps=50', '--kube-api-burst=100', RETRY],
    }),
    resizer: CsiSidecar.of({ resources, extraArgs: ['--timeout=120s', RETRY] }),
    snapshotter: CsiSidecar.of({
      resources: Resources.of(fixedValue(AZURE_FILE_DEFAULTS.snapshotterResources)),
      extraArgs: ['--kube-api-qps=100', '--kube-api-burst=200', RETRY],
    }),
  };
}
