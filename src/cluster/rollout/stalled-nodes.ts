import type { AgentPod } from './agent-pod';
import type { RollingNode } from './rolling-node';
import type { StalledNode, StallReason } from './rollout-result';
import { byText } from '../../private/wire';
import type { Reason } from '../explain/reason';

/** Why the scheduler does not take a pod of the agent on its node. */
export type ReasonsAgainst = (node: RollingNode, pod: AgentPod) => readonly Reason[];

/** The nodes on which something stands against the new pod, or the end of the old one, when nothing moves any more; by name. */
export function stalledNodes(nodes: readonly RollingNode[], reasonsAgainst: ReasonsAgainst): StalledNode[] {
  return nodes.flatMap(node => {
    const reason = reasonOf(node, reasonsAgainst);
    return reason ? [{ node: node.node.name, holdsBudget: node.view.role === 'waiting', reason }] : [];
  }).sort((a, b) => byText(a.node, b.node));
}

/** Undefined where nothing stands against the node: it is done, or its turn has not come. */
function reasonOf(node: RollingNode, reasonsAgainst: ReasonsAgainst): StallReason | undefined {
  if (node.pods.some(pod => pod.terminating)) {
    return { code: 'pod-never-ends', message: `${silence(node)}, so the old pod stays Terminating: ${WAYS_OUT}` };
  }
  const missing = node.pods.find(pod => pod.updated && pod.readySince === Infinity);
  if (missing === undefined) {return node.view.role === 'superseded' ? OVERLOOKED : undefined;}
  if (!missing.bound) {return notScheduled(node, reasonsAgainst(node, missing));}
  if (!node.answers) {return { code: 'node-not-ready', message: `${silence(node)}, so the new pod does not start: ${WAYS_OUT}` };}
  const { turnsAway } = node;
  if (turnsAway.length > 0) {
    return { code: 'turned-away', reasons: turnsAway, message: `the kubelet turns the new pod away: ${textOf(turnsAway)}` };
  }
  return {
    code: 'never-ready',
    message: 'the new pod does not become Ready: look at its events and logs, and go back to the old template or correct the new one',
  };
}

function silence({ node }: RollingNode): string {
  return node.conditions.get('Ready') === 'Unknown'
    ? 'the kubelet of the node does not answer'
    : 'the node is not ready, and is not expected to stop or start pods';
}

const WAYS_OUT = 'bring the node back, delete its Node object, or give it the taint node.kubernetes.io/out-of-service if the machine is '
  + 'off';

function notScheduled({ pods }: RollingNode, reasons: readonly Reason[]): StallReason {
  const besideOld = pods.some(pod => !pod.updated && pod.bound);
  return {
    code: 'not-scheduled', reasons,
    message: besideOld
      ? `the new pod waits for room next to the old one, which stays until the new one is available: ${textOf(reasons)}; or set `
        + 'maxUnavailable in place of maxSurge'
      : `the scheduler has no room for the new pod: ${textOf(reasons)}`,
  };
}

function textOf(reasons: readonly Reason[]): string {
  return reasons.map(({ message }) => message).join('; ');
}

const OVERLOOKED: StallReason = {
  code: 'overlooked',
  message: 'the new pod is available, and nothing has woken the controller up to delete the old one: annotate the DaemonSet, and leave '
    + 'minReadySeconds out of a surge',
};
