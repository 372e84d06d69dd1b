import { csiPluginsIn } from '../../cluster/csi/csi-plugins';
import { mounterOf } from '../../cluster/csi/mount-life';
import { hostMountsIn } from '../../cluster/host-state/host-mounts';
import type { Workload } from '../../cluster/inventory/workload';
import { isRolledOut } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import { csiPlugin } from '../facts/csi-example';
import type { Rule } from '../rule';

export const csiFuseRollout: Rule = {
  id: 'csi-fuse-rollout',
  level: 'warning',
  summary: 'A rollout replaces a CSI driver whose mounts die with its pod.',
  looksAt: '`updateStrategy` of CSI plugins whose driver serves mounts itself: it mounts `/dev/fuse`, or its arguments name a mounter of '
    + 'FUSE or JuiceFS by process. A driver that mounts `/run/systemd` starts its mounters as units of the node, where they stay.',
  why: 'A FUSE mount is a process of the driver. With its pod every volume of the node breaks: applications read `Transport endpoint is '
    + 'not connected` until they are restarted, on one node after the other.',
  fix: 'Set `updateStrategy: { type: OnDelete }` and delete the pod of a node after it was drained. `mountsDieWithPod: true` of a '
    + 'CsiDriver does that.',
  example: () => {
    const fuse = (updateStrategy: object) => csiPlugin({
      driver: { args: ['--endpoint=unix:///csi/csi.sock', '--mounter=geesefs'] }, spec: { updateStrategy },
    });
    return { fails: [fuse({ type: 'RollingUpdate' })], passes: [fuse({ type: 'OnDelete' })] };
  },
  *check(context) {
    for (const plugin of csiPluginsIn(context)) {
      const { workload, driver } = plugin;
      const { updateStrategy } = workload.object.spec ?? {};
      const sign = isRolledOut(workload) && workload.kind === 'DaemonSet' && updateStrategy?.type !== 'OnDelete' && !startsUnits(workload)
        ? mounterOf(plugin)
        : undefined;
      if (sign === undefined) {continue;}
      yield findingOf(csiFuseRollout, {
        about: workload, container: driver?.name, path: updateStrategy ? 'spec.updateStrategy' : 'spec',
        given: `${updateStrategy?.type ?? 'RollingUpdate'}, ${sign}`, allowed: 'OnDelete',
        what: 'each pod that is replaced takes the mounts of its node with it',
      });
    }
  },
};

/** Whether a driver reaches the systemd of its node. */
function startsUnits(workload: Workload): boolean {
  return hostMountsIn(workload).some(({ path }) => /^\/run\/(systemd|dbus)(\/|$)/.test(path));
}
