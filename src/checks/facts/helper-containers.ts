import { workingContainersIn } from './idle-containers';
import type { PlacedContainer } from '../../cluster/inventory/containers';
import { programOf } from '../../cluster/inventory/programs';
import type { Workload } from '../../cluster/inventory/workload';
import { memo } from '../../private/memo';

/** Programs that stand next to another one, and take next to nothing. */
const HELPERS = /(^|\/)((csi-)?node-driver-registrar|livenessprobe|csi-livenessprobe|kube-rbac-proxy|config(map)?-reload(er)?|reloader|socat)$/;

/** The containers by which a workload uses its node: not those that wait, nor small helpers of others. */
export const mainContainersIn: (workload: Workload) => readonly PlacedContainer[] = memo(workload => {
  const working = workingContainersIn(workload);
  const main = working.filter(({ container }) => !HELPERS.test(programOf(container.image) ?? ''));
  return main.length === 0 ? working : main;
});
