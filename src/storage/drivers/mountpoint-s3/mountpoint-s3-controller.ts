import { MOUNTPOINT_S3_DEFAULTS } from './defaults';
import { MountpointS3CsiDriverOptions } from './mountpoint-s3-csi-driver-options';
import { AgentObject } from '../../../agent/companions/agent-object';
import { ApiGrant } from '../../../agent/companions/api-grant';
import { EnvValue } from '../../../agent/container/env-value';
import { IAgentFeature } from '../../../agent/plan/agent-feature';
import { AgentPlan } from '../../../agent/plan/agent-plan';
import { fixedValue } from '../../../private/default-row';
import { sortedEntries } from '../../../private/wire';
import { CsiControllerOptions } from '../../csi-controller-options';
import { CsiGrant } from '../../csi-grant';
import { CsiLiveness } from '../../csi-liveness';
import { CsiSidecar } from '../../csi-sidecar';

const GROUP = 's3.csi.aws.com';
const PRIORITY_CLASS = 'mount-s3-critical';
const READ = ['get', 'list', 'watch'];

/** What the controller takes from the driver. */
interface MountpointPods {
  readonly image: string;
  readonly mountNamespace: string;
}

/** The controller of the driver. It does not make volumes: it starts the pods that serve them. */
export function mountpointS3Controller(options: MountpointS3CsiDriverOptions, {
  image, mountNamespace,
}: MountpointPods): CsiControllerOptions {
  return {
    command: ['/bin/aws-s3-csi-controller'],
    args: [...options.extraControllerArgs ?? []],
    env: {
      MOUNTPOINT_IMAGE: EnvValue.of(image),
      MOUNTPOINT_IMAGE_PULL_POLICY: EnvValue.of('IfNotPresent'),
      MOUNTPOINT_NAMESPACE: EnvValue.of(mountNamespace),
      MOUNTPOINT_PRIORITY_CLASS_NAME: EnvValue.of(PRIORITY_CLASS),
      MOUNTPOINT_POD_LABELS: EnvValue.of(JSON.stringify(Object.fromEntries(sortedEntries(options.mountPodLabels ?? {})))),
    },
    provisioner: CsiSidecar.none(),
    liveness: CsiLiveness.none(),
    grants: [CsiGrant.of([
      ApiGrant.clusterWide(['pods', 'persistentvolumeclaims', 'persistentvolumes', 'serviceaccounts'], READ),
      ApiGrant.clusterWide(['mountpoints3podattachments'], [...READ, 'create', 'delete', 'update'], { apiGroup: GROUP }),
      ApiGrant.inNamespace(mountNamespace, ['pods'], [...READ, 'create', 'delete', 'update']),
      ApiGrant.inOwnNamespace(['leases'], ['get', 'update'], { apiGroup: 'coordination.k8s.io', resourceNames: ['aws-s3-csi-controller'] }),
      ApiGrant.inOwnNamespace(['leases'], ['create'], { apiGroup: 'coordination.k8s.io' }),
    ])],
    resources: options.controllerResources,
    features: [new MountpointPriority()],
  };
}

/** How the pods that serve volumes rank. Their namespace is for the user to make: it has to come before the roles of the plugin in it. */
class MountpointPriority implements IAgentFeature {
  public contribute(plan: AgentPlan): void {
    plan.acknowledge({ id: 'rbac-too-broad', reason: 'the controller makes the pods that serve volumes, in a namespace of their own' });
    plan.addObject(AgentObject.of({
      apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', name: PRIORITY_CLASS,
      fields: {
        value: fixedValue(MOUNTPOINT_S3_DEFAULTS.mountPriority), preemptionPolicy: 'Never',
        description: 'Pods that serve S3 volumes: never evicted first, and preempting no other.',
      },
    }));
  }
}
