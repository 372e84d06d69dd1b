import { awsEbsController } from './aws-ebs-controller';
import { AwsEbsCsiDriverOptions } from './aws-ebs-csi-driver-options';
import { commonEnv, MetricsEndpoint, verbosityArgument } from './aws-ebs-program';
import { AWS_EBS_DEFAULTS } from './defaults';
import { EnvValue } from '../../../agent/container/env-value';
import { LifecycleHook } from '../../../agent/container/lifecycle-hook';
import { Resources } from '../../../agent/container/resources';
import { VirtualNodes } from '../../../agent/nodes/virtual-nodes';
import { PodSecurityContext } from '../../../agent/pod-security-context';
import { fail } from '../../../private/agent-error';
import { fixedValue } from '../../../private/default-row';
import { probeTimes } from '../../../private/probe-times';
import { isWholeNumber } from '../../../private/whole-number';
import { CsiDriverObjectOptions, FsGroupPolicy } from '../../csi-driver-object-options';
import { CsiDriverOptions } from '../../csi-driver-options';
import { CsiGrant } from '../../csi-grant';
import { CsiHostAccess } from '../../csi-host-access';
import { CsiLiveness } from '../../csi-liveness';
import { CsiMounts } from '../../csi-mounts';
import { CsiWindowsOptions } from '../../csi-windows-options';
import { commonOptions } from '../../private/common-options';
import { DriverReleases, driverRelease } from '../../private/driver-release';

const COMPONENTS = 'public.ecr.aws/csi-components';

/** The releases that are known, with the sidecars of their charts. */
const RELEASES: Omit<DriverReleases, 'standard'> = {
  driver: 'aws-ebs-csi-driver',
  repository: 'public.ecr.aws/ebs-csi-driver/aws-ebs-csi-driver',
  minors: {
    1.63: {
      registrar: `${COMPONENTS}/csi-node-driver-registrar:v2.17.0-eksbuild.4`,
      livenessProbe: `${COMPONENTS}/livenessprobe:v2.19.0-eksbuild.4`,
      provisioner: `${COMPONENTS}/csi-provisioner:v6.3.0-eksbuild.3`, attacher: `${COMPONENTS}/csi-attacher:v4.12.0-eksbuild.4`,
      resizer: `${COMPONENTS}/csi-resizer:v2.2.1-eksbuild.2`, snapshotter: `${COMPONENTS}/csi-snapshotter:v8.6.0-eksbuild.4`,
    },
    1.64: {
      registrar: `${COMPONENTS}/csi-node-driver-registrar:v2.17.0-eksbuild.5`,
      livenessProbe: `${COMPONENTS}/livenessprobe:v2.19.0-eksbuild.5`,
      provisioner: `${COMPONENTS}/csi-provisioner:v6.3.0-eksbuild.4`, attacher: `${COMPONENTS}/csi-attacher:v4.12.0-eksbuild.5`,
      resizer: `${COMPONENTS}/csi-resizer:v2.2.1-eksbuild.3`, snapshotter: `${COMPONENTS}/csi-snapshotter:v8.6.0-eksbuild.5`,
    },
  },
};

const NAME = 'ebs.csi.aws.com';

/** aws-ebs-csi-driver, after its own chart. docs/guides/csi-aws-ebs.md says where this differs, and why. */
export function awsEbsCsiDriver(options: AwsEbsCsiDriverOptions): CsiDriverOptions {
  const { image, sidecarImages } = driverRelease(options, { ...RELEASES, standard: fixedValue(AWS_EBS_DEFAULTS.version) });
  const { removesStartupTaint = fixedValue(AWS_EBS_DEFAULTS.removesStartupTaint), seLinuxMount = false } = options;
  const metrics = new MetricsEndpoint('node', options);
  return {
    name: NAME, image, sidecarImages,
    nodeIdVariable: 'CSI_NODE_NAME',
    args: [
      ...nodeArguments(options), `--csi-mount-point-prefix=/var/lib/kubelet/plugins/kubernetes.io/csi/${NAME}/`, ...metrics.args,
      ...options.extraArgs ?? [],
    ],
    env: nodeEnv(options, removesStartupTaint),
    ports: metrics.ports,
    ...commonOptions(options, { resources: Resources.of(fixedValue(AWS_EBS_DEFAULTS.resources)) }),
    virtualNodes: VirtualNodes.excluded(fixedValue(AWS_EBS_DEFAULTS.virtualNodes)),
    mounts: CsiMounts.stagedVolumes(),
    hostAccess: [CsiHostAccess.blockDevices(), ...seLinuxMount ? [CsiHostAccess.seLinux()] : []],
    readOnlyRootFilesystem: true,
    podSecurityContext: PodSecurityContext.root('opens sockets and mounts disks, which only root of the node may'),
    liveness: CsiLiveness.sidecar({ readiness: probeTimes(fixedValue(AWS_EBS_DEFAULTS.readiness)) }),
    preStop: LifecycleHook.exec(['/bin/aws-ebs-csi-driver', 'pre-stop-hook']),
    // Node objects are the second source of what the driver must know of its instance
    grants: [CsiGrant.drainHook(), CsiGrant.nodeTopology()],
    removesStartupTaint,
    driverObject: driverObject(options, seLinuxMount),
    controller: awsEbsController(options),
    windows: onWindows(options, removesStartupTaint),
  };
}

