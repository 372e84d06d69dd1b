import { CsiPlugin, csiPluginsIn } from '../../cluster/csi/csi-plugins';
import { controlsStartupTaints, removesOwnTaint, startupTaintOf } from '../../cluster/csi/startup-taint';
import type { CheckContext } from '../../cluster/inventory/check-context';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { csiPlugin } from '../facts/csi-example';
import type { Rule } from '../rule';

export const csiUntoleratedTaints: Rule = {
  id: 'csi-untolerated-taints',
  level: 'warning',
  summary: 'A CSI plugin does not run on nodes with taints, or waits for a taint that only it removes.',
  looksAt: '`tolerations` of CSI plugins: none at all, or, for drivers that remove `DRIVER/agent-not-ready` from new nodes (EBS, EFS, '
    + 'Azure Disk, Mountpoint for S3), not that taint with the effect NoExecute, which it is advised to have. For Google disks the '
    + 'taint `DRIVER/not-ready`, where a controller with `--run-taint-controller` is among the objects.',
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
      const taint = startupTaintIn(plugin, context);
      if (tolerations.length === 0) {
        yield findingOf(csiUntoleratedTaints, {
          about: workload, path, given: 'none', allowed: 'operator: Exists',
          what: 'pods with volumes wait for ever on every node with a taint',
        });
      } else if (taint !== undefined && !tolerations.some(each => tolerates(each, taint))) {
        yield findingOf(csiUntoleratedTaints, {
          about: workload, path, given: tolerations.map(({ key }) => key ?? 'any').join(', '), allowed: `and ${taint.key}, operator Exists`,
          what: 'the driver removes a start-up taint that keeps it off the node itself',
        });
      }
    }
  },
};

/** The taint that goes when the plugin has registered, with the effect that it is advised to have. */
interface StartupTaint {
  readonly key: string;
  readonly effect: string;
}

function startupTaintIn(plugin: CsiPlugin, context: CheckContext): StartupTaint | undefined {
  if (plugin.name !== undefined && removesOwnTaint(plugin)) {return { key: `${plugin.name}/agent-not-ready`, effect: 'NoExecute' };}
  const taint = startupTaintOf(plugin, context.inventory);
  const isRemoved = taint?.removedBy === 'controller' && writtenWorkloads(context).some(controlsStartupTaints);
  return isRemoved ? { key: taint.key, effect: 'NoSchedule' } : undefined;
}

/** Who names the key knows the effect that the taint has. */
function tolerates({ key, operator, effect }: Wire, taint: StartupTaint): boolean {
  return key === taint.key || !key && operator === 'Exists' && (!effect || effect === taint.effect);
}
