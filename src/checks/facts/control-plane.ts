import type { Workload } from '../../cluster/inventory/workload';

const CONTROL_PLANE = /"node-role\.kubernetes\.io\/(control-plane|master)"/;

/** Whether a workload asks for the nodes of the control plane: it is a part of the cluster. */
export function isOfControlPlane({ pod: { nodeSelector, affinity } }: Workload): boolean {
  return [nodeSelector, affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution]
    .some(asked => CONTROL_PLANE.test(JSON.stringify(asked ?? {})));
}
