import { CephFsCsiDriverOptions } from './ceph-fs-csi-driver-options';
import { CephProgram } from './ceph-program';
import { CEPH_DEFAULTS } from './defaults';
import { HostPath, HostPathType } from '../../../agent/container/host-path';
import { fail } from '../../../private/agent-error';
import { fixedValue } from '../../../private/default-row';
import { FsGroupPolicy } from '../../csi-driver-object-options';
import { CsiDriverOptions } from '../../csi-driver-options';
import { CsiHostAccess } from '../../csi-host-access';

/** ceph-csi for CephFS, after its own manifests. docs/guides/csi-ceph.md says where this differs, and why. */
export function cephFsCsiDriver(options: CephFsCsiDriverOptions): CsiDriverOptions {
  const { fuse = false, forceKernelClient = false, radosNamespace } = options;
  if (fuse && forceKernelClient) {
    fail({
      code: 'invalid-csi-driver', what: 'volumes of CephFS are mounted by one client', given: 'fuse: true, forceKernelClient: true',
      allowed: 'one of them', fix: 'leave one of them out',
    });
  }
  const client = forceKernelClient ? ['--forcecephkernelclient=true'] : [];
  const namespace = radosNamespace === undefined ? [] : [`--radosnamespacecephfs=${radosNamespace}`];
  const { name, driver } = new CephProgram(options, {
    type: 'cephfs',
    usualName: 'cephfs.csi.ceph.com',
    ports: fixedValue(CEPH_DEFAULTS.fsPorts),
    attaches: false,
    hasToken: false,
    nodeArgs: [
      ...client, ...namespace,
      ...mountOptions('kernelmountoptions', options.kernelMountOptions), ...mountOptions('fusemountoptions', options.fuseMountOptions),
    ],
    controllerArgs: [...client, ...namespace],
    provisionerArgs: [],
    nodeGrants: [],
  });
  // the driver notes here how volumes were mounted, and does not make the directory itself
  const notes = HostPath.state(`/var/lib/kubelet/plugins/${options.pluginDirectory ?? name}/mountinfo`, {
    mountPath: '/csi/mountinfo', type: HostPathType.DIRECTORY_OR_CREATE,
  });
  return {
    ...driver,
    hostAccess: [...driver.hostAccess ?? [], CsiHostAccess.of([notes])],
    mountsDieWithPod: fuse,
    driverObject: { ...driver.driverObject, fsGroupPolicy: FsGroupPolicy.FILE },
  };
}

function mountOptions(flag: string, options: readonly string[] | undefined): string[] {
  return options === undefined || options.length === 0 ? [] : [`--${flag}=${options.join(',')}`];
}
