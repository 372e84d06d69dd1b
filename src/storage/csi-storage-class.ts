import { Construct } from 'constructs';
import { CsiDriver } from './csi-driver';
import { CsiStorageClassProps, VolumeBindingMode } from './csi-storage-class-props';
import { classAnnotations } from './private/default-class';
import { ClusterObject } from '../agent/cluster-object';
import { fail, quote } from '../private/agent-error';
import { attempting, carrying, enter } from '../private/doors/entrance';
import { guardClass } from '../private/doors/guard-class';
import { compact, sortedEntries, Wire } from '../private/wire';

/**
 * A class of volumes that a CSI driver makes: what a claim names as its `storageClassName`.
 *
 *     new CsiStorageClass(chart, 'shares', {
 *       driver, parameters: CsiVolumeParameters.nfs({ server: 'nfs.example.com', share: '/exports' }), mountOptions: ['nfsvers=4.1'],
 *     });
 */
export class CsiStorageClass extends ClusterObject {
  public constructor(scope: Construct, id: string, props: CsiStorageClassProps) {
    const { props: given, findings } = enter('CsiStorageClass', scope, id, props, new.target !== CsiStorageClass);
    // plain JavaScript can leave the driver out, which is an error of its own
    const driver = given.driver ?? CsiDriver.nfs();
    const { name, labels } = given;
    super(scope, id, carrying({
      apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', name, labels,
      annotations: classAnnotations('storageclass.kubernetes.io/is-default-class', given),
      fields: attempting(findings, () => classFields({ ...given, driver }), () => ({ provisioner: driver.name })),
    }, findings));
  }
}

guardClass({ CsiStorageClass });

function classFields({ driver, parameters, mountOptions, allowedTopologies, ...given }: CsiStorageClassProps): Wire {
  requireOwnParameters(driver, parameters?._preset);
  const { controller, driverObject } = driver._options;
  const attaches = driverObject?.attachRequired ?? true;
  return compact({
    provisioner: driver.name,
    parameters: parameters?.parameters,
    reclaimPolicy: given.reclaimPolicy,
    volumeBindingMode: given.volumeBindingMode ?? (attaches ? VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER : undefined),
    allowVolumeExpansion: given.allowVolumeExpansion ?? (controller?.resizer?.isUsed || undefined),
    mountOptions,
    allowedTopologies: allowedTopologies && [{
      matchLabelExpressions: sortedEntries(allowedTopologies).map(([key, values]) => ({ key, values: requireValues(key, values) })),
    }],
  });
}

function requireValues(label: string, values: string[]): string[] {
  if (values.length === 0) {
    fail({
      code: 'invalid-storage-class', what: 'no node would be allowed for the volumes',
      given: `allowedTopologies: no value of ${quote(label)}`, allowed: 'at least one value of each label',
      fix: 'name one, or leave the label out',
    });
  }
  return values;
}

function requireOwnParameters({ name, _preset: of }: CsiDriver, preset: string | undefined): void {
  if (preset !== undefined && of !== undefined && preset !== of) {
    fail({
      code: 'invalid-storage-class', what: `the parameters are those of another driver than ${quote(name)}`,
      given: `CsiVolumeParameters.${preset}`,
      allowed: `CsiVolumeParameters.${of}, CsiVolumeParameters.of`, fix: 'take those of the driver',
    });
  }
}
