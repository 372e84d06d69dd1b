import { Amount, isZero, strategyOf } from './budget';
import { fieldPath } from '../../private/field-path';
import { FindingKind, findingOf, ObjectFinding } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { hostPortClaims } from '../host-ports/host-port-claims';
import { isOwnDirectory } from '../host-state/host-directories';
import { hostMountsIn } from '../host-state/host-mounts';
import { stateMountsIn } from '../host-state/state-paths';
import type { CheckContext } from '../inventory/check-context';
import { portPath } from '../inventory/container-ports';
import { isDaemonSet, Workload } from '../inventory/workload';
import { writtenWorkloads } from '../inventory/written-workloads';
import { describeSelector, selectsLabels } from '../label-selector';
import { NodeSharing } from '../placement/node-sharing';

/** What such findings have in common. */
export const ROLLOUT_DEADLOCK: FindingKind = {
  id: 'rollout-deadlock',
  level: 'error',
  fix: 'Use `maxUnavailable` with `maxSurge: 0` (`Rollout.percent(10)`), or do without the port of the node.',
};

/** Rollouts that stand still, because the new pod cannot run next to the old one, or because no pod may go and none may come. */
export function* rolloutDeadlocks(context: CheckContext): Generator<ObjectFinding> {
  const sharing = NodeSharing.in(context);
  for (const workload of writtenWorkloads(context)) {
    const found = isDaemonSet(workload) ? deadlockOf(workload, context)
      : workload.kind === 'Deployment' && workload.apiVersion.startsWith('apps/') ? deploymentDeadlock(workload, sharing) : undefined;
    if (found) {yield found;}
  }
}

/** Why the rollout of a DaemonSet stands still; undefined where it does not, as far as its own manifest says. */
export function deadlockOf(workload: Workload, context: Pick<CheckContext, 'own'> = {}): ObjectFinding | undefined {
  const { type, maxUnavailable, maxSurge } = strategyOf(workload.object.spec);
  if (type === 'OnDelete') {return undefined;}
  if (isZero(maxUnavailable) && isZero(maxSurge)) {return standstill(workload, 'updateStrategy');}
  return workload.facts.surges ? surgeDeadlock(workload, maxSurge, context) : undefined;
}

/** The new pod starts while the old one runs. */
function surgeDeadlock(about: Workload, maxSurge: Amount, context: Pick<CheckContext, 'own'>): ObjectFinding | undefined {
  const place = { about, path: 'spec.updateStrategy.rollingUpdate.maxSurge', allowed: 'maxSurge: 0, and maxUnavailable above 0' };
  const [claim] = hostPortClaims(context, about);
  if (claim) {
    return findingOf(ROLLOUT_DEADLOCK, {
      ...place, container: portPath(about, claim).container,
      what: 'the new pod starts next to the old one, and both want a port of the node',
      given: `maxSurge: ${maxSurge}; port ${claim.port}/${claim.protocol}, ${claim.by}`,
    });
  }
  const term = ownTerm(about);
  if (term !== undefined) {
    return findingOf(ROLLOUT_DEADLOCK, {
      ...place, what: 'the new pod starts next to the old one, and keeps away from nodes that have one',
      given: `maxSurge: ${maxSurge}; a required podAntiAffinity to ${describeSelector(term.labelSelector)}`,
    });
  }
  const state = stateMountsIn(context, about).find(({ isWritable }) => isWritable);
  const kept = state ?? hostMountsIn(about).find(mount => mount.isWritable && mount.container.role !== 'init'
    && mount.mount.subPathExpr === undefined && isOwnDirectory(mount.path));
  return kept && findingOf(ROLLOUT_DEADLOCK, {
    ...place, container: kept.container.name, ...state === undefined && { level: 'warning' },
    what: 'the new pod starts next to the old one, and both write a directory of the node',
    given: `maxSurge: ${maxSurge}; ${kept.volume.hostPath.path}`,
  });
}

/** A term that keeps pods of a workload away from each other. */
function ownTerm({ pod, template, namespace }: Workload): Wire | undefined {
  const terms: Wire[] = pod.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  return terms.find(({ labelSelector, namespaces }) => labelSelector && (!namespaces?.length || namespaces.includes(namespace))
    && selectsLabels(labelSelector, template.metadata?.labels ?? {}));
}

/** Of a Deployment the new pod may find another node, unless there is none. */
function deploymentDeadlock(about: Workload, sharing: NodeSharing): ObjectFinding | undefined {
  const { spec } = about.object;
  const { type, rollingUpdate } = spec.strategy ?? {};
  if ((type ?? 'RollingUpdate') !== 'RollingUpdate') {return undefined;}
  const [maxUnavailable, maxSurge] = [rollingUpdate?.maxUnavailable ?? '25%', rollingUpdate?.maxSurge ?? '25%'];
  if (isZero(maxUnavailable) && isZero(maxSurge)) {return standstill(about, 'strategy');}
  const replicas = spec.replicas ?? 1;
  const nodes = sharing.nodesOf(about)?.size ?? (isPinned(about.pod) ? 1 : Infinity);
  const [claim] = about.facts.hostPorts;
  if (!claim || replicas === 0 || replicas < nodes || nodes === 0 || !mayNotMiss(maxUnavailable, replicas)
    || isZero(maxSurge)) {return undefined;}
  return findingOf(ROLLOUT_DEADLOCK, {
    about, path: fieldPath('spec', spec, 'strategy', 'rollingUpdate', 'maxUnavailable'), container: portPath(about, claim).container,
    what: 'the new pod waits for a node whose port is free, and the old pods keep all of them',
    allowed: 'maxUnavailable: 1, or the strategy Recreate',
    given: `${replicas} replicas for ${nodes} nodes, port ${claim.port}/${claim.protocol}, maxUnavailable: ${maxUnavailable}`,
  });
}

/** The API server refuses two budgets of nothing. */
function standstill(about: Workload, strategy: 'strategy' | 'updateStrategy'): ObjectFinding {
  return findingOf(ROLLOUT_DEADLOCK, {
    about, path: `spec.${strategy}.rollingUpdate.maxUnavailable`, refusedBy: 'api-server', given: 'maxUnavailable: 0, maxSurge: 0',
    allowed: 'one of the two above 0',
    what: 'no pod may go before another one came, and none may come before another one went',
  });
}

/** Percentages of a Deployment are rounded down. */
function mayNotMiss(maxUnavailable: unknown, replicas: number): boolean {
  const text = String(maxUnavailable);
  return (text.endsWith('%') ? Math.floor(parseInt(text, 10) * replicas / 100) : Number(text)) === 0;
}

/** Whether a pod asks for one node by its name. */
function isPinned({ nodeName, nodeSelector }: Wire): boolean {
  return Boolean(nodeName) || nodeSelector?.['kubernetes.io/hostname'] !== undefined;
}
