import { CsiPlugin, csiPluginsIn } from '../../cluster/csi/csi-plugins';
import { removesOwnTaint } from '../../cluster/csi/startup-taint';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { csiPlugin } from '../facts/csi-example';
import type { Rule } from '../rule';

export const csiUntoleratedTaints: Rule = {
  id: 'csi-untolerated-taints',
  level: 'warning',
  summary: 'A CSI plugin does not run on nodes with taints, or waits for a taint that only it removes.',
  looksAt: '`tolerations` of CSI plugins: none at all, or, for drivers that remove `DRIVER/agent-not-ready` from new nodes (EBS, EFS, '
    + 'Azure Disk, Mountpoint for S3), not that taint.',
  why: 'A pod with a volume that is placed on a node with taints stays in ContainerCreating: `CSINode does not contain driver`. A node '
    + 'with the start-up taint keeps it for ever when the plugin waits for it to go.',
  fix: 'Tolerate everything (`tolerations: [{ operator: Exists }]`, `NodeCoverage.linux()`), or add `driver.lifecycleTolerations` to your '
    + 'own: the start-up taint and those of nodes that are drained.',
  example: () => ({
    fails: [csiPlugin({ pod: { tolerations: [] } })],
    passes: [csiPlugin()],
  }),
  *check(context) {
    for (const plugin of csiPluginsIn(context)) {
      const { workload } = plugin;
      const tolerations: readonly Wire[] = workload.pod.tolerations ?? [];
      const path = `${workload.podPath}.tolerations`;
      if (workload.kind !== 'DaemonSet') {continue;}
      const taint = startupTaintOf(plugin);
      if (tolerations.length === 0) {
        yield findingOf(csiUntoleratedTaints, {
          about: workload, path, given: 'none', allowed: 'operator: Exists',
          what: 'pods with volumes wait for ever on every node with a taint',
        });
      } else if (taint !== undefined && !tolerations.some(({ key, operator }) => key === taint || !key && operator === 'Exists')) {
        yield findingOf(csiUntoleratedTaints, {
          about: workload, path, given: tolerations.map(({ key }) => key ?? 'any').join(', '), allowed: `and ${taint}, operator Exists`,
          what: 'the driver removes a start-up taint that keeps it off the node itself',
        });
      }
    }
  },
};

function startupTaintOf(plugin: CsiPlugin): string | undefined {
  return plugin.name !== undefined && removesOwnTaint(plugin) ? `${plugin.name}/agent-not-ready` : undefined;
}
