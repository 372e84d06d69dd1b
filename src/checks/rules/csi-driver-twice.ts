import { csiPluginsIn } from '../../cluster/csi/csi-plugins';
import { NodeSharing } from '../../cluster/placement/node-sharing';
import { describeEntry } from '../../private/entry';
import { findingOf } from '../../private/finding';
import { csiPlugin } from '../facts/csi-example';
import type { Rule } from '../rule';

export const csiDriverTwice: Rule = {
  id: 'csi-driver-twice',
  level: 'error',
  summary: 'Two plugins register one CSI driver with the kubelets of the same nodes.',
  looksAt: 'The name of the driver, by `--drivername` and the like or by the directory of its socket, in DaemonSets that share nodes. One '
    + 'socket directory for both is found by `host-state-conflict`.',
  why: 'Both have the registration socket `plugins_registry/DRIVER-reg.sock`: the second replaces the first, and when one of them stops, '
    + 'the kubelet forgets the driver of both. Volumes are mounted by whichever came last.',
  fix: 'Run one plugin on a node: leave out what an add-on of the cluster has already, give the second instance another name '
    + '(`--drivername`), or keep them apart by labels of the nodes.',
  example: () => {
    const plugin = (name: string, driver: string) => csiPlugin({ name, driver: { args: [`--drivername=${driver}`] } });
    return {
      fails: [plugin('one', 'disk.csi.example.com'), plugin('two', 'disk.csi.example.com')],
      passes: [plugin('one', 'a.csi.example.com'), plugin('two', 'b.csi.example.com')],
    };
  },
  *check(context) {
    const plugins = csiPluginsIn(context).filter(({ name, workload }) => name !== undefined && workload.kind === 'DaemonSet');
    if (plugins.length < 2) {return;}
    const sharing = NodeSharing.in(context);
    for (const [index, { workload, registrar, name, socket }] of plugins.entries()) {
      const before = plugins.slice(0, index).filter(each => each.name === name && each.socket?.value !== socket?.value);
      const other = before.find(each => sharing.share(each.workload, workload));
      if (other === undefined) {continue;}
      yield findingOf(csiDriverTwice, {
        about: workload, container: registrar.name, path: registrar.path, given: name,
        what: `the driver is registered by ${describeEntry(other.workload)} on the same nodes too`,
      });
    }
  },
};
