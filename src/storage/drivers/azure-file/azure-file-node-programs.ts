import { AzureFileCsiDriverOptions } from './azure-file-csi-driver-options';
import { ContainerSecurity } from '../../../agent/container/container-security';
import { EnvValue } from '../../../agent/container/env-value';
import { HostPath, HostPathType } from '../../../agent/container/host-path';
import { HostNamespace } from '../../../agent/host-namespace';
import { CsiContainerProps } from '../../csi-container-props';
import { CsiHostAccess } from '../../csi-host-access';
import { CsiPodOptions } from '../../csi-pod-options';

/** What mounting by an identity keeps on the node: tickets, settings, and the log of what renews them. */
const TICKETS = CsiHostAccess.of([
  HostPath.readWrite('/var/lib/kubelet/kerberos', { type: HostPathType.DIRECTORY_OR_CREATE }),
  HostPath.readWrite('/etc/azfilesauth', { type: HostPathType.DIRECTORY_OR_CREATE }),
  HostPath.readWrite('/var/log'),
]);

/** What is put on nodes and runs next to the driver, for the ways of mounting that need it. */
export function nodePrograms(options: AzureFileCsiDriverOptions, image: string): Required<Pick<CsiPodOptions, 'hostAccess' | 'containers'
  | 'hostNamespaces'>> {
  const { encryptsNfs = false, mountsWithIdentity = false } = options;
  return {
    hostAccess: mountsWithIdentity ? [TICKETS] : [],
    // the installer enters the mount namespace of process 1 of the node
    hostNamespaces: encryptsNfs || mountsWithIdentity
      ? [HostNamespace.pid('installs programs on the node by way of its first process')]
      : [],
    containers: [
      ...encryptsNfs || mountsWithIdentity ? [installer(image, encryptsNfs, mountsWithIdentity)] : [],
      ...mountsWithIdentity ? [renewer(image)] : [],
    ],
  };
}

function installer(image: string, encryptsNfs: boolean, mountsWithIdentity: boolean): CsiContainerProps {
  const flag = (value: boolean) => EnvValue.of(String(value));
  return {
    name: 'install-azurefile-proxy', image, runsFirst: true,
    command: ['/azurefile-proxy/init.sh'],
    env: {
      DEBIAN_FRONTEND: EnvValue.of('noninteractive'),
      AZNFS_NONINTERACTIVE_INSTALL: EnvValue.of('1'),
      INSTALL_AZUREFILE_PROXY: flag(encryptsNfs),
      INSTALL_AZNFS_MOUNT: flag(encryptsNfs),
      KUBELET_PATH: EnvValue.of('$(KUBELET_DIRECTORY)'),
      ENABLE_MI_AUTH: flag(mountsWithIdentity),
    },
    hostAccess: [
      CsiHostAccess.of([HostPath.readWrite('/usr', { mountPath: '/host/usr' }), HostPath.readWrite('/etc', { mountPath: '/host/etc' })]),
      ...mountsWithIdentity
        ? [CsiHostAccess.of([HostPath.readWrite('/var/lib/kubelet/kerberos', { type: HostPathType.DIRECTORY_OR_CREATE })])]
        : [],
    ],
    securityContext: ContainerSecurity.privileged('installs programs and settings on the node'),
  };
}

function renewer(image: string): CsiContainerProps {
  return {
    name: 'azfilesrefresh', image, usesSocket: false,
    command: ['azfilesrefresh'],
    hostAccess: [TICKETS],
    securityContext: ContainerSecurity.privileged('renews tickets of the node'),
  };
}