function driverObject({ nodeAllocatableUpdatePeriod }: AwsEbsCsiDriverOptions, seLinuxMount: boolean): CsiDriverObjectOptions {
  return {
    attachRequired: true, podInfoOnMount: false, fsGroupPolicy: FsGroupPolicy.FILE, nodeAllocatableUpdatePeriod,
    seLinuxMount: seLinuxMount || undefined,
  };
}

function nodeArguments(options: AwsEbsCsiDriverOptions): string[] {
  const { metadataSources, volumeAttachLimit, reservedVolumeAttachments } = options;
  requireLimits(options);
  return [
    'node', '--endpoint=$(CSI_ENDPOINT)', '--logging-format=text', verbosityArgument(options),
    ...reservedVolumeAttachments === undefined ? [] : [`--reserved-volume-attachments=${reservedVolumeAttachments}`],
    ...volumeAttachLimit === undefined ? [] : [`--volume-attach-limit=${volumeAttachLimit}`],
    ...metadataSources === undefined ? [] : [`--metadata-sources=${metadataSources.join(',')}`],
  ];
}

function nodeEnv(options: AwsEbsCsiDriverOptions, removesStartupTaint: boolean): { [name: string]: EnvValue } {
  return { ...removesStartupTaint ? {} : { DISABLE_TAINT_WATCHER: EnvValue.of('true') }, ...commonEnv(options) };
}

/** The program finds its hook by its name: a HostProcess container has the directory of its image in its path. */
function onWindows(options: AwsEbsCsiDriverOptions, removesStartupTaint: boolean): CsiWindowsOptions {
  return {
    command: ['aws-ebs-csi-driver.exe'],
    args: [...nodeArguments(options), '--windows-host-process=true', ...options.extraArgs ?? []],
    env: nodeEnv(options, removesStartupTaint),
    livenessPort: options.windowsLivenessPort ?? fixedValue(AWS_EBS_DEFAULTS.windowsPort),
    preStop: LifecycleHook.exec(['aws-ebs-csi-driver.exe', 'pre-stop-hook']),
    grants: [CsiGrant.drainHook(), CsiGrant.nodeTopology(), ...removesStartupTaint ? [CsiGrant.taintRemoval()] : []],
  };
}

function requireLimits({ volumeAttachLimit: limit, reservedVolumeAttachments: reserved, metadataSources }: AwsEbsCsiDriverOptions): void {
  if (limit !== undefined && reserved !== undefined) {
    fail({
      code: 'invalid-csi-driver', what: 'the EBS driver takes one of two limits',
      given: `volumeAttachLimit: ${limit}, reservedVolumeAttachments: ${reserved}`,
      allowed: 'one of them', fix: 'leave one of them out: the driver exits with both',
    });
  }
  const [name, given, least] = limit === undefined ? ['reservedVolumeAttachments', reserved, 0] as const : ['volumeAttachLimit', limit,
    1] as const;
  if (given !== undefined && !isWholeNumber(given, least, MAX_ATTACHMENTS)) {
    fail({
      code: 'invalid-csi-driver', what: 'an instance cannot have this many attachments', given: `${name}: ${given}`,
      allowed: `${least} to ${MAX_ATTACHMENTS}`,
      fix: 'look the limit of the instance type up, or leave it to the driver',
    });
  }
  if (metadataSources?.length === 0) {
    fail({
      code: 'invalid-csi-driver', what: 'the EBS driver would know nothing of its instance', given: 'metadataSources: []',
      allowed: 'at least one source', fix: 'leave it out for both',
    });
  }
}

/** More than any instance type has. */
const MAX_ATTACHMENTS = 1024;
