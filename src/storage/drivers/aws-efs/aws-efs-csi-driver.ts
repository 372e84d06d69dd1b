import { awsEfsController } from './aws-efs-controller';
import { AwsEfsCsiDriverOptions } from './aws-efs-csi-driver-options';
import { commonArguments, commonEnv, requireRange } from './aws-efs-program';
import { AWS_EFS_DEFAULTS } from './defaults';
import { EnvValue } from '../../../agent/container/env-value';
import { HostPath, HostPathType } from '../../../agent/container/host-path';
import { Dns } from '../../../agent/dns';
import { HostNamespace } from '../../../agent/host-namespace';
import { VirtualNodes } from '../../../agent/nodes/virtual-nodes';
import { PodSecurityContext } from '../../../agent/pod-security-context';
import { fixedValue } from '../../../private/default-row';
import { MAX_INT32 } from '../../../private/whole-number';
import { CsiDriverOptions } from '../../csi-driver-options';
import { CsiGrant } from '../../csi-grant';
import { CsiHostAccess } from '../../csi-host-access';
import { CsiMounts } from '../../csi-mounts';
import { commonOptions } from '../../private/common-options';
import { DriverReleases, driverRelease } from '../../private/driver-release';

const COMPONENTS = 'public.ecr.aws/csi-components';

/** The releases that are known, with the sidecars of their charts. */
const RELEASES: Omit<DriverReleases, 'standard'> = {
  driver: 'aws-efs-csi-driver',
  repository: 'public.ecr.aws/efs-csi-driver/amazon/aws-efs-csi-driver',
  minors: {
    3.3: {
      registrar: `${COMPONENTS}/csi-node-driver-registrar:v2.17.0-eksbuild.2`,
      livenessProbe: `${COMPONENTS}/livenessprobe:v2.19.0-eksbuild.2`,
      provisioner: `${COMPONENTS}/csi-provisioner:v6.2.0-eksbuild.7`,
    },
    3.4: {
      registrar: `${COMPONENTS}/csi-node-driver-registrar:v2.17.0-eksbuild.3`,
      livenessProbe: `${COMPONENTS}/livenessprobe:v2.19.0-eksbuild.3`,
      provisioner: `${COMPONENTS}/csi-provisioner:v6.3.0-eksbuild.2`,
    },
  },
};

/** aws-efs-csi-driver, after its own chart. docs/guides/csi-aws-efs.md says where this differs, and why. */
export function awsEfsCsiDriver(options: AwsEfsCsiDriverOptions): CsiDriverOptions {
  const ports = fixedValue(AWS_EFS_DEFAULTS.ports);
  const { image, sidecarImages } = driverRelease(options, { ...RELEASES, standard: fixedValue(AWS_EFS_DEFAULTS.version) });
  const { removesStartupTaint = fixedValue(AWS_EFS_DEFAULTS.removesStartupTaint) } = options;
  return {
    name: 'efs.csi.aws.com', image, sidecarImages,
    nodeIdVariable: 'CSI_NODE_NAME',
    args: [...commonArguments(options), ...limitArguments(options), ...options.extraArgs ?? []],
    env: {
      ...removesStartupTaint ? {} : { DISABLE_TAINT_WATCHER: EnvValue.of('true') },
      // where the container has no limit, it is what the node has
      CSI_NODE_MEMORY_LIMIT: EnvValue.resource('limits.memory'),
      ...commonEnv(options),
    },
    ...commonOptions(options, { livenessPort: ports.liveness, registrarPort: ports.registrar }),
    virtualNodes: VirtualNodes.excluded(fixedValue(AWS_EFS_DEFAULTS.virtualNodes)),
    mounts: CsiMounts.podVolumes(),
    hostAccess: [CsiHostAccess.of([
      HostPath.state('/var/run/efs', { volumeName: 'efs-state-dir', type: HostPathType.DIRECTORY_OR_CREATE }),
      HostPath.state('/var/amazon/efs', { volumeName: 'efs-utils-config', type: HostPathType.DIRECTORY_OR_CREATE }),
    ])],
    hostNamespaces: [
      HostNamespace.network('mounts go through proxies on the loopback address of the node, and must outlive the pod that made them'),
    ],
    // names of file systems are those of the VPC
    dns: Dns.node(),
    podSecurityContext: PodSecurityContext.root('opens sockets and mounts file systems, which only root of the node may'),
    mountsDieWithPod: true,
    grants: [CsiGrant.nodeTopology()],
    removesStartupTaint,
    driverObject: { attachRequired: false },
    controller: awsEfsController(options),
  };
}

/** Each limit has a flag of its own that turns it on. */
function limitArguments(options: AwsEfsCsiDriverOptions): string[] {
  const { volumeAttachLimit, maxInflightMountCalls, forceUnmountAfter, volumeMetricsPeriod } = options;
  requireRange('volumeAttachLimit', volumeAttachLimit, 1, MAX_INT32);
  requireRange('maxInflightMountCalls', maxInflightMountCalls, 1, MAX_INT32);
  requireRange('forceUnmountAfter', forceUnmountAfter?.toSeconds({ integral: false }), 1, MAX_INT32);
  requireRange('volumeMetricsPeriod', volumeMetricsPeriod?.toMinutes({ integral: false }), 1, MAX_INT32);
  return [
    ...volumeAttachLimit === undefined ? [] : ['--volume-attach-limit-opt-in=true', `--volume-attach-limit=${volumeAttachLimit}`],
    ...maxInflightMountCalls === undefined ? [] : ['--max-inflight-mount-calls-opt-in=true',
      `--max-inflight-mount-calls=${maxInflightMountCalls}`],
    ...forceUnmountAfter === undefined ? [] : ['--force-unmount-after-timeout=true', `--unmount-timeout=${forceUnmountAfter.toSeconds()}s`],
    ...volumeMetricsPeriod === undefined ? [] : ['--vol-metrics-opt-in=true',
      `--vol-metrics-refresh-period=${volumeMetricsPeriod.toMinutes()}`],
  ];
}
