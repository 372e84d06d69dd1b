import { isDaemonSet, Workload } from '../../cluster/inventory/workload';
import { describeSelector, selectsLabels } from '../../cluster/label-selector';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import { portPath } from '../facts/container-ports';
import { isOwnDirectory } from '../facts/host-directories';
import { hostMountsIn } from '../facts/host-mounts';
import { fieldPath } from '../facts/missing-field';
import { NodeSharing } from '../facts/node-sharing';
import { writtenWorkloads } from '../facts/written-workloads';
import type { Report, Rule } from '../rule';

export const rolloutDeadlock: Rule = {
  id: 'rollout-deadlock',
  level: 'error',
  summary: 'A rollout can never finish, or never begin.',
  looksAt: '`maxUnavailable` and `maxSurge` of DaemonSets and Deployments, together with what the old pod holds while the new one starts: ports and directories of the node, and the node itself '
    + 'by a `podAntiAffinity`.',
  why: 'With `maxSurge` the new pod starts beside the old one, which goes when the new one is ready. What both want of the node keeps the new pod Pending: the rollout stands still at the first '
    + 'nodes, and the status of the DaemonSet says nothing of it. The API server refuses to have both at 0. A directory that both write is a warning: most programs lock it, and wait or exit.',
  fix: 'Use `maxUnavailable` with `maxSurge: 0` (`Rollout.percent(10)`), or do without the port of the node.',
  sameAs: ['rollout-cannot-finish', 'invalid-rollout'],
  example: () => {
    const ports = [{ name: 'metrics', containerPort: 9100, hostPort: 9100 }];
    return {
      fails: [daemonSet({}, { ports }, { updateStrategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } })],
      passes: [daemonSet({}, { ports }, { updateStrategy: { rollingUpdate: { maxUnavailable: '10%' } } })],
    };
  },
  check: (context, report) => {
    const sharing = NodeSharing.in(context);
    for (const workload of writtenWorkloads(context)) {
      if (isDaemonSet(workload)) {
        checkDaemonSet(workload, report);
      } else if (workload.kind === 'Deployment' && workload.apiVersion.startsWith('apps/')) {
        checkDeployment(workload, sharing, report);
      }
    }
  },
};

function checkDaemonSet(workload: Workload, report: Report): void {
  const { spec } = workload.object;
  const { type, rollingUpdate } = spec.updateStrategy ?? {};
  if ((type ?? 'RollingUpdate') !== 'RollingUpdate') {return;}
  const [maxUnavailable, maxSurge] = [rollingUpdate?.maxUnavailable ?? 1, rollingUpdate?.maxSurge ?? 0];
  if (isZero(maxUnavailable) && isZero(maxSurge)) {
    reportZero(workload, 'updateStrategy', report);
    return;
  }
  if (rollingUpdate?.maxSurge === undefined || !workload.facts.surges) {return;}
  const path = 'spec.updateStrategy.rollingUpdate.maxSurge';
  const [claim] = workload.facts.hostPorts;
  if (claim) {
    report({
      about: workload, path, container: portPath(workload, claim).container, what: 'the new pod starts beside the old one, and both want a port of the node',
      given: `maxSurge: ${maxSurge}; port ${claim.port}/${claim.protocol}, ${claim.by}`, wanted: 'maxSurge: 0, and maxUnavailable above 0',
    });
    return;
  }
  const term = ownTerm(workload);
  if (term !== undefined) {
    report({
      about: workload, path, what: 'the new pod starts beside the old one, and keeps away from nodes that have one', wanted: 'maxSurge: 0, and maxUnavailable above 0',
      given: `maxSurge: ${maxSurge}; a required podAntiAffinity to ${describeSelector(term.labelSelector)}`,
    });
    return;
  }
  const kept = hostMountsIn(workload).find(mount => mount.isWritable && mount.container.role !== 'init' && mount.mount.subPathExpr === undefined && isOwnDirectory(mount.path));
  if (kept) {
    report({
      about: workload, path, container: kept.container.name, level: 'warning', what: 'the new pod starts beside the old one, and both write a directory of the node',
      given: `maxSurge: ${maxSurge}; ${kept.volume.hostPath.path}`, wanted: 'maxSurge: 0, and maxUnavailable above 0',
    });
  }
}

/** A term that keeps pods of a workload away from each other. */
function ownTerm({ pod, template, namespace }: Workload): Wire | undefined {
  const terms: Wire[] = pod.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  return terms.find(({ labelSelector, namespaces }) => labelSelector && (!namespaces?.length || namespaces.includes(namespace))
    && selectsLabels(labelSelector, template.metadata?.labels ?? {}));
}

/** Of a Deployment the new pod may find another node, unless there is none. */
function checkDeployment(workload: Workload, sharing: NodeSharing, report: Report): void {
  const { spec } = workload.object;
  const { type, rollingUpdate } = spec.strategy ?? {};
  if ((type ?? 'RollingUpdate') !== 'RollingUpdate') {return;}
  const [maxUnavailable, maxSurge] = [rollingUpdate?.maxUnavailable ?? '25%', rollingUpdate?.maxSurge ?? '25%'];
  if (isZero(maxUnavailable) && isZero(maxSurge)) {
    reportZero(workload, 'strategy', report);
    return;
  }
  const replicas = spec.replicas ?? 1;
  const nodes = sharing.nodesOf(workload)?.size ?? (isPinned(workload.pod) ? 1 : Infinity);
  const [claim] = workload.facts.hostPorts;
  if (claim && replicas > 0 && replicas >= nodes && nodes > 0 && mayNotMiss(maxUnavailable, replicas) && !isZero(maxSurge)) {
    report({
      about: workload, path: fieldPath('spec', spec, 'strategy', 'rollingUpdate', 'maxUnavailable'), container: portPath(workload, claim).container,
      what: 'the new pod waits for a node whose port is free, and the old pods keep all of them', wanted: 'maxUnavailable: 1, or the strategy Recreate',
      given: `${replicas} replicas for ${nodes} nodes, port ${claim.port}/${claim.protocol}, maxUnavailable: ${maxUnavailable}`,
    });
  }
}

function reportZero(workload: Workload, strategy: string, report: Report): void {
  report({
    about: workload, path: `spec.${strategy}.rollingUpdate.maxUnavailable`, what: 'no pod may go before another one came, and none may come before another one went',
    given: 'maxUnavailable: 0, maxSurge: 0', wanted: 'one of the two above 0',
  });
}

function isZero(budget: unknown): boolean {
  return budget === 0 || typeof budget === 'string' && budget[0] === '0' && /^0+%?$/.test(budget);
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
