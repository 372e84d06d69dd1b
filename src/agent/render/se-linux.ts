import { MountRequest } from './volume-set';
import { isIn } from '../../cluster/platforms/host-places';
import { valueOf } from '../../private/default-row';
import { withoutLink } from '../../private/paths';
import { Wire } from '../../private/wire';
import { OpenShiftAccess } from '../companions/open-shift-access';
import { AGENT_DEFAULTS } from '../defaults';
import { TargetCluster } from '../target-cluster';
import { WorkloadOptions } from '../workload-options';

/**
 * How an agent is admitted on OpenShift: as its options say, by constraints of its own where nothing is said, and not at all on other
 * platforms.
 */
export function openShiftAccessOf({ openShift }: WorkloadOptions, cluster: TargetCluster): OpenShiftAccess | undefined {
  const isAsked = cluster._facts?.securityContextConstraints === true;
  const access = openShift ?? (isAsked ? OpenShiftAccess[valueOf(AGENT_DEFAULTS.openShift, cluster)]() : undefined);
  return access?.kind === 'none' ? undefined : access;
}

/** The SELinux type of containers that mount files of the node; undefined where the type that the runtime gives will do. */
export function seLinuxTypeOf(options: WorkloadOptions, cluster: TargetCluster): string | undefined {
  const isGuarded = options.openShift !== undefined || cluster._facts?.seLinuxGuardsHostFiles === true;
  return isGuarded ? options.openShift?._seLinuxType ?? valueOf(AGENT_DEFAULTS.openShiftSeLinuxType, cluster) : undefined;
}

/** What every confined container may look at: the kernel, and the file systems as a whole. */
const OPEN = ['/proc', '/sys', '/dev'];

/** A container with a type that may read what it mounts. One that is privileged, or that has options of its own, stays as it is. */
export function withSeLinuxType(container: Wire, mounts: readonly MountRequest[], type: string | undefined): Wire {
  const security: Wire = container.securityContext ?? {};
  if (!type || security.privileged === true || security.seLinuxOptions !== undefined || !mounts.some(isOfNode)) {return container;}
  return { ...container, securityContext: { ...security, seLinuxOptions: { type } } };
}

function isOfNode({ volume }: MountRequest): boolean {
  if (!volume.startsWith('host:')) {return false;}
  const path = withoutLink(volume.slice('host:'.length));
  return path !== '/' && !OPEN.some(root => isIn(path, root));
}
