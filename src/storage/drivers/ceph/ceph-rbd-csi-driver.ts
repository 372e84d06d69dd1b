import { CephProgram } from './ceph-program';
import { CephRbdCsiDriverOptions } from './ceph-rbd-csi-driver-options';
import { CEPH_DEFAULTS } from './defaults';
import { ApiGrant } from '../../../agent/companions/api-grant';
import { HostPath } from '../../../agent/container/host-path';
import { HostNamespace } from '../../../agent/host-namespace';
import { fail } from '../../../private/agent-error';
import { fixedValue } from '../../../private/default-row';
import { isWholeNumber } from '../../../private/whole-number';
import { FsGroupPolicy } from '../../csi-driver-object-options';
import { CsiDriverOptions } from '../../csi-driver-options';
import { CsiHostAccess } from '../../csi-host-access';

const ADDONS = '--csi-addons-endpoint=unix:///csi/csi-addons.sock';

/** ceph-csi for RBD, after its own manifests. docs/guides/csi-ceph.md says where this differs, and why. */
export function cephRbdCsiDriver(options: CephRbdCsiDriverOptions): CsiDriverOptions {
  const { nbd = false } = options;
  const { driver } = new CephProgram(options, {
    type: 'rbd',
    usualName: 'rbd.csi.ceph.com',
    ports: fixedValue(CEPH_DEFAULTS.rbdPorts),
    attaches: true,
    hasToken: true,
    nodeArgs: ['--pluginpath=/var/lib/kubelet/plugins', '--stagingpath=/var/lib/kubelet/plugins/kubernetes.io/csi/', ADDONS],
    controllerArgs: [ADDONS, ...depths(options)],
    provisionerArgs: ['--default-fstype=ext4', '--immediate-topology=false'],
    nodeGrants: nbd ? HEALER : [],
  });
  return {
    ...driver,
    hostAccess: [...driver.hostAccess ?? [], ...nbd ? [CsiHostAccess.of([HostPath.state('/var/log/ceph')])] : []],
    hostNamespaces: [...driver.hostNamespaces ?? [], HostNamespace.pid(HOST_PID)],
    mountsDieWithPod: nbd,
    driverObject: { ...driver.driverObject, fsGroupPolicy: FsGroupPolicy.FILE },
  };
}

const HOST_PID = 'finds the processes of mapped devices by their numbers on the node';

/** What the driver asks for when it starts, to serve devices again whose processes ended with the pod before. */
const HEALER = [
  ApiGrant.clusterWide(['persistentvolumes', 'secrets'], ['get']),
  ApiGrant.clusterWide(['volumeattachments'], ['get', 'list'], { apiGroup: 'storage.k8s.io' }),
];

const USUAL_HARD_DEPTH = 8;
const USUAL_SOFT_DEPTH = 4;
const MAX_DEPTH = 14;
const USUAL_MOST_SNAPSHOTS = 450;
const USUAL_LEAST_SNAPSHOTS = 250;
const MAX_SNAPSHOTS = 500;

/** The program ends where these contradict each other. */
function depths({ hardMaxCloneDepth, softMaxCloneDepth, maxSnapshotsOnImage, minSnapshotsOnImage }: CephRbdCsiDriverOptions): string[] {
  const hard = hardMaxCloneDepth ?? USUAL_HARD_DEPTH;
  const most = maxSnapshotsOnImage ?? USUAL_MOST_SNAPSHOTS;
  requireCount('hardMaxCloneDepth', hard, 1, MAX_DEPTH);
  requireCount('softMaxCloneDepth', softMaxCloneDepth ?? USUAL_SOFT_DEPTH, 0, hard);
  requireCount('maxSnapshotsOnImage', most, 1, MAX_SNAPSHOTS);
  requireCount('minSnapshotsOnImage', minSnapshotsOnImage ?? USUAL_LEAST_SNAPSHOTS, 0, most);
  const given = {
    rbdhardmaxclonedepth: hardMaxCloneDepth, rbdsoftmaxclonedepth: softMaxCloneDepth,
    maxsnapshotsonimage: maxSnapshotsOnImage, minsnapshotsonimage: minSnapshotsOnImage,
  };
  return Object.entries(given).flatMap(([flag, value]) => (value === undefined ? [] : [`--${flag}=${value}`]));
}

function requireCount(option: string, value: number, least: number, most: number): void {
  if (!isWholeNumber(value, least, most)) {
    fail({
      code: 'invalid-csi-driver', what: 'the driver of RBD ends with such a limit', given: `${option}: ${value}`,
      allowed: `${least} to ${most}`, fix: 'use a whole number within the limit; that of a pair which is not given is that of the driver',
    });
  }
}
