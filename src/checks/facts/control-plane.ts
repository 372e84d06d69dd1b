import { containersIn } from '../../cluster/inventory/containers';
import { programOf } from '../../cluster/inventory/programs';
import type { Workload } from '../../cluster/inventory/workload';
import { memo } from '../../private/memo';

const CONTROL_PLANE = /"node-role\.kubernetes\.io\/(control-plane|master)"/;

const PROGRAMS = /(^|[/-])(kube-(apiserver|controller-manager|scheduler)|etcd)(-|$)/;

/** Whether a workload is the control plane, or asks for its nodes: it is a part of the cluster. */
export const isOfControlPlane: (workload: Workload) => boolean = memo(workload => {
  const { nodeSelector, affinity } = workload.pod;
  return [nodeSelector, affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution]
    .some(asked => CONTROL_PLANE.test(JSON.stringify(asked ?? {}))) || isControlPlane(workload);
});

/** Whether a workload is the control plane itself. */
export function isControlPlane(workload: Workload): boolean {
  return containersIn(workload).some(({ container: { image } }) => PROGRAMS.test(programOf(image) ?? ''));
}
