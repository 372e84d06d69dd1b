import { broadRightsIn, grantsOf } from './grants';
import type { PlacedAgent } from './placed-agent';
import { SetChange, setChange } from './set-change';
import { Admission, admissionsIn, isRefused } from '../../cluster/admission/admission';
import { hostMountsIn } from '../../cluster/host-state/host-mounts';
import type { Inventory } from '../../cluster/inventory/inventory';
import type { Workload } from '../../cluster/inventory/workload';
import { podSecurityLevel, PodSecurityLevel } from '../../cluster/pod-security';
import type { Entry } from '../../private/entry';
import { memo } from '../../private/memo';

/** What changes in what an agent may do with its nodes and its cluster. */
export interface AccessChange {
  /** `hostNetwork`, `NET_ADMIN (agent)`, where the container stands in parentheses. */
  readonly rights: SetChange;
  /** `/var/log (read-only)`, `/var/lib/agent (writable)` */
  readonly hostPaths: SetChange;
  /** `9100/TCP`, `127.0.0.1:9100/TCP` */
  readonly hostPorts: SetChange;
  /** `pods: get, list (everywhere)` */
  readonly grants: SetChange;
  /** What the new grants allow beyond what they look like. */
  readonly broad: readonly string[];
  readonly podSecurity: { readonly before?: PodSecurityLevel; readonly after?: PodSecurityLevel };
  /** Why the namespace refuses the pods of the new agent, by its Pod Security level, where it did not before. */
  readonly refused: readonly string[];
}

/** What changes in what an agent may do; either is absent where it is created or removed. */
export function accessChange(before: PlacedAgent | undefined, after: PlacedAgent | undefined): AccessChange {
  const change = (read: (placed: PlacedAgent) => readonly string[]): SetChange =>
    setChange(before ? read(before) : [], after ? read(after) : []);
  const grants = change(grantsOf);
  const [levelBefore, levelAfter] = [before, after].map(placed => placed && levelOf(placed.agent));
  return {
    rights: change(({ agent }) => rightsOf(agent)),
    hostPaths: change(({ agent }) => hostPathsOf(agent)),
    hostPorts: change(({ agent }) => hostPortsOf(agent)),
    grants, broad: after && grants.gained.length > 0 ? setChange(before ? broadRightsIn(before) : [], broadRightsIn(after)).gained : [],
    podSecurity: { ...levelBefore && { before: levelBefore }, ...levelAfter && { after: levelAfter } },
    refused: change(refusalsOf).gained,
  };
}

function levelOf({ template, pod }: Workload): PodSecurityLevel {
  return podSecurityLevel({ metadata: template.metadata, spec: pod }).level;
}

const LEVELS: readonly PodSecurityLevel[] = ['restricted', 'baseline', 'privileged'];

/** Whether a level lets in what another one does not. */
export function isLooser(level: PodSecurityLevel, other: PodSecurityLevel): boolean {
  return LEVELS.indexOf(level) > LEVELS.indexOf(other);
}

/** Whether an agent may do something that it could not do before. */
export function widensAccess(
  { rights, hostPaths, hostPorts, grants, podSecurity: { before = 'restricted', after = 'restricted' } }: AccessChange,
): boolean {
  return [rights, hostPaths, hostPorts, grants].some(({ gained }) => gained.length > 0) || isLooser(after, before);
}

function rightsOf({ facts }: Workload): string[] {
  return facts.rights.map(({ name, container }) => (container === undefined ? name : `${name} (${container})`));
}

function hostPathsOf(agent: Workload): string[] {
  const mounts = hostMountsIn(agent);
  const writable = new Set(mounts.filter(({ isWritable }) => isWritable).map(({ path }) => path));
  return mounts.map(({ path }) => `${path} (${writable.has(path) ? 'writable' : 'read-only'})`);
}

function hostPortsOf({ facts }: Workload): string[] {
  return facts.hostPorts.map(({ port, protocol, address }) => `${address === undefined ? '' : `${address}:`}${port}/${protocol}`);
}

/** The admission of all workloads, by workload. */
const admissionsOf = memo((inventory: Inventory) => new Map<Entry, Admission>(admissionsIn(inventory).map(each => [each.about, each])));

function refusalsOf({ agent, inventory }: PlacedAgent): string[] {
  const admission = admissionsOf(inventory).get(agent);
  return admission && isRefused(admission) ? admission.objections.flatMap(({ reasons }) => reasons.map(({ message }) => message)) : [];
}
