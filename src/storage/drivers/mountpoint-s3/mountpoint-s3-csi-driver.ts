import { Duration } from 'cdk8s';
import { MOUNTPOINT_S3_DEFAULTS } from './defaults';
import { mountpointS3Controller } from './mountpoint-s3-controller';
import { MountpointS3CsiDriverOptions } from './mountpoint-s3-csi-driver-options';
import { ApiGrant } from '../../../agent/companions/api-grant';
import { ContainerSecurity } from '../../../agent/container/container-security';
import { EnvValue } from '../../../agent/container/env-value';
import { Resources } from '../../../agent/container/resources';
import { HostNamespace } from '../../../agent/host-namespace';
import { VirtualNodes } from '../../../agent/nodes/virtual-nodes';
import { fixedValue } from '../../../private/default-row';
import { KUBELET_DIRECTORY } from '../../../private/standard-values';
import { CsiDriverOptions } from '../../csi-driver-options';
import { CsiGrant } from '../../csi-grant';
import { CsiMounts } from '../../csi-mounts';
import { CsiSocket } from '../../csi-socket';
import { commonOptions } from '../../private/common-options';
import { DriverReleases, driverRelease } from '../../private/driver-release';

const COMPONENTS = 'public.ecr.aws/csi-components';

/** The releases that are known, with the sidecars of their charts. */
const RELEASES: Omit<DriverReleases, 'standard'> = {
  driver: 'mountpoint-s3-csi-driver',
  repository: 'public.ecr.aws/mountpoint-s3-csi-driver/aws-mountpoint-s3-csi-driver',
  minors: {
    2.7: {
      registrar: `${COMPONENTS}/csi-node-driver-registrar:v2.17.0-eksbuild.2`,
      livenessProbe: `${COMPONENTS}/livenessprobe:v2.19.0-eksbuild.2`,
    },
  },
};

const NAME = 's3.csi.aws.com';
/** The agent of EKS Pod Identity on each node. */
const POD_IDENTITY = 'http://169.254.170.23/v1/credentials';

/** mountpoint-s3-csi-driver, after its own chart. docs/guides/csi-mountpoint-s3.md says where this differs, and why. */
export function mountpointS3CsiDriver(options: MountpointS3CsiDriverOptions): CsiDriverOptions {
  const { image, sidecarImages } = driverRelease(options, { ...RELEASES, standard: fixedValue(MOUNTPOINT_S3_DEFAULTS.version) });
  const { mountNamespace = fixedValue(MOUNTPOINT_S3_DEFAULTS.mountNamespace), openShift = false, keepsSystemdMounts = false } = options;
  const { removesStartupTaint = fixedValue(MOUNTPOINT_S3_DEFAULTS.removesStartupTaint) } = options;
  return {
    name: NAME, image, sidecarImages,
    nodeIdVariable: 'CSI_NODE_NAME',
    args: ['--endpoint=$(CSI_ENDPOINT)', `--v=${options.logVerbosity ?? fixedValue(MOUNTPOINT_S3_DEFAULTS.logVerbosity)}`,
      ...options.extraArgs ?? []],
    env: {
      HOST_PLUGIN_DIR: EnvValue.of(`${KUBELET_DIRECTORY}/plugins/${NAME}/`),
      CONTAINER_KUBELET_PATH: EnvValue.of(KUBELET_DIRECTORY),
      HOST_KUBELET_PATH: EnvValue.of(KUBELET_DIRECTORY),
      SUPPORT_LEGACY_SYSTEMD_MOUNTS: EnvValue.of(String(keepsSystemdMounts)),
      MOUNTPOINT_NAMESPACE: EnvValue.of(mountNamespace),
      EKS_POD_IDENTITY_AGENT_CONTAINER_CREDENTIALS_FULL_URI: EnvValue.of(POD_IDENTITY),
      ...options.env,
    },
    ...commonOptions(options, { resources: Resources.of(fixedValue(MOUNTPOINT_S3_DEFAULTS.resources)) }),
    // each bucket is mounted once below the directory of the plugin, and from there into the pods
    virtualNodes: VirtualNodes.excluded(fixedValue(MOUNTPOINT_S3_DEFAULTS.virtualNodes)),
    mounts: CsiMounts.of(['pods', `plugins/${NAME}`]),
    socket: CsiSocket.atHostPath(),
    hostNamespaces: openShift ? [] : [HostNamespace.pid('file systems in user space learn which process of the node asks')],
    securityContext: ContainerSecurity.privileged('opens /dev/fuse and passes mounts on to the node', {
      ...!openShift && { seLinux: { user: 'system_u', role: 'system_r', type: 'super_t', level: 's0' } },
    }),
    grants: [CsiGrant.of([
      ApiGrant.clusterWide(['customresourcedefinitions'], ['get'], { apiGroup: 'apiextensions.k8s.io' }),
      ApiGrant.clusterWide(['mountpoints3podattachments'], ['get', 'list', 'watch'], { apiGroup: NAME }),
      ApiGrant.inNamespace(mountNamespace, ['pods'], ['get', 'list', 'watch']),
      // roles of pods are in their attachments, but for mounts of release 1
      ...keepsSystemdMounts ? [ApiGrant.clusterWide(['serviceaccounts'], ['get'])] : [],
    ])],
    removesStartupTaint,
    driverObject: {
      attachRequired: false, podInfoOnMount: true, requiresRepublish: true,
      tokenRequests: ['sts.amazonaws.com', 'pods.eks.amazonaws.com'].map(audience => ({ audience, expiration: Duration.hours(1) })),
    },
    controller: mountpointS3Controller(options, { image, mountNamespace }),
  };
}
